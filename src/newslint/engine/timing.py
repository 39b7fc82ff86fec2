"""Measures how long rules and views take, for `--statistics`. The time of a view is not that of the rule that asks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from newslint.article import Article, T, View


class Timer:
    """Measures the rules that run on one article, and the views that they ask for. `clock` returns seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self.seconds_by_view: defaultdict[str, float] = defaultdict(float)
        self.seconds_in_views = 0.0  # within the rule or the view that runs
        self._started = 0.0

    def timed(self, article: Article) -> Article:
        """Return a scanned article that measures its views."""
        timed = object.__new__(_TimedArticle)
        for name in Article.__slots__:
            setattr(timed, name, getattr(article, name))
        timed.timer = self
        return timed

    def start(self) -> None:
        """Begin to measure a rule."""
        self.seconds_in_views = 0.0
        self._started = self.clock()

    def seconds(self) -> float:
        """Return the seconds since `start`, without those of views."""
        return self.clock() - self._started - self.seconds_in_views


class _TimedArticle(Article):
    __slots__ = ("timer",)
    timer: Timer

    def get(self, view: View[T]) -> T:
        if view in self._views:
            value: T = self._views[view]
            return value
        timer = self.timer
        outside, timer.seconds_in_views = timer.seconds_in_views, 0.0
        started = timer.clock()
        try:
            return super().get(view)
        finally:
            seconds = timer.clock() - started
            name = f"{view.__module__}.{getattr(view, '__qualname__', type(view).__qualname__)}"
            timer.seconds_by_view[name] += seconds - timer.seconds_in_views
            timer.seconds_in_views = outside + seconds
