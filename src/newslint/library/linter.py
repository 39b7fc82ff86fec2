"""Linters for texts in memory: built once, used for any number of texts."""

from __future__ import annotations

import datetime
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from newslint.config.loader import load_for_run, with_overrides
from newslint.config.settings import Settings, SettingsError, did_you_mean
from newslint.engine.repeated_fixes import RuleFix, UnsettledFixesError, apply_until_stable
from newslint.engine.tracing import RuleTrace
from newslint.files import UTF_8, Source
from newslint.library.report import LintError, Report
from newslint.linter.lint_file import lint_file
from newslint.linter.linter import Linter as ConfiguredLinter
from newslint.linter.linter import build_linter
from newslint.linter.run import Run
from newslint.model import Diagnostic, Failure, RuleInfo
from newslint.named_tuple import NamedTuple
from newslint.text.dates.parse import parse_date

AnyDate: TypeAlias = str | float | datetime.date  # in any form that newslint reads in metadata


class Document(NamedTuple):
    """A text to lint, and what is known beside it.

    `path` is its name in findings. `date` is its publication date, in any form in which metadata give it. `suffix` is
    that of files in the format of the text, such as `.md` for Markdown.
    """

    text: str
    path: str = ""
    date: AnyDate | None = None
    suffix: str = ".txt"


