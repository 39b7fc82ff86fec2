"""Rules as data: the `[[pattern]]` tables of a configuration, for a newsroom that writes no Python."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from newslint.api import Article, Edit, Finding, Fix, Rule, Span
from newslint.config.settings import PatternSpec, SettingsError
from newslint.model import RuleInfo

FAMILY = "pattern"
SECONDS = 1.0  # for one pattern on one article: a pattern from outside can be made to run for ever


class PatternRule(Rule):
    """Finds what a pattern of the configuration matches.

    The pattern is a regular expression of the `regex` library and runs under its timeout.
    """

    spec: ClassVar[PatternSpec]
    compiled: ClassVar[Any]

    def info(self, plugin: str = "") -> RuleInfo:
        """The message is all there is to tell."""
        return super().info(plugin)._replace(summary=self.spec.message, documentation=self.spec.message)

    def check(self, article: Article) -> Iterator[Finding]:
        """A finding for each match. Raises TimeoutError, which becomes a failure of this rule."""
        # All at once, since the time that whoever takes the findings needs would count too.
        for match in list(self.compiled.finditer(article.text, timeout=SECONDS)):
            if match.end() == match.start():
                continue
            span = Span(*match.span())
            fix = None
            if self.spec.replace is not None:
                # Whether a replacement keeps the meaning is known to nobody here.
                fix = Fix("replace it as the newsroom asks", False, (Edit(span, match.expand(self.spec.replace)),))
            yield Finding(span, self.spec.message.replace("{match}", match.group()), fix)


def rules(specs: Sequence[PatternSpec]) -> tuple[type[PatternRule], ...]:
    """A rule class for each table. Raises SettingsError for what cannot be compiled, and for two of one name."""
    made: dict[str, type[PatternRule]] = {}
    for spec in specs:
        if spec.name in made:
            raise SettingsError(f'two [[pattern]] tables are called "{spec.name}"; rename one')
        made[spec.name] = _rule(spec)
    return tuple(made.values())


def _rule(spec: PatternSpec) -> type[PatternRule]:
    import regex

    where = f'[[pattern]] "{spec.name}"'
    try:
        compiled = regex.compile(spec.match)
    except regex.error as error:
        raise SettingsError(f"{where}: the match is no regular expression: {error}") from error
    try:
        if spec.replace is not None:
            # Only a match can say whether it has these groups, and nothing, put first, always matches.
            regex.compile(f"|{spec.match}").match("").expand(spec.replace)
    except (regex.error, IndexError) as error:
        raise SettingsError(f"{where}: the replace does not fit the match: {error}") from error
    given = {"name": f"{FAMILY}/{spec.name}", "severity": spec.severity, "spec": spec, "compiled": compiled}
    return type("PatternRule", (PatternRule,), given)
