"""What the stages of this family concluded about lines and pieces of lines, for `--why`."""
