"""Junk that was run into the first line of the text: stamps, bylines, labels, a headline before the lede."""

from __future__ import annotations

from newslint.api import Article, Pattern
from newslint_boilerplate.data.vocabulary import BUTTONS, NETWORKS
from newslint_boilerplate.view.glued_headline import OPENERS, SMALL, headline
from newslint_boilerplate.view.labels import button_row, label_kind, normalize_label
from newslint_boilerplate.view.lexicon import LABEL_KIND, OPENING_KIND, WORD_KIND

KEEP = 30  # characters: what is left of the line after the junk is taken off has at least so many

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_CLOCK = (
    r"(?:\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?\b)?|\d{1,2}\s*[ap]\.?m\.?\b)(?:\s*(?:\([A-Z]{2,5}\)|(?-i:[A-Z]{2,5})\b))?"
)
_DATE = (
    rf"{_DAY}(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4})"
)
_WHEN = rf"(?:{_DATE}(?:,?\s*(?:at|-|–|\||@)?\s*{_CLOCK})?|{_CLOCK},?\s+(?:on\s+)?{_DATE})"
_NAME = r"(?-i:[A-Z][\w’'.-]+)"
_PEOPLE = rf"{_NAME}(?:\s+{_NAME}){{1,2}}(?:(?:,|\s+and|\s+&)\s+{_NAME}(?:\s+{_NAME}){{1,2}})?"
_AGENCY = (
    r"(?:the\s+)?(?:associated\s+press|reuters|afp|ap|ani|pti|ians|staff(?:\s+(?:reports?|writers?|reporters?))?"
    r"|(?:news|web)\s+desk)"
)
_GAP = r"\s*[|·•-]?\s*"

# What may stand before the lede, each with the white space after it.
PIECES = (
    # Title/ Site/ CITY/ Byline/ Edition/
    Pattern(r"(?![“\"‘])(?:[^/\n]{1,139}[^\s/]/\s+){3,7}"),
    # date 2025-05-23 · Published: May 3, 2024 at 5:10 p.m. · (Updated 6:01 am) · Posted by … on 3 May 2024
    Pattern(
        rf"\(?(?:first\s+|last\s+)?"
        rf"(?:date|published|posted|updated|modified|created|uploaded|issued|publish(?:ed|ing)?\s+date)(?:\s+(?:on|at))?"
        rf"\s*[:|-]?\s*(?:by:?\s+{_PEOPLE}\s+(?:on\s+)?)?(?:{_WHEN}|{_CLOCK})\)?{_GAP}"
    ),
    Pattern(rf"(?:written\s+|posted\s+)?by:?\s*{_PEOPLE}{_GAP}(?:on\s+)?(?:published\s+)?{_WHEN}{_GAP}"),
    Pattern(rf"(?:by\s+)?{_AGENCY}\s+{_WHEN}{_GAP}"),
    Pattern(rf"{_WHEN}{_GAP}"),
    Pattern(rf"\d+(?:\.\d+)?[km]?\s+(?:shares?|views?|comments?|likes?|reads?)\b{_GAP}"),
    Pattern(rf"(?:(?:estimated\s+)?read(?:ing)?\s+time:?\s*)?\d{{1,2}}\s*-?\s*min(?:ute)?s?\.?\s+read\b{_GAP}"),
    Pattern(rf"\d{{1,2}}\s+(?:min(?:ute)?|hour|hr|day|week|month)s?\s+ago\b{_GAP}"),
    Pattern(rf"{_NAME}(?:\s+{_NAME}){{0,2}}\s?@\w{{3,30}}{_GAP}"),
    Pattern(
        r"(?:title|headline|source|author|site|section|byline|edition|url|publisher|category)\s*:\s*[^:\n]{2,80}?\s+"
        r"(?=(?:title|headline|source|author|site|section|byline|edition|url|date|published|publisher|category)\s*:)"
    ),
)  # fmt: skip
BYLINE = tuple(
    Pattern(rf"(?:by:?\s+{_NAME}(?:\s+{_NAME}){{{more}}}|(?:by:?\s+)?{_AGENCY}){_GAP}(?=(?-i:[A-Z“\"]))")
    for more in (2, 1)
)
STAMP = Pattern(rf"\b(?-i:Updated|Published|Posted)(?:\s+(?:on|at))?\s*:?\s*{_WHEN}{_GAP}(?=(?-i:[A-Z“\"]))")
SENTENCE_END = Pattern(r"[a-z][.!?][”\"]?\s", case_sensitive=True)
STOP = Pattern(r"[^.!?\n]{1,200}[.!?][\"”’'»)\]]*\s+(?=[A-Z“\"‘])", case_sensitive=True)
NEXT = Pattern(r"[A-Z“\"‘'(\d]", case_sensitive=True)
LOUD = Pattern(r"[A-Z][A-Z]{2,}[A-Z, .]*(?:\(|—|–|-)", case_sensitive=True)

# Headings that a page sets before its text, glued to the lede.
HEADINGS = frozenset(
    "key points,key highlights,key takeaways,highlights,story highlights,at a glance,quick read,in brief".split(",")
)
# Labels that are an ordinary word at the head of a sentence.
ORDINARY = frozenset(
    "more continue privacy copyright listen watch play close latest popular recommended premium register ad ads track "
    "loaded loading photos photo featured related terms trending previous advertising comments comment undo share "
    "shares follow following like conversation feedback expand membership newsletter sections section topics topic "
    "subjects labels donate pause mute responses replies reply followers bookmark".split()
)
# What the first word of a stamp or a byline can be.
STAMPS = frozenset(
    "by date published posted updated modified created uploaded issued publish publishing first last written "
    "associated reuters afp ap ani pti ians staff news web title headline source author site section byline edition "
    "url publisher category estimated read reading jan january feb february mar march apr april may jun june jul july "
    "aug august sep sept september oct october nov november dec december monday tuesday wednesday thursday friday "
    "saturday sunday".split()
)
LONGEST_LABEL = 8  # words
FIRST = frozenset(phrase.split(" ", 1)[0] for phrase in (*LABEL_KIND, *WORD_KIND, *HEADINGS)) | BUTTONS | NETWORKS


