"""Reports whose origin is not given: "according to media reports", "press reports say", "rumors swirled"."""

from __future__ import annotations

from newslint.api import Pattern, Rejection, Span
from newslint_sources.data.faceless_words import (
    ACCORDING_TO,
    BEFORE_CLAUSE,
    BEFORE_EVENT,
    PRESS_WORDS,
    REPORT_MODIFIERS,
    THERE_ARE,
)

MAX_CHARS_BEFORE = 70  # read before a noun for reports
NAMED_ORIGIN = Pattern(
    r"\s+(?:by|from|in|on|of)\s+(?:the\s+)?(?-i:[A-Z])|\s+by\b",
    matches=(" by the Herald", " in the Herald", " by a neighbor"),
    misses=(" that he left", " from the front"),
)
SAYING = Pattern(
    r"\s+(?:have\ |had\ |also\ )?(?:sa(?:y|id)|suggest(?:ed)?|indicated?|claim(?:ed)?|stated?)\b(?!\s+(?:by|to)\b)",
    matches=(" say", " have suggested that", " indicated he left"),
    misses=(" of shots", " said by many"),
)
MEDIA_SAYING = Pattern(
    r"\s+(?:have\ |had\ |also\ )?(?:sa(?:y|id)|report(?:ed)?|claim(?:ed)?)\b",
    matches=(" said", " have reported"),
    misses=(" of the region",),
)
SPREADING = Pattern(
    r"\s+(?:(?:and\ reports|about\ [\w ]{1,30})\s+)?(?:have\ |had\ |has\ |are\ |were\ |is\ |was\ )?(?:also\ )?"
    r"(?:swirl|circulat|abound|spread|surfac|mount|persist)\w*",
    matches=(" swirled", " have circulated", " are swirling"),
    misses=(" of a split",),
)
MADE = Pattern(r"\s+(?:were|have\ been)\s+made\b", matches=(" were made",), misses=(" made it",))
RECEIVED = Pattern(
    r"\s+(?:received|reaching|obtained|gathered|available\ to)\b", matches=(" received by",), misses=(" on the plan",)
)
VERBS_OF_NOUN = {"media": MEDIA_SAYING, "reports": SAYING, "claims": MADE}  # of the others: SPREADING

NAMED = Rejection("the words after it say whose report it is", "meaning")
NO_REPORT = Rejection("the words before it do not make a report without a sender of it", "meaning")
AN_EVENT = Rejection("it is something that happens or that somebody gets, and tells nothing", "meaning")
NO_SUBJECT = Rejection("it is not the subject of its clause", "meaning")
NOTHING_SAID = Rejection("no verb behind it says that it tells something", "meaning")


def faceless_report(text: str, start: int, end: int, noun: str) -> Span | Rejection:
    """Return the phrase around a noun for reports, where nothing says whose they are; else why it is no such report."""
    if NAMED_ORIGIN.match(text, end, end + 30):
        return NAMED
    begin = max(0, start - MAX_CHARS_BEFORE)
    begin = max(begin, text.rfind("\n", begin, start) + 1)
    first = _modifiers_start(text, begin, start)
    before = " ".join(text[begin:first].lower().split())
    if before.endswith(ACCORDING_TO):
        is_vague = (
            noun == "reports"
            or (noun == "report" and not PRESS_WORDS.isdisjoint(text[first:start].lower().split()))
            or (noun == "media" and (first < start or before.endswith("the")))
            or (noun == "information" and RECEIVED.match(text, end, end + 20))
        )
        return Span(begin + text[begin:first].lower().rindex("according"), end) if is_vague else NO_REPORT
    if noun in ("report", "information"):
        return NO_REPORT
    if noun != "media" and before.endswith(THERE_ARE):
        return Span(begin + text[begin:first].lower().rindex("there"), end)
    word_before = before.rpartition(" ")[2]
    if word_before in BEFORE_EVENT:
        return Span(first, end) if text.startswith(" that ", end) else AN_EVENT
    if word_before[-1:] not in ".?!,;:—–”" and word_before not in BEFORE_CLAUSE:
        return NO_SUBJECT
    verb = VERBS_OF_NOUN.get(noun, SPREADING).match(text, end, end + 60)
    return Span(first, verb.end()) if verb and (noun != "media" or first < start) else NOTHING_SAID


def _modifiers_start(text: str, begin: int, start: int) -> int:
    """Return where the words begin that stand before a noun for reports and name no one: "several local"."""
    first = start
    for word in reversed(text[begin:start].split(" ")[:-1]):
        if word.lower() not in REPORT_MODIFIERS:
            break
        first -= len(word) + 1
    return first
