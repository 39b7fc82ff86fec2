"""The pure part: check articles, compare facts, make diagnostics, apply fixes, run examples. Opens no file."""
