"""Signs around a full line's end that a block ends there, or that a paragraph, a sentence or a title goes on."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newslint.canonical.line_signs import (
    LEGAL_SENTENCES,
    PREPOSITIONS,
    ends_sentence,
    is_address,
    is_in_brackets,
    may_end_paragraph,
)

if TYPE_CHECKING:
    import re

PAGE_LABELS = ("Advertisement", "ADVERTISEMENT", "Share this", "SHARE THIS")
COPYRIGHT = ("Copyright", "©")
AFTER_CLOCK = ("AM", "PM", "A.M.", "P.M.", "GMT", "UTC", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LINK_LABELS = frozenset("read see more related recommended watch also".split())  # the first words of "READ ALSO: …"
MAX_LABEL_CHARS = 25


def ends_block(line: str, following: str) -> bool:
    """Whether a line ends with the date of a post or the length of a video, or a label of the page follows."""
    if following.startswith(PAGE_LABELS):
        return True
    if following.startswith(COPYRIGHT):
        return not line[-1].isalpha()
    if not line[-1].isdigit() or following[0].islower() or following.startswith(AFTER_CLOCK):
        return False
    return _end_of_post().search(line) is not None


def is_one_paragraph(line: str, following: str) -> bool:
    """Whether a paragraph goes on behind the end of a sentence, or of a part of one."""
    return (
        not may_end_paragraph(line)
        or following[0] == "("
        or is_address(following)
        or _length_of_video().fullmatch(following) is not None
        or following.lower().startswith(LEGAL_SENTENCES)
    )


def is_label(line: str) -> bool:
    """Whether a line begins with a label of up to three words: "Related:", "Photo by:"."""
    label = line[:40].partition(":")[0]
    return (
        len(label) < len(line[:40])
        and label[:1].isupper()
        and label.count(" ") < 3
        and not line[len(label) + 1 :][:1].isalnum()
    )


def goes_on_by_signs(line: str, following: str, begins: bool, is_finished: bool) -> bool | None:
    """Whether a sentence, or a title, goes on across a line end: what its words say; None if they do not."""
    last = line.rsplit(" ", 1)[-1]
    if "://" in last or last.startswith(("www.", "pic.twitter")):
        return False
    if line[-1] in ",&(–—-" or last in PREPOSITIONS or last.endswith(("'s", "’s", "s'", "s’")):
        return True
    if is_in_brackets(line) or (line.isupper() and following.isupper()):
        return True
    if (following.isupper() and not ends_sentence(following)) or following.startswith(COPYRIGHT):
        return False
    if begins and (is_label(following) if not is_finished else _is_link(line)):
        return False
    if is_finished and _dateline().match(following):
        return False
    return None


def _is_link(line: str) -> bool:
    """Whether a line begins with the label of a link, so that no sentence of the article goes on in the next."""
    label, colon, _ = line[:MAX_LABEL_CHARS].partition(":")
    return bool(colon) and label.partition(" ")[0].lower() in LINK_LABELS


@cache
def _end_of_post() -> re.Pattern[str]:
    import re

    return re.compile(r"\(@\w+\) [A-Z]\w+ \d{1,2}, \d{4}$|(?:^| )\d\d:\d\d$")


@cache
def _length_of_video() -> re.Pattern[str]:
    import re

    return re.compile(r"\d\d:\d\d")


@cache
def _dateline() -> re.Pattern[str]:
    import re

    return re.compile(r"[A-Z]{3}[A-Z. ]{0,30}(?:, [A-Z][\w. ]{1,15})?(?: \([^()]{2,25}\))? ?[-–—]{1,2} ")
