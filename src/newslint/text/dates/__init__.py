"""Dates: time expressions and the date of publication."""
