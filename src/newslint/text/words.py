"""The words of a short part of a text, and of messages. For whole articles use the scanner."""

from __future__ import annotations

import re
from functools import cache

from newslint.model import Span

try:
    # hashlib takes the same function from here, and loads OpenSSL as well: 4 % of a run over one file.
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

MAX_CHARS_AT_ONCE = 100_000  # of a part of a text: its words take several times as much memory
PUNCTUATION = ".,:;!?…\"“”‘’'()-–—"  # around words


@cache
def _word() -> re.Pattern[str]:
    """Compile the pattern at its first use: most short runs never need single words."""
    return re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+(?:[.,]\d+)*")


@cache
def _space() -> re.Pattern[str]:
    return re.compile(r"\s")


def word_spans(text: str, span: tuple[int, int]) -> list[Span]:
    """Return the spans of the words and numbers in a part of the text."""
    return [Span(*match.span()) for match in _word().finditer(text, *span)]


def words(text: str, span: tuple[int, int]) -> list[str]:
    """Return the words and numbers in a part of the text, as written."""
    found: list[str] = []
    for chunk in text[span[0] : span[1]].split():
        if chunk.isalpha():  # fast path: the usual case
            found.append(chunk)
            continue
        stripped = chunk.strip(PUNCTUATION)
        if stripped.isalpha():  # a regular expression takes three times as long
            found.append(stripped)
        elif stripped:
            found += _word().findall(stripped)
    return found


def truncate(text: str, max_chars: int = 60) -> str:
    """Return the text as a message quotes it: whole, or cut after a word within `max_chars` and ended by " …"."""
    return text if len(text) <= max_chars else text[:max_chars].rsplit(" ", 1)[0].rstrip(",;:–—-") + " …"


def pluralize(count: int, noun: str) -> str:
    """Return a count with its noun, as in "1 finding" and "1,200 findings"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def digest_of_words(text: str, start: int, end: int) -> str:
    """Return the digest of a part of a text, whatever its white space: `digest(" ".join(text[start:end].split()))`."""
    made, separator = blake2b(digest_size=8), ""
    while start < end:
        space = _space().search(text, min(start + MAX_CHARS_AT_ONCE, end), end)
        after = space.start() if space else end
        if words := " ".join(text[start:after].split()):
            made.update((separator + words).encode("utf-8", "surrogatepass"))
            separator = " "
        start = after
    return made.hexdigest()


def digest(*parts: str) -> str:
    """Return a digest of strings, 16 hexadecimal digits."""
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
