"""Find, load, validate and trust plugins."""
