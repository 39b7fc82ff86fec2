"""Junk that was merged into a line of the text of an article."""
