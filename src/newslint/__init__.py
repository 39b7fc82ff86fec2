"""newslint: a linter for news articles. Plugins import `newslint.api`; this module holds only the version."""

__version__ = "0.1.0"
