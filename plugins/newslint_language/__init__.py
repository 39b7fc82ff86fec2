"""Language: articles that are not in English, which the other families cannot read."""

from newslint.api import Rule
from newslint_language.not_english import NotEnglish


def newslint_rules() -> list[type[Rule]]:
    """Return the rules of the family `language`."""
    return [NotEnglish]
