"""Settings: from `.newslint.toml` and the command line."""
