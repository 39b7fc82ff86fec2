"""One article of the page: its text, its marks, and the notes beside the paragraphs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from newslint.api import Location, ReportContext, pluralize
from newslint.reporters.html.escape import escape_html
from newslint.reporters.html.highlight import Highlight, HighlightPart, clipped, highlight_paragraph
from newslint.reporters.html.margin_notes import backlink_mark, backlink_note, mark_of, note, related_mark
from newslint.reporters.html.model import ArticleView, ReportModel
from newslint.reporters.html.paragraphs import paragraphs, paragraphs_to_show

SPANS = 12  # how many paragraphs the style sheet lets a column of notes run along


class Marked(NamedTuple):
    """A place to mark, and the note that goes with it, if it stands here."""

    spot: Highlight
    where: Location
    note: str


def sheet(one: ArticleView, sheets: ReportModel, context: ReportContext) -> Iterator[str]:
    """The pieces of one article."""
    text = context.article_text(one.path, one.record)
    all_marked = list(_marked(one, sheets, context))
    there = [each for each in all_marked if text[each.spot.start : each.spot.end] == each.where.match]
    lost = [each for each in all_marked if text[each.spot.start : each.spot.end] != each.where.match]
    yield f'<article id="a{one.number}" aria-labelledby="t{one.number}">\n'
    yield f'<header><h3 id="t{one.number}">{title(one)}</h3>\n{_standfirst(one, sheets)}</header>\n'
    if lost:
        yield from _unmatched_section(lost)
    if text or there:
        yield from _body(text, there)
    yield '<p class="up"><a href="#summary">Back to the summary</a></p>\n</article>\n'


def title(one: ArticleView) -> str:
    """The path, its last part standing out; a record of a file of many is told by `#` and its line."""
    folder, slash, name = escape_html(one.path).rpartition("/")
    record = "" if one.record is None else f"#{one.record}"
    return f'<span class="folder">{folder}{slash}</span>{name}{record}'


def chips(one: ArticleView, sheets: ReportModel) -> str:
    """How many findings of each family, in words."""
    return " ".join(
        f'<span class="chip f{sheets.slots[name]}"><b>{count}</b> {escape_html(name)}</span>'
        for name, count in sorted(one.families.items())
    )


def _standfirst(one: ArticleView, sheets: ReportModel) -> str:
    if not one.notes:
        return '<p class="standfirst">No findings of its own; another article is held against it.</p>\n'
    return f'<p class="standfirst">{pluralize(len(one.notes), "finding")}: {chips(one, sheets)}</p>\n'


def _marked(one: ArticleView, sheets: ReportModel, context: ReportContext) -> Iterator[Marked]:
    for found in one.notes:
        where = found.diagnostic.location
        yield Marked(_spot(where, f"m{found.key}", "mark", mark_of(found, sheets)), where, note(found, sheets, context))
        for index, other in enumerate(found.diagnostic.related, 1):
            if (other.location.path, other.location.record) == (one.path, one.record):
                spot = _spot(other.location, f"m{found.key}-{index}", "span", related_mark(found, sheets))
                yield Marked(spot, other.location, "")
    for caller in one.callers:
        spot = _spot(caller.where, f"m{caller.note.key}-{caller.nth}", "span", backlink_mark(caller, sheets))
        yield Marked(spot, caller.where, backlink_note(caller, sheets, context))


def _spot(where: Location, identity: str, tag: str, dress: tuple[str, str]) -> Highlight:
    return Highlight(where.start.offset, where.end.offset, identity, tag, *dress)


def _unmatched_section(lost: list[Marked]) -> Iterator[str]:
    """What cannot be marked. It keeps its ids, so that no link leads nowhere."""
    yield '<div class="lost">\n<p>The file has changed since it was linted. These words stood in it:</p>\n<ul>\n'
    for each in lost:
        yield f'<li id="{each.spot.id}">line {each.where.start.line}: “{escape_html(each.where.match)}”</li>\n'
    yield f'</ul>\n<ol class="notes">\n{"".join(each.note for each in lost)}</ol>\n</div>\n'


def _body(text: str, there: list[Marked]) -> Iterator[str]:
    text = text.replace("\r\n", " \n")  # of the same length; only a carriage return that stands alone is shown
    found = paragraphs(text)
    starts = [start for start, _ in found]
    clips: dict[int, list[HighlightPart]] = {}
    notes: dict[int, list[str]] = {}
    ends: set[int] = set()
    for each in there:
        first = max(0, bisect_right(starts, each.spot.start) - 1)
        last = max(first, bisect_right(starts, each.spot.end - 1) - 1)
        for nth in range(first, last + 1):
            clips.setdefault(nth, []).append(clipped(each.spot, *found[nth], first=nth == first))
        if each.note:
            notes.setdefault(first, []).append(each.note)
        ends |= {first, last}  # of a mark over many paragraphs, those between may be left out
    rows = list(paragraphs_to_show(found, ends))
    yield '<div class="text">\n'
    for row, index in enumerate(rows):
        if isinstance(index, range):
            yield f'<p class="cut">… {pluralize(len(index), "paragraph")} …</p>\n'
            continue
        # dir: an article may be written from right to left, whatever the page's own language.
        yield f'<p dir="auto">{highlight_paragraph(text, *found[index], clips.get(index, []))}</p>\n'
        if index in notes:  # its role is spelt out: some browsers take a list without bullets for none
            free = 1
            while free < SPANS and row + free < len(rows) and rows[row + free] not in notes:
                free += 1
            yield f'<ol role="list" class="notes s{free}" aria-label="Notes">\n{"".join(notes[index])}</ol>\n'
    yield "</div>\n"