class Linter:
    """A linter with one configuration. Building it takes some 50 ms; use it for all texts.

    `config` is the path of a configuration file; without it, newslint's defaults apply and no file is looked for. The
    other arguments mean what the options of the command mean. Plugins run as in the command: those that the
    configuration names, local ones only if they are trusted.

    A linter may be used by several threads at once, and be sent to other processes, which build it again.

    Raises SettingsError for an invalid configuration, and for a plugin that does not load or is not trusted.
    """

    def __init__(
        self,
        config: str | os.PathLike[str] | None = None,
        *,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        preview: bool = False,
    ) -> None:
        settings = load_for_run(os.fspath(config) if config else None, isolated=config is None)
        # Texts in memory are decoded already.
        settings = settings._replace(encoding=UTF_8)
        selected, ignored = _names("select", select), _names("ignore", ignore)
        self._build(with_overrides(settings, select=selected, ignore=ignored, preview=preview))

    def _build(self, settings: Settings, local_contents: Mapping[str, bytes] | None = None) -> None:
        self._linter: ConfiguredLinter = build_linter(settings, local_contents)
        if self._linter.failures:
            reasons = "; ".join(failure.message for failure in self._linter.failures)
            raise SettingsError(reasons, self._linter.failures)

    def __getstate__(self) -> tuple[Settings, Mapping[str, bytes], tuple[object, ...]]:
        return self._linter.settings, self._linter.local_contents, self._linter.identity

    def __setstate__(self, state: tuple[Settings, Mapping[str, bytes], tuple[object, ...]]) -> None:
        settings, local_contents, identity = state
        self._build(settings, local_contents)
        if self._linter.identity != identity:
            raise SettingsError(
                "this process has other rules than the one that built the linter; install the same plugins"
            )

    @property
    def rules(self) -> tuple[str, ...]:
        """The names of the rules that run."""
        return tuple(rule.name for rule in self._linter.enabled_rules)

    def rule_info(self, name: str) -> RuleInfo:
        """Return the description of a rule, enabled or not. Raises SettingsError for an unknown one."""
        if name not in self._linter.all_rules:
            raise SettingsError(f'there is no rule "{name}"{did_you_mean(name, self._linter.all_rules)}')
        return self._linter.rule_info(name)

    def lint(self, text: str, *, date: AnyDate | None = None, path: str = "", suffix: str = ".txt") -> Report:
        """Return the findings in one text; the arguments are the fields of Document.

        Raises LintError if a rule or the reader fails, ValueError for a date that cannot be read and a suffix that no
        reader has, and TypeError for a text that is not a string.
        """
        report = self._lint(Document(text, path, date, suffix))
        report.raise_for_failures()
        return report

    def lint_many(
        self, documents: Iterable[str | Document], *, jobs: int = 1, compare: bool = True
    ) -> Iterator[Report]:
        """Yield a report for each text, in order; a failure stands in the report of its text.

        `jobs` is the number of processes; 0 chooses it by the number of texts. With `compare`, rules that compare
        articles run too: then the first report comes after the last text, and all texts are held in memory until then.
        A text without a path is called by its number, from 1.

        Raises ValueError for two texts with one path, and as `lint` does.
        """
        if jobs == 1 and not (compare and self._linter.has_cross_rules):
            for document in _numbered(documents):
                yield self._lint(document)
            return
        yield from self._lint_together(list(_numbered(documents)), jobs, compare=compare)

    def fix(
        self,
        text: str,
        *,
        date: AnyDate | None = None,
        path: str = "",
        suffix: str = ".txt",
        unsafe: bool = False,
    ) -> str:
        """Return the text with its safe fixes applied, with `unsafe` all of them.

        Raises as `lint` does, and LintError if the fixes do not settle.
        """

        return self.fix_report(self.lint(text, date=date, path=path, suffix=suffix), date, suffix, unsafe=unsafe)

    def fix_report(self, report: Report, date: AnyDate | None, suffix: str, *, unsafe: bool) -> str:
        """Return the text of a report with its fixes applied, as `fix` does; `date` and `suffix` are those of the text.

        A text that no fix changes is not linted again.
        """

        def fixes(text: str) -> list[RuleFix]:
            is_first = text is report.text
            found = report if is_first else self.lint(text, date=date, path=report.path, suffix=suffix)
            return [(one.rule, one.fix) for one in found if one.fix and (one.fix.safe or unsafe)]

        try:
            return apply_until_stable(report.text, fixes)
        except UnsettledFixesError as error:
            failure = Failure("fixes", report.path, str(error))
            raise LintError(Report(report.path, report.text, (), [failure], {})) from error

    def why(
        self,
        rule: str,
        text: str,
        *,
        line: int | None = None,
        date: AnyDate | None = None,
        path: str = "",
        suffix: str = ".txt",
    ) -> RuleTrace:
        """Return what a rule concluded about a text or about one line of it, from 1, whether or not it is enabled.

        In a text of records, `line` is the number of the record. Raises SettingsError for an unknown rule and for a
        line that the text does not have, and else as `lint` does.
        """
        from newslint.linter.why import article_traces

        source = self._source(Document(text, path, date, suffix))
        traces, failures = article_traces(self._linter, rule, source, line)
        failures = [*failures, *traces[0].failures] if traces else failures
        if failures:
            raise LintError(Report(path, text, (), failures, {}))
        return traces[0]

    def _lint(self, document: Document) -> Report:
        results = lint_file(self._linter, self._source(document), single_file=True).results
        diagnostics = [diagnostic for result in results for diagnostic in result.diagnostics]
        failures = [failure for result in results for failure in result.failures]
        return self._report(document, diagnostics, failures)

    def _lint_together(self, documents: Sequence[Document], jobs: int, *, compare: bool) -> Iterator[Report]:
        settings = self._linter.settings
        linter = self._linter._replace(settings=settings._replace(cross=settings.cross and compare))
        run = Run(linter, sorted(map(self._source, documents)), jobs)
        diagnostics: defaultdict[str, list[Diagnostic]] = defaultdict(list)
        for diagnostic in run.diagnostics():
            diagnostics[diagnostic.location.path].append(diagnostic)
        failures: defaultdict[str, list[Failure]] = defaultdict(list)
        for failure in run.failures:
            failures[failure.path or documents[0].path].append(failure)
        for document in documents:
            yield self._report(document, diagnostics[document.path], failures[document.path])

    def _source(self, document: Document) -> Source:
        text, path, date, suffix = document
        if not isinstance(text, str):
            raise TypeError(f"the text must be a string, not {type(text).__name__}; decode it first")
        if suffix not in self._linter.readers:
            raise ValueError(f'there is no reader for "{suffix}"; the suffixes are {", ".join(self._linter.readers)}')
        if date is None:
            return Source(path, text, suffix=suffix)
        day = parse_date(date)
        if day is None:
            raise ValueError(f"date: {date!r} is not a date that newslint can read; write YYYY-MM-DD")
        return Source(path, text, {"date": day}, suffix)

    def _report(self, document: Document, diagnostics: Sequence[Diagnostic], failures: Sequence[Failure]) -> Report:
        rules = {name: self._linter.rule_info(name) for name in {diagnostic.rule for diagnostic in diagnostics}}
        return Report(document.path, document.text, diagnostics, failures, rules)


def _names(argument: str, names: Iterable[str]) -> tuple[str, ...]:
    if isinstance(names, str):  # an iterable of letters otherwise
        raise SettingsError(f'{argument}: write a list of names, as in {argument}=["{names}"]')
    return tuple(names)


def _numbered(documents: Iterable[str | Document]) -> Iterator[Document]:
    """Yield documents with a path. Raises ValueError for a path that is there twice."""
    seen: set[str] = set()
    for number, item in enumerate(documents, 1):
        document = item if isinstance(item, Document) else Document(item)
        document = document if document.path else document._replace(path=str(number))
        if document.path in seen:
            raise ValueError(f'two texts have the path "{document.path}"; give each a path of its own, or none')
        seen.add(document.path)
        yield document
