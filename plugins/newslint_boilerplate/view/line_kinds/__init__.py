"""What kind of line a line is: a label, a byline, a credit, an instruction."""
