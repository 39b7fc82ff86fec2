"""What kind of source a speaker is, by what he is called: described, bare, one of a crowd, or a spokesperson."""

from typing import NamedTuple

from newslint.api import UNNAMED_SPEAKER_NOUNS, Speaker
from newslint_sources.data.words import (
    ATTITUDES,
    BARE,
    COLLECTIVE,
    GROUPS,
    OFFICE_HOLDERS,
    OPPOSING,
    PERSONS,
    POLITICAL,
    POSSESSED_GROUPS,
    POSSESSED_SOURCES,
    SOURCES,
    SPOKESPERSON,
    VAGUE,
    WITNESS_NOUNS,
)

DETERMINERS = frozenset(
    "a an one another some the this that these those both all two three four five six seven eight nine ten".split()
)
NUMBERS = frozenset("two three four five six seven eight nine ten several numerous dozens both".split())
INDEFINITE = frozenset("a an one another some".split())
DEFINITE = frozenset("the this that these those both all".split())
POSSESSIVE = frozenset("its his her their my our your".split())


class Phrase(NamedTuple):
    """A speaker's noun phrase, taken apart."""

    first: str  # its first word before the noun, in lower case; empty where the noun stands alone
    key: tuple[str, ...]  # what tells it from others: the words without articles and numbers
    is_possessive: bool  # "his aides", "the mayor's critics"
    plural: bool


def parse_phrase(text: str, speaker: Speaker) -> Phrase:
    """The words before a speaker's noun."""
    words = text[speaker.start : speaker.head_start].lower().split()
    first = words[0] if words else ""
    return Phrase(
        first,
        (*(word for word in words if word not in DETERMINERS), speaker.head),
        first in POSSESSIVE or any(word.endswith(("’s", "'s", "s’", "s'")) for word in words),
        speaker.kind != "person" and first != "one",
    )


def classify_source(speaker: Speaker, words: Phrase, anonymous: bool) -> str:
    """source, bare, collective or spokesperson; empty for somebody who is none of these.

    `anonymous`: a formula says so, which makes a source of anybody.
    """
    head = speaker.head
    if head in SPOKESPERSON:
        return "source" if anonymous else "spokesperson"
    if speaker.kind == "some":
        return "collective"
    if words.first in ("no", "few", "any"):
        return ""
    knowing = speaker.end > speaker.head_start + len(head)  # "familiar with the talks"
    described = knowing or len(words.key) > 1
    if words.is_possessive and not anonymous and head not in (POSSESSED_GROUPS if words.plural else POSSESSED_SOURCES):
        return ""
    if head not in UNNAMED_SPEAKER_NOUNS:  # the newsroom's own
        return "collective" if words.plural else "source"
    if head in PERSONS:
        return "source" if knowing or anonymous or (speaker.attribution_type == "to" and not words.plural) else ""
    if head in BARE:
        return "source" if described or anonymous else "bare"
    if not words.plural:
        one = words.first in ("one", "another")
        told = (
            head in WITNESS_NOUNS
            and words.first in ("a", "an", "one", "another")
            and speaker.cue[2] in ("told", "tells")
        )
        fits = told or anonymous or head.removesuffix("s") in SOURCES or (head in POLITICAL and one)
        return "source" if fits else ""
    if head in COLLECTIVE:
        if speaker.cue[2] in ATTITUDES and head in OFFICE_HOLDERS and speaker.attribution_type != "by":
            return ""
        return "source" if words.first in NUMBERS else "collective"
    if anonymous:
        return "source"
    some = (
        head in GROUPS
        and words.first in VAGUE
        and speaker.cue[2] not in ATTITUDES | OPPOSING
        and speaker.attribution_type == "before"
    )
    return "collective" if some else ""
