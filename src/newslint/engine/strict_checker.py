"""A checker for examples: a rule that asks for words that no lexicon names is an error there, not silent."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from newslint.article import Article
from newslint.engine.checker import Checker
from newslint.model import Mention
from newslint.rule import Rule
from newslint.text.lexicons import LEXICONS


class StrictChecker(Checker):
    """A checker whose articles know which kinds of words there are."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        super().__init__(rules)
        self._own_kinds = sorted({kind for rule in rules for kind in rule.lexicon()})
        self._kinds = {kind for lexicon in LEXICONS for kind in lexicon}.union(self._own_kinds)

    def scan(self, article: Article) -> Article:
        """Return the article with the mentions of all words; asking it for an unknown kind raises LookupError."""
        scanned = super().scan(article)
        scanned.mentions_by_kind = _KnownKinds(scanned.mentions_by_kind, self._kinds, self._own_kinds)
        return scanned


class _KnownKinds(dict[str, Sequence[Mention]]):
    """Mentions by kind, without the kinds that have none."""

    def __init__(
        self, mentions: Mapping[str, Sequence[Mention]], kinds: Collection[str], own_kinds: Sequence[str]
    ) -> None:
        super().__init__(mentions)
        self._kinds = kinds
        self._own_kinds = own_kinds

    def get(self, kind: str, default: Any = None) -> Any:
        """Return the mentions of a kind. Raises LookupError for a kind that no lexicon names."""
        if kind not in self._kinds:
            own = ", ".join(self._own_kinds) or "no kind"
            raise LookupError(f'no lexicon names the kind "{kind}"; the lexicon() of the rule names {own}')
        return super().get(kind, default)
