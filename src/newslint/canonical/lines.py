"""Paragraphs that were wrapped: line ends within a sentence become spaces, and hyphens at them are taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.canonical.line_signs import (
    MIN_CONTINUED_CHARS,
    continues,
    fills_line,
    first_word_length,
    is_item,
    is_open,
    is_prose,
)

if TYPE_CHECKING:
    from newslint.canonical.span_map import Replacement

MAX_WRAPPED_CHARS = 120  # a longer line is a paragraph of its own
LINES_PER_GAP = 12  # at most, where blank lines divide the paragraphs
MIN_WIDTH = 40  # in characters; shorter lines are labels, addresses or verse
MIN_PAIRS = 3  # line ends within sentences from which a width is taken
MARKS = ".,;:!?“”‘’\"'()[]"
VOWELS = frozenset("aeiouyáéíóúäöü")
# Parts that end words and begin none, so that the hyphen before them divides a word.
REST_OF_WORD = frozenset(
    (
        "ment ments mental mentary tion tions tional tioned tioning sion sions sional cation cations zation zations "
        "sation sations tation tations lation lations ing ings ting ning ling ding ness nesses ance ances "
        "ence ences ency encies ancy ible ibly ity ities nity lity rity sity vity bility ous ious eous ously ative "
        "atives tive tives sive sively tively ical ically tial cial cially tially cian cians ture tures tured ary "
        "aries tary ism isms ist ists istic ize ized izing ise ised ising ed er ers est ly ful fully less lessly "
        "ship ships hood ward wards wise dom ify ified"
    ).split()
)
MIN_SHARE = 0.8  # of these the share that the width must explain


def soft_line_ends(text: str) -> list[Replacement]:
    """Return the replacements that join what was wrapped, in order."""
    lines = text.split("\n")
    last = len(lines) - 1
    short = [number for number, size in enumerate(map(len, lines)) if 0 < size <= MAX_WRAPPED_CHARS and number < last]
    short = [number for number in short if lines[number + 1]]
    if not short:
        return []
    going = [number for number in short if continues(lines[number], lines[number + 1])]
    width = _width([(lines[number], lines[number + 1]) for number in going]) if len(going) >= MIN_PAIRS else 0
    if not width:
        # Only its own words, or a quotation that is open, can show that a line goes on.
        marked = [number for number in short if lines[number][-1] == "-" or is_open(lines[number])]
        short = sorted({*going, *marked}) if marked else going
    has_gaps = bool(width) and "" in lines[:-1] and (lines.count("") - 1) * LINES_PER_GAP >= len(lines)
    within: set[int] = set()
    if width and not has_gaps:
        from newslint.canonical.wrapping import wrapped_line_ends

        within = wrapped_line_ends(lines, width)
    found: list[Replacement] = []
    words: set[str] = set()
    end = -1
    done = 0
    for number in short:
        line, following = lines[number], lines[number + 1]
        if number in within or _is_soft(line, following, width if has_gaps else 0) or _is_quoted(lines, number):
            end += sum(map(len, lines[done : number + 1])) + number + 1 - done
            done = number + 1
            if _is_hyphenated(line, following):
                if not words:
                    words = {word.strip(MARKS).lower() for word in text.split()}
                found.append((end - 1, end + 1, "") if _is_one_word(line, following, words) else (end, end + 1, ""))
            else:
                found.append((end, end + 1, " "))
    return found


def _width(pairs: list[tuple[str, str]]) -> int:
    """Return the width in characters at which the text was wrapped, or 0, from the lines that go on in the next."""
    # A line of one word, such as an address, may be longer than the width.
    width = max(
        (len(line) for pair in pairs for line in pair if len(line) <= MAX_WRAPPED_CHARS and " " in line), default=0
    )
    fitting = sum(len(line) + 1 + first_word_length(following) > width for line, following in pairs)
    return width if width >= MIN_WIDTH and fitting >= MIN_SHARE * len(pairs) else 0


def _is_soft(line: str, following: str, width: int) -> bool:
    """Whether a line goes on in the next one; `width` is that of paragraphs which blank lines divide, else 0."""
    if _is_hyphenated(line, following):
        return True
    if width and (MIN_CONTINUED_CHARS <= len(line) <= width or " " not in line) and not is_item(following, line):
        return fills_line(line, following, width)
    return continues(line, following) and is_prose(line) and is_prose(following)


def _is_quoted(lines: list[str], number: int) -> bool:
    """Whether a quotation is open at the end of a line, and the lines below close it before another one opens."""
    line = lines[number]
    if not is_prose(line) or not is_open(line):
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


def _is_hyphenated(line: str, following: str) -> bool:
    return line[-1] == "-" and line[-2:-1].isalpha() and following[0].islower() and " " in line


def _is_one_word(line: str, following: str, words: set[str]) -> bool:
    """Whether a hyphen at a line's end divides one word: the text has it undivided, or its rest begins no word."""
    first = line.rsplit(" ", 1)[-1].strip(MARKS).lower()  # with its hyphen
    rest = following.split(" ", 1)[0].strip(MARKS).removesuffix("'s").removesuffix("’s").lower()
    if first + rest in words or "-" in first[:-1]:
        return False
    return first[:-1] + rest in words or rest in REST_OF_WORD or not VOWELS.intersection(rest)
