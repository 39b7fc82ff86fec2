"""numbers/total: a total or a margin that is not the sum or the difference of the figures beside it."""

from collections.abc import Iterator

from newslint.api import Article, Finding, Lexicon, Pattern, Quantity, Rejection, Span, numbers, sentence_at
from newslint_numbers.figure_rule import FigureRule
from newslint_numbers.view.rounding import last_digit_unit
from newslint_numbers.view.skeleton import AMOUNT, OTHER, SHARE, SIGNS, Skeleton, skeleton

_WORD = rf"[^\s,;:()“”—–.{SIGNS}]+"
_ITEM = rf"{AMOUNT}(?:[ ](?!and\b|or\b){_WORD}){{0,5}}"
_LIST = rf"(?P<items>{_ITEM}(?:,[ ]{_ITEM}){{0,6}},?[ ]and[ ]{_ITEM})"
_TOTALS = ("total", "totals", "totalled", "totaled", "add up to", "adds up to", "added up to")
_MARKS = "$£€₦"
MIN_ROUNDED = 10_000  # "$1,000" beside smaller sums is not rounded
MARGIN_NOUNS = ("points", "votes", "seats", "percentage points")
LIST_AND_TOTAL = Pattern(
    rf"(?<![,{AMOUNT}])(?<!and)[ ]{_LIST},?[ ](?:{'|'.join(_TOTALS).replace(' ', '[ ]')})[ ](?P<total>{AMOUNT})",
    method="search",
    matches=(f" of {AMOUNT}, {AMOUNT} and {AMOUNT} total {AMOUNT}",),
    misses=(f" {AMOUNT} total {AMOUNT}", f" {AMOUNT} or {AMOUNT} total {AMOUNT}"),
)
_PURPOSE = rf"{AMOUNT}[ ](?:for|to|on)(?:[ ](?!and\b){_WORD}){{1,5}}"
TOTAL_AND_LIST = Pattern(
    rf"(?P<total>{AMOUNT})[^.;:()“”—–{SHARE}]{{0,60}}:[ ]"
    rf"(?P<items>{_PURPOSE}(?:,[ ]{_PURPOSE}){{0,6}},?[ ]and[ ]{_PURPOSE})(?=[.;]|$)",
    method="search",
    matches=(f"{AMOUNT} in three parts: {AMOUNT} for roads, {AMOUNT} for schools and {AMOUNT} for parks.",),
    misses=(f"{AMOUNT}: {AMOUNT} for roads and more",),
)
MARGIN = Pattern(
    rf"\bby[ ](?P<total>[{AMOUNT}{OTHER}])[ ]?(?:{'|'.join(MARGIN_NOUNS).replace(' ', '[ ]')})?,[ ]"
    rf"(?P<one>[{AMOUNT}{SHARE}])(?:[ ]votes)?[ ]to[ ](?P<other>[{AMOUNT}{SHARE}])",
    method="search",
    matches=(f"won by {AMOUNT} points, {SHARE} to {SHARE}", f"by {OTHER}, {SHARE} to {SHARE}"),
    misses=(f"won by {AMOUNT} points and {SHARE} to {SHARE}",),
)
FORMS = (LIST_AND_TOTAL, TOTAL_AND_LIST, MARGIN)

FEW_FIGURES = Rejection("there are fewer than three figures", "form")
TOO_LONG = Rejection("the sentence is so long that it is a list or a table", "form")
NO_FORM = Rejection("the figures of the sentence stand in none of the forms that this rule checks", "form")
UNLIKE = Rejection("the figures are not all of one kind and unit, or one of them is hedged", "unit")
FITS = Rejection("the sum or the difference is right, as far as rounding allows", "sum")


