"""Counts in the text that are of another event or a line of the site, or that the text corrects or raises."""

from newslint.api import Article, Pattern, Quantity, Rejection, Span, line_at, numbers
from newslint_numbers.data.casualty_words import EVENT_NOUNS
from newslint_numbers.view.casualties import OTHER_EVENT_SIGN, PERIOD_NOUN
from newslint_numbers.view.opening import SITE_LINE

ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
MAX_CHARS_TO_LATER_COUNT, MAX_CHARS_TO_TOLL = 1500, 30
OTHER_EVENT_SENTENCE = Pattern(
    rf"\b(?:{OTHER_EVENT_SIGN}|last[ ]{PERIOD_NOUN}|earlier[ ](?:{'|'.join(EVENT_NOUNS)})"
    r"|(?:days|weeks|months)[ ]after)\b",
    method="search",
    matches=("Fires in 2019 killed six.", "an earlier incident", "so far this year", "two days after six died"),
    misses=("A fire killed six.", "the last man", "earlier incidents", "a day after"),
)
CORRECTED_COUNT = Pattern(
    r"""\b(?:at[ ]first|first|initially|originally|earlier|previously),?[ ](?:\w+[ ]){0,3}?
    (?:said|reported|gave|put|told|announced|stated|thought|believed|spoke|spoken|counted)\b
    |\bhowever\b|\b(?:earlier|first|initial|previous)[ ](?:count|figure|number|report|toll)s?\b""",
    method="search",
    matches=(
        "who had first said that ",
        "they initially reported ",
        "The army, however, said ",
        "At first, officers had spoken of ",
        "an earlier count of ",
    ),
    misses=("first of ", "said that ", "the first person who died "),
)
CORRECTION = Pattern(
    r"\b(?:corrected|revised|retracted|lowered)\b",
    method="search",
    matches=("and later corrected the number from ",),
    misses=("in the right order",),
)


OTHER_EVENT = Rejection("its sentence is of another event or of several", "event")
LINK = Rejection("its line links to another page or is one of the site", "event")
CORRECTED = Rejection("its sentence gives an earlier count, or corrects one", "event")
OF_OTHER_EVENT = (OTHER_EVENT, LINK, CORRECTED)


def why_of_other_event(article: Article, count: Quantity, sentence: Span) -> Rejection | None:
    """Return why the sentence of a count is about another event, a link or a correction, or None if it is not."""
    text, line = article.text, line_at(article, count.start)
    if OTHER_EVENT_SENTENCE.search(text, sentence.start, sentence.end):
        return OTHER_EVENT
    if SITE_LINE.match(text, line.start, line.end):
        return LINK
    start = max(sentence.start, count.hedged_start - 60)
    is_corrected = CORRECTED_COUNT.search(text, start, count.hedged_start) or CORRECTION.search(
        text, start, sentence.end
    )
    return CORRECTED if is_corrected else None


def goes_on_to_count(article: Article, start: int, value: float) -> bool:
    """Return whether the text goes on to the headline's count: "a fourth died", "bringing to four the death toll"."""
    ordinal = ORDINALS[int(value)] if value < len(ORDINALS) else f"{value:.0f}th"
    text, end = article.text, start + MAX_CHARS_TO_LATER_COUNT
    window = text[start:end].lower()
    return any(f" {determiner} {ordinal} " in window for determiner in ("a", "an", "the")) or any(
        number.value == value
        and text.find(" toll", max(0, number.start - MAX_CHARS_TO_TOLL), number.end + MAX_CHARS_TO_TOLL) >= 0
        for number in article.get(numbers)
        if start < number.start < end
    )
