"""numbers/percent-of: a percentage that is not the part of the whole beside it."""

from collections.abc import Iterator

from newslint.api import Article, Finding, Lexicon, Pattern, Quantity, Rejection, Span, numbers, sentence_at
from newslint_numbers.figure_rule import PERCENT, FigureRule
from newslint_numbers.view.rounding import last_digit_unit, rounding_interval
from newslint_numbers.view.skeleton import AMOUNT, OTHER, SHARE, SIGNS, Skeleton, skeleton

_WORDS = rf"(?:[ ][^\s;:()“”—–.{SIGNS}]+)"
_OF = r"[ ](?:of|out[ ]of)[ ](?:(?:the|its|their|all|these|those)[ ])?(?:[\w'-]+[ ]){0,2}?"
_PART, _WHOLE, _SHARE = f"(?P<part>{AMOUNT})", f"(?P<whole>{AMOUNT})", f"(?P<share>{SHARE})"
_MARK = r"[ ]?(?:,|--|—|–)[ ]?"
FORMS = {
    "M of N (P)": Pattern(
        rf"{_PART}{_OF}{_WHOLE}{_WORDS}{{0,6}}[ ]\({_SHARE}\)",
        matches=(f"{AMOUNT} of the {AMOUNT} boats ({SHARE})",),
        misses=(f"{AMOUNT} of the {AMOUNT} boats, {AMOUNT} ({SHARE})", f"{AMOUNT} of {AMOUNT} ({SHARE} of them new)"),
    ),
    "M of N, or P": Pattern(
        rf"""{_PART}{_OF}{_WHOLE}(?:{_WORDS}|[ ]{OTHER}){{0,8}}{_MARK}(?:or[ ])?{_SHARE}
            (?=[ ]of[ ](?:the[ ]total|them|all|those)\b|[,.;—–]|$)""",
        matches=(f"{AMOUNT} of the {AMOUNT} boats, or {SHARE}.", f"{AMOUNT} of {AMOUNT} in May — {SHARE} of the total"),
        misses=(f"{AMOUNT} of {AMOUNT} boats, {SHARE} of which", f"{AMOUNT} of {AMOUNT}, and {SHARE}."),
    ),
    "M, or P, of the N": Pattern(
        rf"{_PART}{_WORDS}{{0,3}},[ ]or[ ]{_SHARE},?{_OF}{_WHOLE}",
        matches=(f"{AMOUNT} boats, or {SHARE}, of the {AMOUNT}",),
        misses=(f"{AMOUNT} boats, {SHARE} of the {AMOUNT}",),
    ),
    "M (P) of the N": Pattern(
        rf"{_PART}{_WORDS}{{0,3}}[ ]\({_SHARE}\){_OF}{_WHOLE}",
        matches=(f"{AMOUNT} ({SHARE}) of the {AMOUNT}",),
        misses=(f"{AMOUNT} ({SHARE}) in {AMOUNT}",),
    ),
    "of the N, M or P": Pattern(
        rf"{_WHOLE}{_WORDS}{{0,8}},[ ]{_PART},?[ ]or[ ]{_SHARE}",
        matches=(f"{AMOUNT} boats in the port, {AMOUNT} or {SHARE}",),
        misses=(f"{AMOUNT} boats, {AMOUNT} and {SHARE}", f"{AMOUNT} boats or {SHARE}"),
    ),
    "M or P of the N": Pattern(
        rf"{_PART}[ ]or[ ]{_SHARE}[ ]of[ ](?:the|its|their|all)[ ](?:[\w'-]+[ ]){{0,2}}?{_WHOLE}",
        matches=(f"{AMOUNT} or {SHARE} of the {AMOUNT}",),
        misses=(f"{AMOUNT} or {SHARE} of {AMOUNT}",),
    ),
    "M per N, or P": Pattern(
        rf"{_PART}{_WORDS}{{0,3}}[ ]per[ ](?P<whole>{OTHER}){_WORDS}{{0,3}}(?:,[ ]or[ ]|[ ]\(){_SHARE}",
        matches=(f"{AMOUNT} deaths per {OTHER} births, or {SHARE}", f"{AMOUNT} per {OTHER} ({SHARE})"),
        misses=(f"{AMOUNT} per {OTHER}, and {SHARE}",),
    ),
}
# Below it, "60 or 65 percent of the 90" may be a range.
MIN_PART_BESIDE_SHARE = 100

FEW_NUMBERS = Rejection("the article has fewer than three numbers", "form")
NO_WHOLE = Rejection('the sentence has no "of" or "per", and so no whole', "form")
TOO_LONG = Rejection("the sentence is so long that it is a list or a table", "form")
FEW_FIGURES = Rejection("the sentence has no two counts, sums or measures beside the percentage", "form")
NO_FORM = Rejection("no part and whole stand beside the percentage in one of the forms that this rule checks", "form")
MAY_BE_SHARE = Rejection("the number before the percentage is below 100 and may be a percentage too", "form")
UNLIKE = Rejection("the part and the whole are not of one kind and unit, or the part is the larger one", "unit")
UNBOUNDED = Rejection("one of the numbers has no upper bound, or the percentage is zero", "value")
FITS = Rejection("the percentage is right, as far as rounding allows", "value")


