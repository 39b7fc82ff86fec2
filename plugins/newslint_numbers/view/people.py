"""Nouns for people, and the groups of which a person can be only in one."""

from newslint_numbers.data.words import DISJOINT_GROUPS, NOT_PEOPLE, PEOPLE, PEOPLE_ENDINGS


def is_person_noun(noun: str) -> bool:
    """Return whether a noun in the singular names a person, by the list or by its ending."""
    return noun in PEOPLE or (noun.endswith(PEOPLE_ENDINGS) and noun not in NOT_PEOPLE)


def are_disjoint(nouns: set[str]) -> bool:
    """Return whether a person can be only one of these."""
    return len(nouns) > 1 and any(nouns <= group for group in DISJOINT_GROUPS)
