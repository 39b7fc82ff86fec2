"""Analysis of one article's text: the scan (one pass over it), and views of the mentions that the scan finds."""
