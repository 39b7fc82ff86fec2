"""numbers/twin-sentences: one sentence twice in nearly the same words, with two numbers."""

from collections.abc import Iterator

from newslint.api import (
    Article,
    Finding,
    Number,
    Pattern,
    Rejection,
    RelatedLocation,
    Span,
    numbers,
    quantity,
    sentence_at,
)
from newslint_numbers.data.words import COMPARISON_WORDS
from newslint_numbers.figure_rule import FigureRule
from newslint_numbers.view.rounding import last_digit_unit

KEY_CHARS = 16  # after a number, that must be equal before the rule compares two numbers
MAX_COMPARED_CHARS = 200
MAX_EARLIER_NUMBERS = 4  # with one key, that a number is compared with
MAX_CHARS_BEFORE = 2000  # from the beginning of the sentence: in lists and tables, one may never end
MIN_WORDS_BEFORE, MIN_WORDS_AFTER, MIN_WORDS = 4, 5, 13
KINDS = ("count", "money", "share", "measure", "period")
NUMBERING = Pattern(r"[ ]of[ ]\d|[ ]?[)/]", matches=(" of 5", ")", " / 7"), misses=(" of the", ", of 5"))
SOME_OF = Pattern(
    r"[ ]of[ ](?:the|his|her|its|their|those)\b", matches=(" of his men",), misses=(" of men", " off the")
)
COMPARISON = Pattern(
    rf"""\b(?:(?:last|previous|next|prior)[ ](?:year|month|week|season)|years?[ ]ago|in[ ](?:19|20)\d\d
        |{"|".join(COMPARISON_WORDS)})\b""",
    method="search",
    matches=("last season, 40", "in 2019", "a year ago", "whereas"),
    misses=("the last man", "in 200 cases", "a year later"),
)
# In each sentence it may be another one.
SAME_NAME = Pattern(
    r"""\b(?:the|this|that|each|every|one|another)[ ](?:state|country|city|county|district|province|region|town|ward
        |group|company|team|candidate|bank|school|poll|survey)\b""",
    method="search",
    matches=("in the state", "This poll"),
    misses=("the states", "the old town"),
)

SAME_NUMBER = Rejection("the number with the same words after it is the same", "value")
OTHER_WORDS = Rejection("the sentences of the numbers with the same words after them begin in other words", "words")
FEW_WORDS = Rejection("too few words before and after the two numbers are equal", "words")
MAY_BE_ANOTHER = Rejection('"the state", "the poll" or the like may be another one in each sentence', "words")
COMPARES = Rejection("one of the sentences compares two times or cases", "words")
NUMBERED = Rejection("the number is one of a row, as in a numbered list", "form")
WRONG_KIND = Rejection("one of the numbers is no count, sum of money, percentage, measure or period", "figure")
SOME = Rejection("the number is of some of a group, which may be another part each time", "form")
ROUNDED = Rejection("one number is the other, more coarsely rounded", "value")


