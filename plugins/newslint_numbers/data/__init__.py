"""Words and phrases of the family `numbers`."""
