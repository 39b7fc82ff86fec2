"""A page at a time: read in this process, or in one of its own that may die of it."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from newslint.batch.child_process import spawn
from newslint.corpus.types import QuarantinedRecord
from newslint.warc.http_record import HtmlPage
from newslint.warc.page import Page, page_of

SECONDS = 30.0  # that a page may take; most take some thousandths of one
TIMED = hasattr(signal, "setitimer")  # not on every system


class InProcessExtractor:
    """In this process. A page that takes too long ends it: the unit is then tried again with its pages apart."""

    def __init__(self, extractor: str) -> None:
        self._extractor = extractor

    def page(self, html: HtmlPage) -> Page | QuarantinedRecord:
        """The page's article."""
        with _limit():
            return page_of(html, self._extractor)

    def close(self) -> None:
        """Nothing was started."""


class SubprocessExtractor:
    """In a process of its own, so that a page that kills it is known by that, and the next one is read."""

    def __init__(self, extractor: str) -> None:
        self._extractor = extractor
        self._start()

    def _start(self) -> None:
        self._child = spawn(_serve, self._extractor)
        self._child.pipe.recv()  # it has loaded what it needs: that is no page's time

    def page(self, html: HtmlPage) -> Page | QuarantinedRecord:
        """A page has killed its process when it did so twice: something else may have done it once."""
        reason = detail = ""
        for _ in range(2):
            try:
                self._child.pipe.send(html)
                if self._child.pipe.poll(SECONDS):
                    answer: Page | QuarantinedRecord = self._child.pipe.recv()
                    return answer
                self._child.process.kill()
                self._child.close()
                reason, detail = "timeout", f"its text is not found within {SECONDS:g} s"
            except (EOFError, OSError):
                self._child.close()
                code = self._child.process.exitcode
                reason, detail = "killed-its-process", f"reading it ends its process, with the exit status {code}"
            self._start()
            if reason == "timeout":
                break
        return QuarantinedRecord(None, html.offset, html.url, reason, detail, html.raw)

    def close(self) -> None:
        """End the process."""
        self._child.close()


def _serve(pipe: Any, extractor: str) -> None:
    pipe.send(None)
    while True:
        try:
            html = pipe.recv()
        except EOFError:
            return
        pipe.send(page_of(html, extractor))


@contextmanager
def _limit() -> Iterator[None]:
    """End the process after so many seconds: the libraries that read pages do not return to Python meanwhile."""
    if not TIMED:
        yield
        return
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