class Total(FigureRule):
    """Finds a total that is not the sum of its items, and a margin that is not the difference of two results.

    Everyone can add the figures up, and a sum that is wrong discredits the rest. Scott Maier (Numbers in the News: A
    Mathematics Audit of a Daily Newspaper, Journalism Studies, 2002) found most of a newspaper's errors with numbers to
    be self-evident, and the mathematics elementary. The rule accepts what rounding can explain.

    It speaks only where a sentence has one of these forms. A, B, C and N are figures of one kind and one unit:

    | form | example | what must hold |
    |---|---|---|
    | A, B and C total N | the fines of $200 and $300 total $500 | A + B + C = N |
    | N: A for X, B for Y and C for Z | $9 million: $5 million for roads and $4 million for schools | A + B + C = N |
    | by N points, A to B | by 12 points, 52 percent to 40 percent | A - B = N |

    ```bad
    The fines of $200, $300 and $400 total $1,000.
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the figures make 900, not "$1,000"; check all of them.
    She won by 300 votes, 4,512 to 4,112.
               ^^^^^^^^^^^^^^^^^^^^^^^^^ the figures make 400, not "300"; check all of them.
    ```

    ```good
    The fines of $200, $300 and $400 total $900. She won by 400 votes, 4,512 to 4,112.
    The plan has $9 million: $5 million for roads and $4 million for schools.
    ```
    """

    name = "numbers/total"
    preview = True
    required_kinds = ("numbers.total",)
    not_judged = "is no part of a total or a margin that this rule checks"

    def lexicon(self) -> Lexicon:
        """Return the words of totals and margins, and the colon before a sum of money."""
        return {"numbers.total": (*_TOTALS, *MARGIN_NOUNS, *(f": {mark}" for mark in _MARKS))}

    def judge(self, article: Article) -> Iterator[tuple[Span, Finding | Rejection]]:
        """Yield each word of a total or a margin, with a finding where the figures of its sentence do not fit."""
        sentence_end, has_numbers = 0, len(article.get(numbers)) > 2
        for start, end, _word in article.mentions("numbers.total"):
            if start < sentence_end:
                continue
            if not has_numbers:
                yield Span(start, end), FEW_FIGURES
                continue
            sentence = sentence_at(article, start)
            sentence_end = sentence.end
            in_sentence = skeleton(article, sentence)
            if in_sentence is None:
                yield Span(start, end), TOO_LONG
            elif len(in_sentence.figures) < 3:
                yield Span(start, end), FEW_FIGURES
            else:
                yield from _judge_sentence(article.text, in_sentence, Span(start, end))


def _judge_sentence(text: str, skeleton: Skeleton, word: Span) -> Iterator[tuple[Span, Finding | Rejection]]:
    matches = [(form, form.search(skeleton.text, 0, len(skeleton.text))) for form in FORMS]
    for form, match in matches:
        if match is None:
            continue
        total = skeleton.figures[match.start("total")]
        if form is MARGIN:
            items = [skeleton.figures[match.start(group)] for group in ("one", "other")]
            value = abs(items[0].value - items[1].value)
        else:
            items = [
                figure for at, figure in skeleton.figures.items() if match.start("items") <= at < match.end("items")
            ]
            value = sum(item.value for item in items)
        span = Span(min(total.start, items[0].start), max(total.end, items[-1].end))
        if not _are_of_one_kind(items, total, form is MARGIN):
            yield span, UNLIKE
            continue
        slack = sum(last_digit_unit(text, item) if item.value >= MIN_ROUNDED else 1 for item in (*items, total)) / 2
        if abs(value - total.value) <= slack:
            yield span, FITS
            continue
        words = text[total.start : total.end]
        yield span, Finding(span, f'the figures make {value:,.10g}, not "{words}"; check all of them.')
    if not any(match for _form, match in matches):
        yield word, NO_FORM


def _are_of_one_kind(items: list[Quantity], total: Quantity, is_margin: bool) -> bool:
    figures = items if is_margin else [*items, total]
    is_exact = all(figure.low == figure.high for figure in (*items, total))
    return is_exact and len({(figure.kind, figure.unit) for figure in figures}) == 1
