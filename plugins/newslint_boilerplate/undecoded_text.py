"""boilerplate/undecoded-text: entities and mojibake, left over from the page."""

from collections.abc import Iterator

from newslint.api import (
    Article,
    Edit,
    Finding,
    Fix,
    Lexicon,
    RelatedLocation,
    Rule,
    Severity,
    Span,
    TraceStep,
    sentence_at,
)
from newslint_boilerplate.view.certain.templates import template_tags
from newslint_boilerplate.view.junk import junk
from newslint_boilerplate.view.lexicon import LEXICON

MAX_RELATED_LOCATIONS = 8

Sequence = tuple[Span, str, Span, str]  # where and what it is, where it is in the file, and what it stands for


class UndecodedText(Rule):
    """Finds characters that were never decoded, or decoded wrongly: "&nbsp;", "&#39;", "â€™".

    A page writes some characters as entities, and every character as bytes. Where a program takes the text from the
    page without decoding both, readers see the code instead of the character. The HTML standard of the WHATWG lists the
    names of the entities. Robyn Speer (ftfy, 2019) describes the sequences that appear where UTF-8 is read as
    Windows-1252.

    newslint reports one finding for each article, at the first sentence with such a sequence; the others are related
    locations. All other rules read the text as decoded. In Markdown and HTML files, entities are part of the format.

    ```bad
    The ferry&nbsp;will be back on Monday.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "&nbsp;" is left over from the page and stands for a space; replace it.
    ```

    ```fixed
    The ferry will be back on Monday.
    ```

    ```bad
    The harbour was shut. The islandâ€™s ferry &mdash; its only one &mdash; will be back on Monday.
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ …
    ```

    ```fixed
    The harbour was shut. The island’s ferry — its only one — will be back on Monday.
    ```

    ```good
    AT&T and R&D; the fees of the Château de Noë (Île-de-France) rose by £5.
    ```
    """

    name = "boilerplate/undecoded-text"
    severity: Severity = "warning"
    any_language = True  # the sequences mean the same in every language

    def lexicon(self) -> Lexicon:
        """Return the family's phrases."""
        return LEXICON

    def check(self, article: Article) -> Iterator[Finding]:
        """Report the first sequence in text that stays."""
        found = [sequence for sequence, is_covered in _sequences(article) if not is_covered]
        if not found:
            return
        first, *others = found
        yield Finding(
            _sentence(article, first[0]),
            _message(first[1], first[3], len(others)),
            _fix(article, found),
            tuple(
                RelatedLocation(span if span.end > span.start else _sentence(article, span), f'"{old}" is another')
                for span, old, _, _ in others[:MAX_RELATED_LOCATIONS]
            ),
        )

    def trace(self, article: Article, span: Span) -> Iterator[TraceStep]:
        """Yield what each sequence in a span stands for, and where the article's finding is."""
        first: Span | None = None
        for (at, old, _, new), is_covered in _sequences(article):
            first = at if first is None and not is_covered else first
            if span.start <= at.start < span.end:
                yield TraceStep(at, "characters", f'"{old}" stands {_meaning(new)}')
                if is_covered:
                    conclusion = "goes with a leftover of the page, which another rule reports"
                elif at == first:
                    conclusion = "is reported, once in the article"
                else:
                    conclusion = "is a related place of the article's one finding"
                yield TraceStep(at, "rule", conclusion)


def _sequences(article: Article) -> Iterator[tuple[Sequence, bool]]:
    """Yield each sequence, and whether another rule reports it, whose fix removes it."""
    sequences = article.undecoded()
    if not sequences:
        return
    covered, farthest = sorted([*article.get(template_tags), *(piece.span for piece in article.get(junk))]), 0
    first = 0  # of those that begin behind the sequence
    for raw_span, new in sequences:
        start, end = article.to_canonical(raw_span)
        while first < len(covered) and covered[first].start <= start:
            farthest, first = max(farthest, covered[first].end), first + 1
        is_covered = first > 0 and end <= farthest
        yield (Span(start, end), article.raw[slice(*raw_span)].strip(), raw_span, new), is_covered


def _sentence(article: Article, span: Span) -> Span:
    sentence = sentence_at(article, span.start)
    return Span(min(sentence.start, span.start), max(sentence.end, span.end))


def _message(old: str, new: str, other_count: int) -> str:
    replace = "remove it" if not new else "replace it"
    others = "" if not other_count else " and the other one" if other_count == 1 else f" and the {other_count} others"
    return f'"{old}" is left over from the page and stands {_meaning(new)}; {replace}{others}.'


def _meaning(new: str) -> str:
    return f'for "{new}"' if new.strip() else "for a space" if new else "for nothing that a reader sees"


def _fix(article: Article, found: list[Sequence]) -> Fix | None:
    """Return the fix that writes what each sequence stands for; of several without a width in one place, one."""
    edits = {
        span: Edit(span, new)
        for span, _, raw_span, new in found
        if (article.to_raw(span) if new else article.to_deletion(span)) == raw_span
    }
    return Fix("Replace the code by its characters", True, tuple(edits.values())) if edits else None