def head(article: Article, start: int, end: int) -> tuple[int, str]:
    """Where the text begins, `start` where nothing was run into the line; and the kind of what comes before it."""
    text = article.text
    for at, _end, word in article.mentions("boilerplate.opening")[:3]:
        stop = STOP.match(text, at, min(end, at + 300)) if at == start else None
        if stop and end - stop.end() > 2 * KEEP:
            return stop.end(), OPENING_KIND[word]
    begin = _begin(text, start, end)
    return begin, "header"


def _begin(text: str, start: int, end: int) -> int:
    """Where the text begins after a stamp, a label or a headline."""
    if _ordinary(text, start, end):
        return start
    at = start
    while True:
        step = _step(text, at, end, at > start)
        if step <= at or end - step < KEEP:
            break
        at = step
    if at == start:
        at = _stamped(text, start, end)
    if at == start:
        at = headline(text, start, end)
    if at == start or end - at < KEEP or text[at] in "(-–—" or not NEXT.match(text, at):
        return start
    return at


def _ordinary(text: str, start: int, end: int) -> bool:
    """A first look that is enough for most ledes: neither a stamp nor a label nor a headline can stand before them."""
    words = text[start : min(end, start + 60)].split(" ", 6)[:6]
    first = words[0]
    low = first.lower()
    return (
        first.isalpha()
        and (first[1:] == low[1:] or first.isupper())
        and low not in FIRST
        and not _may_be_stamped(text, start, end)
        and any(word.islower() and word not in SMALL for word in words)
        and not _may_hold_stamp(text, start, end)
    )


def _step(text: str, at: int, end: int, going: bool) -> int:
    """Past the piece that begins at `at`; `at` where none does. Once one was found, less is asked of the next."""
    limit = min(end, at + 500)
    if _may_be_stamped(text, at, end):
        for pattern in PIECES:
            match = pattern.match(text, at, limit)
            if match and match.end() > at and NEXT.match(text, match.end()):
                return match.end()
        for pattern in BYLINE:
            match = pattern.match(text, at, limit)
            if match and (going or match.group()[:1] in "Bb") and _begins(text, match.end()):
                return match.end()
    words = text[at : at + 90].split(" ", LONGEST_LABEL + 1)
    first = words[0].strip(" :|-»")
    shaped = first[1:].islower() or (first.isupper() and first.isalpha())
    if shaped and first.lower() not in FIRST and not first[:1].isdigit():
        return at
    for count in range(min(LONGEST_LABEL, len(words) - 1), 0, -1):
        if _label(words[:count], words[count]):
            return at + len(" ".join(words[:count])) + 1
    return at


def _may_be_stamped(text: str, at: int, end: int) -> bool:
    """Whether a closer look is worth it, told by the first word and a few marks; nearly every lede ends here."""
    first, _space, second = text[at : at + 24].strip().lower().partition(" ")
    first = first.strip("(:,.|-")
    if first == "the":  # Associated Press
        first = second.split(" ", 1)[0]
    if first in STAMPS or first[:1].isdigit() or not first or text.startswith(("By", "BY"), at):
        return True
    near = min(end, at + 60)
    return text.find("@", at, near) >= 0 or text.find("/ ", at, min(end, at + 150)) >= 0


def _begins(text: str, at: int) -> bool:
    """Whether a sentence or a dateline can be told to begin here."""
    word = text[at : at + 20].split(" ")[0].strip("“\"‘'")
    return word in OPENERS or word.lower() in ("published", "updated", "posted") or bool(LOUD.match(text, at))


def _label(words: list[str], following: str) -> bool:
    """Whether these words are a page's label, and a sentence can begin with the next."""
    if not following[:1].isupper() and following[:1] not in '“"‘':
        return False
    if not words[0][:1].isupper() and not words[0][:1].isdigit():
        return False
    phrase = " ".join(words)
    low = phrase.lower().strip(" :|-»")
    if low in HEADINGS:
        return True
    if len(words) == 1 and low in ORDINARY and not phrase.isupper():
        return False
    closes = words[-1][:1].isupper() or following.strip('“"‘') in OPENERS
    if label_kind(phrase, normalize_label(phrase))[0]:
        return closes
    return words[-1][:1].isupper() and button_row(phrase)


def _may_hold_stamp(text: str, start: int, end: int) -> bool:
    """Whether a stamp's first word stands near the beginning."""
    lead = text[start : min(end, start + 240)]
    return "pdated " in lead or "ublished " in lead or "osted " in lead


def _stamped(text: str, start: int, end: int) -> int:
    """Past a stamp that comes after a headline; `start` where none does, or a sentence ends before it."""
    if not _may_hold_stamp(text, start, end):
        return start
    match = STAMP.search(text, start, min(end, start + 300))
    if not match or match.start() == start or SENTENCE_END.search(text, start, match.start()):
        return start
    at = match.end()
    return at if NEXT.match(text, at) and text[at] != "(" else start
