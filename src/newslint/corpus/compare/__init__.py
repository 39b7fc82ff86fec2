"""Compares the facts of all articles: by buckets of keys, in parts, then in order and without duplicates."""
