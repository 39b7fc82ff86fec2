"""Plugins: how newslint finds, loads, validates and trusts them."""
