"""Which lines may be junk though no phrase convicts them, with what speaks for and against each."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from newslint.api import Article, headlines, line_style, non_blank_lines, non_prose_lines, short_lines
from newslint_boilerplate import signs
from newslint_boilerplate.certain import phrased
from newslint_boilerplate.labels import credited, plain, stamped
from newslint_boilerplate.layout import labels, layout, subheading, worth_weighing
from newslint_boilerplate.weights import START, WEIGHTS

LONGEST = 320  # characters: what is longer is not weighed at all
SEPARATORS = " _-–—*=~.…•"
# Some of this there has to be: a run of short lines may be the article's own list.
TELLING = frozenset(
    (
        "run holds junk", "near junk", "after junk", "among comments", "page's words", "section name", "buttons",
        "half buttons", "address", "no letters", "date", "one word", "stands twice",
    )
)  # fmt: skip


def _most(*names: str) -> float:
    return max(0.0, *(WEIGHTS.get(name, 0.0) for name in names))


# The most that a line can still weigh more by what is looked at later.
ELSEWHERE = 0.01 + _most("stands twice") + _most("shares nothing", "shares little", "says nothing")
BUTTONED = ELSEWHERE + _most("buttons", "half buttons") + _most("address") + _most("date")
WORDED = BUTTONED + _most("section name") + _most("no letters")
# No date has so many plain words that a line reads on; and whether it begins in lower case is known by then.
READING_ON = BUTTONED - _most("date") + _most("capitals", "title case") + _most("some words")
LOWERED = _most("lower case")


class Suspect(NamedTuple):
    """A line to be weighed, by its number among the filled lines."""

    number: int
    evidence: tuple[str, ...]


def _may_hold_more(article: Article) -> bool:
    """Whether a line in company, or at an end, gives itself away, as one must where no junk is known yet."""
    text, loose = article.text, frozenset(article.get(non_prose_lines))
    final = len(text.rstrip()) if loose else 0
    return any(
        number in loose
        and (number == 0 or number - 1 in loose or number + 1 in loose or end == final)
        and signs.may_tell(text[start:end])
        for number, start, end in article.get(short_lines)
    )


def weigh(evidence: Iterable[str]) -> float:
    """What a line weighs for being junk."""
    return START + sum([WEIGHTS.get(name, 0.0) for name in evidence])


def suspects(article: Article, sure: dict[int, str], least: float = -100.0) -> list[Suspect]:
    """The lines that may be junk, with what speaks for and against each; `sure` are those known to be, by number.

    Lines that weigh no more than `least` may be left out: what costs most is looked at last, and only where it can
    still decide.
    """
    if not sure and not article.get(phrased).maybe and not _may_hold_more(article):
        return []
    look = layout(article, sure)
    if look is None:
        return []
    lines, found = article.get(non_blank_lines), []
    known: Counter[str] | None = None
    alone: set[int] | None = None
    for number in worth_weighing(look):
        span = lines[number]
        if span.end - span.start >= LONGEST:
            continue
        text, near = article[span], signs.neighbours(number, look)
        if number in look.maybe:
            near.append("page's words")
        if (not near and number not in look.runs) or subheading(number, text, look):
            continue
        if not (near or signs.may_tell(text)) or not text.strip(SEPARATORS):
            continue
        if text[-1] == ":" and number < look.last and number not in look.maybe:
            continue  # it leads in what follows
        first = ["first line"] if number == 0 else []
        ending = signs.ending(text)
        stands = [*signs.opening(text), signs.place(number, look), signs.company(number, look)]
        most = weigh([*near, *first, ending, *stands]) + READING_ON + (LOWERED if text[0].islower() else 0.0)
        if most < least and signs.reads_on(text):
            continue
        form = line_style(article, span)
        looks = [ending, *signs.setting(text, form), *stands]
        weight = weigh([*near, *first, *looks])
        if weight + WORDED < least:
            continue
        wording = signs.wording(text, form)
        if not near and TELLING.isdisjoint(wording):
            continue
        if weight + weigh(wording) - START + ELSEWHERE < least:
            continue
        if alone is None:  # advertisements or subheadings, no links
            alone = {line.block.number for line in article.get(headlines) if line.is_isolated}
        if number in alone or credited(text):
            continue
        if number < look.opening and (stamped(text) or signs.may_be_named(form)):
            continue
        known = labels(article, look) if known is None else known
        twice = ["stands twice"] if known[plain(text)] > 1 else []
        evidence = (*near, *twice, *first, *wording, *looks, signs.vocabulary(article, form))
        if weigh(evidence) > least:
            found.append(Suspect(number, evidence))
    return found
