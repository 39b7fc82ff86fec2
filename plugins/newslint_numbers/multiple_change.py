"""numbers/multiple-change: "doubled" beside two numbers of which the second is not twice the first."""

from collections.abc import Iterator

from newslint.api import Article, Finding, Lexicon, Pattern, Rejection, Span, numbers, sentence_at
from newslint_numbers.figure_rule import FigureRule
from newslint_numbers.view.skeleton import AMOUNT, SIGNS, Skeleton, skeleton

FACTORS = {"doubled": 2.0, "trebled": 3.0, "tripled": 3.0, "quadrupled": 4.0, "halved": 0.5}
DEGREES = ("c", "f")
_CLAUSE = rf"[^.;:!?“”{SIGNS}]{{0,60}}?"
_WORDS_TO_FIGURE = r"(?:[\w'-]+[ ]){0,3}?"
CHANGE = Pattern(
    rf"(?P<hedge>more[ ]than[ ]|nearly[ ]|almost[ ])?\b(?P<word>{'|'.join(FACTORS)}){_CLAUSE}"
    rf"\bfrom[ ]{_WORDS_TO_FIGURE}(?P<before>{AMOUNT}){_CLAUSE}[ ]to[ ]{_WORDS_TO_FIGURE}(?P<after>{AMOUNT})",
    method="search",
    matches=(f"more than doubled, from {AMOUNT} in May to {AMOUNT}", f"tripled the fee from {AMOUNT} to {AMOUNT}"),
    misses=(f"doubled; from {AMOUNT} to {AMOUNT}", f"doubled to {AMOUNT}"),
)
# The least and the most that a number after may be, as a part of what the word says; halving goes the other way.
PLAIN, MORE, LESS = (0.8, 1.25), (0.97, 2.0), (0.75, 1.03)

FEW_NUMBERS = Rejection("the article has fewer than two numbers", "form")
TOO_LONG = Rejection("the sentence is so long that it is a list or a table", "form")
NO_FORM = Rejection('no two figures stand after it as in "from A to B"', "form")
UNLIKE = Rejection("the two figures do not count or measure the same, or the first is zero", "unit")
ON_SCALE = Rejection("twice the degrees are not twice as warm, and of a bare measure the unit is not known", "unit")
FITS = Rejection("the two figures fit the word, as far as rounding allows", "value")


class MultipleChange(FigureRule):
    """Finds "doubled", "tripled" or "halved" beside two numbers that say otherwise: "doubled from 1,200 to 3,100".

    Readers remember the word and cannot see that it is wrong. Scott Maier (Numbers in the News: A Mathematics Audit of
    a Daily Newspaper, Journalism Studies, 2002) found most of a newspaper's errors with numbers to be self-evident, and
    the mathematics elementary. Writers use these words loosely, so the rule accepts a fifth more or less.

    It speaks only where a sentence has this form. A and B are figures of one kind and one unit:

    | form | example | what must hold |
    |---|---|---|
    | doubled from A to B | membership doubled from 1,200 to 2,300 | B is about 2 A |
    | more than doubled from A to B | prices more than doubled, from $20 to $50 | B is at least 2 A |
    | nearly doubled from A to B | the fleet nearly doubled from 50 boats to 95 | B is at most 2 A |

    ```bad
    Membership doubled from 1,200 to 3,100 in four years.
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ from 1,200 to 3,100 is 2.6 times as much, not "doubled"; check the word …
    ```

    ```good
    Membership doubled from 1,200 to 2,300, and the debt was halved from $8 million to $4.2 million.
    The fee more than doubled from $20 to $58, and the fleet nearly doubled from 50 boats to 90.
    ```
    """

    name = "numbers/multiple-change"
    preview = True
    required_kinds = ("numbers.multiple",)
    not_judged = 'belongs to no verb such as "doubled"'

    def lexicon(self) -> Lexicon:
        """Return the verbs."""
        return {"numbers.multiple": tuple(FACTORS)}

    def judge(self, article: Article) -> Iterator[tuple[Span, Finding | Rejection]]:
        """Yield each verb, with a finding where its two numbers contradict it; only the first verb of a sentence."""
        sentence_end, has_numbers = 0, len(article.get(numbers)) > 1
        for start, end, _word in article.mentions("numbers.multiple"):
            if start < sentence_end:
                continue
            if not has_numbers:
                yield Span(start, end), FEW_NUMBERS
                continue
            sentence = sentence_at(article, start)
            sentence_end = sentence.end
            in_sentence = skeleton(article, sentence)
            yield Span(start, end), _judge(article.text, in_sentence) if in_sentence else TOO_LONG


def _judge(text: str, skeleton: Skeleton) -> Finding | Rejection:
    match = CHANGE.search(skeleton.text, 0, len(skeleton.text))
    if match is None:
        return NO_FORM
    before, after = skeleton.figures[match.start("before")], skeleton.figures[match.start("after")]
    if (before.kind, before.unit) != (after.kind, after.unit) or not before.value or before.noun != after.noun != "":
        return UNLIKE
    if before.unit in DEGREES or (before.kind == "measure" and not before.unit):
        return ON_SCALE  # twice 104 degrees Fahrenheit is not 208; of "250Mbps" and "1Gbps" the units are not known
    hedge, word = (match["hedge"] or "").lower(), match["word"].lower()
    least, most = MORE if hedge.startswith("more") else LESS if hedge else PLAIN
    factor, expected = after.value / before.value, FACTORS[word]
    ratio = factor / expected if expected > 1 else expected / factor if factor else 0.0
    if least <= ratio <= most:
        return FITS
    start = skeleton.text_offset(match.start("word"))
    return Finding(
        Span(start, after.end),
        f"from {text[before.start : before.end]} to {text[after.start : after.end]} is {factor:.2g} times as much, "
        f'not "{hedge}{word}"; check the word and both numbers.',
    )
