"""The values that are passed around: frozen, picklable, compared by value, and nothing but data.

They are named tuples rather than dataclasses because they are made by the hundred for every article, and because a
one-file run should not pay for the import of `dataclasses`. For the same reason no module that defines some imports
`annotations` from `__future__`: of a string `typing` makes code at each start, which doubles the cost of such a class.
Offsets are code points of the article's text, counted from 0, the end excluded; lines and columns count from 1.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, Literal, NamedTuple

Severity = Literal["error", "warning", "info"]
"""How severe a finding is; `--fail-on` names the least severe one that changes the exit status."""
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")  # from the gravest down

Words = Iterable[str]
Lexicon = Mapping[str, Words]
"""Words by kind. A word matches whole and in any case; `word*` also matches longer words that begin so."""


class Span(NamedTuple):
    """A stretch of an article's text: code points `start` to `end`, the end excluded."""

    start: int
    end: int


make_span = partial(tuple.__new__, Span)
"""`span((start, end))` makes a Span in a third of the time, for views that make many."""

Mention = tuple[int, int, str]
"""A word of a lexicon where it stands: start, end, and the word in lower case without its `*`.

A plain tuple, since an article has hundreds of them.
"""


class Position(NamedTuple):
    """One place in a text, for people (line, column: from 1) and for programs (offset: from 0)."""

    line: int
    column: int
    offset: int


class Location(NamedTuple):
    """A span that can be understood without its article, as facts travel without one."""

    path: str
    record: int | None
    start: Position
    end: Position
    match: str  # the article's text between start and end
    context_digest: str  # a digest of the sentence around it, for fingerprints


SpanOrLocation = Span | Location


class Edit(NamedTuple):
    """Put `text` in the place of `span`."""

    span: Span
    text: str


class Fix(NamedTuple):
    """A way to mend a finding. Safe: it cannot change what the article says."""

    title: str
    safe: bool
    edits: tuple[Edit, ...]


class RelatedLocation(NamedTuple):
    """Another place that belongs to a finding: in the same article a span, in another one a place."""

    location: SpanOrLocation
    message: str


class Finding(NamedTuple):
    """What a rule reports: where (a span in `check`, a fact's location in `compare_facts`), the message, the fix."""

    location: SpanOrLocation
    message: str
    fix: Fix | None = None
    related: tuple[RelatedLocation, ...] = ()


class Fact(NamedTuple):
    """One article's word on `key`, to be held against other articles'. `value` is JSON and nothing else."""

    key: str
    span: Span
    value: Any


class LocatedFact(NamedTuple):
    """A fact on its way to `compare_facts`: the rule it belongs to and its place, and nothing live."""

    rule: str
    key: str
    location: Location
    value: Any


class RelatedInformation(NamedTuple):
    """A related location of a diagnostic."""

    location: Location
    message: str


class Diagnostic(NamedTuple):
    """A finding made complete by the engine."""

    rule: str
    severity: Severity
    location: Location
    message: str
    related: tuple[RelatedInformation, ...]
    fix: Fix | None
    fingerprint: str

    @property
    def match(self) -> str:
        """The text that the finding is about."""
        return self.location.match


class Failure(NamedTuple):
    """Something that broke: a file, a plugin or a rule. Data, so that the rest of the run goes on."""

    source: str  # the rule, plugin or reader that broke; "file" for what could not be read
    path: str | None
    error: str


class Statistics(NamedTuple):
    """Measurements of one check, for `--statistics`."""

    seconds_by_rule: Mapping[str, float]
    label_counts: Mapping[str, int]  # how often the rules yielded each of their statistics labels


class CheckResult(NamedTuple):
    """The result of checking one article, or of comparing articles. Its diagnostics are final and in output order."""

    diagnostics: tuple[Diagnostic, ...] = ()
    facts: tuple[LocatedFact, ...] = ()
    failures: tuple[Failure, ...] = ()
    statistics: Statistics | None = None  # None where time is not measured


class RuleInfo(NamedTuple):
    """What reporters and the documentation may know of a rule."""

    name: str
    severity: Severity
    preview: bool
    plugin: str
    summary: str
    documentation: str
    url: str | None


class ReportContext(NamedTuple):
    """What a reporter is given beside the diagnostics."""

    rule_info: Callable[[str], RuleInfo]  # by name
    failures: list[Failure]  # complete only when the diagnostics are exhausted
    article_text: Callable[[str, int | None], str]  # (path, record) -> the article's text, read again
    column_unit: str = "char"  # char, byte, utf16 or display
    color: bool = False
