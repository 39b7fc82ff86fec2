"""The canonical text of an article: what a reader reads, with a map back to the characters of the file."""
