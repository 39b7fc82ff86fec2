"""numbers/percent-change: a percentage that is not the change between the two numbers beside it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newslint.api import Article, Finding, Lexicon, Number, Pattern, Quantity, Rule, Span, numbers, sentence_at
from newslint_numbers.data.words import CHANGE_STEMS, CHANGE_WORDS, CLAUSE_OPENERS
from newslint_numbers.view.changes import COMPARED_WITH, Change, comparable, from_to, is_preceded_by, neighbors
from newslint_numbers.view.rounding import last_digit_unit

CHANGE = Pattern(
    rf"\b(?:(?:{'|'.join(CHANGE_STEMS)})\w*|{'|'.join(CHANGE_WORDS)})\b",
    method="search",
    matches=("arrests rose from", "a drop", "the increasing number", "down 5"),
    misses=("the uproar", "for the upper house", "it remained"),
)
PERCENT_STARTS = (" perc", " per ")
_OPENERS = rf"{'|'.join(CLAUSE_OPENERS)}|(?<!compared[ ])with"
CLAUSE_BREAK = Pattern(
    rf";|\b(?:and|{_OPENERS})\b",
    method="search",
    matches=("; sales", "and costs", " while"),
    misses=(", an", "compared with"),
)
CLAUSE_BREAK_EXCEPT_AND = Pattern(
    rf";|\b(?:{_OPENERS})\b", method="search", matches=("; sales", " with a"), misses=("and costs", "compared with")
)


class PercentChange(Rule):
    """Finds a percentage that is not the change between two numbers: "from 40 to 50, a 20 percent increase".

    Readers can see the two numbers and must trust the percentage, so it must be right. The rule follows statcheck
    (Nuijten and others, Behavior Research Methods, 2016), which recomputes the results of a paper from the numbers it
    gives, and it is as lenient: it accepts whatever rounding can explain.

    ```bad
    Arrests rose from 40 to 50, a 20 percent increase.
                      ^^^^^^^^^^^^^^^^^^^^^^ from 40 to 50 is an increase of about 25 percent, not "20 percent"; …
    ```

    ```good
    Arrests rose from 40 to 50, a 25 percent increase. Fines fell by a third, from 300 to 200, or 33 percent.
    ```
    """

    name = "numbers/percent-change"
    required_kinds = ("numbers.percent",)

    def lexicon(self) -> Lexicon:
        """Return the words for percent."""
        return {"numbers.percent": ("%", "percent", "per cent")}

    def check(self, article: Article) -> Iterator[Finding]:
        """Yield one finding for each set of two numbers and a percentage."""
        text, found = article.text, article.get(numbers)
        for start, _end, _word in article.mentions("numbers.percent"):
            index = bisect_left(found, (start,)) - 1
            if index < 0 or start - found[index].end > 1:
                continue
            if not any(_may_be_compared(text, number) for number in found[max(0, index - 2) : index + 4]):
                continue
            sentence = sentence_at(article, start)
            near = neighbors(article, found, index, sentence)
            position = next((at for at, neighbor in enumerate(near) if neighbor.end > found[index].start), len(near))
            if position < len(near) and near[position].unit == "%" and near[position].value > 0:
                yield from _check_percentage(article, near, position)


def _may_be_compared(text: str, number: Number) -> bool:
    """Return whether a number may be one of the two: a quick check, as most percentages are not such changes."""
    start, end, value = number
    before = text[max(0, start - 35) : start]
    if " from " not in before and " compared " not in before and " over " not in before:
        return False
    return text[end : end + 5] not in PERCENT_STARTS and not (end - start == 4 and 1900 <= value <= 2100)


def _check_percentage(article: Article, near: Sequence[Quantity], position: int) -> Iterator[Finding]:
    text, percentage = article.text, near[position]
    change = (
        _change_after(text, near, position)
        or _change_before(text, near, position)
        or _change_around(text, near, position)
    )
    if change is None or percentage.high == float("inf"):
        return
    low_factor, high_factor = change.factors(text)
    is_hedged = percentage.hedge_span[0] < percentage.hedge_span[1]
    slack = last_digit_unit(text, percentage) + 0.1 + (0.1 * percentage.value if is_hedged else 0.0)
    low, high = (low_factor - 1) * 100 - slack, (high_factor - 1) * 100 + slack
    if low <= percentage.value <= high or low <= -percentage.value <= high:
        return
    before, after, actual = change.before, change.after, change.percent()
    kind = "an increase" if actual > 0 else "a decrease"
    yield Finding(
        Span(min(before.start, after.start, percentage.start), max(before.end, after.end, percentage.end)),
        f"from {text[before.start : before.end]} to {text[after.start : after.end]} is {kind} of about "
        f'{abs(actual):,.0f} percent, not "{text[percentage.start : percentage.end]}"; check all three numbers.',
    )


def _change_after(text: str, near: Sequence[Quantity], position: int) -> Change | None:
    """Return the change in "20 percent, from 40 to 50" and "20 percent to 50 from 40"."""
    if position + 2 >= len(near):
        return None
    percentage, first = near[position], near[position + 1]
    gap = text[percentage.end : first.start]
    if len(gap) > 80 or CLAUSE_BREAK_EXCEPT_AND.search(gap, 0, len(gap)):
        return None
    is_led = CHANGE.search(text, percentage.start - 30, percentage.start) is not None
    is_followed = CHANGE.search(gap, 0, len(gap)) is not None
    if is_led == is_followed:
        return None  # neither: it is not a change; both: the second may be of something else
    return from_to(text, first, near[position + 2])


def _change_before(text: str, near: Sequence[Quantity], position: int) -> Change | None:
    """Return the change in "from 40 to 50, a 20 percent increase"."""
    if position < 2:
        return None
    gap = text[near[position - 1].end : near[position].start]
    if len(gap) > 60 or CLAUSE_BREAK.search(gap, 0, len(gap)):
        return None
    start = near[position - 2].start
    if not CHANGE.search(text, start - 80, near[position].end + 20):
        return None
    return from_to(text, near[position - 2], near[position - 1])


def _change_around(text: str, near: Sequence[Quantity], position: int) -> Change | None:
    """Return the change in "50, up 20 percent from 40"."""
    if not 0 < position < len(near) - 1:
        return None
    after, percentage, before = near[position - 1 : position + 2]
    gap_before, gap_after = text[after.end : percentage.start], text[percentage.end : before.start]
    if len(gap_before) > 100 or len(gap_after) > 60 or CLAUSE_BREAK.search(gap_before, 0, len(gap_before)):
        return None
    if CLAUSE_BREAK_EXCEPT_AND.search(gap_after, 0, len(gap_after)) or not is_preceded_by(text, COMPARED_WITH, before):
        return None
    if not CHANGE.search(text, percentage.start - 20, before.start):
        return None
    return comparable(before, after)
