"""numbers/percent-change: a percentage that is not the change between the two figures it stands with."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newslint.api import Article, Finding, Lexicon, Number, Pattern, Quantity, Rule, Span, numbers, sentence_at
from newslint_numbers.view.changes import AGAINST, Change, comparable, from_to, is_preceded_by, neighbors
from newslint_numbers.view.rounding import last_digit_unit

CHANGE = Pattern(
    r"""\b(?:increas\w*|ris(?:e|es|ing|en)|rose|gr[eo]w\w*|growth|climb\w*|jump\w*|soar\w*|surg\w*|gain\w*|up|hikes?|hiked
        |spik\w*|leap\w*|swell\w*|rall(?:y|ied)|higher|decreas\w*|falls?|fallen|falling|fell|drop\w*|declin\w*|reduc\w*
        |down|cut\w*|shr[aiu]nk\w*|slump\w*|plung\w*|plummet\w*|dip\w*|los[st]\w*|slid\w*|lower|tumbl\w*)\b"""
)
PERCENT = (" perc", " per ")
BREAK = Pattern(r";|\b(?:and|while|as|but|(?<!compared[ ])with|when|after|because|although|though|whereas)\b")
LATER = Pattern(r";|\b(?:while|as|but|(?<!compared[ ])with|when|after|because|although|though|whereas)\b")


class PercentChange(Rule):
    """Finds a percentage that is not the change from one figure to the other: "from 40 to 50, a 20 percent increase".

    The percentage is the one figure of the three that a reader cannot see, so it is the one that must be right. In the
    spirit of statcheck (Nuijten and others, Behavior Research Methods, 2016), which recomputes a paper's results from
    the figures it gives, and as lenient: whatever rounding can explain passes.

    ```bad
    Arrests rose from 40 to 50, a 20 percent increase.
                      ^^^^^^^^^^^^^^^^^^^^^^ from 40 to 50 is an increase of about 25 percent, which does not fit …
    ```

    ```good
    Arrests rose from 40 to 50, a 25 percent increase. Fines fell by a third, from 300 to 200, or 33 percent.
    ```
    """

    name = "numbers/percent-change"
    required_kinds = ("numbers.percent",)

    def lexicon(self) -> Lexicon:
        """The words for percent."""
        return {"numbers.percent": ("%", "percent", "per cent")}

    def check(self, article: Article) -> Iterator[Finding]:
        """One finding for each triple."""
        text, found = article.text, article.get(numbers)
        for at, _end, _word in article.mentions("numbers.percent"):
            number = bisect_left(found, (at, 0, 0.0)) - 1
            if number < 0 or at - found[number].end > 1:
                continue
            if not any(_set_against(text, figure) for figure in found[max(0, number - 2) : number + 4]):
                continue
            sentence = sentence_at(article, at)
            near = neighbors(article, found, number, sentence)
            place = next((index for index, one in enumerate(near) if one.end > found[number].start), len(near))
            if place < len(near) and near[place].unit == "%" and near[place].value > 0:
                yield from _judge(article, near, place)


def _set_against(text: str, figure: Number) -> bool:
    """A cheap look, for most percentages are no change from one figure to another."""
    start, end, value = figure
    before = text[max(0, start - 35) : start]
    if " from " not in before and " compared " not in before and " over " not in before:
        return False
    return text[end : end + 5] not in PERCENT and not (end - start == 4 and 1900 <= value <= 2100)


def _judge(article: Article, near: Sequence[Quantity], place: int) -> Iterator[Finding]:
    text, said = article.text, near[place]
    change = _behind(text, near, place) or _ahead(text, near, place) or _around(text, near, place)
    if change is None or said.high == float("inf"):
        return
    least, most = change.factors(text)
    slack = last_digit_unit(text, said) + 0.1 + (0.1 * said.value if said.hedge_span[0] < said.hedge_span[1] else 0.0)
    low, high = (least - 1) * 100 - slack, (most - 1) * 100 + slack
    if low <= said.value <= high or low <= -said.value <= high:
        return
    before, after, real = change.before, change.after, change.percent()
    kind = "an increase" if real > 0 else "a decrease"
    yield Finding(
        Span(min(before.start, after.start, said.start), max(before.end, after.end, said.end)),
        f"from {text[before.start : before.end]} to {text[after.start : after.end]} is {kind} of about "
        f'{abs(real):,.0f} percent, which does not fit "{text[said.start : said.end]}"; check all three figures.',
    )


def _behind(text: str, near: Sequence[Quantity], place: int) -> Change | None:
    """20 percent, from 40 to 50; 20 percent to 50 from 40."""
    if place + 2 >= len(near):
        return None
    said, first = near[place], near[place + 1]
    gap = text[said.end : first.start]
    if len(gap) > 80 or LATER.search(gap, 0, len(gap)):
        return None
    led = CHANGE.search(text, said.start - 30, said.start)
    followed = CHANGE.search(gap, 0, len(gap))
    if bool(led) == bool(followed):
        return None  # none: no change is spoken of; two: the second may be of something else
    return from_to(text, first, near[place + 2])


def _ahead(text: str, near: Sequence[Quantity], place: int) -> Change | None:
    """From 40 to 50, a 20 percent increase."""
    if place < 2:
        return None
    gap = text[near[place - 1].end : near[place].start]
    if len(gap) > 60 or BREAK.search(gap, 0, len(gap)):
        return None
    start = near[place - 2].start
    if not CHANGE.search(text, start - 80, near[place].end + 20):
        return None
    return from_to(text, near[place - 2], near[place - 1])


def _around(text: str, near: Sequence[Quantity], place: int) -> Change | None:
    """50, up 20 percent from 40."""
    if not 0 < place < len(near) - 1:
        return None
    after, said, before = near[place - 1 : place + 2]
    gaps = text[after.end : said.start], text[said.end : before.start]
    if len(gaps[0]) > 100 or len(gaps[1]) > 60 or BREAK.search(gaps[0], 0, len(gaps[0])):
        return None
    if LATER.search(gaps[1], 0, len(gaps[1])) or not is_preceded_by(text, AGAINST, before):
        return None
    if not CHANGE.search(text, said.start - 20, before.start):
        return None
    return comparable(before, after)
