"""Makes diagnostics of findings: locations, fingerprints that survive moved lines, and the order of output."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from newslint.article import Article
from newslint.engine.fixes import applicable_fix, check_edits
from newslint.model import Diagnostic, Finding, Location, RelatedInformation, SpanOrLocation, make_location
from newslint.rule import Rule
from newslint.text.sentences import sentence_at
from newslint.text.words import MAX_CHARS_AT_ONCE, digest, digest_of_words

CONTEXT_CHARS = 400  # on each side of a span, where its sentence is longer


def sort_key(diagnostic: Diagnostic) -> tuple[object, ...]:
    """Return what output is ordered by: path, record, start, end, rule, message."""
    location = diagnostic.location
    return location.path, location.record or 0, location.start, location.end, diagnostic.rule, diagnostic.message


def merge_sorted(*streams: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the diagnostics of several streams, each in output order, in output order."""
    from heapq import merge  # a run over one article does not need it

    return merge(*streams, key=sort_key)


def to_diagnostic(
    finding: Finding,
    rule: Rule,
    article: Article | None,
    fingerprinter: Fingerprinter,
    compared: Container[Location] = (),
) -> Diagnostic:
    """Return the diagnostic of a finding; the finding of comparing articles has no `article`.

    `compared` are the locations of the facts that were compared. Raises ValueError, TypeError or AttributeError for a
    malformed finding.
    """
    location, fix = resolve_location(finding.location, article, compared), finding.fix
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
            RelatedInformation(resolve_location(related.location, article, compared, context=False), related.message)
            for related in finding.related
        ),
        fix=fix,
        fingerprint=fingerprinter.fingerprint(rule.name, location),
    )


def resolve_location(
    location: SpanOrLocation, article: Article | None, compared: Container[Location] = (), *, context: bool = True
) -> Location:
    """Return the location of a finding, or a related one, which needs no `context`.

    Raises ValueError for a span without an article, or outside it, and for a location that a plugin has made up.
    """
    if isinstance(location, Location):
        if location not in compared and (article is None or not _is_location_in(location, article)):
            where = "of one of the facts that it compares" if article is None else "in the article that it checks"
            raise ValueError(f"a finding has a location that is not {where}: {location.path}, {location.match!r}")
        return location
    if article is None:
        raise ValueError("a finding of compare_facts() must use the location of a fact (`fact.location`), not a span")
    return to_location(article, location, context=context)


def to_location(article: Article, span: tuple[int, int], *, context: bool = True) -> Location:
    """Return the location of a span, with or without a digest of its context. Raises ValueError for a span outside."""
    start, end = span
    if not (isinstance(start, int) and isinstance(end, int)):
        raise TypeError(f"span {start!r}-{end!r} does not consist of integers")
    if not 0 <= start <= end <= len(article.text):
        raise ValueError(f"span {start}-{end} lies outside the article's {len(article.text)} characters")
    if not article.has_raw_offsets:
        start, end = article.to_raw(span)
    digest_of_sentence = _context_digest(article, span) if context else ""
    position = article.position
    return make_location(
        (article.path, article.record, position(start), position(end), article.raw[start:end], digest_of_sentence)
    )


def _is_location_in(location: Location, article: Article) -> bool:
    path, record, start, end, match, _ = location
    return (
        (path, record) == (article.path, article.record)
        and isinstance(match, str)
        and 0 <= start.offset <= end.offset <= len(article.raw)
        and (start, end) == (article.position(start.offset), article.position(end.offset))
        and match == article.raw[start.offset : end.offset]
    )


def _context_digest(article: Article, span: tuple[int, int]) -> str:
    """Return a digest of the sentence around a span, whatever its white space."""
    sentence = sentence_at(article, span[0])
    start, end = max(sentence.start, span[0] - CONTEXT_CHARS), min(sentence.end, span[1] + CONTEXT_CHARS)
    if not article.has_raw_offsets:
        start, end = article.to_raw((start, end))
    if end - start > MAX_CHARS_AT_ONCE:
        return digest_of_words(article.raw, start, end)
    return digest(" ".join(article.raw[start:end].split()))


class Fingerprinter:
    """Makes the fingerprints of one article's findings, and numbers those that would be equal."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def fingerprint(self, rule: str, location: Location) -> str:
        """Return a digest of rule, path, record, matched text, its sentence, and a count where these repeat."""
        base = digest(rule, location.path, str(location.record), location.match, location.context_digest)
        count = self._seen[base] = self._seen.get(base, 0) + 1
        return base if count == 1 else digest(base, str(count))
