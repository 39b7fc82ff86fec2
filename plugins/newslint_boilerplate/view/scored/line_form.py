"""Features of a line's form: its length, its marks, its case, and the words that pages are made of."""

from __future__ import annotations

from newslint.api import LineStyle, is_page_element
from newslint_boilerplate.data.words import SECTIONS, VISITOR_WORDS
from newslint_boilerplate.view.line_kinds.bylines import is_date
from newslint_boilerplate.view.line_kinds.labels import button_ratio, split_camel_case

CLOSERS = "\"'”’»)] "
ENDINGS = {".": "sentence", "…": "sentence", "!": "exclamation", "?": "question", ":": "colon"}
LENGTHS = ((0, "no word"), (1, "one word"), (2, "two words"), (4, "few words"), (6, "six words"), (8, "eight words"),
           (12, "twelve words"))  # fmt: skip
VISITOR_WORD_COUNTS = ("one visitor word", "two visitor words", "three visitor words", "many visitor words")
SECTION_WORDS = SECTIONS | {"and", "the", "s"}
OPENINGS = {**dict.fromkeys("-–—•*(+·", "bullet"), **dict.fromkeys("\"“'‘", "quoted")}
MAX_LABEL_CHARS = 40
MAX_LABEL_WORDS = 3
MAX_NAME_WORDS = 4  # of an item in a list of names


def may_be_name(style: LineStyle) -> bool:
    """Return whether a line may be a person's name: two or three words with capitals, none of them a section's."""
    if not 2 <= len(style.words) <= 3:
        return False
    return all(word.istitle() and word.lower() not in SECTIONS for word in style.words)


def form_features(text: str, style: LineStyle) -> list[str]:
    """Return what a line's length, marks and words say, whatever the article says."""
    names = [ENDINGS.get(text.rstrip(CLOSERS)[-1:], "unended"), *_case_features(text, style), *_mark_features(text)]
    count = len(style.words)
    names.append(next((name for most, name in LENGTHS if count <= most), "many words"))
    opening = OPENINGS.get(text[0])
    if opening:
        names.append(opening)
    words = split_camel_case(style.words)
    if len(words) > count + 1:
        names.append("words run together")
    ratio = button_ratio(words)
    if ratio >= 0.5 and "%" not in text:  # shares that fell are not a button
        names.append("buttons" if ratio == 1 else "half buttons")
    if words and SECTION_WORDS.issuperset(words):
        names.append("section name")
    visitor_words = len(VISITOR_WORDS.intersection(words))
    if visitor_words:
        names.append(VISITOR_WORD_COUNTS[min(visitor_words, len(VISITOR_WORD_COUNTS)) - 1])
    if not {"you", "your"}.isdisjoint(words):
        names.append("you")
    if not {"our", "us"}.isdisjoint(words):
        names.append("our")
    if count >= MAX_NAME_WORDS and text.count(",") >= 2 and count <= MAX_NAME_WORDS * (text.count(",") + 1):
        names.append("list of names")
    if may_be_name(style):
        names.append("name")
    if not any(map(str.isalpha, text)):
        names.append("no letters")
    elif is_date(text):
        names.append("date")
    if is_page_element(text, 0, len(text)):
        names.append("page element")
    return names


def _case_features(text: str, style: LineStyle) -> list[str]:
    """Return in which case a line is set."""
    if style.all_caps_ratio > 0.6:
        return ["capitals"]
    if len(style.words) >= 4 and style.title_case_ratio >= 0.5:
        return ["title case" if style.title_case_ratio >= 0.8 else "half title case"]
    return ["lower case"] if text[0].islower() else []


def _mark_features(text: str) -> list[str]:
    """Return which marks a line has besides letters."""
    names = []
    if "http" in text or "www." in text:
        names.append("address")
    elif ".com" in text or ".org" in text or ".net" in text:
        names.append("domain")
    if "@" in text:
        names.append("handle")
    if text.count("|") == 1:
        names.append("bar")
    if "“" in text[1:]:
        names.append("holds a quotation")
    return names + _label_features(text)


def _label_features(text: str) -> list[str]:
    """Return whether a line begins with a label before a colon or a bar, and of which words."""
    at = next((at for at, mark in enumerate(text[:MAX_LABEL_CHARS]) if mark in ":|"), 0)
    label = text[:at].strip(" (+>»-–—•*[")
    if not label or at + 1 == len(text):
        return []
    if label.isupper():
        return ["label in capitals"]
    return ["label"] if label.count(" ") < MAX_LABEL_WORDS else []
