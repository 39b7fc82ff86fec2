"""numbers/percent-change: a percentage that is not the change between the two figures it stands with."""

from bisect import bisect_left
from collections.abc import Iterator

from newslint.api import Article, Figure, Finding, Lexicon, Pattern, Quantity, Rule, Span, figures, quantity, sentence_at
from newslint_numbers.rounding import rounded, step

UP = r"increas\w*|ris(?:e|es|ing|en)|rose|gr[eo]w\w*|growth|climb\w*|jump\w*|soar\w*|surg\w*|gain\w*|up|hike|spik\w*|leap\w*|swell\w*"
DOWN = r"decreas\w*|fall\w*|fell|drop\w*|declin\w*|reduc\w*|down|cut\w*|shr[aiu]nk\w*|slump\w*|plung\w*|plummet\w*|dip\w*|los[st]\w*|slid\w*"
CHANGE = Pattern(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b")
FROM = Pattern(r"\bfrom\s+(?:(?:an?|the|its|their|just|only|a\s+mere)\s+)?(?:[\w'’-]+\s+){0,2}?[$£€]?$")
TO = Pattern(r"\bto\s+(?:(?:an?|the|just|only|a\s+mere)\s+)?(?:[\w'’-]+\s+){0,2}?[$£€]?$")
CAUSE = Pattern(r"\b(?:compared|versus|against|than)\b")


class PercentChange(Rule):
    """Finds a percentage that is not the change from one figure to the other: "from 40 to 50, a 20 percent increase".

    The percentage is the one figure of the three that a reader cannot see, so it is the one that must be right. In the
    spirit of statcheck (Nuijten and others, Behavior Research Methods, 2016), which recomputes a paper's results from
    the figures it gives, and as lenient: whatever rounding can explain passes.

    ```bad
    Arrests rose from 40 to 50, a 20 percent increase.
                      ^^^^^^^^^^^^^^^^^^^^^^ from 40 to 50 is an increase of about 25 percent, which does not fit "20 percent"; check all three figures.
    ```

    ```good
    Arrests rose from 40 to 50, a 25 percent increase. Fines fell by a third, from 300 to 200, or 33 percent.
    ```
    """

    name = "numbers/percent-change"
    triggers = ("numbers.percent",)

    def lexicon(self) -> Lexicon:
        """The words for percent."""
        return {"numbers.percent": ("%", "percent", "per cent")}

    def check(self, article: Article) -> Iterator[Finding]:
        """One finding for each triple."""
        text, found = article.text, article.get(figures)
        done = -1
        for at, _end, _word in article.mentions("numbers.percent"):
            number = bisect_left(found, (at, 0, 0.0)) - 1
            if number < 0 or number == done or at - found[number].end > 1:
                continue
            done = number
            sentence = sentence_at(article, at)
            if "from " not in text[sentence[0] : sentence[1]]:
                continue
            yield from _judge(article, sentence, number, found)


def _judge(article: Article, sentence: Span, number: int, found: list[Figure]) -> Iterator[Finding]:
    text = article.text
    change = quantity(article, found[number])
    if change.unit != "%" or change.value == 0:
        return
    pair = _after(article, number, sentence, found) or _before(article, number, sentence, found)
    if pair is None:
        return
    before, after = pair
    least, most = _changes(text, before, after)
    slack = step(text, change) + 0.1 + (0.1 * change.value if change.hedge[0] < change.hedge[1] else 0.0)
    if change.high == float("inf") or any(
        least - slack <= value <= most + slack for value in (change.value, -change.value)
    ):
        return
    real = (after.value / before.value - 1) * 100
    span = Span(min(before.start, after.start, change.start), max(before.end, after.end, change.end))
    kind = "an increase" if real > 0 else "a decrease"
    yield Finding(
        span,
        f"from {article[before[:2]]} to {article[after[:2]]} is {kind} of about {abs(real):,.0f} percent, which does not "
        f'fit "{article[change[:2]]}"; check all three figures.',
    )


def _after(article: Article, number: int, sentence: Span, found: list[Figure]) -> tuple[Quantity, Quantity] | None:
    """The pair in "20 percent, from 40 to 50", "from 40 to 50, or 20 percent" or "50, up 20 percent from 40"."""
    near = [quantity(article, figure) for figure in found[max(0, number - 5) : number + 6]]
    near = [one for one in near if sentence[0] <= one.start < sentence[1] and one.unit not in ("date", "year-old")]
    text = article.text
    place = next(index for index, one in enumerate(near) if one.end > found[number].start)
    for first in (place + 1, place - 2):
        if 0 <= first and first + 1 < len(near):
            before, after = near[first], near[first + 1]
            if _opens(text, FROM, before) and _opens(text, TO, after) and _comparable(before, after):
                edge = (near[place].end, before.start) if first > place else (after.end, near[place].start)
                if edge[1] - edge[0] <= 60 and _says_change(text, sentence):
                    return before, after
    return None


def _before(article: Article, number: int, sentence: Span, found: list[Figure]) -> tuple[Quantity, Quantity] | None:
    near = [quantity(article, figure) for figure in found[max(0, number - 3) : number + 4]]
    near = [one for one in near if sentence[0] <= one.start < sentence[1] and one.unit not in ("date", "year-old")]
    text = article.text
    place = next(index for index, one in enumerate(near) if one.end > found[number].start)
    if not 0 < place < len(near) - 1:
        return None
    after, change, before = near[place - 1 : place + 2]
    between = text[after.end : change.start], text[change.end : before.start]
    if len(between[0]) > 100 or len(between[1]) > 60 or not _opens(text, FROM, before) or not _comparable(before, after):
        return None
    if not CHANGE.within(text, change.start - 20, before.start):
        return None
    return before, after


def _opens(text: str, pattern: Pattern, one: Quantity) -> bool:
    begin = one.hedge[0] if one.hedge[0] < one.hedge[1] else one.start
    return pattern.within(text, begin - 30, begin) is not None


def _comparable(before: Quantity, after: Quantity) -> bool:
    return before.unit == after.unit != "%" and before.value > 0 and after.value > 0


def _says_change(text: str, sentence: Span) -> bool:
    return CHANGE.within(text, sentence[0], sentence[1]) is not None


def _changes(text: str, before: Quantity, after: Quantity) -> tuple[float, float]:
    (low, high), (least, most) = rounded(text, before), rounded(text, after)
    return (least / high - 1) * 100, (most / low - 1) * 100
