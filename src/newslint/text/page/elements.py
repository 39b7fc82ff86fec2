"""Page elements: lines that belong to the page and not to the article, recognized by their first words."""

from __future__ import annotations

from itertools import pairwise

MAX_OPENING_CHARS = 96  # read from a line to recognize it
MAX_LABEL_WORDS = 4

# A line of a few of these words before a mark is a label: "Read more: …", "Must watch | …".
LABEL_WORDS = frozenset(
    "now also read see watch more related next this story stories video videos photo photos pictures pics images image "
    "gallery galleries documents listen must recommended trending don't miss live on like news "
    "raw slideshow podcast audio interactive latest".split()
)
LABEL_MARKS = ":|–—-"
SOCIAL_SITES = frozenset("facebook twitter x instagram telegram youtube linkedin threads tiktok bluesky".split())
APP_OPENINGS = ("available", "download", "get it")
APP_SHOPS = ("app store", "google play")
# What may stand before a phrase of `PHRASES`, the longer one first.
REQUESTS = (
    "please ",
    "you must be ",
    "you must ",
    "you need to be ",
    "you need to ",
    "you have to be ",
    "you have to ",
)

# How the phrases of pages go on after their first word; "" where that word suffices, "*" where any word may follow.
_COMMENT = ("comment", "comments", "a comment", "your comment", "your comments", "this comment")
_GROUPS = ("conversation", "discussion", "mailing", "newsletter", "email", "whatsapp", "telegram", "facebook")
_US = ("us", "this")
_HISTORY = ("was", "is", "first", "originally", "has")
_SUPPORT = ("our", "independent", "local", "supporting", "a")
_SPONSORED = ("links", "content", "stories", "post")
_COMMENTS = ("are", "on", "via", "powered", "policy")
PHRASES: dict[str, tuple[str, ...]] = {
    "add": _COMMENT,
    "advertisement": ("",),
    "all": ("rights reserved",),
    "already": ("a",),
    "article": ("continues",),
    "become": _SUPPORT,
    "click": ("here", "to", "on", "the", "for", "below"),
    "comment": _COMMENTS,
    "comments": _COMMENTS,
    "consider": _SUPPORT,
    "contact": _US,
    "content": ("continues",),
    "continue": ("reading",),
    "copyright": ("",),
    "create": ("a", "an"),
    "donate": ("",),
    "download": ("our", "the"),
    "email": _US,
    "enter": ("your",),
    "filed": ("under",),
    "follow": _US,
    "got": ("a tip", "a news tip"),
    "join": (*(f"our {group}" for group in _GROUPS), *(f"the {group}" for group in _GROUPS)),
    "leave": ("a", "us", "your"),
    "like": _US,
    "log": ("in",),
    "logged": ("in",),
    "login": ("",),
    "more": ("from",),
    "newsletter": ("",),
    "originally": ("published", "posted", "appeared"),
    "post": _COMMENT,
    "posted": ("in", "under"),
    "print": _US,
    "promoted": _SPONSORED,
    "read": ("more", "full", "next", "on", "the full", "the entire", "the rest", "the whole", "the original"),
    "register": ("to", "for", "or", "now"),
    "related": ("*",),
    "report": _COMMENT,
    "share": ("this", "the", "on", "via", "to", "or", "your", "current", "article"),
    "sign": ("in", "up"),
    "sponsored": _SPONSORED,
    "story": ("continues",),
    "subscribe": ("",),
    "support": _SUPPORT,
    "thank": ("you for signing", "you for subscribing"),
    "thanks": ("for signing", "for subscribing"),
    "this": tuple(f"{noun} {verb}" for noun in ("article", "story", "post", "content", "video") for verb in _HISTORY),
    "tweet": _US,
    "view": _COMMENT,
    "was": ("this",),
    "your": ("email", "browser", "ad blocker", "adblocker"),
}
FIRST_WORDS = (*PHRASES, *LABEL_WORDS, *APP_OPENINGS, "please", "you", "e-mail", "don’t")


def is_page_element(text: str, start: int, end: int) -> bool:
    """Return whether the first words of a line mark it as an element of the page: not the article's, not a seller's."""
    first = start
    while first < end and not text[first].isalnum():
        first += 1
    if not text[first : first + 16].lower().startswith(FIRST_WORDS):
        return False  # fast path: the usual case
    lower = text[first : min(end, first + MAX_OPENING_CHARS)].lower().replace("’", "'").replace("e-mail", "email")
    opening = " ".join(lower.split())
    return (
        _begins_with_label(opening)
        or _begins_with_phrase(opening)
        or (opening.startswith("follow ") and _names_social_site(opening))
        or (opening.startswith(APP_OPENINGS) and any(shop in opening for shop in APP_SHOPS))
    )


def _begins_with_label(opening: str) -> bool:
    """Return whether label words stand before the first mark, and a space after it."""
    at = next((at for at, sign in enumerate(opening) if sign in LABEL_MARKS), 0)
    words = opening[:at].split()
    return 0 < len(words) <= MAX_LABEL_WORDS and opening[at + 1 : at + 2] == " " and LABEL_WORDS.issuperset(words)


def _begins_with_phrase(opening: str) -> bool:
    """Return whether a phrase of pages begins here, perhaps after a request to do something."""
    for request in REQUESTS:
        if opening.startswith(request):
            opening = opening[len(request) :]
            break
    length = next((at for at, sign in enumerate(opening) if not sign.isalnum()), len(opening))
    rest = opening[length + 1 :] if opening[length : length + 1] == " " else ""
    for phrase in PHRASES.get(opening[:length], ()):
        if not phrase or (phrase == "*" and rest[:1].isalnum()):
            return True
        if rest.startswith(phrase) and not rest[len(phrase) : len(phrase) + 1].isalnum():
            return True
    return False


def _names_social_site(opening: str) -> bool:
    """Return whether a site follows "on": "follow our reporters on Instagram"."""
    words = [word.strip(".,!:;") for word in opening.split()]
    return any(word == "on" and following in SOCIAL_SITES for word, following in pairwise(words))
