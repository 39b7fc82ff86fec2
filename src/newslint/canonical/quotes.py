"""Tells quotation marks from apostrophes, and brings them to one form: “ ” for speech, ‘ ’ within it, ' in words."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from newslint.canonical.span_map import Replacement

BEFORE_OPENING = frozenset(' \n([{—–-/…"“‘„«»')
AFTER_CLOSING = frozenset(" \n)]}—–-/….,;:!?\"”’'»")
# An apostrophe stands before these, though it looks like an opening mark.
ELISIONS = frozenset("tis twas twere em til till n cause bout round cos coz fraid twixt tween neath ere un".split())
RARE = frozenset("‘«„‚‟‛＂`")
MARKS = RARE | frozenset("\"'’»“”")
MAX_SINGLE_QUOTE_CHARS = 1500
MAX_PLURAL_QUOTE_CHARS = 60  # a single quotation that closes after a plural is not longer


def doubled_marks(text: str) -> Iterator[Replacement]:
    """Yield the replacements that make one mark of two: ``speech'' and ''speech''."""
    import re

    for match in re.finditer(r"``|(?<![\d'])''(?!')", text):
        yield match.start(), match.end(), '"'


def canonical_quotes(parts: list[str], characters: str) -> str:
    """Return the text of these parts, every character where it was, with its marks in one form.

    Line ends stand between the parts. `characters` are the unusual characters of the text, in order, so that no mark is
    looked for in all of it. `parts` is empty afterwards: each may be a large file on one line, and goes before its copy
    is made.
    """
    marks = frozenset(characters)
    rare = RARE & marks
    may_open = "'" in marks and any(map(_has_opening_apostrophe, parts))
    may_be_swapped = "”" in marks and characters.count("“") < characters.count("”")
    made = []
    parts.reverse()
    while parts:
        if not (rare or may_open or may_be_swapped):
            made.append(_usual_marks(parts.pop(), marks))
            continue
        lines = parts.pop().split("\n")
        # Only the context explains single quotations, guillemets and low marks: such a line is read mark by mark.
        for number in range(len(lines)):
            line = lines[number]
            if (
                (may_open and "'" in line and _has_opening_apostrophe(line))
                or (rare and any(map(line.__contains__, rare)))
                or (may_be_swapped and line.count("“") < line.count("”"))
            ):
                pieces = _each_mark(line, MARKS & marks)
                line = lines[number] = ""
                lines[number] = "".join(pieces)
            elif '"' in line or "’" in line:
                lines[number] = _usual_marks(line, marks)
            line = ""
        made.append("\n".join(lines))
        del lines
    return "\n".join(made)


def _usual_marks(text: str, marks: Set[str]) -> str:
    if "’" in marks:
        text = text.replace("’", "'")
    return _straight_marks(text) if '"' in marks else text


def _has_opening_apostrophe(text: str) -> bool:
    pieces = text.split("'")
    pieces.pop()
    return not all(map(str.isalnum, [piece[-1:] for piece in pieces]))


def _straight_marks(text: str) -> str:
    """Return the text with its straight marks curled; a line ends what is open."""
    pieces = text.split('"')
    made = [pieces[0]]
    is_open = False
    before = pieces[0][-1:] or "\n"
    for piece in pieces[1:]:
        previous = made[-1]
        if is_open and "\n" in previous:
            is_open = False
        after = piece[:1] or '"'
        if is_open:
            # An opening mark where one is open already: the one before was not closed.
            is_open = before in BEFORE_OPENING and before != " " and after.isalnum()
            made.append("“" if is_open else "”")
        elif before.isdigit() and not after.isalnum():
            made.append('"')  # inches or seconds: 6'2"
        elif before not in BEFORE_OPENING and after in AFTER_CLOSING:
            made.append("”")
        else:
            is_open = True
            made.append("“")
        made.append(piece)
        before = piece[-1:] or '"'
    return "".join(made)


def _positions(line: str, marks: Set[str]) -> list[int]:
    """Return where a line has these marks. There are few kinds in one text, so that no pattern has to be compiled."""
    found: list[int] = []
    for mark in marks:
        at = line.find(mark)
        while at >= 0:
            found.append(at)
            at = line.find(mark, at + 1)
    found.sort()
    return found


def _each_mark(line: str, marks: Set[str]) -> list[str]:
    """Return the pieces of a line, mark by mark, with its marks in one form."""
    made: list[str] = []
    done = 0
    positions = _positions(line, marks)
    closers: list[str] = []  # kinds of the double marks that are open, the outermost first
    single_end = -1  # where the single quotation that is open closes
    for at in positions:
        sign = line[at]
        before = line[at - 1] if at else "\n"
        after = line[at + 1] if at + 1 < len(line) else "\n"
        if sign in "'’" and before.isalnum() and after.isalnum():
            new = "'"
        elif at == single_end:
            new = "’" if closers else "”"
            single_end = -1
        elif sign in '"＂':
            new = _double(before, after, closers)
        elif sign in "„‟":
            new = "“"
            closers.append("low")
        elif sign == "“":
            new = _left_mark(closers)
        elif sign == "”":
            new = _right_mark(before, after, closers)
        elif sign in "«»":
            new = _guillemet(line, at, sign, closers)
        else:
            new = "'"
            if single_end < 0 and before in BEFORE_OPENING and not after.isspace():
                single_end = _single_end(line, at, positions)
                if single_end >= 0:
                    new = "‘" if closers else "“"
        if new != sign:
            made += line[done:at], new
            done = at + 1
    made.append(line[done:])
    return made


def _left_mark(closers: list[str]) -> str:
    if closers and closers[-1] == "low":  # „so“
        closers.pop()
        return "”"
    closers.append("curly")
    return "“"


def _right_mark(before: str, after: str, closers: list[str]) -> str:
    if closers:
        closers.pop()
    elif before in BEFORE_OPENING and not after.isspace():  # ”so”
        closers.append("right")
        return "“"
    return "”"


def _double(before: str, after: str, closers: list[str]) -> str:
    """Return the form of a straight double mark, by the characters around it and by what is open."""
    if closers:
        closers.pop()
        return "”"
    if before.isdigit() and not after.isalnum():
        return '"'
    if before not in BEFORE_OPENING and after in AFTER_CLOSING:
        return "”"
    closers.append("straight")
    return "“"


def _guillemet(line: str, at: int, sign: str, closers: list[str]) -> str:
    """Return the form of « or »: speech where the other one closes it in this line, else the mark itself."""
    if closers and closers[-1] == "guillemet":
        closers.pop()
        return "”"
    end = line.find("»" if sign == "«" else "«", at + 1)
    if end - at > 3 and line.find(sign, at + 1, end) < 0:
        closers.append("guillemet")
        return "“"
    return sign


def _single_end(line: str, at: int, positions: Sequence[int]) -> int:
    """Return where the single quotation that opens at `at` closes, or -1 where the mark is an apostrophe."""
    word = line[at + 1 : at + 9]
    size = next((number for number, sign in enumerate(word) if not sign.isalnum()), len(word))
    word = word[:size].lower()
    if word in ELISIONS or (word[:2].isdigit() and word[2:] in ("", "s")):
        return -1
    doubtful = -1
    for number in range(bisect_left(positions, at + 2), len(positions)):
        end = positions[number]
        if end >= at + MAX_SINGLE_QUOTE_CHARS:
            break
        before, after = line[end - 1], line[end + 1 : end + 2]
        if line[end] not in "’'":
            if line[end] == "‘" and doubtful >= 0 and before in BEFORE_OPENING:
                break
            continue
        if after.isalnum() or before.isspace():
            continue
        if before in '.,!?;:…—”"':
            return end
        if before in "sS" and after == " " and line[end + 2 : end + 3].islower():
            doubtful = end if doubtful < 0 else doubtful  # a plural's apostrophe, or the end of the quotation
            continue
        return doubtful if 0 <= doubtful < end - MAX_PLURAL_QUOTE_CHARS else end
    return doubtful
