"""What is read out of an article: the one pass over its text (scan), and the views that walk what the pass found."""
