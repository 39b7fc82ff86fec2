"""The open documents: the project of each, the findings in it, and the findings of comparing it with other articles.

All of this runs in the thread that answers the editor, and must not block it. Rules run in two other threads: one lints
the documents that are edited, the other compares articles.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from functools import partial

from newslint.api import Article
from newslint.engine.diagnostics import merge_sorted
from newslint.engine.repeated_fixes import RuleFix, UnsettledFixesError, apply_until_stable
from newslint.engine.tracing import RuleTrace
from newslint.linter.linter import Linter
from newslint.linter.why import trace_article
from newslint.lsp.positions import PositionMapper
from newslint.lsp.project import Project, UserMessage, find_project
from newslint.lsp.worker_thread import WorkerThread
from newslint.lsp.workspace_compare import Comparison, ComparisonResult, OpenArticle, relocate
from newslint.model import CheckResult, Diagnostic, Failure
from newslint.named_tuple import NamedTuple


class Document(NamedTuple):
    """A document as the editor has it."""

    uri: str
    file: str | None  # None if it was never saved
    language: str
    version: int | None
    raw: str


class LintedDocument(NamedTuple):
    """What the rules find in one version of a document by itself."""

    document: Document
    position_mapper: PositionMapper
    project: Project
    linter: Linter | None
    result: CheckResult
    article: Article | None = None  # None for a document that is not linted

    @property
    def open_article(self) -> OpenArticle | None:
        """The document as it is compared with other articles."""
        return OpenArticle(self.article, self.result.facts) if self.article else None


class Workspace:
    """The open documents and their projects."""

    def __init__(
        self,
        encoding: str,
        folders: Callable[[], Iterable[str]],
        show_message: Callable[[UserMessage], None],
        log: Callable[[str], None],
    ) -> None:
        self._encoding = encoding
        self._folders = folders
        self._show_message = show_message
        self._log = log
        self._logged: set[str] = set()
        self._projects: dict[tuple[str, str | None], Project] = {}
        self._comparisons: dict[Project, Comparison] = {}
        self._compared: dict[Project, ComparisonResult] = {}
        self._latest: dict[Project, int] = {}  # the number of the latest comparison, which makes earlier ones stale
        self._linted: dict[str, LintedDocument] = {}  # by URI
        self._lint_thread = WorkerThread("newslint-lint")
        self._compare_thread = WorkerThread("newslint-compare")
        self._closed = False

    def close(self) -> None:
        """Start no other task; what still runs has no effect."""
        self._closed = True
        for thread in (self._lint_thread, self._compare_thread):
            thread.stop()

    def has_stopped(self) -> bool:
        """Wait a short time for running tasks, and return whether they have ended."""
        return self._lint_thread.has_stopped() and self._compare_thread.has_stopped()

    def forget(self, uri: str) -> None:
        """Drop what is cached for a document that was closed."""
        self._linted.pop(uri, None)

    def project(self, file: str | None) -> Project:
        """Return the project of a file; of a document that was never saved for None."""
        key = find_project(file, self._folders())
        if key not in self._projects:
            self._projects[key] = Project(*key)
        return self._projects[key]

    async def refresh(self, project: Project) -> bool:
        """Read the project's settings if they have changed on disk, show new messages, and return whether they have."""
        future = self._lint_thread.submit(project.refresh, project.max_seconds)
        future.add_done_callback(self._on_refreshed)
        # The caller may be cancelled, but the messages must be shown.
        return (await asyncio.shield(future))[0]

    def _on_refreshed(self, future: asyncio.Future[tuple[bool, list[UserMessage]]]) -> None:
        if future.cancelled():
            return
        if isinstance(error := future.exception(), TimeoutError):
            self._show_message(UserMessage(f"a plugin of the configuration {error} to load; leave it out", True))
        elif not error:
            for message in future.result()[1]:
                self._show_message(message)

    async def lint(self, document: Document) -> LintedDocument:
        """Return what the rules find in the document, from the cache if neither it nor the settings have changed."""
        cached, project = self._linted.get(document.uri), self.project(document.file)
        if not project.loaded:
            await self.refresh(project)
        if cached and cached.document == document and cached.project is project and cached.linter is project.linter:
            return cached
        try:
            linted = await self._lint_thread.submit(partial(self._lint, document, project), project.max_seconds)
        except TimeoutError as error:
            path = project.path_of(document.file) if document.file else "untitled"
            late = Failure("file", path, f"{error}; raise timeout in the configuration, or leave out a plugin")
            mapper = PositionMapper(document.raw, self._encoding)
            linted = LintedDocument(document, mapper, project, project.linter, CheckResult(failures=(late,)))
        for failure in linted.result.failures:
            self._log_failure(failure)
        newest = self._linted.get(document.uri)
        if newest is None or (newest.document.version or 0) <= (document.version or 0):
            self._linted[document.uri] = linted
        return linted

    def _lint(self, document: Document, project: Project) -> LintedDocument:
        position_mapper, linter = PositionMapper(document.raw, self._encoding), project.linter
        article = project.parse(document.file, document.language, position_mapper.text)
        if isinstance(article, Failure):
            result, article = CheckResult(failures=(article,)), None
        else:
            result = project.check(article) if article else CheckResult()
        return LintedDocument(document, position_mapper, project, linter, result, article)

    def findings(self, linted: LintedDocument) -> list[Diagnostic]:
        """Return the findings to show in a document, in output order: those that the baseline does not accept."""
        compared = self._compared.get(linted.project)
        relocated = relocate(compared, linted.open_article) if compared and linted.open_article else []
        return list(linted.project.without_accepted(merge_sorted(linted.result.diagnostics, relocated)))

    async def apply_safe_fixes(self, linted: LintedDocument) -> str:
        """Return the document's text with the safe fixes of its findings that the baseline does not accept."""

        def safe_fixes(text: str) -> list[RuleFix]:
            diagnostics = self._lint(linted.document._replace(raw=text), linted.project).result.diagnostics
            fixes = [(diagnostic.rule, diagnostic.fix) for diagnostic in linted.project.without_accepted(diagnostics)]
            return [(rule, fix) for rule, fix in fixes if fix and fix.safe]

        text = linted.position_mapper.text
        try:
            fix = partial(apply_until_stable, text, safe_fixes)
            return await self._lint_thread.submit(fix, linted.project.max_seconds)
        except (UnsettledFixesError, TimeoutError) as error:
            self._log_once(str(error))
            return text

    async def why(self, linted: LintedDocument, line: int, names: Iterable[str] | None = None) -> list[RuleTrace]:
        """Return what rules concluded about a line, from 1; without names, those that run for the document."""
        article, linter = linted.article, linted.linter
        if article is None or linter is None:
            return []
        running = [rule.name for rule in linter.checker.rules_for(article.path)] if names is None else names

        def trace() -> list[RuleTrace]:
            return [trace_article(linter, name, article, line) for name in running]

        try:
            traces = await self._lint_thread.submit(trace, linted.project.max_seconds)
        except TimeoutError as error:
            self._log_once(f"{article.path}: explaining a line {error}")
            return []
        for failure in (failure for trace in traces for failure in trace.failures):
            self._log_failure(failure)
        return traces

    async def compare(self, project: Project, documents: Iterable[Document]) -> bool:
        """Compare the project's articles, open ones as the editor has them. Return False if this became stale."""
        number = self._latest[project] = self._latest.get(project, 0) + 1
        opened = {}
        for document in documents:
            linted = await self.lint(document)
            if linted.project is project and linted.open_article and document.file:
                opened[linted.open_article.article.path] = linted.open_article
        comparison = self._comparisons.setdefault(project, Comparison(project))

        def is_stale() -> bool:
            return self._closed or self._latest[project] != number

        def goes_on() -> bool:  # asked for each file, whose reader and rules have a limit of time
            self._compare_thread.restart_time()
            return not is_stale()

        if is_stale():
            return False
        compare = partial(comparison.run, list(self._folders()), opened, goes_on)
        try:
            result = await self._compare_thread.submit(compare, project.max_seconds)
        except TimeoutError as error:
            self._log_once(f"comparing the articles of {project.root} {error}; leave out a plugin")
            return False
        if result is None or is_stale():
            return False
        self._compared[project] = result
        for failure in result.failures:
            self._log_failure(failure)
        if result.note:
            self._log_once(result.note)
        return True

    async def accept(self, linted: LintedDocument, diagnostic: Diagnostic) -> None:
        """Add a finding to the baseline. Raises SettingsError or FileError."""
        await self._lint_thread.submit(partial(linted.project.accept, diagnostic))

    def _log_failure(self, failure: Failure) -> None:
        path = f"{failure.path}: " if failure.path else ""
        self._log_once(f"{path}{failure.message}")

    def _log_once(self, text: str) -> None:
        if text not in self._logged:  # a rule that raises does so after every keystroke
            self._logged.add(text)
            self._log(text)
