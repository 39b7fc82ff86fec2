"""Code asks for certain words before it runs a costly pattern, so the pattern must match no text without them."""

from collections.abc import Collection, Sequence
from typing import Any

import pytest

try:
    from re import _parser as regex_parser
except ImportError:  # Python 3.10
    import sre_parse as regex_parser

from newslint.api import Pattern
from newslint_boilerplate.view.certain.inserted_lines import (
    CONTACT,
    CONTACT_WORDS,
    GENRE_LINK,
    LIST_HEADING,
    LIST_OPENINGS,
)
from newslint_boilerplate.view.certain.message_forms import FORMS as MESSAGE_FORMS
from newslint_boilerplate.view.line_kinds.credits import PUBLICATION, PUBLICATION_WORDS
from newslint_numbers.data.casualty_words import ATTACKERS
from newslint_numbers.data.words import CHANGE_NOUNS
from newslint_numbers.part_whole import OF_WHOLE
from newslint_numbers.view.casualties import DEAD_ATTACKER
from newslint_numbers.view.changes import (
    AFTER_PERCENTAGE,
    COMPARISON,
    FOLLOWED,
    LED,
    STARTS_OF_CHANGE,
    UP_TO_PERCENTAGE,
    WORDS_OF_FORM,
)
from newslint_numbers.view.opening import LEXICON, SITE_WORDS, WORDS
from newslint_sources.view.naming import NAMED_SPEAKER, SAYING_WORDS, TWO_NAMES

FORMS = AFTER_PERCENTAGE | UP_TO_PERCENTAGE
GATES: dict[str, tuple[Pattern, Collection[str]]] = {
    "the words of a site": (SITE_WORDS, WORDS),
    "the mentions of a site": (SITE_WORDS, [word.rstrip("*") for word in LEXICON["numbers.site"]]),
    "two speakers with names": (TWO_NAMES, SAYING_WORDS),
    "what joins two speakers": (TWO_NAMES, (" and ",)),
    "a contact": (CONTACT, CONTACT_WORDS),
    "where a text first appeared": (PUBLICATION, PUBLICATION_WORDS),
    "a dead attacker": (DEAD_ATTACKER, ATTACKERS),
    "a speaker with a name": (NAMED_SPEAKER, SAYING_WORDS),
    "what leads to a percentage": (LED, STARTS_OF_CHANGE),
    "what follows a percentage": (FOLLOWED, CHANGE_NOUNS),
    "a change before a percentage": (FORMS["B, up P from A"], STARTS_OF_CHANGE),
    "a change before two numbers": (FORMS["from A to B, or P"], STARTS_OF_CHANGE),
    "a comparison": (FORMS["P lower than A"], (COMPARISON,)),
    "the heading of a list": (LIST_HEADING, LIST_OPENINGS),
    "a link led by its genre": (GENRE_LINK, (":", "|")),
    **{
        f"a message of a page: {kind} {number}": (form, words)
        for number, (kind, form, words) in enumerate(MESSAGE_FORMS)
    },
    **{f"{form}: {word!r}": (FORMS[form], (word,)) for form, words in WORDS_OF_FORM.items() for word in words},
}
MAX_LETTERS = 4  # of a set such as `[kh]` that are tried one by one


def is_space(kind: Any, value: Any) -> bool:
    return str(kind) == "IN" and str(value[0][1]) == "CATEGORY_SPACE"


def always_holds(parts: Sequence[Any], words: Collection[str], text: str = "") -> bool:
    """Return whether everything that a parsed pattern matches after `text` holds one of the words."""
    for at, (kind, value) in enumerate(parts):
        if any(word in text for word in words):
            return True
        rest, name = parts[at + 1 :], str(kind)
        if name == "LITERAL":
            text += chr(value).lower()
        elif is_space(kind, value) or (name == "MAX_REPEAT" and value[0] == 1 and is_space(*value[2][0])):
            text += " "  # a line of the canonical text has no other white space, and never two
        elif name == "BRANCH":
            return all(always_holds([*branch, *rest], words, text) for branch in value[1])
        elif name == "SUBPATTERN":
            return always_holds([*value[3], *rest], words, text)
        elif name == "IN" and len(value) <= MAX_LETTERS and all(str(item[0]) == "LITERAL" for item in value):
            return all(always_holds([item, *rest], words, text) for item in value)
        elif name in ("MAX_REPEAT", "MIN_REPEAT"):
            least, most, repeated = value
            if (least, most) == (0, 1):
                return always_holds([*repeated, *rest], words, text) and always_holds(rest, words, text)
            return (least > 0 and always_holds(repeated, words)) or always_holds(rest, words)
        elif name not in ("AT", "ASSERT", "ASSERT_NOT"):
            text = ""
    return any(word in text for word in words)


@pytest.mark.parametrize("name", GATES)
def test_that_a_pattern_matches_nothing_without_its_gating_words(name: str) -> None:
    pattern, words = GATES[name]
    assert always_holds(list(regex_parser.parse(pattern.source, pattern.flags)), words)


@pytest.mark.parametrize("name", GATES)
def test_that_every_gating_word_of_an_alternative_is_needed(name: str) -> None:
    pattern, words = GATES[name]
    assert not always_holds(list(regex_parser.parse(pattern.source, pattern.flags)), list(words)[1:])


def test_that_what_leads_to_a_whole_holds_the_word_that_is_looked_for_first() -> None:
    assert all(" of " in words for words in OF_WHOLE)
