"""Escapes paths, messages and documentation for the parts of the page that need no script."""

from __future__ import annotations

import re

from newslint.reporters.escaping import escape

MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})  # also for attributes
CODE = re.compile(r"`([^`]+)`")


def escape_html(text: str) -> str:
    """Return a path, a message or the value of an attribute as HTML; control characters become escapes."""
    return escape(text).translate(MARKUP)


def render_documentation(paragraph: str) -> str:
    """Return a paragraph of a rule's documentation as HTML, with its code spans as `code` elements."""
    return CODE.sub(r"<code>\1</code>", escape_html(" ".join(paragraph.split())))
