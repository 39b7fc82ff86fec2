"""Lines that may be junk: their features, and the score that these add up to."""
