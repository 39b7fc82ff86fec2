"""One article of the page: its text with highlights, and the notes beside the paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.api import Location, ReportContext, pluralize
from newslint.reporters.html.escape import escape_html
from newslint.reporters.html.highlight import Highlight, HighlightPart, clip, highlight_paragraph
from newslint.reporters.html.margin_notes import (
    backlink_highlight,
    backlink_item,
    finding_highlight,
    note_item,
    related_highlight,
)
from newslint.reporters.html.model import ArticleView, ReportModel
from newslint.reporters.html.paragraphs import paragraphs, paragraphs_to_show

MAX_ROW_SPAN = 12  # paragraphs that a column of notes may run along; the style sheet has a class for each


class Annotation(NamedTuple):
    """A highlight, and the HTML of the note that belongs beside it, empty if this is elsewhere."""

    highlight: Highlight
    location: Location
    note: str


def article_section(article: ArticleView, model: ReportModel, context: ReportContext) -> Iterator[str]:
    """Yield the HTML of one article."""
    text = context.article_text(article.path, article.record)
    matched: list[Annotation] = []
    unmatched: list[Annotation] = []
    for annotation in _annotations(article, model, context):
        (matched if annotation.location.is_unchanged_in(text) else unmatched).append(annotation)
    yield f'<article id="a{article.number}" aria-labelledby="t{article.number}">\n'
    yield f'<header><h3 id="t{article.number}">{title(article)}</h3>\n{_standfirst(article, model)}</header>\n'
    if unmatched:
        yield from _unmatched_section(unmatched)
    if text or matched:
        yield from _body(text, matched)
    yield '<p class="up"><a href="#summary">Back to the summary</a></p>\n</article>\n'


def title(article: ArticleView) -> str:
    """Return the HTML of a path with its folder set back; the record of a JSONL file follows as `#` and its line."""
    folder, slash, name = escape_html(article.path).rpartition("/")
    record = "" if article.record is None else f"#{article.record}"
    return f'<span class="folder">{folder}{slash}</span>{name}{record}'


def family_counts(article: ArticleView, model: ReportModel) -> str:
    """Return the HTML of the number of findings by family."""
    return " ".join(
        f'<span class="chip f{model.colors[name]}"><b>{count}</b> {escape_html(name)}</span>'
        for name, count in sorted(article.families.items())
    )


def _standfirst(article: ArticleView, model: ReportModel) -> str:
    if not article.notes:
        return '<p class="standfirst">No findings here; another article is compared with this one.</p>\n'
    count = pluralize(len(article.notes), "finding")
    return f'<p class="standfirst">{count}: {family_counts(article, model)}</p>\n'


def _annotations(article: ArticleView, model: ReportModel, context: ReportContext) -> Iterator[Annotation]:
    for note in article.notes:
        location = note.diagnostic.location
        highlight = _highlight(location, f"m{note.key}", "mark", finding_highlight(note, model))
        yield Annotation(highlight, location, note_item(note, model, context))
        for number, related in enumerate(note.diagnostic.related, 1):
            location = related.location
            if (location.path, location.record) == (article.path, article.record):
                highlight = _highlight(location, f"m{note.key}-{number}", "span", related_highlight(note, model))
                yield Annotation(highlight, location, "")
    for backlink in article.backlinks:
        identity = f"m{backlink.note.key}-{backlink.number}"
        highlight = _highlight(backlink.location, identity, "span", backlink_highlight(backlink, model))
        yield Annotation(highlight, backlink.location, backlink_item(backlink, model, context))


def _highlight(location: Location, identity: str, tag: str, attributes_and_reference: tuple[str, str]) -> Highlight:
    return Highlight(location.start.offset, location.end.offset, identity, tag, *attributes_and_reference)


def _unmatched_section(unmatched: Sequence[Annotation]) -> Iterator[str]:
    """Yield a list of the words that the text no longer has, with the ids that links lead to."""
    yield '<div class="unmatched">\n<p>The file has changed since it was linted. These words were in it:</p>\n<ul>\n'
    for highlight, location, _ in unmatched:
        yield f'<li id="{highlight.id}">line {location.start.line}: “{escape_html(location.match)}”</li>\n'
    notes = "".join(annotation.note for annotation in unmatched)
    yield f'</ul>\n<ol class="notes">\n{notes}</ol>\n</div>\n'


def _body(text: str, annotations: Sequence[Annotation]) -> Iterator[str]:
    text = text.replace("\r\n", " \n")  # as long as before; a carriage return elsewhere is shown as an escape
    spans = paragraphs(text)
    starts = [start for start, _ in spans]
    parts: dict[int, list[HighlightPart]] = {}
    notes: dict[int, list[str]] = {}
    highlighted: set[int] = set()
    for highlight, _, note in annotations:
        first = max(0, bisect_right(starts, highlight.start) - 1)
        last = max(first, bisect_right(starts, highlight.end - 1) - 1)
        for number in range(first, last + 1):
            parts.setdefault(number, []).append(clip(highlight, *spans[number], is_first=number == first))
        if note:
            notes.setdefault(first, []).append(note)
        highlighted |= {first, last}  # those between may be left out
    rows = list(paragraphs_to_show(spans, highlighted))
    yield '<div class="text">\n'
    for row, shown in enumerate(rows):
        if isinstance(shown, range):
            yield f'<p class="cut">… {pluralize(len(shown), "paragraph")} …</p>\n'
            continue
        # dir: the article may be written from right to left, unlike the page.
        yield f'<p dir="auto">{highlight_paragraph(text, *spans[shown], parts.get(shown, []))}</p>\n'
        if shown in notes:  # role: some browsers do not treat a list without bullets as a list
            span = 1
            while span < MAX_ROW_SPAN and row + span < len(rows) and rows[row + span] not in notes:
                span += 1
            items = "".join(notes[shown])
            yield f'<ol role="list" class="notes s{span}" aria-label="Notes">\n{items}</ol>\n'
    yield "</div>\n"
