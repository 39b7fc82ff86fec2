"""White space, invisible characters, entities and mojibake: replaced by what a reader sees."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newslint.canonical.long_texts import PART_CHARS

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from newslint.canonical.span_map import Replacement

# `\n` alone ends a line. Every other white space is a space.
SPACES = (
    "\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
CODED_SPACES = r"&(?:amp;)*(?:nbsp|(?:en|em|thin)sp|#0*(?:32|160)|#[xX]0*(?:20|[aA]0));|Â\xa0|Ã‚\xa0"
# Soft hyphen, zero-width characters, direction marks, byte order marks within the text.
INVISIBLE = "\xad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
# Characters whose UTF-8 bytes are often read as Windows-1252.
MISREAD = "“”‘’–—…•·«»£€©®°´½¼¾áàâäãåæçéèêëíìîïñóòôöõøœúùûüßÁÀÂÄÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜ\xa0"

# Characters of which a text may have any number without being looked at; `\n` ends a line.
PLAIN = bytes(code for code in (10, *range(32, 127)) if chr(code) not in "&'\"`")
# The other characters of most regular texts. Of the rest, `is_regular` looks closer.
REGULAR = frozenset("&'\"`“”‘’–—…•·«»£€©®°½¼áàäãåæçéèêëíìîïñóòôöõøœúùûüßÁÀÄÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜ™")
COMBINING = frozenset(map(chr, range(0x300, 0x370)))
MISREAD_STARTS = frozenset("âÂÃ")


def unusual_characters(text: str) -> str:
    """Return the characters of a text, in order, that are not plain: marks, and what is not ASCII."""
    if len(text) > PART_CHARS:
        return "".join([unusual_characters(text[at : at + PART_CHARS]) for at in range(0, len(text), PART_CHARS)])
    # Deleting bytes is the cheapest pass over a text that there is.
    return text.encode("utf-8", "surrogatepass").translate(None, PLAIN).decode("utf-8", "surrogatepass")


def is_regular(text: str, unusual: frozenset[str]) -> bool:
    """Whether `clean_characters` has nothing to do for a text: the fast path, and the usual case.

    `unusual` are its characters that are not plain: all white space but spaces and line ends is among them.
    """
    if "  " in text or " \n" in text or "\n " in text or " " in (text[:1], text[-1:]):
        return False
    if "&" in unusual and _entity().search(text):
        return False
    if unusual <= REGULAR:
        return True
    # Of white space the space alone is printable; soft hyphens and zero-width characters are not.
    if not all(map(str.isprintable, unusual)) or unusual & COMBINING:
        return False
    return not (unusual & MISREAD_STARTS and _mojibake().search(text))


def undecoded(text: str) -> list[Replacement]:
    """Return the replacements for what a page's software did not decode: entities and mojibake, in order."""
    if not (("&" in text and _entity().search(text)) or _mojibake().search(text)):
        return []
    return [
        (start, end, new)
        for start, end, new in clean_characters(text)
        if "&" in (old := text[start:end]) or old in _misread() or old.lstrip(f" {SPACES}")[:1] in ("Â", "Ã")
    ]


def clean_characters(text: str) -> Iterator[Replacement]:
    """Yield the replacements that make the characters of a text canonical, in order."""
    may_be_misread = any(map(text.__contains__, MISREAD_STARTS))
    may_combine = not COMBINING.isdisjoint(text)
    for match in _irregular(may_be_misread, may_combine).finditer(text):
        start, end = match.span()
        old = match.group()
        kind = match.lastgroup
        if kind == "gap":
            new = " " if _blank().search(old) else ""
            if start == 0 or text[start - 1] in "\r\n" or end == len(text) or text[end] in "\r\n":
                new = ""
        elif kind == "line":
            new = "\n"
        elif kind == "entity":
            new = _decoded(old)
        elif kind == "mojibake":
            new = _misread()[old]
        else:
            new = _composed(old)
        if new != old:
            yield start, end, new


@cache
def _irregular(may_be_misread: bool, may_combine: bool) -> re.Pattern[str]:
    """Return the pattern of what may have to be replaced; the parts that a text cannot match cost time."""
    import re

    invisible = f"[{INVISIBLE}]|&shy;|&zwnj;|&#173;|&#8203;"
    # A gap begins with a space only where another character of it follows, or at the end of a line or of the text.
    first = rf"[ ](?=[ \r\n&ÂÃ{SPACES}{INVISIBLE}]|\Z)|(?:(?<=[\r\n])|\A)[ ]|[{SPACES}]|{CODED_SPACES}"
    parts = [
        rf"(?P<gap>(?:{first}|{invisible})(?:{_blank().pattern}|{invisible})*)",
        r"(?P<line>\r\n?)",
        rf"(?P<entity>{_entity().pattern})",
    ]
    if may_be_misread:
        parts.append(rf"(?P<mojibake>{_mojibake().pattern})")
    if may_combine:
        parts.append(r"(?P<combining>[^\W\d_][\u0300-\u036f]+)")
    # A text has few of the characters with which a replacement begins: all others are passed over by one test.
    misread = "".join(sorted({text[0] for text in _misread()})) if may_be_misread else ""
    starts = "" if may_combine else rf"(?=[ \r&{SPACES}{INVISIBLE}{misread}])"
    return re.compile(f"{starts}(?:{'|'.join(parts)})")


@cache
def _blank() -> re.Pattern[str]:
    import re

    return re.compile(rf"[ {SPACES}]|{CODED_SPACES}")


@cache
def _entity() -> re.Pattern[str]:
    import re

    return re.compile(r"&(?:amp;)*(?:[A-Za-z]{2,8}\d{0,2}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});")


@cache
def _mojibake() -> re.Pattern[str]:
    import re

    return re.compile("|".join(map(re.escape, sorted(_misread(), key=len, reverse=True))))


@cache
def _misread() -> dict[str, str]:
    """Return what each misread character looks like: its UTF-8 bytes as Windows-1252, once or twice, and as Latin-1."""
    table = {}
    for character in MISREAD:
        table[character.encode().decode("latin-1")] = character
        table[once := _misread_once(character)] = character
        table[_misread_once(once)] = character
    return table


def _misread_once(text: str) -> str:
    return "".join(bytes((byte,)).decode("cp1252", "ignore") or chr(byte) for byte in text.encode())


def _decoded(entity: str) -> str:
    """Return what an entity stands for, also where it was encoded twice: "&amp;quot;"."""
    from html import unescape
    from html.entities import html5

    while entity.startswith("&amp;") and len(entity) > len("&amp;"):
        entity = "&" + entity[len("&amp;") :]
    # What decodes to a control character, or is not the name of an entity, stays as it is.
    decoded = unescape(entity) if entity[1] == "#" or entity[1:] in html5 else entity
    return decoded if decoded.isprintable() and decoded != "\ufffd" else entity


def _composed(text: str) -> str:
    from unicodedata import normalize

    return normalize("NFC", text)
