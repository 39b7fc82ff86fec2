"""Escapes text from articles, paths and plugins for the page, with control characters made visible."""

from __future__ import annotations

import re

from newslint.reporters.escaping import CONTROL, LINE_COMMAND, LOG_COMMAND, escape, escape_character

MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})  # also for attributes
CODE = re.compile(r"`([^`]+)`")


def escape_html(text: str) -> str:
    """Return a path, a message or the value of an attribute as HTML; control characters become escapes."""
    return escape(text).translate(MARKUP)


def escape_article_text(text: str) -> str:
    """Return a part of an article as HTML; control characters become escapes with a style of their own."""
    text = CONTROL.sub(_visible, text.translate(MARKUP))
    return text.replace(LOG_COMMAND, "##&#91;").replace(
        LINE_COMMAND, "&#58;:"
    )  # the log of a workflow may show the page


def render_documentation(paragraph: str) -> str:
    """Return a paragraph of a rule's documentation as HTML, with its code spans as `code` elements."""
    return CODE.sub(r"<code>\1</code>", escape_html(" ".join(paragraph.split())))


def _visible(match: re.Match[str]) -> str:
    if match.group() in "\t\n":  # the browser lays these out
        return match.group()
    return f'<span class="control">{escape_character(match)}</span>'
