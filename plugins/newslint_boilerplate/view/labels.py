"""Reading a label: the few words of a button, a menu, a stamp."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newslint.api import Pattern, words
from newslint_boilerplate.data.vocabulary import BUTTONS, FILLERS, NETWORKS, PAGE_PARTS, PAGE_VERBS
from newslint_boilerplate.view.lexicon import LABEL_KIND, WORD_KIND

MARKS = " \t\xa0\u200b0123456789.,:;!?…|/\\-–—•·*#+»«›‹→←▶►▼▲★☆✕×()[]{}<>\"'“”‘’©@$%&="
CREDIT = Pattern(
    r"""\W*with\s+(?:additional\s+)?(?:
        (?:reporting|files|inputs?|material|contributions?|information|reports?)\s+(?:from|by)\b.{0,80}
      | (?:\w+\s+){0,3}(?:wires?|newswires?|wire\s+(?:services?|reports?)|agenc(?:y|ies)(?:\s+(?:reports?|inputs?))?
        |staff\s+reports?) )\W*$"""
)
DATE = Pattern(
    r"""(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?
    (?: (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}
      | \d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+\d{4}
      | \d{4}-\d\d-\d\d(?:T[\d:.]+Z?)? | \d{1,2}/\d{1,2}/\d{2,4} )
    (?: ,?\s*(?:at|-|–|\|)?\s*\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})? )? \W*$"""
)
DAY = Pattern(r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?\s.{0,10}\b(?:19|20)\d\d")
AGO = Pattern(
    r"""(?:\w{1,14}\s+)?(?:\d+|an?|one)\s+(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s?
    (?:\s+(?:ago|read))?\W*$"""
)
NAMES = NETWORKS | BUTTONS
ON_BUTTONS = NAMES | FILLERS
PAGE_ACTION_WORDS = (
    PAGE_VERBS | PAGE_PARTS | ON_BUTTONS | frozenset("our your one with as most these from without".split())
)
# What the first word of a line can be that is a label.
OPENING_WORDS = NAMES | PAGE_VERBS | {"with"} | {label.split(" ", 1)[0] for label in (*LABEL_KIND, *WORD_KIND)}
SHARING = frozenset("share shares tweet pin email e-mail print copy".split())
CREDITED = Pattern(
    r"""\W*(?: by:?(?:\s|$)
      | (?:written|reported|edited|(?:photo(?:graph)?|picture|image|illustration)s?|story|words|text)\s+by\b
      | (?:posted|published|updated|last\s+updated|first\s+published|created|modified)\b[^\n]{0,60}\d
      | (?:photo|image|picture|photograph|file\s+photo|caption|credit|illustration|graphic)s?\b.{0,3}[:|(\d/] | ©
      | (?:the\s+)?(?:associated\s+press|reuters|afp|ap|staff(?:\s+(?:reports?|writers?|reporters?))?)\W*$ )"""
)
CAPTIONED = Pattern(r"\W*[\w .]{0,40}\bcaption\W*$")
TITLED = Pattern(
    r"\W*(?:[\w.’'-]+\s){0,5}(?:journalist|columnist|reporter|correspondent|contributor|editor|staff)\b[^.]{0,25}$"
)
TAILED = Pattern(  # — Name (@handle) May 3, 2024; — @handle; — Name, on X
    r"""[^@\n]{0,60}\(@\w{1,30}\)(?=\W*$|.{0,30}\d) | [—–-]{1,2}\s?@\w
      | [—–-]{1,2}\s?[\w .]{3,40},\s(?:on|via)\s(?:x|twitter|facebook|instagram|threads|bluesky|truth\ social)\W*$"""
)
TITLES = ("journalist", "columnist", "reporter", "correspondent", "contributor", "editor", "staff")
PICTURE = Pattern(
    r"""\bgetty\b | \bshutterstock\b | \bcc\ by | \b(?:ap|file|staff|courtesy)\s+photo
    | \bphoto(?:graph)?\s+(?:by|courtesy|credit) | \bimages?\s+(?:by|via|courtesy) | \bfile\ (?:image|picture)\b
    | /\s*(?:ap|afp|reuters|epa|bloomberg)\b | \((?:ap|afp|reuters|epa|file)\)\W*$"""
)
PICTURED = ("getty", "shutterstock", "cc by", "photo", "image", "file picture", "/", "(")  # none without one of them


def normalize_label(text: str) -> str:
    """A label without its figures, marks and capitals."""
    return " ".join(text.strip(MARKS).lower().replace("’", "'").split())


def may_be_label(text: str) -> bool:
    """A first look at a line's first two words: whether it can be a label, a row of buttons, a thing done to a page."""
    first, *rest = text.split(None, 2)
    low = first.lower()
    if low in OPENING_WORDS or not first.isalpha() or (first[1:] != low[1:] and not first.isupper()):
        return True  # as an opening of a label, by its marks or figures, or by words run together
    return bool(rest) and rest[0].lower() in PAGE_VERBS


def label_kind(text: str, label: str) -> tuple[str, bool]:
    """The kind of junk that a line is which says nothing but this, and whether it is for certain; "" for none.

    `label` is the line as `plain` has it.
    """
    if label in LABEL_KIND:
        return LABEL_KIND[label], True
    if label.startswith("with ") and CREDIT.match(text, 0):
        return "credit", True
    return WORD_KIND.get(label, ""), False


def button_row(text: str) -> bool:
    """Whether a line consists of the names of several buttons: "7k shares Facebook Twitter"."""
    if text[-1] in ".?!":
        return False
    first = text.split(None, 1)[0]
    low = first.lower()
    if low not in NAMES and not low[0].isdigit() and (first[1:] == low[1:] or first.isupper()):
        return False  # a plain word, as nearly all begin
    row: list[str] = []
    for word in words(text, (0, len(text))):
        row += _parts(word)
        if row[-1] not in ON_BUTTONS and not word[0].isdigit():
            return False
    return len(set(row)) > 1 and buttons(row) == 1 and (len(row) > 2 or not SHARING.isdisjoint(row))


def is_page_action(text: str, label: str) -> bool:
    """Whether a line says what can be done with a part of the page, and nothing else: "View as one page"."""
    words = label.split()
    if PAGE_PARTS.isdisjoint(words) or len(words) < 2 or text[-1] == ":":
        return False
    return PAGE_ACTION_WORDS.issuperset(words) and not PAGE_VERBS.isdisjoint(text.lower().split(None, 2)[:2])


def is_byline_or_caption(text: str) -> bool:
    """Whether a line is a byline, a stamp, a caption or a post's tail: no sentence, but part of the article."""
    low = text.lower()
    return bool(
        CREDITED.match(text, 0)
        or (any(word in low for word in TITLES) and TITLED.match(text, 0))
        or ((text[0] in "—–-(" or "(@" in text) and TAILED.match(text, 0))
        or ("caption" in low and CAPTIONED.match(text, 0))
        or (any(word in low for word in PICTURED) and PICTURE.search(text, 0, len(text)))
    )


def dated(text: str) -> bool:
    """Whether a line is a date, or an age ("3 hours ago"), and nothing else."""
    return len(text) < 60 and any(one.match(text, 0) for one in (DATE, AGO))


def stamped(text: str) -> bool:
    """Whether a line holds a whole date and little else: in the head of a page, when the article was published."""
    return len(text) < 60 and bool(DAY.search(text, 0, len(text)) or DATE.match(text, 0))


def split_camel_case(words: Iterable[str]) -> list[str]:
    """The words of a label in lower case, those that were run together (`TwitterTweet`) apart."""
    return [part for word in words for part in _parts(word)]


def _parts(word: str) -> list[str]:
    low = word.lower()
    if word == low or word[1:] == low[1:] or low in NETWORKS or word.isupper():
        return [low]
    found, begin = [], 0
    for at in range(1, len(word)):
        if word[at].isupper() and not word[at - 1].isupper():
            found.append(low[begin:at])
            begin = at
    return [*found, low[begin:]]


def buttons(row: Sequence[str]) -> float:
    """The share of these words that page buttons are made of; 0 where none of them is a button's own word."""
    if NAMES.isdisjoint(row):
        return 0.0
    return sum(word in ON_BUTTONS or word[0].isdigit() for word in row) / len(row)
