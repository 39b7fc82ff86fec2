"""The report on one text: its findings as objects, JSON, a table, or the article with its findings marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, overload

from newslint.model import Diagnostic, Failure, ReportContext, RuleInfo
from newslint.named_tuple import NamedTuple

if TYPE_CHECKING:
    import pandas
    import pyarrow


class FindingRow(NamedTuple):
    """A finding as a row of a table. Offsets count code points from 0, lines and columns from 1."""

    path: str
    record: int | None
    rule: str
    severity: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    message: str
    match: str
    fix: str | None  # JSON
    related: str  # JSON
    fingerprint: str


class LintError(Exception):
    """A text that could not be linted in full: a rule, a plugin or a reader failed. `report` holds what was found."""

    def __init__(self, report: Report) -> None:
        lines = [failure.message for failure in report.failures]
        advice = "`report` holds the findings of all other rules; `ignore` leaves out one that fails"
        super().__init__(f"{'; '.join(lines)} ({advice})")
        self.report = report


class Report(Sequence[Diagnostic]):
    """The findings in one text, in the order of the text.

    `path` is the name that the text was given, `text` the text itself. `failures` are errors of rules and readers: what
    they would have found is missing.
    """

    def __init__(
        self,
        path: str,
        text: str,
        diagnostics: Sequence[Diagnostic],
        failures: Sequence[Failure],
        rules: Mapping[str, RuleInfo],
    ) -> None:
        self.path = path
        self.text = text
        self.diagnostics = tuple(diagnostics)
        self.failures = tuple(failures)
        self._rules = dict(rules)  # of the findings, by name

    @overload
    def __getitem__(self, index: int) -> Diagnostic: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Diagnostic, ...]: ...
    def __getitem__(self, index: int | slice) -> Diagnostic | tuple[Diagnostic, ...]:
        return self.diagnostics[index]

    def __len__(self) -> int:
        return len(self.diagnostics)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.diagnostics)

    def __repr__(self) -> str:
        failures = f", failures={len(self.failures)}" if self.failures else ""
        return f"<newslint.Report path={self.path!r}, findings={len(self)}{failures}>"

    def raise_for_failures(self) -> None:
        """Raise LintError if a rule or a reader failed."""
        if self.failures:
            raise LintError(self)

    def to_dict(self) -> dict[str, Any]:
        """Return the findings and failures as `newslint --format json` writes them."""
        from newslint.reporters.json import SCHEMA, diagnostic_to_json

        context = self._context()
        findings = [diagnostic_to_json(diagnostic, context) for diagnostic in self]
        return {"schema": SCHEMA, "findings": findings, "failures": [failure._asdict() for failure in self.failures]}

    def to_json(self) -> str:
        """Return the text that `newslint --format json` writes."""
        from newslint.reporters.json import JsonReporter

        return "".join(JsonReporter().report(self, self._context()))

    def to_rows(self) -> list[FindingRow]:
        """Return the findings as rows of a table."""
        return [_row(diagnostic) for diagnostic in self]

    def to_pandas(self) -> pandas.DataFrame:
        """Return the findings as a data frame, with the fields of FindingRow as columns. Needs pandas."""
        import pandas

        frame = pandas.DataFrame(self.to_rows(), columns=list(FindingRow._fields))
        return frame.astype({"record": "Int64"})

    def to_arrow(self) -> pyarrow.Table:
        """Return the findings as an Arrow table, with the fields of FindingRow as columns. Needs pyarrow."""
        return findings_table([self])

    def _repr_html_(self) -> str:
        """Return the text with its findings, as the page of `newslint --format html` shows an article, in a frame."""
        from html import escape

        from newslint.reporters.html.reporter import article_page

        page = "".join(article_page(self, self._context()))
        style = "width: 100%; height: 40em; border: 1px solid #ccc"
        return f'<iframe sandbox="allow-scripts allow-popups" style="{style}" srcdoc="{escape(page)}"></iframe>'

    def _context(self) -> ReportContext:
        def article_text(path: str, record: int | None) -> str:
            return self.text if path == self.path and record is None else ""

        return ReportContext(self._rules.__getitem__, list(self.failures), article_text)


def findings_table(reports: Iterable[Report]) -> pyarrow.Table:
    """Return the findings of reports as an Arrow table, with the fields of FindingRow as columns."""
    import pyarrow

    numbers = {"record", "start", "end", "line", "column", "end_line", "end_column"}
    optional = {"record", "fix"}
    schema = pyarrow.schema(
        pyarrow.field(name, pyarrow.int64() if name in numbers else pyarrow.string(), nullable=name in optional)
        for name in FindingRow._fields
    )
    rows = [row for report in reports for row in report.to_rows()]
    columns = zip(*rows, strict=True) if rows else ([] for _ in schema)
    return pyarrow.table([list(column) for column in columns], schema=schema)


def _row(diagnostic: Diagnostic) -> FindingRow:
    import json

    from newslint.reporters.json import fix_to_json, related_to_json

    location, fix = diagnostic.location, diagnostic.fix
    start, end = location.start, location.end
    return FindingRow(
        location.path,
        location.record,
        diagnostic.rule,
        diagnostic.severity,
        *(start.offset, end.offset, start.line, start.column, end.line, end.column),
        diagnostic.message,
        location.match,
        json.dumps(fix_to_json(fix), ensure_ascii=False) if fix else None,
        json.dumps([related_to_json(related) for related in diagnostic.related], ensure_ascii=False),
        diagnostic.fingerprint,
    )
