"""Features of a line for and against it being junk: its place, its typography, its words, its neighbours.

Each tuple of names is a group of features of which a line has at most one; the bounds in `scoring` rest on that.
"""

from __future__ import annotations

from newslint.api import Article, LineStyle, body_vocabulary, content_words
from newslint_boilerplate.data.words import BUTTONS, NETWORKS, SECTIONS
from newslint_boilerplate.view.bylines import is_date
from newslint_boilerplate.view.labels import button_ratio, split_camel_case
from newslint_boilerplate.view.layout import Layout

MAX_SHORT_CHARS = 40  # of a line that may be a date or the name of a section
MAX_NEIGHBOUR_DISTANCE = 12  # lines on either side of a line in which its run counts
CLOSERS = "\"'”’»)] "

ENDINGS = {".": "sentence", "…": "sentence", "!": "exclamation", "?": "question", ":": "colon"}
LENGTHS = ((1, "one word"), (2, "two words"), (4, "few words"), (8, "some words"))
SECTION_WORDS = SECTIONS | {"and", "the", "s"}

BUTTON_FEATURES = ("buttons", "half buttons")
SECTION_FEATURES = ("section name",)
ADDRESS_FEATURES = ("address",)
CONTENT_FEATURES = ("no letters", "date")
REPETITION_FEATURES = ("stands twice",)
VOCABULARY_FEATURES = ("says nothing", "shares nothing", "shares little", "shares much", "shares all")
CASE_FEATURES = ("capitals", "title case", "lower case")


def may_be_name(style: LineStyle) -> bool:
    """Return whether a line may be a person's name: two or three words with capitals, none of them a section's."""
    if not 2 <= len(style.words) <= 3:
        return False
    return all(word.istitle() and word.lower() not in SECTIONS for word in style.words)


def position_feature(number: int, layout: Layout) -> str:
    """Return where a line stands, seen from the article's own text."""
    if number > layout.last_prose:
        return "after the text"
    if number > layout.last_paragraph:
        return "near the end"
    if number < layout.first_prose:
        return "before the text"
    return "near the start" if number < layout.first_paragraph else "amid the text"


def run_length_feature(number: int, layout: Layout) -> str:
    """Return with how many lines that are not prose a line stands."""
    run = len(layout.runs.get(number, ()))
    if run == 0:
        return "like prose"
    return "alone" if run == 1 else "in a short run" if run <= 3 else "in a long run"


def vocabulary_feature(article: Article, style: LineStyle) -> str:
    """Return how many of a line's content words stand in the article's own text."""
    content = content_words(style.words)
    if not content:
        return "says nothing"
    own = article.get(body_vocabulary)
    shared = sum(word in own for word in content)
    if shared == 0:
        return "shares nothing"
    if shared == len(content):
        return "shares all"
    return "shares much" if shared * 2 >= len(content) else "shares little"


def neighbour_features(number: int, layout: Layout) -> list[str]:
    """Return which certain junk stands near a line."""
    names: list[str] = []
    certain = layout.certain
    if not certain:
        return names
    if number - 1 in certain:
        names.append("after junk")
    elif number - 2 in certain:
        names.append("near junk")
    if number > layout.comments:
        names.append("among comments")
    run = layout.runs.get(number, range(number, number + 1))
    near = range(
        max(run.start - 1, number - MAX_NEIGHBOUR_DISTANCE), min(run.stop + 1, number + MAX_NEIGHBOUR_DISTANCE + 1)
    )
    if "related" in map(certain.get, range(near.start, number)):
        names.append("under a list's heading")
    if not certain.keys().isdisjoint(near):
        names.append("run holds junk")
    return names


def ending_feature(text: str) -> str:
    """Return how a line ends, closing quotation marks and brackets apart."""
    return ENDINGS.get(text.rstrip(CLOSERS)[-1:], "unended")


def opening_features(text: str) -> list[str]:
    """Return whether a line begins with a figure or with the mark of a list."""
    names = []
    if text[0].isdigit():
        names.append("numbered")
    if text[0] in "-–—•*(":
        names.append("bullet")
    return names


def typography_features(text: str, style: LineStyle) -> list[str]:
    """Return how many words a line has, and in which case they are set."""
    count = len(style.words)
    names = [name for most, name in LENGTHS if count <= most][:1]
    if style.all_caps_ratio > 0.6:
        names.append("capitals")
    elif count >= 4 and style.title_case_ratio >= 0.8:
        names.append("title case")
    elif text[0].islower():
        names.append("lower case")
    return names


def is_long_sentence(text: str) -> bool:
    """Return whether a line has more than four plain words that are not all names of sections."""
    plain = [word for word in text[:80].split() if word.islower() and word.isalpha()]
    return len(plain) > 4 and not SECTION_WORDS.issuperset(plain)


def may_have_word_feature(text: str) -> bool:
    """Return whether `word_features` can find something: fast path for lines that begin with another plain word."""
    first, _space, rest = text.partition(" ")
    low, is_short = first.lower(), len(text) < MAX_SHORT_CHARS
    if not rest or low in BUTTONS or low in NETWORKS or (low in SECTIONS and is_short):
        return True
    if is_short and (not first.isalpha() or text[-1].isdigit()):
        return True
    return "@" in rest or "http" in rest or "www." in rest


def word_features(text: str, style: LineStyle) -> list[str]:
    """Return what a line's words and marks say, whatever the article says."""
    names = []
    words = split_camel_case(style.words)
    ratio = button_ratio(words)
    if ratio >= 0.5 and "%" not in text:  # shares that fell are not a button
        names.append("buttons" if ratio == 1 else "half buttons")
    if words and SECTION_WORDS.issuperset(words):
        names.append("section name")
    if "@" in text or "http" in text or "www." in text or (len(words) < 4 and ".com" in text):
        names.append("address")
    if not any(map(str.isalpha, text)):
        names.append("no letters")
    elif is_date(text):
        names.append("date")
    return names
