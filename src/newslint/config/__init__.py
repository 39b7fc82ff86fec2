"""Read `.newslint.toml` and the command-line options into settings."""
