"""Extracts one page at a time: in this process, or in a process of its own that the page may end."""

from __future__ import annotations

from functools import partial
from typing import Any

from newslint.batch.child_process import CallFailure, IsolatedCall
from newslint.batch.time_limit import TimeLimit
from newslint.batch.types import QuarantinedRecord
from newslint.warc.http_record import HtmlPage
from newslint.warc.page import Page, extract_page

TIMEOUT_SECONDS = 30.0  # for a page; most take some milliseconds


class InProcessExtractor:
    """Extracts pages in this process. One that takes too long ends it: the libraries do not return to Python.

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
    """Extracts pages in a process of its own, so that a page that ends it is found and the next one is read."""

    def __init__(self, extractor: str) -> None:
        self._isolated = IsolatedCall(_prepare, extractor, timeout=TIMEOUT_SECONDS)

    def extract(self, html: HtmlPage) -> Page | QuarantinedRecord:
        """Return the article of a page."""
        answer: Page | QuarantinedRecord | CallFailure = self._isolated.call(html)
        if isinstance(answer, CallFailure):
            return QuarantinedRecord(None, html.offset, html.url, answer.reason, answer.detail, html.raw)
        return answer

    def close(self) -> None:
        """End the process."""
        self._isolated.close()


def _prepare(extractor: str) -> tuple[Any, None]:
    return partial(extract_page, extractor=extractor), None
