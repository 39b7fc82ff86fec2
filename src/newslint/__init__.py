"""newslint: a linter for news articles. Plugins import `newslint.api`; this module holds the version alone."""

__version__ = "0.1.0"
