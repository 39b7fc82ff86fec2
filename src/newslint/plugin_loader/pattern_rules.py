"""Rules as data: the `[[pattern]]` tables of a configuration, for newsrooms that do not write Python."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from newslint.api import Article, Edit, Finding, Fix, Rule, Span
from newslint.config.settings import PatternSpec, SettingsError
from newslint.model import RuleInfo

FAMILY = "pattern"
TIMEOUT_SECONDS = 1.0  # for one pattern on one article: a pattern may backtrack for ever on some text


class PatternRule(Rule):
    """Finds what a pattern of the configuration matches.

    The pattern is a regular expression of the `regex` library and runs under its timeout.
    """

    any_language = True  # the newsroom that wrote the pattern decides what it reads
    spec: ClassVar[PatternSpec]
    compiled: ClassVar[Any]

    def info(self, plugin: str = "") -> RuleInfo:
        """Return the message as the documentation: the table has no other."""
        return super().info(plugin)._replace(summary=self.spec.message, documentation=self.spec.message)

    def check(self, article: Article) -> Iterator[Finding]:
        """Yield a finding for each match. Raises TimeoutError, which becomes a failure of this rule."""
        # All matches at once: the timeout would also count the time that the caller spends on each finding.
        for match in list(self.compiled.finditer(article.text, timeout=TIMEOUT_SECONDS)):
            if match.end() == match.start():
                continue
            span = Span(*match.span())
            fix = None
            if self.spec.replace is not None:
                # newslint cannot know whether the replacement keeps the meaning, so the fix is not safe.
                fix = Fix("replace it as the newsroom asks", False, (Edit(span, match.expand(self.spec.replace)),))
            yield Finding(span, self.spec.message.replace("{match}", match.group()), fix)


def make_rules(specs: Sequence[PatternSpec]) -> tuple[type[PatternRule], ...]:
    """Return a rule class for each table. Raises SettingsError for an invalid pattern, and for two with one name."""
    rules: dict[str, type[PatternRule]] = {}
    for spec in specs:
        if spec.name in rules:
            raise SettingsError(f'two [[pattern]] tables are called "{spec.name}"; rename one')
        rules[spec.name] = _make_rule(spec)
    return tuple(rules.values())


def _make_rule(spec: PatternSpec) -> type[PatternRule]:
    import regex

    where = f'[[pattern]] "{spec.name}"'
    try:
        compiled = regex.compile(spec.match)
    except regex.error as error:
        raise SettingsError(f'{where}: "match" is not a valid regular expression: {error}; correct it') from error
    try:
        if spec.replace is not None:
            # Only a match can tell whether it has the groups of the replacement. The empty alternative always matches.
            regex.compile(f"|{spec.match}").match("").expand(spec.replace)
    except (regex.error, IndexError) as error:
        raise SettingsError(f'{where}: "replace" does not fit "match": {error}; correct one of them') from error
    attributes = {"name": f"{FAMILY}/{spec.name}", "severity": spec.severity, "spec": spec, "compiled": compiled}
    return type("PatternRule", (PatternRule,), attributes)
