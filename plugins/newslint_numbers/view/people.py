"""Nouns for people, and the groups of which a person can be only in one."""

from newslint_numbers.data.words import (
    DISJOINT_GROUPS,
    DISJOINT_RESULTS,
    NOT_PEOPLE,
    OTHER_WHOLES,
    PEOPLE,
    PEOPLE_ENDINGS,
)

PLURALS = ("men", "people", "children")


def is_person_noun(noun: str) -> bool:
    """Return whether a noun in the singular names a person, by the list or by its ending."""
    return noun in PEOPLE or (noun.endswith(PEOPLE_ENDINGS) and noun not in NOT_PEOPLE)


def may_be_whole_noun(word: str) -> bool:
    """Return whether a word may be a plural for people, or for what is counted in parts as people are."""
    return word.endswith(PLURALS) or is_person_noun(word[:-1]) or word[:-1] in OTHER_WHOLES


def are_disjoint(nouns: set[str]) -> bool:
    """Return whether a person can be, or a thing become, only one of these."""
    return len(nouns) > 1 and any(nouns <= group for group in DISJOINT_GROUPS + DISJOINT_RESULTS)
