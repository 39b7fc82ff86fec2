"""Lint files with a configured linter: in one process or several, and the baseline of accepted findings."""
