"""Anonymous sources and attribution: who says so, and why is there no name."""

from newslint.api import Rule
from newslint_sources.bare_source import BareSource


def newslint_rules() -> list[type[Rule]]:
    """The rules of the family `sources`."""
    return [BareSource]
