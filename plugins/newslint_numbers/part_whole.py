"""numbers/part-whole: parts that are more than their whole, or do not add up to it."""

from collections.abc import Iterator
from itertools import pairwise

from newslint.api import Article, Finding, Rejection, Span, numbers, sentence_at
from newslint_numbers.data.words import CONSISTING, DEFINITE_DETERMINERS
from newslint_numbers.figure_rule import FigureRule
from newslint_numbers.view.groups import divided, valid_and_invalid
from newslint_numbers.view.people import may_be_whole_noun
from newslint_numbers.view.skeleton import AMOUNT, Skeleton, skeleton
from newslint_numbers.view.wholes import NO_FORM, WrongPart, WrongSum, included, listed, of_whole, part_of

FORMS = (part_of, included, listed, of_whole, valid_and_invalid, divided)
OF_WHOLE = (" out of ", *(f" of {determiner} " for determiner in DEFINITE_DETERMINERS))
BEFORE_WHOLE = ("of ", *(f"of {determiner} " for determiner in DEFINITE_DETERMINERS))
MAX_CHARS_OF_PART = 40  # from a part to its whole: " votes out of the "
# Before the first of the parts.
LIST_OPENINGS = (" (", ": ", "—", "— ", "–", "– ", "--", "-- ", " - ", ", ", *(f" {words} " for words in CONSISTING))
CLOSED_OPENINGS = (" (", ": ", "—", "— ", "–", "– ")  # of a list that may lack the last "and"
MAX_LIST_CHARS = 80  # from the first part to the "and" before the last
MAX_CHARS_BETWEEN = 110  # a whole and the first of its parts

NOT_LISTED = Rejection("no people or the like stand between it and the next figure, and no list follows", "form")
TOO_LONG = Rejection("the sentence is so long that it is a list or a table", "form")
NO_COUNT = Rejection("it is no count, sum or measure", "figure")


class PartWhole(FigureRule):
    """Finds parts that do not fit their whole: "14 senators — six Republicans and six Democrats".

    Sums of small whole numbers leave no room for rounding: with the GRIM test (Brown and Heathers, Social Psychological
    and Personality Science, 2017) about half of the psychology papers that could be checked had an impossible mean.

    It speaks only where a sentence has one of these forms. N, A, B and C are counts, not periods, ages, names or money:

    | form | example | what must hold |
    |---|---|---|
    | A of the N, A out of N | six of the nine victims | A ≤ N |
    | N people, including A children | nine people were hurt, including five children | A ≤ N |
    | N people, including A men and B women | twelve people, including five men and six women | A + B ≤ N |
    | N people — A men and B women — | 14 trustees (eight from the staff and six from the town) | A + B = N |
    | N people comprising A men and B women | 15 traders comprising nine males and six females | A + B = N |
    | N people, A men and B women, were | five clerks, three at work and two on leave, were | A + B ≤ N |
    | of the N, A agreed and B did not | of the 20 jurors, eight agreed and twelve did not | A + B = N |
    | N people, A men and B women | it killed five people, three men and two women | A + B ≤ N |
    | of the N, A were men and B were women | of the 12 dead, seven were men and five were women | A + B ≤ N |
    | of the N, A passed and B failed | of the 48 lifeboats, 31 passed and 17 failed | A + B ≤ N |
    | N people, A of them girls and B of them boys | 90 pupils, 50 of them girls and 40 of them boys | A + B ≤ N |
    | of the N ballots cast, X won A and Y B | of the 900 ballots cast, Lund won 500 and Berg 400 | A + B ≤ N |
    | A of the N votes cast, against B for Y | 500 of the 900 votes cast, against 400 for Berg | A + B ≤ N |
    | N ballots, A valid and B rejected | 900 ballots, with 880 valid votes and 20 rejected ones | A + B ≤ N |

    ```bad
    The letter was signed by 14 senators — six Republicans and six Democrats.
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the parts add up to 12, not to "14 …
    The blast killed nine people, including eleven children.
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "eleven children" cannot be a part of "nine people"; …
    ```

    ```good
    The letter was signed by 14 senators — eight Republicans and six Democrats — on Monday.
    The blast killed nine people in three cars, including five children.
    ```
    """

    name = "numbers/part-whole"
    not_judged = "no whole that is smaller and no parts follow it in a form that this rule checks"
    required_kinds = ("number",)

    def judge(self, article: Article) -> Iterator[tuple[Span, Finding | Rejection]]:
        """Yield each figure that another follows as its part or whole may, with a finding where they do not fit."""
        text, sentence, in_sentence = article.text, Span(0, 0), None
        for (start, end, value), (next_start, next_end, next_value) in pairwise(article.get(numbers)):
            if not 4 < next_start - end < MAX_CHARS_BETWEEN or value < 2:
                continue
            gap = text[end:next_start]
            may_be_whole = " including " in gap
            if value > next_value:
                is_part = " of " in gap and len(gap) < MAX_CHARS_OF_PART and any(map(gap.__contains__, OF_WHOLE))
                may_be_whole = may_be_whole or is_part or text.startswith(" valid", next_end) or " cast" in gap
            if not may_be_whole and not gap.endswith(LIST_OPENINGS):
                continue
            may_be_whole = may_be_whole or text[max(0, start - 9) : start].lower().endswith(BEFORE_WHOLE)
            place = Span(start, end)
            if not may_be_whole and not _may_be_listed(gap, text[next_end : next_end + MAX_LIST_CHARS]):
                yield place, NOT_LISTED
                continue
            if not sentence[0] <= start < sentence[1]:
                sentence = sentence_at(article, start)
                in_sentence = skeleton(article, sentence)
            yield place, _judge_whole(text, in_sentence, start) if in_sentence else TOO_LONG


def _may_be_listed(gap: str, following: str) -> bool:
    """Return whether people may stand between a whole and its parts: a quick check, as most numbers count others."""
    if " and " not in following and not (gap.endswith(CLOSED_OPENINGS) and ", " in following):
        return False
    return gap.endswith(": ") or any(may_be_whole_noun(word.rstrip(",:").lower()) for word in gap.split())


def _judge_whole(text: str, skeleton: Skeleton, start: int) -> Finding | Rejection:
    """Judge the forms that begin with the number at `start`."""
    at = next(at for at, figure in skeleton.figures.items() if figure.start <= start < figure.end)
    if skeleton.text[at] != AMOUNT:
        return NO_COUNT
    rejection = NO_FORM
    for form in FORMS:
        wrong = form(skeleton, at)
        if isinstance(wrong, WrongPart):
            return _impossible_part(text, wrong)
        if isinstance(wrong, WrongSum):
            return _wrong_sum(text, wrong, skeleton.text_offset(wrong.end))
        if rejection is NO_FORM:
            rejection = wrong
    return rejection


def _impossible_part(text: str, wrong: WrongPart) -> Finding:
    part, whole = wrong.part, wrong.whole
    if part.start < whole.start:  # "six of the five victims": the part's noun phrase is the whole
        part_words, span = text[part.start : part.end], Span(part.start, whole.phrase_end)
    else:
        part_words, span = text[part.start : part.phrase_end], Span(whole.start, part.phrase_end)
    whole_words = text[whole.start : whole.phrase_end]
    return Finding(span, f'"{part_words}" cannot be a part of "{whole_words}"; check both numbers.')


def _wrong_sum(text: str, wrong: WrongSum, end: int) -> Finding:
    words = text[wrong.whole.start : wrong.whole.phrase_end]
    return Finding(
        Span(wrong.whole.start, end),
        f'the parts add up to {wrong.total:,.0f}, not to "{words}"; check all the numbers.',
    )
