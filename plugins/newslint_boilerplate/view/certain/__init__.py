"""Lines that are junk for certain, because of their words or their form."""
