"""Makes diagnostics of findings: locations, fingerprints that survive moved lines, and the order of output."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from newslint.article import Article
from newslint.engine.fixes import applicable_fix, check_edits
from newslint.model import Diagnostic, Finding, Location, RelatedInformation, SpanOrLocation
from newslint.rule import Rule
from newslint.text.sentences import sentence_at
from newslint.text.words import digest

CONTEXT_CHARS = 400  # on each side of a span, where its sentence is longer


def sort_key(diagnostic: Diagnostic) -> tuple[object, ...]:
    """Return what output is ordered by: path, record, start, end, rule, message."""
    location = diagnostic.location
    return location.path, location.record or 0, location.start, location.end, diagnostic.rule, diagnostic.message


def merge_sorted(*streams: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the diagnostics of several streams, each in output order, in output order."""
    from heapq import merge  # a run over one article does not need it

    return merge(*streams, key=sort_key)


def to_diagnostic(finding: Finding, rule: Rule, article: Article | None, fingerprinter: Fingerprinter) -> Diagnostic:
    """Return the diagnostic of a finding; the finding of comparing articles has no `article`.

    Raises ValueError, TypeError or AttributeError for a malformed finding.
    """
    location, fix = resolve_location(finding.location, article), finding.fix
    if fix and article:
        fix = applicable_fix(fix, article)
    elif fix:
        check_edits(fix, None)
    return Diagnostic(
        rule=rule.name,
        severity=rule.severity,
        location=location,
        message=" ".join(finding.message.split()),
        related=tuple(
            RelatedInformation(resolve_location(related.location, article, context=False), related.message)
            for related in finding.related
        ),
        fix=fix,
        fingerprint=fingerprinter.fingerprint(rule.name, location),
    )


def resolve_location(location: SpanOrLocation, article: Article | None, *, context: bool = True) -> Location:
    """Return the location of a finding, or a related one, which needs no `context`.

    Raises ValueError for a span without an article, or outside it.
    """
    if isinstance(location, Location):
        return location
    if article is None:
        raise ValueError("a finding of compare_facts() must use the location of a fact (`fact.location`), not a span")
    return to_location(article, location, context=context)


def to_location(article: Article, span: tuple[int, int], *, context: bool = True) -> Location:
    """Return the location of a span, with or without a digest of its context. Raises ValueError for a span outside."""
    start, end = span
    if not 0 <= start <= end <= len(article.text):
        raise ValueError(f"span {start}-{end} lies outside the article's {len(article.text)} characters")
    if not article.has_raw_offsets:
        start, end = article.to_raw(span)
    return Location(
        article.path,
        article.record,
        article.position(start),
        article.position(end),
        article.raw[start:end],
        _context_digest(article, span) if context else "",
    )


def _context_digest(article: Article, span: tuple[int, int]) -> str:
    """Return a digest of the sentence around a span, whatever its white space."""
    sentence = sentence_at(article, span[0])
    start, end = max(sentence.start, span[0] - CONTEXT_CHARS), min(sentence.end, span[1] + CONTEXT_CHARS)
    if not article.has_raw_offsets:
        start, end = article.to_raw((start, end))
    return digest(" ".join(article.raw[start:end].split()))


class Fingerprinter:
    """Makes the fingerprints of one article's findings, and numbers those that would be equal."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def fingerprint(self, rule: str, location: Location) -> str:
        """Return a digest of rule, path, record, matched text, its sentence, and a count where these repeat."""
        base = digest(rule, location.path, str(location.record), location.match, location.context_digest)
        self._seen[base] += 1
        return base if self._seen[base] == 1 else digest(base, str(self._seen[base]))
