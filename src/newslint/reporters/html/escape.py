"""Text from outside as the page shows it: escaped for HTML, control characters visible."""

from __future__ import annotations

import re

from newslint.reporters.escaping import CONTROL, escape, escape_character

# Quotes too, so that the same text fits an attribute.
MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
CODE = re.compile(r"`([^`]+)`")


def escape_html(text: str) -> str:
    """A path, a message or an attribute; every control character as its escape."""
    return escape(text).translate(MARKUP)


def escape_article_text(text: str) -> str:
    """A piece of an article; what controls rather than says something stands out as an escape."""
    return CONTROL.sub(_visible, text.translate(MARKUP))


def render_documentation(paragraph: str) -> str:
    """A paragraph of a rule's documentation, `code` in it as code."""
    return CODE.sub(r"<code>\1</code>", escape_html(" ".join(paragraph.split())))


def _visible(match: re.Match[str]) -> str:
    if match.group() in "\t\n":  # ordinary in a text, and the page lays them out
        return match.group()
    return f'<span class="control">{escape_character(match)}</span>'
