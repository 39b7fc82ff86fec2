"""The time limit of a block, and of the blocks within it."""

from __future__ import annotations

import faulthandler
import signal
from collections.abc import Iterator

import pytest

from newslint.linter.time_limit import HAS_TIMERS, TimeLimit

pytestmark = [
    pytest.mark.skipif(not HAS_TIMERS, reason="there are no timers"),
    # A limit keeps a file open for its process.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(autouse=True)
def unchanged_handlers() -> Iterator[None]:
    """Give the signals back to the other tests."""
    numbers = [getattr(signal, name) for name in ("SIGALRM", "SIGVTALRM") if hasattr(signal, name)]
    handlers = {number: signal.getsignal(number) for number in numbers}
    yield
    for number, handler in handlers.items():
        signal.signal(number, handler)


def test_a_block_within_a_pause_does_not_end_the_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    armed = [False]
    monkeypatch.setattr(faulthandler, "dump_traceback_later", lambda *_, **__: armed.append(True))
    monkeypatch.setattr(faulthandler, "cancel_dump_traceback_later", lambda: armed.append(False))
    limit = TimeLimit(interrupt_after=60, kill_after=121, exit_after=121)
    with limit:
        with limit.paused():
            with limit:
                assert armed[-1]
            assert not armed[-1]  # or the process would end while the outer block waits
        assert armed[-1]
        with limit:
            pass
        assert armed[-1]
    assert not armed[-1]
