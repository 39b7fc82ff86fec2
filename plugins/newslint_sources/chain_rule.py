"""What the rules on chains have in common: each takes the verdicts that are its own."""

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from newslint.api import Article, Finding, Lexicon, RelatedLocation, Rule
from newslint_sources.data.words import LEXICON
from newslint_sources.view.chains import chains

SHOWN = 20  # related locations of one finding


class ExtraWords(NamedTuple):
    """Words of the newsroom's own, for all rules on sources.

    verbs: verbs of speech beside the usual ones, in each form that is to be heard
    nouns: nouns for people who may speak without a name, such as "clerk" and "clerks"
    """

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


class ChainRule(Rule):
    """One finding for each chain of certain kinds and verdicts, at its first mention; the others are related."""

    required_kinds = ("person", "sources.formula")
    kinds: ClassVar[frozenset[str]]
    verdicts: ClassVar[frozenset[str]] = frozenset(("unexplained",))
    message: ClassVar[str]  # {words} are the first mention's

    def lexicon(self) -> Lexicon:
        """The family's words, and the newsroom's."""
        if not isinstance(self.options, ExtraWords):
            return LEXICON
        return {**LEXICON, "cue": self.options.verbs, "person": self.options.nouns}

    def check(self, article: Article) -> Iterator[Finding]:
        """The chains that this rule is about."""
        for chain in article.get(chains):
            if chain.kind in self.kinds and chain.verdict in self.verdicts:
                first, *others = chain.mentions
                related = tuple(RelatedLocation(span, "the same source") for span in others[:SHOWN])
                yield Finding(first, self.message.format(words=article[first]), related=related)
