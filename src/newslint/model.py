"""The values that the parts of newslint exchange: immutable, picklable, compared by value, and only data.

Offsets count code points of an article's text from 0, and the end of a span is excluded. Lines and columns count from
1.

The values are named tuples rather than dataclasses: the engine makes hundreds for every article, and a run over one
file need not import `dataclasses`. Their classes cost less to define than those of `typing.NamedTuple`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Literal

from newslint.named_tuple import NamedTuple

Severity = Literal["error", "warning", "info"]
"""How severe a finding is; `--fail-on` names the least severe one that changes the exit status."""
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")  # the most severe first

Words = Iterable[str]
Lexicon = Mapping[str, Words]
"""Words by kind. A word matches as a whole word, in upper or lower case; `word*` also matches longer words.

A word may hold spaces and punctuation (`according to`). Name a kind `family.name`: all rules share kinds.
"""


class Span(NamedTuple):
    """A part of an article's text: code points `start` to `end`, the end excluded."""

    start: int
    end: int


make_span = partial(tuple.__new__, Span)
"""`make_span((start, end))` makes a Span in a third of the time of `Span(start, end)`, for views that make many."""

Mention = tuple[int, int, str]
"""A word of a lexicon in the text: its start, its end, and the word as the lexicon has it, in lower case without `*`.

It is a plain tuple, since an article has hundreds.
"""


Role = Literal["heading", "paragraph", "list-item", "table-row", "quotation", "caption"]
"""What a block of a file with markup is."""


class TextPiece(NamedTuple):
    """A stretch of a file that is text: offsets of the raw text, and what a reader sees there if that differs."""

    start: int
    end: int
    text: str | None = None


class TextBlock(NamedTuple):
    """One block of a file with markup, in pieces: the markup lies between them. The canonical text has it as a line."""

    role: Role
    pieces: Sequence[TextPiece]


class Position(NamedTuple):
    """A position in a text: line and column from 1, offset from 0, both columns and offsets in code points."""

    line: int
    column: int
    offset: int


make_position = partial(tuple.__new__, Position)  # as `make_span`


class Location(NamedTuple):
    """A span with all that identifies it outside its article, since facts are compared without articles."""

    path: str
    record: int | None  # the line of the JSONL file that holds the article, else None
    start: Position
    end: Position
    match: str  # the article's text between start and end
    context_digest: str  # a digest of the sentence around the span, for fingerprints; empty for related locations

    def is_unchanged_in(self, text: str) -> bool:
        """Return whether a text, such as that of the article read again, still has these words at this location."""
        return text[self.start.offset : self.end.offset] == self.match


make_location = partial(tuple.__new__, Location)  # as `make_span`

SpanOrLocation = Span | Location
"""A span in the article that a rule checks, or the location of a fact."""


class Edit(NamedTuple):
    """A replacement: `text` instead of the text of `span`."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Edits that resolve a finding. They must not overlap, and newslint drops a fix that changes a quotation."""

    title: str  # an imperative, such as "Remove the line"
    safe: bool  # whether the edits cannot change what the article says
    edits: tuple[Edit, ...]


class RelatedLocation(NamedTuple):
    """What a rule gives with a finding: another place that belongs to it.

    The engine makes a `RelatedInformation` of it, which reporters get.
    """

    location: SpanOrLocation
    message: str  # what the place has to do with the finding


class Finding(NamedTuple):
    """What a rule reports. The engine makes a `Diagnostic` of it."""

    location: SpanOrLocation  # a span in `check`, the location of a fact in `compare_facts`
    message: str  # one sentence: what is wrong, in the words of the article, and what to do
    fix: Fix | None = None
    related: tuple[RelatedLocation, ...] = ()  # for instance what it contradicts, or where it is repeated


class Fact(NamedTuple):
    """What one article says about `key`, for comparing it with what other articles say."""

    key: str  # the engine compares the facts of a rule that have the same key
    span: Span  # where a finding about the fact may be
    value: Any  # a JSON value


class LocatedFact(NamedTuple):
    """A fact as `compare_facts` gets it: with its location and the name of its rule, without its article."""

    rule: str
    key: str
    location: Location
    value: Any  # as JSON reads it back


make_located_fact = partial(tuple.__new__, LocatedFact)  # as `make_span`


class RelatedInformation(NamedTuple):
    """What reporters get with a diagnostic: another place that belongs to it.

    The engine makes it of a `RelatedLocation`. The name is that of the Language Server Protocol.
    """

    location: Location
    message: str


class Diagnostic(NamedTuple):
    """A finding as reporters get it: with the name and severity of its rule, its location and its fingerprint."""

    rule: str
    severity: Severity
    location: Location
    message: str
    related: tuple[RelatedInformation, ...]
    fix: Fix | None
    fingerprint: str  # identifies the finding in the next runs: it does not depend on line numbers

    @property
    def match(self) -> str:
        """The words that the finding is about."""
        return self.location.match


class Failure(NamedTuple):
    """An error as data, so that the run continues: a file that cannot be read, a plugin or a rule that raised."""

    source: str  # the name of the rule, plugin or reader; "file" for a file that could not be read
    path: str | None  # None if the error belongs to no file
    error: str

    @property
    def message(self) -> str:
        """The error, after the name of the rule, plugin or reader."""
        return self.error if self.source == "file" else f"{self.source}: {self.error}"


class Statistics(NamedTuple):
    """Measurements of one check, for `--statistics`."""

    seconds_by_rule: Mapping[str, float]  # without those of views
    seconds_by_view: Mapping[str, float]
    label_counts: Mapping[str, int]  # how often the rules yielded each of their statistics labels


class CheckResult(NamedTuple):
    """The result of checking one article, or of comparing articles. Its diagnostics are final and in output order."""

    diagnostics: tuple[Diagnostic, ...] = ()
    facts: tuple[LocatedFact, ...] = ()
    failures: tuple[Failure, ...] = ()
    statistics: Statistics | None = None  # None where time is not measured


class Clause(NamedTuple):
    """What a published standard asks for, on the matter of a rule."""

    severity: Severity  # of the rule in the profile of that standard
    text: str  # the standard, its section, and what it asks for


class RuleInfo(NamedTuple):
    """The description of a rule, for reporters and documentation."""

    name: str
    severity: Severity
    preview: bool  # whether the rule runs only with `--preview`
    plugin: str  # the name of the plugin that provides the rule
    summary: str  # the first line of the documentation
    documentation: str  # Markdown
    url: str | None  # the rule's page
    profiles: Mapping[str, Clause] = {}  # by the name of the profile


class ReportContext(NamedTuple):
    """What a reporter gets beside the diagnostics."""

    rule_info: Callable[[str], RuleInfo]  # by the rule's name
    failures: list[Failure]  # complete only after the last diagnostic
    article_text: Callable[[str, int | None], str]  # (path, record) -> the article's text; empty if it has disappeared
    column_unit: str = "char"  # char, byte, utf16 or display
    color: bool = False  # whether to use colors of a terminal
    articles_by_folder: Mapping[str, int] = {}  # how many articles were linted; complete after the last diagnostic
    article: Callable[[str, int | None], Any] | None = None  # (path, record) -> the Article; None if it has disappeared
    measured: Callable[[str], Mapping[str, Any]] = lambda _: {}  # by the rule's name: its table in measured.toml
    trail: Callable[[Any], list[tuple[str, str, str]]] = lambda _: []  # of a diagnostic: words, stage, conclusion
