"""Wrapped text without blank lines: which line ends are within a paragraph, and which end one.

A line that is as long as the width allows may end a paragraph all the same. Where no mark tells, the rest of the text
does: whether the word behind the line end is elsewhere a name or a common word, how many sentences its paragraphs have,
and whether the lines below come to the end of a sentence. Where neither is more probable, the line end stays.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from newslint.canonical.block_signs import ends_block, goes_on_by_signs, is_label, is_one_paragraph
from newslint.canonical.line_signs import (
    MAX_WORD_CHARS,
    MIN_CONTINUED_CHARS,
    continues,
    ends_sentence,
    fills_line,
    first_word_length,
    is_item,
    is_prose,
)
from newslint.canonical.word_evidence import collect_words, goes_on_by_words

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

Kind = Literal["hard", "continued", "sentence", "unclear"]

MIN_SENTENCES = (
    0.3  # ends of sentences within lines, for each paragraph that certainly ends: below, paragraphs are short
)
MANY_SENTENCES = 1.2


def wrapped_line_ends(lines: Sequence[str], width: int) -> set[int]:
    """Return the numbers of the lines of a text, wrapped at `width`, that go on in the next line."""
    kinds = [_kind(line, following, width) for line, following in pairwise(lines)]
    kinds.append("hard")
    words = collect_words(lines)
    sentences = _sentences_per_paragraph(lines, kinds)
    quoted = _quoted_line_ends(lines, kinds)
    found: set[int] = set()
    last = len(lines) - 1  # of the lines from `number` on, the one where no sentence goes on
    for number in range(len(lines) - 1, -1, -1):
        kind = kinds[number]
        if kind in ("hard", "sentence"):
            last = number
        if kind == "hard":
            continue
        line, following = lines[number], lines[number + 1]
        below = last if last > number else _last_of_paragraph(kinds, number + 1)
        is_finished = ends_sentence(lines[below])
        is_last = below == number + 1
        begins = number == 0 or kinds[number - 1] in ("hard", "sentence")
        is_rest = is_finished or not is_last  # what stands below may be the rest of a paragraph
        is_quoted = number in quoted and (is_rest or kind == "unclear")
        if kind == "continued" or is_quoted or words.are_neighbours(line, following):
            found.add(number)
        elif kind == "sentence":
            if is_one_paragraph(line, following) or (
                is_rest
                and not is_label(following)
                and (begins or line[-1] not in '”"')
                and sentences >= MIN_SENTENCES
                and (sentences >= MANY_SENTENCES or begins or (is_last and is_finished))
            ):
                found.add(number)
        elif (signs := goes_on_by_signs(line, following, begins, is_finished)) or (
            signs is None
            and (number or (is_last and not is_finished))
            and goes_on_by_words(line, following, begins, is_finished, words)
        ):
            found.add(number)
    return found


def _kind(line: str, following: str, width: int) -> Kind:
    if not line or not following or is_item(following, line) or ends_block(line, following):
        return "hard"
    is_full = fills_line(line, following, width)
    if continues(line, following) and (is_full or (is_prose(line) and is_prose(following))):
        return "continued"
    if not is_full or len(line) < MIN_CONTINUED_CHARS:
        return "hard"
    if first_word_length(following) > MAX_WORD_CHARS and line[-1] not in ".!?…":
        return "continued"  # an address
    return "sentence" if ends_sentence(line) else "unclear"


def _last_of_paragraph(kinds: Sequence[Kind], number: int) -> int:
    while kinds[number] not in ("hard", "sentence"):
        number += 1
    return number


def _quoted_line_ends(lines: Sequence[str], kinds: Sequence[Kind]) -> set[int]:
    """Return the numbers of the lines whose paragraph has a quotation open at their ends.

    Every paragraph of a long quotation opens it again, so that such a line goes on in one that does not.
    """
    found: set[int] = set()
    curly = straight = 0  # marks that are open
    for number, line in enumerate(lines[:-1]):
        curly = max(0, curly + line.count("“") - line.count("”"))
        straight = (straight + line.count('"')) % 2
        if kinds[number] == "hard" or lines[number + 1][0] in '“"':
            curly = straight = 0
        elif curly or straight:
            found.add(number)
    return found


def _sentences_per_paragraph(lines: Sequence[str], kinds: Sequence[Kind]) -> float:
    within = sum(len(_sentence_end().findall(line)) for line in lines)
    return within / max(1, sum(kind == "hard" and bool(line) for line, kind in zip(lines, kinds, strict=True)))


@cache
def _sentence_end() -> re.Pattern[str]:
    import re

    return re.compile(r"[.!?][”\"’)]* [“\"‘(]?[A-Z]")
