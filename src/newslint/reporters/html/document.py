"""The HTML document around a page's content: its head with the style sheet, its masthead, and its end."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from importlib.resources import files

from newslint import __version__
from newslint.reporters.html.escape import escape_html

STYLES = ("base.css", "tables.css")
REPORT_STYLES = (*STYLES, "findings.css", "article.css", "print.css")
# In this order, since the last one runs the page with the functions of the others.
CORPUS_SCRIPTS = ("dom.js", "tables.js", "corpus.js")
ARTICLE_SCRIPTS = ("dom.js", "store.js", "verdicts.js", "marks.js", "note.js", "article.js")
REPORT_SCRIPTS = (
    *ARTICLE_SCRIPTS,
    *("filter.js", "list.js", "tables.js", "articles.js", "keys.js", "paper.js", "report.js"),
)


def style(*names: str) -> str:
    """Return style sheets of this package as one."""
    return "".join(_read("style", name) for name in names)


def script(*names: str, more: str = "") -> str:
    """Return scripts of this package, and `more` of JavaScript after them, as one whose names no other script sees."""
    return '"use strict";\n(() => {\n' + "".join(_read("script", name) for name in names) + more + "})();\n"


def document_head(headline: str, *, style: str, script: str = "") -> str:
    """Return the document down to the start of its body.

    `headline` is plain text. `script` is the JavaScript that the page's security policy allows: the one that
    `document_end` gets.
    """
    allowed_script = f"script-src '{_digest(script)}'; " if script else ""
    # The page loads nothing from elsewhere, and only this style and this script may act: article text that an error
    # left unescaped could still do nothing.
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; {allowed_script}"
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"<title>newslint: {escape_html(headline[:1].lower() + headline[1:])}</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f'<link rel="icon" href="data:,">\n<style>{style}</style>\n</head>\n'
    )


def masthead(headline: str, summary: str) -> str:
    """Return the top of the page; `headline` is plain text, `summary` is HTML."""
    return (
        f'<header class="masthead">\n<p class="name">newslint</p>\n<h1>{escape_html(headline)}</h1>\n'
        f'<p class="tally">{summary}</p>\n</header>\n'
    )


def document_end(program: str, *, note: str = "", data: Iterable[str] = (), script: str = "") -> str:
    """Return the end of the page; `program` wrote it, and the plain text `note` follows in the same line.

    `data` are elements that the script reads.
    """
    element = f"<script>{script}</script>\n" if script else ""
    footer = escape_html(f"Written by {program} {__version__}. {note}".rstrip())
    return f"<footer>\n<p>{footer}</p>\n</footer>\n{''.join(data)}{element}</body>\n</html>\n"


def _read(folder: str, name: str) -> str:
    """Return the text of a file, with its line ends as line feeds, so that a page has one digest."""
    return (files(__package__) / folder / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")
