"""Analyse the text of one article: the scan (one pass) and the views that walk its mentions."""
