"""numbers/percent-change: a percentage that is not the change between the two numbers beside it."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import permutations

from newslint.api import Article, Finding, Lexicon, Pattern, Quantity, Rejection, Span, numbers, sentence_at
from newslint_numbers.data.words import CHANGE_NOUNS, YEARLY
from newslint_numbers.figure_rule import PERCENT, FigureRule
from newslint_numbers.view.changes import Change, find_change, may_have_change
from newslint_numbers.view.rounding import last_digit_unit, without_magnitude
from newslint_numbers.view.skeleton import AMOUNT, SHARE, Skeleton, skeleton

COMPARING_WORDS = (" from ", "(from ", " than ", " over ", " on the ", "ompared ", " versus ", " vs", " against ")
MAX_CHARS_TO_COMPARING_WORD = 200  # from the percentage, before or after it
_PERIOD = r"(?:year|month|week|day|quarter|decade)"
OTHER_BASIS = Pattern(
    rf"""\b(?:{"|".join(YEARLY)})[ ](?:[\w-]+[ ]){{0,2}}?(?:rate|basis|pace|change|{"|".join(CHANGE_NOUNS)})s?\b
        |{SHARE}[ ](?:a|an|per|each|every)[ ]{_PERIOD}\b|{SHARE}[ ](?:annual|per[ ]annum|yearly)
        |\b(?:constant|local)[ ]currenc|\b(?:inflation|adjusted|adjusting|real[ ]terms)\b|\bat[ ]a[ ]rate\b""",
    method="search",
    matches=("an average annual increase of", f"{SHARE} a year", "in constant currency", "adjusted for inflation"),
    misses=("its annual oil bill", f"{SHARE} in a year"),
)

NO_COMPARISON = Rejection('no word that compares, such as "from" or "than", stands near it', "form")
FEW_FIGURES = Rejection("the sentence has fewer than three numbers", "form")
NO_CHANGE = Rejection("the sentence has no word for a change", "form")
TOO_LONG = Rejection("the sentence is so long that it is a list or a table", "form")
UNBOUNDED = Rejection("the percentage is zero or has no upper bound", "value")
FITS = Rejection("the percentage is the change from one number to the other, as far as rounding allows", "value")
FITS_OTHERS = Rejection('the percentage fits two other numbers of the clause, or these without "million"', "value")
YEARLY_OR_ADJUSTED = Rejection("the percentage is a yearly rate, or adjusted for inflation or currency", "form")


class PercentChange(FigureRule):
    """Finds a percentage that is not the change between two numbers: "from 60 to 75, a 20 percent increase".

    Readers can see the two numbers and must trust the percentage, so it must be right. The rule follows statcheck
    (Nuijten and others, Behavior Research Methods, 2016), which recomputes the results of a paper from the numbers it
    gives, and it is as lenient: it accepts whatever rounding can explain.

    It speaks only where a sentence has one of these forms. A and B are two counts, two sums of one currency, or two
    measures or periods of one unit; B must be P percent more or less than A:

    | form | example |
    |---|---|
    | rose P, from A to B | jobs grew by 44 percent, from 93,000 to 173,807 |
    | rose P to B from A | sales fell 7 percent to 12,860 in May from 13,762 |
    | rose P (B versus A) | burglaries are down 40 percent this year (24 versus 40) |
    | a P rise — B, up from A | a 20 percent rise in exports — 480 tons, up from 400 |
    | from A to B, a P rise | arrests rose from 60 to 75, a 25 percent increase |
    | to B from A, a rise of P | output rose to 50 tonnes from 40 tonnes, a gain of 25 percent |
    | B, up from A, a P rise | 60 thefts in May, compared with 50 in April, a rise of 20 percent |
    | rose from A to B, or P | fines fell from 300 to 200, or 33 percent |
    | B, up P from A | 415 break-ins, down 17 percent from the 503 of a year earlier |
    | B, a P rise from A | 50 boats, a 25 percent increase from 40 |
    | the B are P lower than the A | the 60 permits are 33 percent lower than the 90 of last year |

    It ignores yearly rates and changes adjusted for inflation or at constant currency.

    ```bad
    Arrests rose from 60 to 75, a 20 percent increase.
                      ^^^^^^^^^^^^^^^^^^^^^^ from 60 to 75 is an increase of about 25 percent, not "20 percent"; …
    ```

    ```good
    Arrests rose from 60 to 75, a 25 percent increase. Fines fell by a third, from 300 to 200, or 33 percent.
    ```
    """

    name = "numbers/percent-change"
    required_kinds = ("numbers.percent",)
    not_judged = "stands beside no percentage of change that this rule checks"

    def lexicon(self) -> Lexicon:
        """Return the words for percent."""
        return PERCENT

    def judge(self, article: Article) -> Iterator[tuple[Span, Finding | Rejection]]:
        """Yield each percentage, with a finding where it is not the change between the two numbers beside it."""
        text, found, sentence_end = article.text, article.get(numbers), 0
        for start, end, _word in article.mentions("numbers.percent"):
            if start < sentence_end:
                continue
            window = text[max(0, start - MAX_CHARS_TO_COMPARING_WORD) : start + MAX_CHARS_TO_COMPARING_WORD]
            if not any(word in window for word in COMPARING_WORDS):
                yield Span(start, end), NO_COMPARISON
                continue
            sentence = sentence_at(article, start)
            sentence_end = sentence.end
            count = bisect_left(found, (sentence_end,)) - bisect_left(found, (sentence.start,))
            if count < 3:
                yield sentence, FEW_FIGURES
            elif not may_have_change(text, sentence):
                yield sentence, NO_CHANGE
            else:
                in_sentence = skeleton(article, sentence)
                if in_sentence:
                    yield from _judge_sentence(text, in_sentence)
                else:
                    yield sentence, TOO_LONG


def _judge_sentence(text: str, skeleton: Skeleton) -> Iterator[tuple[Span, Finding | Rejection]]:
    for offset, percentage in skeleton.figures.items():
        if percentage.kind != "share":
            continue
        place = Span(percentage.start, percentage.end)
        if not 0 < percentage.value <= percentage.high < float("inf"):
            yield place, UNBOUNDED
            continue
        change = find_change(skeleton, offset)
        if isinstance(change, Rejection):
            yield place, change
            continue
        place = _span(change, percentage)
        if _fits(text, change, percentage):
            yield place, FITS
        elif OTHER_BASIS.search(skeleton.text, 0, len(skeleton.text)):
            yield place, YEARLY_OR_ADJUSTED
        elif _is_explained(text, skeleton, offset, change, percentage):
            yield place, FITS_OTHERS
        else:
            yield place, _finding(text, change, percentage)


def _is_explained(text: str, skeleton: Skeleton, at: int, change: Change, percentage: Quantity) -> bool:
    """Return whether two other numbers of the clause have this percentage between them, or these without magnitudes."""
    if _fits(text, Change(without_magnitude(text, change.before), without_magnitude(text, change.after)), percentage):
        return True  # "from 120 million barrels (MMbbl) to 310 MMbbl"
    start, end = skeleton.text.rfind(";", 0, at), skeleton.text.find(";", at)
    amounts = [
        figure
        for offset, figure in skeleton.figures.items()
        if skeleton.text[offset] == AMOUNT and figure.value and start < offset and (offset < end or end < 0)
    ]
    return any(
        first.unit == second.unit and _fits(text, Change(first, second), percentage)
        for first, second in permutations(amounts, 2)
        if (first, second) != (change.after, change.before)
    )


def _fits(text: str, change: Change, percentage: Quantity) -> bool:
    """Return whether a percentage is the change, as far as the three numbers are written."""
    low_factor, high_factor = change.factors(text)
    is_hedged = percentage.hedge_span[0] < percentage.hedge_span[1]
    slack = last_digit_unit(text, percentage) + 0.1 + (0.1 * percentage.value if is_hedged else 0.0)
    low, high = (low_factor - 1) * 100 - slack, (high_factor - 1) * 100 + slack
    return low <= percentage.value <= high or low <= -percentage.value <= high


def _span(change: Change, percentage: Quantity) -> Span:
    three = change.before, change.after, percentage
    return Span(min(figure.start for figure in three), max(figure.end for figure in three))


def _finding(text: str, change: Change, percentage: Quantity) -> Finding:
    before, after, actual = change.before, change.after, change.percent()
    kind = "an increase" if actual > 0 else "a decrease"
    return Finding(
        _span(change, percentage),
        f"from {text[before.start : before.end]} to {text[after.start : after.end]} is {kind} of about "
        f'{abs(actual):,.0f} percent, not "{text[percentage.start : percentage.end]}"; check all three numbers.',
    )
