"""What is known of the open documents: to which project each belongs, what was found in it, and what came of comparing.

Everything here runs on the editor's side of the server, which must answer at once; rules run in two threads beside it,
one for the documents that are typed in, one that compares.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from newslint.api import Article
from newslint.engine.diagnostics import merge_sorted
from newslint.engine.fixes import apply_until_stable
from newslint.linter.linter import Linter
from newslint.lsp.positions import PositionMapper
from newslint.lsp.project import Project, UserMessage, project_of
from newslint.lsp.worker_thread import Worker
from newslint.lsp.workspace_compare import Comparison, ComparisonResult, OpenArticle, relocate
from newslint.model import CheckResult, Diagnostic, Failure, Fix


class Document(NamedTuple):
    """A document as the editor holds it."""

    uri: str
    file: str | None  # None where it was never saved
    language: str
    version: int | None
    raw: str


class LintedDocument(NamedTuple):
    """What the rules say of one state of a document by itself."""

    document: Document
    ruler: PositionMapper
    project: Project
    linter: Linter | None
    path: str  # as the command would call it
    result: CheckResult
    article: Article | None = None

    @property
    def open_article(self) -> OpenArticle | None:
        """The document as it is compared with others; None if it is not an article."""
        return OpenArticle(self.article, self.result.facts) if self.article else None


class Workspace:
    """The open documents and the projects they belong to."""

    def __init__(
        self,
        encoding: str,
        folders: Callable[[], Iterable[str]],
        tell: Callable[[UserMessage], None],
        log: Callable[[str], None],
    ) -> None:
        self._encoding = encoding
        self._folders = folders
        self._tell = tell  # what a person must know at once
        self._log = log  # what can wait until somebody looks
        self._logged: set[str] = set()
        self._projects: dict[tuple[str, str | None], Project] = {}
        self._comparisons: dict[Project, Comparison] = {}
        self._compared: dict[Project, ComparisonResult] = {}
        self._turn: dict[Project, int] = {}  # which comparison is the latest; an earlier one is stale
        self._linted: dict[str, LintedDocument] = {}
        self._typing = Worker("newslint-typing")
        self._comparing = Worker("newslint-comparing")
        self._closed = False

    def close(self) -> None:
        """Whatever still runs is stale."""
        self._closed = True
        for worker in (self._typing, self._comparing):
            worker.stop()

    def has_stopped(self) -> bool:
        """Whether nothing runs any more, after some grace."""
        return self._typing.ended() and self._comparing.ended()

    def forget(self, uri: str) -> None:
        """The document was closed."""
        self._linted.pop(uri, None)

    def project(self, file: str | None) -> Project:
        """The project of a file, or of what was never saved."""
        key = project_of(file, self._folders())
        if key not in self._projects:
            self._projects[key] = Project(*key)
        return self._projects[key]

    async def refresh(self, project: Project) -> bool:
        """Read the project's settings again where they changed; whether they did. What is wrong is told."""
        future = self._typing.submit(project.refresh)
        future.add_done_callback(self._refreshed)
        # Whoever waits may be called off, but what is wrong has to be told.
        return (await asyncio.shield(future))[0]

    def _refreshed(self, future: asyncio.Future[tuple[bool, list[UserMessage]]]) -> None:
        if not future.cancelled() and not future.exception():
            for each in future.result()[1]:
                self._tell(each)

    async def linted(self, document: Document) -> LintedDocument:
        """What the rules say of the document; not asked again for the same state under the same settings."""
        known, project = self._linted.get(document.uri), self.project(document.file)
        if not project.loaded:
            await self.refresh(project)
        if known and known.document == document and known.project is project and known.linter is project.linter:
            return known
        found = await self._typing.submit(partial(self._lint, document, project))
        for failure in found.result.failures:
            self._log_failure(failure)
        newest = self._linted.get(document.uri)
        if newest is None or (newest.document.version or 0) <= (document.version or 0):
            self._linted[document.uri] = found
        return found

    def _lint(self, document: Document, project: Project) -> LintedDocument:
        ruler, linter = PositionMapper(document.raw, self._encoding), project.linter
        article = project.article(document.file, document.language, ruler.text)
        if isinstance(article, Failure):
            return LintedDocument(document, ruler, project, linter, "", CheckResult(failures=(article,)))
        if article is None:
            return LintedDocument(document, ruler, project, linter, "", CheckResult())
        return LintedDocument(document, ruler, project, linter, article.path, project.check(article), article)

    def findings(self, linted: LintedDocument) -> list[Diagnostic]:
        """Everything to be shown in a document, in order: its own findings, those of comparing, none accepted."""
        compared = self._compared.get(linted.project)
        relocated = relocate(compared, linted.open_article) if compared and linted.open_article else []
        return list(linted.project.new(merge_sorted(linted.result.diagnostics, relocated)))

    async def fixed(self, linted: LintedDocument) -> str:
        """The document's text with every safe fix of a finding that is not accepted."""

        def safe_fixes(text: str) -> list[Fix]:
            result = self._lint(linted.document._replace(raw=text), linted.project).result
            return [found.fix for found in linted.project.new(result.diagnostics) if found.fix and found.fix.safe]

        return await self._typing.submit(partial(apply_until_stable, linted.ruler.text, safe_fixes))

    async def compare(self, project: Project, documents: Iterable[Document]) -> bool:
        """Compare the project's articles with the documents as they stand; whether that came to an end."""
        turn = self._turn[project] = self._turn.get(project, 0) + 1
        opened = {}
        for document in documents:
            linted = await self.linted(document)
            if linted.project is project and linted.open_article and document.file:
                opened[linted.path] = linted.open_article
        comparison = self._comparisons.setdefault(project, Comparison(project))

        def stale() -> bool:
            return self._closed or self._turn[project] != turn

        if stale():
            return False
        concluded = await self._comparing.submit(partial(comparison.run, list(self._folders()), opened, stale))
        if concluded is None or stale():
            return False
        self._compared[project] = concluded
        for failure in concluded.failures:
            self._log_failure(failure)
        if concluded.note:
            self._log_once(concluded.note)
        return True

    async def accept(self, linted: LintedDocument, diagnostic: Diagnostic) -> None:
        """Write a finding into the baseline. Raises SettingsError or FileError."""
        await self._typing.submit(partial(linted.project.accept, diagnostic))

    def _log_failure(self, failure: Failure) -> None:
        path = f"{failure.path}: " if failure.path else ""
        self._log_once(f"{path}{failure.source}: {failure.error}")

    def _log_once(self, text: str) -> None:
        if text not in self._logged:  # a rule that breaks does so at every keystroke
            self._logged.add(text)
            self._log(text)