class TwinSentences(FigureRule):
    """Finds a sentence that stands twice in nearly the same words, but with two different numbers.

    An editor updates one of two paragraphs or captions and misses the other. Scott Maier (Numbers in the News: A
    Mathematics Audit of a Daily Newspaper, Journalism Studies, 2002) found most of a newspaper's errors with numbers to
    be self-evident, and the mathematics elementary. Parallel statements about two towns, polls or laws have two numbers
    for a reason, and are far more frequent. So both sentences must have the same beginning, from their first word to
    the number, and the same words after it:

    | form | what must be equal |
    |---|---|
    | words A words …, words B words … | four words or more before the number, five or more after it, 13 in all |

    A and B are counts, money, shares, measures or periods. The rule ignores sentences that compare, and those about
    "the state" or "the poll", which may be another one each time.

    ```bad
    Police in the port are looking for two men who reportedly broke into the harbour office and fled with the till.

    Police in the port are looking for five men who reportedly broke into the harbour office this morning.
                                       ^^^^ "five men who reportedly broke into the harbour office": the same words …
    ```

    ```good
    In the north, 18 percent of the voters said they had no confidence in the count.
    In the south, 25 percent of the voters said they had no confidence in the count.
    ```
    """

    name = "numbers/twin-sentences"
    not_judged = "no number before it has the same words after it"
    required_kinds = ("number",)

    def judge(self, article: Article) -> Iterator[tuple[Span, Finding | Rejection]]:
        """Yield each number with the same words after it as an earlier one, with a finding for twin sentences."""
        text, found = article.text, article.get(numbers)
        if len({text[end : end + KEY_CHARS] for _start, end, _value in found}) == len(found):
            return
        seen: dict[str, list[Number]] = {}
        for number in found:
            key = text[number.end : number.end + KEY_CHARS]
            earlier_numbers = seen.get(key)
            if earlier_numbers is None:
                seen[key] = [number]
                continue
            span, outcome = Span(number.start, number.end), SAME_NUMBER
            for earlier in earlier_numbers:
                length = _equal_chars_after(article, earlier, number) if earlier.value != number.value else SAME_NUMBER
                if not isinstance(length, Rejection):
                    yield span, _finding(text, earlier, number, length)
                    break
                if length is not SAME_NUMBER:
                    outcome = length
            else:
                yield span, outcome
            earlier_numbers.append(number)
            del earlier_numbers[:-MAX_EARLIER_NUMBERS]


def _finding(text: str, earlier: Number, number: Number, length: int) -> Finding:
    words = text[number.start : number.end + length]
    return Finding(
        Span(number.start, number.end),
        f'"{words}": the same words above say "{text[earlier.start : earlier.end]}"; check which number is correct.',
        related=(RelatedLocation(Span(earlier.start, earlier.end), "the same words"),),
    )


def _equal_chars_after(article: Article, first: Number, second: Number) -> int | Rejection:
    """Return how many characters after two numbers are equal, if with those before they are enough."""
    text = article.text
    if _last_words(text, first) != _last_words(text, second):
        return OTHER_WORDS  # a quick check: most numbers with the same words after them have other words before them
    sentences = sentence_at(article, first.start), sentence_at(article, second.start)
    chars_before = first.start - sentences[0].start
    if not chars_before == second.start - sentences[1].start <= MAX_CHARS_BEFORE:
        return OTHER_WORDS
    before = text[sentences[0].start : first.start]
    if not text.startswith(before, sentences[1].start):
        return OTHER_WORDS
    words_before, words_after = len(before.split()), _equal_words(text, first.end, second.end, sentences[1].end)
    if words_before < MIN_WORDS_BEFORE or len(words_after) < MIN_WORDS_AFTER:
        return FEW_WORDS
    if words_before + len(words_after) < MIN_WORDS:
        return FEW_WORDS
    if SAME_NAME.search(text, sentences[1].start, second.start):
        return MAY_BE_ANOTHER
    if NUMBERING.match(text, second.end):
        return NUMBERED
    if any(COMPARISON.search(text, *sentence) for sentence in sentences):
        return COMPARES
    if any(quantity(article, number).kind not in KINDS for number in (first, second)):
        return WRONG_KIND
    if SOME_OF.match(text, second.end):
        return SOME
    if _are_rounded(text, first, second):
        return ROUNDED
    return len(" ".join(words_after).rstrip(".,;:")) + (text[second.end] == " ")


def _last_words(text: str, number: Number) -> list[str]:
    """Return the last words before a number, three at most."""
    return text[max(0, number.start - 30) : number.start].split()[-3:]


def _are_rounded(text: str, first: Number, second: Number) -> bool:
    """Return whether one number is the other, more coarsely rounded: 5.65 billion and 5.7 billion."""
    return abs(first.value - second.value) <= max(last_digit_unit(text, number) for number in (first, second)) / 2


def _equal_words(text: str, first: int, second: int, second_end: int) -> list[str]:
    """Return the words that follow both numbers, up to `second_end`, without regard to the punctuation after each."""
    common: list[str] = []
    end = min(second_end, second + MAX_COMPARED_CHARS)
    for word, other in zip(text[first : first + MAX_COMPARED_CHARS].split(), text[second:end].split(), strict=False):
        if word.rstrip(".,;:") != other.rstrip(".,;:"):
            break
        common.append(other)
    return common
