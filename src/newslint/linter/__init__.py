"""A configured linter, its runs in one process or several, and the baseline of accepted findings."""
