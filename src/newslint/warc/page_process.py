"""Extracts one page at a time: in this process, or in a separate child process, which the page may crash."""

from __future__ import annotations

from functools import partial
from typing import Any

from newslint.batch.child_process import CallFailure, ChildProcessCall
from newslint.batch.types import QuarantinedRecord
from newslint.linter.time_limit import TimeLimit
from newslint.warc.http_record import HtmlPage
from newslint.warc.page import Page, extract_page

TIMEOUT_SECONDS = 30.0  # for a page; most take some milliseconds


class InProcessExtractor:
    """Extracts pages in this process. A page that takes too long ends it: the libraries do not return to Python.

    The unit is then run again with a SubprocessExtractor.
    """

    def __init__(self, extractor: str) -> None:
        self._extractor = extractor
        self._time_limit = TimeLimit(kill_after=TIMEOUT_SECONDS)

    def extract(self, html: HtmlPage) -> Page | QuarantinedRecord:
        """Return the article of a page."""
        with self._time_limit:
            return extract_page(html, self._extractor)

    def close(self) -> None:
        """Do nothing: there is no process to end."""


class SubprocessExtractor:
    """Extracts pages in a separate child process. A page that crashes it is quarantined, and the next one is read."""

    def __init__(self, extractor: str) -> None:
        self._subprocess_call = ChildProcessCall(_prepare, extractor, timeout=TIMEOUT_SECONDS)

    def extract(self, html: HtmlPage) -> Page | QuarantinedRecord:
        """Return the article of a page."""
        answer: Page | QuarantinedRecord | CallFailure = self._subprocess_call.call(html)
        if isinstance(answer, CallFailure):
            return QuarantinedRecord(None, html.offset, html.url, answer.reason, answer.detail, html.raw)
        return answer

    def close(self) -> None:
        """End the process."""
        self._subprocess_call.close()


def _prepare(extractor: str) -> tuple[Any, None]:
    return partial(extract_page, extractor=extractor), None
