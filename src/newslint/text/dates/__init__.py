"""Dates: the calendar, time expressions, the publication date."""
