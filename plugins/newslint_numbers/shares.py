"""numbers/shares: shares of one whole that add up to more than 100 percent."""

from collections.abc import Iterator, Sequence

from newslint.api import Article, Finding, Lexicon, Quantity, Rejection, Span, numbers, sentence_at
from newslint_numbers.figure_rule import PERCENT, FigureRule
from newslint_numbers.view.rounding import last_digit_unit
from newslint_numbers.view.share_forms import shares_of_one_whole
from newslint_numbers.view.skeleton import skeleton

FEW_NUMBERS = Rejection("the article has fewer than two numbers", "form")
NOT_EXACT = Rejection("one of the shares is hedged, or not below 100 percent", "sum")
FITS = Rejection("the shares do not add up to more than 100 percent, as far as rounding allows", "sum")
SEVERAL_WHOLES = Rejection("the shares add up to 200 percent or more, so they are of several wholes", "sum")


class Shares(FigureRule):
    """Finds shares of one whole that add up to more than 100 percent: "60 percent for, 45 percent against".

    Everyone can add the shares up, and a poll or a budget that exceeds its whole discredits the rest. The American
    Association for Public Opinion Research asks for the full wording and the results of each question (Code of
    Professional Ethics and Practices). The rule accepts what rounding can explain.

    It speaks only where a sentence has one of these forms. P, Q and R are exact percentages:

    | form | example | what must hold |
    |---|---|---|
    | P X, Q Y and R Z | 40 percent Reds, 35 percent Blues and 25 percent Greens | P + Q + R ≤ 100 |
    | domestic … P; external … Q | domestic debt was 60 percent, external debt 40 percent | P + Q ≤ 100 |
    | P for, Q against (R undecided) | 50 percent of voters were for it and 40 percent against | P + Q + R ≤ 100 |
    | NAME P and NAME Q of the vote | Lee 45 percent and Marsh 38 percent of the vote | P + Q ≤ 100 |
    | hold P and Q of the shares | the founders hold 60 percent and 40 percent of the shares | P + Q ≤ 100 |
    | P of the vote to NAME's Q | he won with 55 percent of the vote to Lund's 45 percent | P + Q ≤ 100 |

    The second form needs two words of opposite meaning, such as "domestic" and "external", the third two such answers.
    Shares of two wholes ("60 percent of men and 70 percent of women") are not added up.

    ```bad
    The council has 40 percent Reds, 35 percent Blues and 35 percent Greens.
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the shares add up to 110 percent; …
    ```

    ```good
    The council has 40 percent Reds, 35 percent Blues and 25 percent Greens.
    Some 60 percent of the men and 70 percent of the women voted.
    ```
    """

    name = "numbers/shares"
    preview = True
    required_kinds = ("numbers.percent",)
    not_judged = "is no share of a whole that this rule checks"

    def lexicon(self) -> Lexicon:
        """Return the words for percent."""
        return PERCENT

    def judge(self, article: Article) -> Iterator[tuple[Span, Finding | Rejection]]:
        """Yield each sentence with a percentage, and its shares with a finding where they are too many."""
        has_numbers, sentence_end = len(article.get(numbers)) > 1, 0
        for start, end, _word in article.mentions("numbers.percent"):
            if start < sentence_end:
                continue
            if not has_numbers:
                yield Span(start, end), FEW_NUMBERS
                continue
            sentence = sentence_at(article, start)
            sentence_end = sentence.end
            shares = shares_of_one_whole(skeleton(article, sentence))
            if isinstance(shares, Rejection):
                yield sentence, shares
            else:
                span = Span(shares[0].start, shares[-1].end)
                yield span, _judge_sum(article.text, shares, span)


def _judge_sum(text: str, shares: Sequence[Quantity], span: Span) -> Finding | Rejection:
    total = sum(share.value for share in shares)
    slack = sum(last_digit_unit(text, share) for share in shares) / 2 + 0.1
    if not all(share.low == share.high and share.value < 100 for share in shares):
        return NOT_EXACT
    if total <= 100 + slack:
        return FITS
    if total >= 200:
        return SEVERAL_WHOLES
    return Finding(span, f"the shares add up to {total:,.4g} percent; check all of them.")
