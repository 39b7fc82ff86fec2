"""The base class of the rules on chains: each rule reports chains of certain kinds and verdicts."""

from collections.abc import Iterator
from itertools import islice
from typing import ClassVar

from newslint.api import Article, Finding, Lexicon, NamedTuple, RelatedLocation, Rule, Span, TraceStep
from newslint_sources.data.words import LEXICON
from newslint_sources.view.chains import chains

MAX_RELATED_LOCATIONS = 20  # of one finding


class ExtraWords(NamedTuple):
    """Words that a newsroom adds, for all rules on sources.

    verbs: verbs of speech beside the usual ones, in every form that newslint should find
    nouns: nouns for people who may speak without a name, such as "clerk" and "clerks"
    """

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()


class ChainRule(Rule):
    """A rule with one finding for each chain, at its first mention; the other mentions are related locations."""

    required_kinds = ("person", "sources.formula")
    kinds: ClassVar[frozenset[str]]
    verdicts: ClassVar[frozenset[str]] = frozenset(("unexplained",))
    message: ClassVar[str]  # {words} are those of the first mention

    def lexicon(self) -> Lexicon:
        """Return the family's words, and those that the newsroom adds."""
        if not isinstance(self.options, ExtraWords):
            return LEXICON
        cues, nouns = (*LEXICON["cue"], *self.options.verbs), (*LEXICON["person"], *self.options.nouns)
        return {**LEXICON, "cue": cues, "person": nouns}

    def check(self, article: Article) -> Iterator[Finding]:
        """Yield a finding for each chain of the rule's kinds and verdicts."""
        for chain in article.get(chains):
            if chain.kind in self.kinds and chain.verdict in self.verdicts:
                first, *others = islice(chain.mentions, 1 + MAX_RELATED_LOCATIONS)
                related = tuple(RelatedLocation(span, "the same source") for span in others)
                yield Finding(first, self.message.format(words=article[first]), related=related)

    def trace(self, article: Article, span: Span) -> Iterator[TraceStep]:
        """Yield what became of every noun for people in a span, and what this rule reports."""
        from newslint_sources.view.trace import trace_sources  # a run does not need it

        return trace_sources(article, span, self.kinds, self.verdicts)
