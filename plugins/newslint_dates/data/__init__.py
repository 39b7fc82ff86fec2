"""Words and phrases of the family `dates`."""
