"""Rules as data: the `[[pattern]]` tables of a configuration, for a newsroom that writes no Python."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.api import Article, Edit, Finding, Fix, Rule, Span
from newslint.host.settings import PatternSpec, SettingsError
from newslint.model import RuleInfo

FAMILY = "pattern"
SECONDS = 1.0  # for one pattern on one article: a pattern from outside can be made to run for ever


class PatternRule(Rule):
    """Finds what a pattern of the configuration matches.

    The pattern is a regular expression of the `regex` library and runs under its timeout.
    """

    def __init__(self, spec: PatternSpec) -> None:
        """Raises SettingsError where the pattern cannot be compiled."""
        super().__init__()
        import regex

        self.name = f"{FAMILY}/{spec.name}"  # type: ignore[misc]  # one class, a name for each instance
        self.severity = spec.severity
        self._spec = spec
        try:
            self._pattern = regex.compile(spec.match)
        except regex.error as error:
            raise SettingsError(f'[[pattern]] "{spec.name}": the match is no regular expression: {error}') from error

    def info(self, plugin: str = "") -> RuleInfo:
        """The message is all there is to tell."""
        return super().info(plugin)._replace(summary=self._spec.message, documentation=self._spec.message)

    def check(self, article: Article) -> Iterator[Finding]:
        """A finding for each match. Raises TimeoutError, which becomes a failure of this rule."""
        for match in self._pattern.finditer(article.text, timeout=SECONDS):
            if match.end() == match.start():
                continue
            span = Span(*match.span())
            fix = None
            if self._spec.replace is not None:
                # Whether a replacement keeps the meaning is known to nobody here.
                fix = Fix("replace it as the newsroom asks", False, (Edit(span, match.expand(self._spec.replace)),))
            yield Finding(span, self._spec.message.replace("{match}", match.group()), fix)
