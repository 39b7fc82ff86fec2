"""Makes a diagnostic of a finding: positions, the words it is about, and a fingerprint that survives moved lines."""

from __future__ import annotations

from collections import Counter

from newslint.article import Article
from newslint.engine.fixes import applicable_fix, check_edits
from newslint.model import Diagnostic, Finding, Location, RelatedInformation, SpanOrLocation
from newslint.rule import Rule
from newslint.text.sentences import sentence_at


def digest(*parts: str) -> str:
    """Sixteen hexadecimal digits that stand for these strings."""
    from hashlib import blake2b

    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


CONTEXT_CHARS = 400  # characters before and behind a place that go into its context, where its sentence is longer


def to_location(article: Article, span: tuple[int, int], *, context: bool = True) -> Location:
    """A span as a place, with or without a context. Raises ValueError where the span is not one of this article."""
    start, end = span
    if not 0 <= start <= end <= len(article.text):
        raise ValueError(f"span {start}-{end} lies outside the article's {len(article.text)} characters")
    first, last = article.start_and_end_position(span)
    return Location(
        article.path, article.record, first, last, article.text[start:end], _context(article, span) if context else ""
    )


def _context(article: Article, span: tuple[int, int]) -> str:
    """A digest of the sentence around a place, its white space apart."""
    sentence = sentence_at(article, span[0])
    start, end = max(sentence.start, span[0] - CONTEXT_CHARS), min(sentence.end, span[1] + CONTEXT_CHARS)
    return digest(" ".join(article.text[start:end].split()))


def resolve_location(at: SpanOrLocation, article: Article | None, *, context: bool = True) -> Location:
    """A finding's place, or a related one (which needs no context), whichever way the rule gave it."""
    if isinstance(at, Location):
        return at
    if article is None:
        raise ValueError("a conclusion has to stand at the place of a fact (`fact.location`)")
    return to_location(article, at, context=context)


class Fingerprinter:
    """Gives fingerprints, and counts where the same would come twice. One for each article."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def fingerprint(self, rule: str, where: Location) -> str:
        """Holds no line number: rule, path, matched text, its sentence, and a count where these repeat."""
        base = digest(rule, where.path, str(where.record), where.match, where.context_digest)
        self._seen[base] += 1
        return base if self._seen[base] == 1 else digest(base, str(self._seen[base]))


def to_diagnostic(finding: Finding, rule: Rule, article: Article | None, seal: Fingerprinter) -> Diagnostic:
    """The diagnostic of a finding. Raises ValueError, TypeError or AttributeError where the finding is malformed."""
    where, fix = resolve_location(finding.location, article), finding.fix
    if fix and article:
        fix = applicable_fix(fix, article)  # nobody is even offered what must not be done
    elif fix:
        check_edits(fix, None)  # whoever has the article looks whether it fits
    return Diagnostic(
        rule=rule.name,
        severity=rule.severity,
        location=where,
        message=" ".join(finding.message.split()),
        related=tuple(
            RelatedInformation(resolve_location(other.location, article, context=False), other.message)
            for other in finding.related
        ),
        fix=fix,
        fingerprint=seal.fingerprint(rule.name, where),
    )
