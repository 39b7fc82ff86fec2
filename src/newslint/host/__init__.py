"""Brings articles to the engine and carries findings away: settings, plugins, trust, files, one process or several."""
