"""The notes beside the text: what a finding says, and the links between places that belong together."""

from __future__ import annotations

from newslint.api import Location, ReportContext, pluralize
from newslint.reporters.html.escape import escape_html
from newslint.reporters.html.model import Backlink, Note, ReportModel, family
from newslint.reporters.text import format_location, line_and_column

VISIBLE_PLACES = 5  # related places of a note; more of them are folded


def note_item(note: Note, model: ReportModel, context: ReportContext) -> str:
    """Return the note of a finding, a list item."""
    diagnostic = note.diagnostic
    parts = [
        f'<p class="head"><a class="number" href="#m{note.key}" aria-label="Note {note.number}, back to the text">'
        f"{note.number}</a> {_rule_link(diagnostic.rule, model)} "
        f'<span class="level {diagnostic.severity}">{diagnostic.severity}</span> '
        f'<span class="at">{line_and_column(diagnostic.location, context)}</span></p>\n',
        f'<p class="message">{escape_html(diagnostic.message)}</p>\n',
    ]
    if diagnostic.fix is not None:
        options = "--fix" if diagnostic.fix.safe else "--fix --unsafe-fixes"
        parts.append(f'<p class="fix">Fix: {escape_html(diagnostic.fix.title)} <code>{options}</code></p>\n')
    places = [
        f'<li><a href="#m{note.key}-{number}">{_place(related.location, diagnostic.location, context)}</a>: '
        f"{escape_html(related.message)}</li>\n"
        for number, related in enumerate(diagnostic.related, 1)
    ]
    if places:
        parts.append(f'<ul class="places">\n{"".join(places[:VISIBLE_PLACES])}</ul>\n')
    if len(places) > VISIBLE_PLACES:
        more = pluralize(len(places) - VISIBLE_PLACES, "more place")
        folded = "".join(places[VISIBLE_PLACES:])
        parts.append(f'<details><summary>{more}</summary><ul class="places">\n{folded}</ul></details>\n')
    return f'<li {_attributes("note", note, model)} id="n{note.key}">\n{"".join(parts)}</li>\n'


def backlink_item(backlink: Backlink, model: ReportModel, context: ReportContext) -> str:
    """Return the note at a place that belongs to a finding in another article, with a link to this."""
    note, diagnostic = backlink.note, backlink.note.diagnostic
    return (
        f'<li {_attributes("note backlink", note, model)} id="c{note.key}-{backlink.number}">\n'
        f'<p class="head"><a class="number" href="#m{note.key}-{backlink.number}" aria-label="Back to the text">⇄</a> '
        f'{_rule_link(diagnostic.rule, model)} <span class="at">{line_and_column(backlink.location, context)}</span>'
        f'</p>\n<p>Compare <a href="#m{note.key}">{_place(diagnostic.location, backlink.location, context)}</a>: '
        f"“{escape_html(diagnostic.match)}”, note {note.number} there.</p>\n</li>\n"
    )


def finding_highlight(note: Note, model: ReportModel) -> tuple[str, str]:
    """Return the attributes of the words of a finding, and the link to its note."""
    return _attributes("finding", note, model), _reference(
        note, model, f"n{note.key}", f"note {note.number}", str(note.number)
    )


def related_highlight(note: Note, model: ReportModel) -> tuple[str, str]:
    """Return the attributes of a place that belongs to a finding in the same article, and the link to the note."""
    label = f"belongs to note {note.number}"
    return _attributes("also", note, model), _reference(note, model, f"n{note.key}", label, f"({note.number})")


def backlink_highlight(backlink: Backlink, model: ReportModel) -> tuple[str, str]:
    """Return the attributes of a place that belongs to a finding in another article, and the link to its note."""
    note = backlink.note
    target = f"c{note.key}-{backlink.number}"
    return _attributes("also", note, model), _reference(note, model, target, "compare with another article", "⇄")


def _reference(note: Note, model: ReportModel, target: str, label: str, text: str) -> str:
    rule = escape_html(note.diagnostic.rule)
    return (
        f'<sup {_attributes("ref", note, model)}><a role="doc-noteref" href="#{target}" '
        f'aria-label="{label}: {rule}">{text}</a></sup>'
    )


def _attributes(css_class: str, note: Note, model: ReportModel) -> str:
    # With `data-note`, the page's script finds all that it must hide with a note.
    rule = f' data-rule="{escape_html(note.diagnostic.rule)}"' if css_class == "note" else ""
    return f'class="{css_class} f{model.colors[note.family]}" data-note="{note.key}"{rule}'


def _rule_link(name: str, model: ReportModel) -> str:
    head, _, tail = name.partition("/")
    label = f"<b>{escape_html(head)}</b>/<wbr>{escape_html(tail)}" if tail else f"<b>{escape_html(family(name))}</b>"
    return f'<a class="rule" href="#{model.rule_ids[name]}">{label}</a>'


def _place(location: Location, seen_from: Location, context: ReportContext) -> str:
    if (location.path, location.record) == (seen_from.path, seen_from.record):
        return f"line {line_and_column(location, context)}"
    return escape_html(format_location(location, context))
