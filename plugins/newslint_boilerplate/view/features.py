"""What speaks for and against a line being junk: its place, its shape, its words, its neighbours."""

from __future__ import annotations

from newslint.api import Article, LineStyle, body_vocabulary, content_words
from newslint_boilerplate.data.vocabulary import BUTTONS, NETWORKS, SECTIONS
from newslint_boilerplate.view.labels import buttons, dated, split_camel_case
from newslint_boilerplate.view.layout import Layout

DATED = 40  # characters: the longest line that is a date alone
CLOSERS = "\"'”’»)] "
NEAR = 12  # lines on either side in which a run is looked at

ENDINGS = {".": "sentence", "…": "sentence", "!": "exclamation", "?": "question", ":": "colon"}
LENGTHS = ((1, "one word"), (2, "two words"), (4, "few words"), (8, "some words"))
LISTED = SECTIONS | {"and", "the", "s"}


def may_be_named(form: LineStyle) -> bool:
    """Whether a line may be a person's name: two or three words with capitals, none of them a section's."""
    if not 2 <= len(form.words) <= 3:
        return False
    return all(word.istitle() and word.lower() not in SECTIONS for word in form.words)


def position_feature(number: int, look: Layout) -> str:
    """Where a line stands, seen from the article's own text."""
    if number > look.last:
        return "after the text"
    if number > look.closing:
        return "near the end"
    if number < look.first:
        return "before the text"
    return "near the start" if number < look.opening else "amid the text"


def run_length_feature(number: int, look: Layout) -> str:
    """How many lines that are no prose a line stands with."""
    run = len(look.runs.get(number, ()))
    if run == 0:
        return "like prose"
    return "alone" if run == 1 else "in a short run" if run <= 3 else "in a long run"


def vocabulary(article: Article, form: LineStyle) -> str:
    """How many of the words that say something stand in the article's own text."""
    content = content_words(form.words)
    if not content:
        return "says nothing"
    own = article.get(body_vocabulary)
    shared = sum(word in own for word in content)
    if shared == 0:
        return "shares nothing"
    if shared == len(content):
        return "shares all"
    return "shares much" if shared * 2 >= len(content) else "shares little"


def neighbours(number: int, look: Layout) -> list[str]:
    """Which known junk stands near a line."""
    names: list[str] = []
    sure = look.sure
    if not sure:
        return names
    if number - 1 in sure:
        names.append("after junk")
    elif number - 2 in sure:
        names.append("near junk")
    if number > look.comments:
        names.append("among comments")
    run = look.runs.get(number, range(number, number + 1))
    near = range(max(run.start - 1, number - NEAR), min(run.stop + 1, number + NEAR + 1))
    if "related" in map(sure.get, range(near.start, number)):
        names.append("under a list's heading")
    if not sure.keys().isdisjoint(near):
        names.append("run holds junk")
    return names


def ending(text: str) -> str:
    """How a line ends, closing quotation marks and brackets apart."""
    return ENDINGS.get(text.rstrip(CLOSERS)[-1:], "unended")


def opening(text: str) -> list[str]:
    """The figure or the sign that a line begins with."""
    names = []
    if text[0].isdigit():
        names.append("numbered")
    if text[0] in "-–—•*(":
        names.append("bullet")
    return names


def typography_features(text: str, form: LineStyle) -> list[str]:
    """How many words a line has, and how they are set."""
    count = len(form.words)
    names = [name for most, name in LENGTHS if count <= most][:1]
    if form.all_caps_ratio > 0.6:
        names.append("capitals")
    elif count >= 4 and form.title_case_ratio >= 0.8:
        names.append("title case")
    elif text[0].islower():
        names.append("lower case")
    return names


def is_long_sentence(text: str) -> bool:
    """Whether a line plainly has more than four words, and says more than the names of sections."""
    small = [word for word in text[:80].split() if word.islower() and word.isalpha()]
    return len(small) > 4 and not LISTED.issuperset(small)


def may_have_word_feature(text: str) -> bool:
    """Whether the words of a line may give it away: one word, or one of a page's at its beginning, or no plain word."""
    first, _space, rest = text.partition(" ")
    low, brief = first.lower(), len(text) < DATED
    if not rest or low in BUTTONS or low in NETWORKS or (low in SECTIONS and brief):
        return True
    if brief and (not first.isalpha() or text[-1].isdigit()):
        return True
    return "@" in rest or "http" in rest or "www." in rest


def wording(text: str, form: LineStyle) -> list[str]:
    """What a line's words and signs tell, whatever the article says."""
    names = []
    words = split_camel_case(form.words)
    share = buttons(words)
    if share >= 0.5 and "%" not in text:  # shares that fell are no button
        names.append("buttons" if share == 1 else "half buttons")
    if words and LISTED.issuperset(words):
        names.append("section name")
    if "@" in text or "http" in text or "www." in text or (len(words) < 4 and ".com" in text):
        names.append("address")
    if not any(map(str.isalpha, text)):
        names.append("no letters")
    elif dated(text):
        names.append("date")
    return names
