"""A line that praises something and then tells the reader where to click for it, the one or the other in Title Case."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.api import Article, Mention, Pattern, Rejection, Span, in_quotation, line_at

MAX_PITCH_CHARS = 140
MIN_PITCH_WORDS, MIN_CALL_WORDS = 3, 2
SMALL_WORDS = frozenset("a an the of to in on at for and or but by with as from vs is".split())

CALL = Pattern(
    r"(?:(?<=[.!?…–—-]\s)(?:get\s(?:the|a|your)\s\w+\s|\w+\s)?(?:it\s)?|\bby\sclicking\s)here"
    r"(?:\snow|\stoday|\sfor\sdetails)?\W*$",
    method="search",
    matches=(
        "New Trick Saves Thousands. Click here.",
        "Free Film – Get the DVD Here!",
        "It Works. Go Here Now.",
        "by Clicking Here",
    ),
    misses=("The list is here.", "Click here", "New Trick Saves Thousands. The Board Sat Here for an Hour."),
)

TOO_LONG = Rejection(f"a line of more than {MAX_PITCH_CHARS} characters is no pitch", "offer")
QUOTED = Rejection("it stands in a quotation, so somebody says it", "offer")
NO_CALL = Rejection("the line does not end by telling the reader to click or to go there", "offer")
NOT_TITLE_CASE = Rejection("neither the praise nor the order is set in Title Case", "offer")


def pitches(article: Article) -> Iterator[Span]:
    """Yield each such line."""
    for mention in article.mentions("advertising.call"):
        pitch = pitch_of(article, mention)
        if pitch:
            yield pitch


def pitch_of(article: Article, mention: Mention) -> Span | Rejection:
    """Return the line of a mention if it is such a line."""
    text, line = article.text, line_at(article, mention[0])
    if line.end - line.start > MAX_PITCH_CHARS:
        return TOO_LONG
    if in_quotation(article, mention[0]):
        return QUOTED
    call = CALL.search(text, *line)
    if not call:
        return NO_CALL
    is_pitch = _is_title_case(text[line.start : call.start()], MIN_PITCH_WORDS) or _is_title_case(
        call.group(), MIN_CALL_WORDS
    )
    return line if is_pitch else NOT_TITLE_CASE


def _is_title_case(text: str, least: int) -> bool:
    """Return whether a text has that many words at least, none of them in lower case but small ones."""
    words = [word.strip(".,:;!?…–—-\"“”'’()") for word in text.split()]
    words = [word for word in words if word]
    return len(words) >= least and all(not word[0].islower() or word in SMALL_WORDS for word in words)
