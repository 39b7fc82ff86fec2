"""Paragraphs that were wrapped: line ends within a sentence become spaces, and hyphens at them are taken back."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.canonical.span_map import Replacement

MAX_WRAPPED_CHARS = 120  # a longer line is a paragraph of its own
MIN_CONTINUED_CHARS = 24  # a shorter line that only its width would join to the next is a label or a subhead
MAX_RAGGED_CHARS = 16  # by which a full line may be shorter than the width
MAX_WORD_CHARS = 20  # a longer word, such as an address, says nothing of the width
LINES_PER_GAP = 12  # at most, where blank lines divide the paragraphs
MIN_PAIRS = 3  # line ends within sentences from which a width is taken
MIN_SHARE = 0.8  # of these the share that the width must explain
SENTENCE_ENDS = ".!?:;…|"
CLOSERS = "\"'”’»)]"
# A line that ends with one of these, in lower case, is not the end of anything; nor with a month before a number.
DANGLING = frozenset(
    (
        "a an the of to at by for from with into onto under among during against toward towards than as and or but nor "
        "if that which who whose when while where because since until although is are was were be been has have had "
        "would could might should must his its their our my your these those Mr. Mrs. Ms. Dr. Gov. Sen. "
        "Rep. Prof. Gen. Lt. Col."
    ).split()
)
MONTHS = frozenset(
    "January February March April May June July August September October November December".split()
    + "Jan. Feb. Mar. Apr. Aug. Sept. Oct. Nov. Dec.".split()
)
LIST_MARKS = frozenset("-*•‣▪·–—►■●○")


def soft_line_ends(text: str, lines: list[str]) -> list[Replacement]:
    """Return the replacements that join what was wrapped, in order, for a text of these lines."""
    short = [
        number
        for number, (line, following) in enumerate(pairwise(lines))
        if following and 0 < len(line) <= MAX_WRAPPED_CHARS
    ]
    if not short:
        return []
    width = _width([(lines[number], lines[number + 1]) for number in short])
    has_gaps = bool(width) and "" in lines[:-1] and (lines.count("") - 1) * LINES_PER_GAP >= len(lines)
    found: list[Replacement] = []
    end = -1
    done = 0
    for number in short:
        line, following = lines[number], lines[number + 1]
        if _is_soft(line, following, width, has_gaps) or _is_quoted(lines, number):
            end += sum(map(len, lines[done : number + 1])) + number + 1 - done
            done = number + 1
            if _is_hyphenated(line, following):
                joined = line.rsplit(" ", 1)[-1][:-1] + following.split(" ", 1)[0].rstrip(".,;:!?”’\"')")
                found.append((end - 1, end + 1, "") if _is_one_word(joined, text) else (end, end + 1, ""))
            else:
                found.append((end, end + 1, " "))
    return found


def _width(short: list[tuple[str, str]]) -> int:
    """Return the width in characters at which the text was wrapped, or 0, from its short lines, each with the next."""
    pairs = [(line, following) for line, following in short if _continues(line, following)]
    if len(pairs) < MIN_PAIRS:
        return 0
    width = max(len(line) for pair in pairs for line in pair if len(line) <= MAX_WRAPPED_CHARS)
    fitting = sum(len(line) + 1 + _first_word(following) > width for line, following in pairs)
    return width if fitting >= MIN_SHARE * len(pairs) else 0


def _is_soft(line: str, following: str, width: int, has_gaps: bool) -> bool:
    if _is_hyphenated(line, following):
        return True
    if width and MIN_CONTINUED_CHARS <= len(line) <= width and not _is_item(following, line):
        if len(line) + 1 + min(_first_word(following), MAX_WORD_CHARS) <= width:
            return False
        if has_gaps:
            return True
        # After a sentence's end, a short line that is not the rest of a paragraph is a label or a subhead.
        return not _ends_sentence(line) or _ends_sentence(following) or len(following) > width - MAX_RAGGED_CHARS
    return _continues(line, following) and _is_prose(line) and _is_prose(following)


def _continues(line: str, following: str) -> bool:
    """Whether a sentence goes on across the end of a line."""
    if _ends_sentence(line) or _is_item(following, line):
        return False
    if following[0].islower():
        return not following.startswith(("by ", "www.", "http"))
    last = line.rsplit(" ", 1)[-1]
    if last in MONTHS:
        return following[0].isdigit()
    return last in DANGLING and (following[0].isalnum() or following[0] in "\"“‘'$£€")


def _is_quoted(lines: list[str], number: int) -> bool:
    """Whether a quotation is open at the end of a line, and the lines below close it before another one opens."""
    line = lines[number]
    if not _is_prose(line) or not _is_open(line):
        return False
    for following in lines[number + 1 : number + 20]:
        if not following or len(following) > MAX_WRAPPED_CHARS:
            return False
        marks = [at for at, sign in enumerate(following) if sign in '“”"']
        if marks:
            return following[marks[0]] == "”" or (
                following[marks[0]] == '"' and following[marks[0] - 1 : marks[0]].strip() != ""
            )
    return False


def _is_open(line: str) -> bool:
    return line.count("“") > line.count("”") or line.count('"') % 2 == 1


def _ends_sentence(line: str) -> bool:
    return line.rstrip(CLOSERS)[-1:] in SENTENCE_ENDS


def _is_prose(line: str) -> bool:
    return line.count(" ") >= 3 or line.rstrip(CLOSERS)[-1:] in (".", "!", "?")


def _is_item(line: str, before: str) -> bool:
    """Whether a line begins an item of a list."""
    word = line.split(" ", 1)[0]
    if word in LIST_MARKS:
        return before[-1] in SENTENCE_ENDS or before.split(" ", 1)[0] in LIST_MARKS
    return word[:-1].isdigit() and len(word) <= 3 and word[-1] in ".)" and before[-1] in SENTENCE_ENDS


def _is_hyphenated(line: str, following: str) -> bool:
    return line[-1] == "-" and line[-2:-1].isalpha() and following[0].islower() and " " in line


def _first_word(line: str) -> int:
    at = line.find(" ")
    return len(line) if at < 0 else at


def _is_one_word(word: str, text: str) -> bool:
    """Whether the word that a hyphen divides stands undivided elsewhere in the text."""
    return word in text
