"""Labels: the few words of a button, a menu, the heading of a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newslint.api import Pattern, words
from newslint_boilerplate.data.words import BUTTONS, FILLERS, NETWORKS, PAGE_PARTS, PAGE_VERBS
from newslint_boilerplate.view.lexicon import LABEL_KIND, OPENING_KIND, POSSIBLE_LABEL_KIND

MARKS_AROUND_LABEL = " \t\xa0\u200b0123456789.,:;!?…|/\\-–—•·*#+»«›‹→←▶►▼▲★☆✕×()[]{}<>\"'“”‘’©@$%&="
BUTTON_WORDS = NETWORKS | BUTTONS
BUTTON_ROW_WORDS = BUTTON_WORDS | FILLERS
PAGE_ACTION_WORDS = (
    PAGE_VERBS | PAGE_PARTS | BUTTON_ROW_WORDS | frozenset("our your one with as most these from without".split())
)
LABEL_FIRST_WORDS = {label.split(" ", 1)[0] for label in (*LABEL_KIND, *POSSIBLE_LABEL_KIND)}
FIRST_WORDS = BUTTON_WORDS | PAGE_VERBS | LABEL_FIRST_WORDS | {"with"}
SHARING = frozenset("share shares tweet pin email e-mail print copy".split())
CREDIT = Pattern(
    r"""\W*with\s+(?:additional\s+)?(?:
        (?:reporting|files|inputs?|material|contributions?|information|reports?)\s+(?:from|by)\b.{0,80}
      | (?:\w+\s+){0,3}(?:wires?|newswires?|wire\s+(?:services?|reports?)|agenc(?:y|ies)(?:\s+(?:reports?|inputs?))?
        |staff\s+reports?) )\W*$""",
    matches=("With files from the Example Press", "— With Gazette Wires", "With agency inputs"),
    misses=("With the wires down, the village was cut off", "Within wire services"),
)


def normalize_label(text: str) -> str:
    """Return a label in lower case, with straight apostrophes, without the figures and marks around it."""
    return " ".join(text.strip(MARKS_AROUND_LABEL).lower().replace("’", "'").split())


def may_be_label(text: str) -> bool:
    """Return whether a line can be a label, a row of buttons or a page action, by its first two words alone."""
    first, *rest = text.split(None, 2)
    low = first.lower()
    if low in FIRST_WORDS or not first.isalpha() or (first[1:] != low[1:] and not first.isupper()):
        return True  # a label may begin so, with marks or figures, or with two words run together
    return bool(rest) and rest[0].lower() in PAGE_VERBS


def label_kind(text: str, label: str) -> tuple[str, bool]:
    """Return the kind of junk that a line is when it says only this, and whether that is certain; "" for none.

    `label` is what `normalize_label` makes of the text.
    """
    if label in LABEL_KIND:
        return LABEL_KIND[label], True
    if label in OPENING_KIND and not text[0].isalpha():
        return OPENING_KIND[label], True  # after a figure or a quotation mark, it does not count as an opening
    if label.startswith("with ") and CREDIT.match(text, 0):
        return "credit", True
    return POSSIBLE_LABEL_KIND.get(label, ""), False


def is_button_row(text: str) -> bool:
    """Return whether a line consists of the names of several buttons: "7k shares Facebook Twitter"."""
    if text[-1] in ".?!":
        return False
    first = text.split(None, 1)[0]
    low = first.lower()
    if low not in BUTTON_WORDS and not low[0].isdigit() and (first[1:] == low[1:] or first.isupper()):
        return False  # fast path: most lines begin with another plain word
    row: list[str] = []
    for word in words(text, (0, len(text))):
        row += _camel_case_parts(word)
        if row[-1] not in BUTTON_ROW_WORDS and not word[0].isdigit():
            return False
    return len(set(row)) > 1 and button_ratio(row) == 1 and (len(row) > 2 or not SHARING.isdisjoint(row))


def is_page_action(text: str, label: str) -> bool:
    """Return whether a line says only what can be done with a part of the page: "View as one page"."""
    words = label.split()
    if PAGE_PARTS.isdisjoint(words) or text[-1] == ":":
        return False
    return PAGE_ACTION_WORDS.issuperset(words) and not PAGE_VERBS.isdisjoint(text.lower().split(None, 2)[:2])


def split_camel_case(words: Iterable[str]) -> list[str]:
    """Return the words of a label in lower case, with those that were run together (`TwitterTweet`) apart."""
    return [part for word in words for part in _camel_case_parts(word)]


def _camel_case_parts(word: str) -> list[str]:
    low = word.lower()
    if word[1:] == low[1:] or low in NETWORKS or word.isupper():
        return [low]
    found, begin = [], 0
    for at in range(1, len(word)):
        if word[at].isupper() and not word[at - 1].isupper():
            found.append(low[begin:at])
            begin = at
    return [*found, low[begin:]]


def button_ratio(row: Sequence[str]) -> float:
    """Return the share of these words that rows of buttons consist of; 0 where none of them names a button."""
    if BUTTON_WORDS.isdisjoint(row):
        return 0.0
    return sum(word in BUTTON_ROW_WORDS or word[0].isdigit() for word in row) / len(row)