class PercentOf(FigureRule):
    """Finds a percentage that is not the part of a whole: "12 of the 40 boats (40 percent)".

    Readers can see the two numbers and must trust the percentage, so it must be right. The rule follows statcheck
    (Nuijten and others, Behavior Research Methods, 2016), which recomputes the results of a paper from the numbers it
    gives, and accepts whatever rounding can explain.

    It speaks only where a sentence has one of these forms. M and N are counts, sums of one currency or measures of one
    unit; M must be P percent of N:

    | form | example |
    |---|---|
    | M of N (P) | 12 of the 40 boats (30 percent) |
    | M of N, or P | 12 of the 40 boats, or 30 percent; 12 of 40 boats — 30 percent of the total |
    | M, or P, of the N | 12 boats, or 30 percent, of the 40 |
    | M (P) of the N | 12 boats (30 percent) of the 40 |
    | of the N, M or P | of the 40 boats in the port, 12 or 30 percent leaked |
    | M or P of the N | 120 or 30 percent of the 400 boats (a number below 100 may be a percentage too) |
    | M per N, or P | 12 thefts per 1,000 people, or 1.2 percent |

    ```bad
    The storm sank 12 of the 40 boats (40 percent).
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 12 of 40 is about 30 percent, not "40 percent"; …
    ```

    ```good
    The storm sank 12 of the 40 boats (30 percent), and 8 of the 31 huts, or 26 percent.
    ```
    """

    name = "numbers/percent-of"
    preview = True
    required_kinds = ("numbers.percent",)
    not_judged = "stands beside no percentage of a whole that this rule checks"

    def lexicon(self) -> Lexicon:
        """Return the words for percent."""
        return PERCENT

    def judge(self, article: Article) -> Iterator[tuple[Span, Finding | Rejection]]:
        """Yield each part, whole and percentage, with a finding where they do not fit; else each percentage."""
        has_numbers, text, sentence_end = len(article.get(numbers)) > 2, article.text, 0
        for start, end, _word in article.mentions("numbers.percent"):
            if start < sentence_end:
                continue
            if not has_numbers:
                yield Span(start, end), FEW_NUMBERS
                continue
            sentence = sentence_at(article, start)
            sentence_end = sentence.end
            words = text[sentence.start : sentence_end]
            if not (" of " in words or " per " in words or "Of the " in words):
                yield sentence, NO_WHOLE
                continue
            in_sentence = skeleton(article, sentence)
            if in_sentence is None:
                yield sentence, TOO_LONG
            elif in_sentence.text.count(AMOUNT) > 1 or OTHER in in_sentence.text:
                yield from _judge_sentence(text, in_sentence, sentence)
            else:
                yield sentence, FEW_FIGURES


def _judge_sentence(text: str, skeleton: Skeleton, sentence: Span) -> Iterator[tuple[Span, Finding | Rejection]]:
    has_form = False
    for at in skeleton.figures:
        if skeleton.text[at] != AMOUNT:
            continue
        for name, form in FORMS.items():
            match = form.match(skeleton.text, at)
            if match is None:
                continue
            if name == "of the N, M or P" and not skeleton.text[:at].lower().endswith("of the "):
                continue
            has_form = True
            part, whole, percentage = (skeleton.figures[match.start(group)] for group in ("part", "whole", "share"))
            span = Span(min(part.start, percentage.start), max(whole.end, percentage.end))
            if name == "M or P of the N" and skeleton.figures[at].value < MIN_PART_BESIDE_SHARE:
                yield span, MAY_BE_SHARE
            else:
                rejection = _why_right(text, part, whole, percentage)
                yield span, _finding(text, part, whole, percentage) if rejection is None else rejection
            break
    if not has_form:
        yield sentence, NO_FORM


def _why_right(text: str, part: Quantity, whole: Quantity, percentage: Quantity) -> Rejection | None:
    """Return why a percentage is right as far as the three numbers are written, or cannot be judged; else None."""
    if (part.kind, part.unit) != (whole.kind, whole.unit) or not part.value <= whole.value:
        return UNLIKE
    if float("inf") in (part.high, whole.high, percentage.high) or not percentage.value:
        return UNBOUNDED
    (low, high), (whole_low, whole_high) = rounding_interval(text, part), rounding_interval(text, whole)
    is_hedged = percentage.hedge_span[0] < percentage.hedge_span[1]
    slack = last_digit_unit(text, percentage) + 0.1 + (0.1 * percentage.value if is_hedged else 0.0)
    fits = low / whole_high * 100 - slack <= percentage.value <= high / whole_low * 100 + slack
    return FITS if fits else None


def _finding(text: str, part: Quantity, whole: Quantity, percentage: Quantity) -> Finding:
    span = Span(min(part.start, percentage.start), max(whole.end, percentage.end))
    return Finding(
        span,
        f"{text[part.start : part.end]} of {text[whole.start : whole.end]} is about "
        f'{part.value / whole.value * 100:,.0f} percent, not "{text[percentage.start : percentage.end]}"; '
        "check all three numbers.",
    )
