"""The words of plugins: a kind that no lexicon names keeps its rule silent, and every process must have the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.api import Rule
from newslint.config.settings import did_you_mean
from newslint.engine.checker import format_plugin_error
from newslint.model import Failure
from newslint.text.lexicons import LEXICONS


def unknown_kinds(rules: Iterable[Rule], all_rules: Iterable[Rule]) -> Iterator[Failure]:
    """Yield a failure for each of the rules that requires a kind of words which no lexicon names."""
    kinds: set[str] = set()
    for rule in rules:
        try:
            unknown = set(rule.required_kinds).difference(rule.lexicon())
            if unknown and not kinds:  # it may be a kind of another rule, or of a view
                kinds.update(*LEXICONS, *(other.lexicon() for other in all_rules))
            for kind in sorted(unknown - kinds):
                hint = did_you_mean(kind, kinds)
                text = f'required_kinds has "{kind}", which no lexicon names{hint}; name its words in lexicon()'
                yield Failure(rule.name, None, text)
        except BaseException as error:  # whatever a plugin raises
            yield Failure(rule.name, None, format_plugin_error(error))


def digest_of_words(rules: Iterable[Rule]) -> str:
    """Return a digest of the lexicons of rules, which a plugin may read from a file of its own."""
    from hashlib import sha256

    words = []
    for rule in rules:
        try:
            words.append((rule.name, sorted((kind, sorted(listed)) for kind, listed in rule.lexicon().items())))
        except BaseException as error:  # whatever a plugin raises
            words.append((rule.name, [(type(error).__name__, [])]))
    return sha256(repr(words).encode("utf-8", "backslashreplace")).hexdigest()
