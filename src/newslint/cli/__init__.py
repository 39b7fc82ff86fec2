"""The command `newslint`: options, linting, fixing, and what it prints."""
