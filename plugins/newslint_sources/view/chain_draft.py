"""A chain that is still being built."""

from __future__ import annotations

from collections.abc import MutableSequence

from newslint.api import Span
from newslint_sources.data.words import GENERIC_NOUNS
from newslint_sources.view.classify import Phrase


class ChainDraft:
    """A chain that is still being built."""

    def __init__(self, offsets: MutableSequence[int], span: Span, head: str, kind: str, phrase: Phrase) -> None:
        self.offsets = offsets  # start and end of each mention, in turn
        self.add(span)
        self.head, self.kind, self.key, self.plural, self.number = head, kind, phrase.key, phrase.plural, phrase.number
        self.stem = stem_of(head)
        self.formula: Span | None = None
        self.reason: Span | None = None
        self.referred_to = False  # by "the official": after that "an official" is another source
        self.name: Span | None = None
        self.has_members = False  # "one official" spoke for the group

    def add(self, mention: Span) -> None:
        """Add a mention."""
        self.offsets.extend(mention)

    @property
    def last_start(self) -> int:
        """The start of the last mention."""
        return self.offsets[-2]

    def is_compatible_noun(self, head: str) -> bool:
        """Return whether another noun may refer to this source: one of them is generic, such as "person"."""
        return head in GENERIC_NOUNS or self.head in GENERIC_NOUNS


def stem_of(noun: str) -> str:
    """Return the noun in the singular, approximately."""
    return noun.rstrip("s")
