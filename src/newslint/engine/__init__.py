"""The pure part: checks articles, concludes over facts, applies fixes, runs examples. No file is opened here."""
