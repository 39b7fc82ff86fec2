"""What the fuzzer calls: each target takes any bytes, and raises an AssertionError where newslint breaks a promise.

A target that raises anything else has found an error, too: newslint reports what is wrong with a file as data.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from unicodedata import category

from markdown_it import MarkdownIt
from record_targets import check_records

from newslint.api import Article
from newslint.config.config_file import load_settings
from newslint.config.settings import Settings, SettingsError
from newslint.engine.repeated_fixes import RuleFix, UnsettledFixesError, apply_until_stable
from newslint.files import FileError, Source, read_text, with_new_text
from newslint.linter.baseline import load_baseline
from newslint.linter.baseline_file import to_json_line
from newslint.linter.linter import build_linter
from newslint.linter.read_articles import parse_articles, read_articles
from newslint.linter.run import Run
from newslint.model import Diagnostic, Failure, Location
from newslint.reporters.escaping import escape
from newslint.text.quotations import quotations

LINTER = build_linter(Settings(preview=True))
SUFFIXES = (".txt", ".md", ".jsonl", ".html")
FIXABLE_SUFFIXES = (".txt", ".md", ".html")
SEPARATOR = b"\n=====\n"  # between the files of one input
MAX_FILES = 3
CONTROL_CATEGORIES = {"Cc", "Cs", "Zl", "Zp"}
TAG = re.compile(r"<[a-zA-Z/!][^>]*>")
SAMPLE = "Bridge closes\n\nA source said that the bridge was unsafe. {{ page.title }}\n\nAdvertisement\n"


def check_articles(data: bytes) -> None:
    """Lint up to three files of one format and compare them: every position is exact, and no rule fails."""
    suffix, content = _choose(data, SUFFIXES)
    parts = content.split(SEPARATOR)[:MAX_FILES]
    sources = [Source(f"{number}{suffix}", part) for number, part in enumerate(parts)]
    articles = {
        (article.path, article.record): article
        for source in sources
        for article in read_articles(LINTER, source)
        if isinstance(article, Article)
    }
    for article in articles.values():
        _check_map(article)
    run = Run(LINTER, sources, 1)
    found = list(run.diagnostics())
    _check_failures(run.failures)
    for diagnostic in found:
        for location in (diagnostic.location, *(related.location for related in diagnostic.related)):
            _check_location(location, articles[location.path, location.record])
        assert diagnostic.message and "\n" not in diagnostic.message, diagnostic
        assert CONTROL_CATEGORIES.isdisjoint(map(category, escape(diagnostic.message))), diagnostic.message
        if diagnostic.fix:
            size = len(articles[diagnostic.location.path, diagnostic.location.record].raw)
            assert all(0 <= start <= end <= size for (start, end), _ in diagnostic.fix.edits), diagnostic
    assert list(Run(LINTER, sources, 1).diagnostics()) == found, "a second run finds something else"


def check_fixes(data: bytes) -> None:
    """Apply the safe fixes of a file, then all: they end, the file stays readable, and no quotation changes."""
    suffix, content = _choose(data, FIXABLE_SUFFIXES)
    source = Source(f"a{suffix}", content)
    try:
        text = read_text(source)
    except FileError:
        return
    for unsafe in (False, True):
        with suppress(UnsettledFixesError):  # is reported, and the file stays
            fixed = apply_until_stable(text, lambda current: _fixes(source.path, current, unsafe=unsafe))  # noqa: B023
            assert len(fixed) <= 2 * len(text) + 100, f"fixes let a text of {len(text)} grow to {len(fixed)}"
            with suppress(FileError):  # is reported, and the file stays
                assert read_text(with_new_text(source, fixed)) == fixed, "the fixed file reads differently"
            if suffix == ".html":
                assert TAG.findall(fixed) == TAG.findall(text), f"a fix changed a tag: {text!r} -> {fixed!r}"
            if suffix == ".md":
                for hidden in _hidden_in_markdown(text):
                    assert hidden in fixed, f"a fix removed {hidden!r}: {text!r} -> {fixed!r}"
            after = "".join(map(_bare_text, _articles(source.path, fixed)))
            for article in _articles(source.path, text):
                for quoted in _quoted_words(article):
                    assert quoted in after, f"a fix changed the quotation {quoted!r}: {text!r} -> {fixed!r}"


def check_configuration(data: bytes) -> None:
    """Read a configuration and lint with it: it is valid, or the message says what is wrong."""
    path = _write(".newslint.toml", data)
    try:
        linter = build_linter(load_settings(path))
    except SettingsError as error:
        assert str(error).strip()
        assert path in str(error), f"the message does not name the file: {error}"
        return
    run = Run(linter, [Source("a.txt", SAMPLE), Source("b.md", SAMPLE)], 1)
    list(run.diagnostics())
    own = {"file", "record", *(f"pattern/{spec.name}" for spec in linter.settings.patterns)}
    own.update(failure.source for failure in linter.failures)  # plugins that are not trusted or not installed
    assert {failure.source for failure in run.failures} <= own, run.failures


def check_baseline(data: bytes) -> None:
    """Read a baseline, filter findings, and write its entries again: they stay as they are."""
    path = _write("baseline.jsonl", data)
    try:
        baseline = load_baseline(path, must_exist=True)
    except SettingsError as error:
        assert path in str(error), f"the message does not name the file: {error}"
        return
    found = list(Run(LINTER, [Source("a.txt", SAMPLE)], 1).diagnostics())
    new = list(baseline.filter_new(found))
    assert all(diagnostic in found for diagnostic in new)
    entries = list(baseline.entries.values())
    again = _write("again.jsonl", "".join(map(to_json_line, entries)).encode("utf-8", "backslashreplace"))
    assert list(load_baseline(again, must_exist=True).entries.values()) == entries, "entries change when written"


TARGETS: dict[str, Callable[[bytes], None]] = {
    "articles": check_articles,
    "fixes": check_fixes,
    "configuration": check_configuration,
    "baseline": check_baseline,
    "records": lambda data: check_records(_write, data),
}


def _choose(data: bytes, suffixes: tuple[str, ...]) -> tuple[str, bytes]:
    """Return the suffix that the first byte of an input stands for, and the rest."""
    return suffixes[data[0] % len(suffixes)] if data else suffixes[0], data[1:]


def _write(name: str, data: bytes) -> str:
    path = os.path.join(FOLDER.name, name)
    with open(path, "wb") as file:
        file.write(data)
    return path


def _articles(path: str, text: str) -> Iterator[Article]:
    items = parse_articles(LINTER, path, text)
    return (item for item in items if isinstance(item, Article))


def _diagnostics(path: str, text: str) -> Iterator[Diagnostic]:
    for article in _articles(path, text):
        result = LINTER.checker.check(article)
        _check_failures(list(result.failures))
        yield from result.diagnostics


def _fixes(path: str, text: str, *, unsafe: bool) -> list[RuleFix]:
    return [(one.rule, one.fix) for one in _diagnostics(path, text) if one.fix and (unsafe or one.fix.safe)]


def _check_failures(failures: list[Failure]) -> None:
    for failure in failures:  # of the file, or of a record in it; never of a rule
        assert failure.source in ("file", "record", "reader"), failure
        assert "was not linted" not in failure.error, failure


def _check_location(location: Location, article: Article) -> None:
    for line, column, offset in (location.start, location.end):
        before = article.raw[:offset]
        assert (line, column) == (before.count("\n") + 1, offset - before.rfind("\n")), location
    assert article.raw[location.start.offset : location.end.offset] == location.match, location


def _check_map(article: Article) -> None:
    """Check that each character of the canonical text maps into the raw text and back, in order."""
    last = 0
    for at in range(len(article.text)):
        start, end = article.to_raw((at, at + 1))
        assert last <= start <= end <= len(article.raw), (article.raw, at)
        back = article.to_canonical((start, end))
        # The file holds nothing of what stands between blocks of markup, such as ` | ` between the cells of a table.
        assert back.start <= at < back.end or start == end, (article.raw, at)
        last = start


def _hidden_in_markdown(text: str) -> Iterator[str]:
    """Yield the code and the targets of pictures in a Markdown file that are no text of its article."""
    seen = "\n".join(article.text for article in _articles("a.md", text))
    for block in MarkdownIt("commonmark").parse(text):
        for token in (block, *(block.children or ())):
            is_hidden = token.type in ("image", "fence", "code_block", "code_inline")
            hidden = str(token.attrGet("src") if token.type == "image" else token.content)
            if is_hidden and hidden.strip() and hidden in text and hidden.strip() not in seen:
                yield hidden


def _quoted_words(article: Article) -> Iterator[str]:
    scanned = LINTER.checker.scan(article)
    for quotation in quotations(scanned):
        yield _bare(scanned[quotation.inner_span]) if quotation.closed and quotation.opened else ""


def _bare_text(article: Article) -> str:
    return _bare(article.text)


def _bare(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


FOLDER = tempfile.TemporaryDirectory(prefix="newslint-fuzz-")
