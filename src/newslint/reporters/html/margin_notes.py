"""The notes beside the text: what a finding says, and the links between places that belong together."""

from __future__ import annotations

from newslint.api import Location, ReportContext, pluralize
from newslint.reporters.columns import column
from newslint.reporters.escaping import format_path
from newslint.reporters.html.escape import escape_html
from newslint.reporters.html.model import Backlink, Note, ReportModel, family

FEW = 5  # related places; more of them fold away


def note(one: Note, sheets: ReportModel, context: ReportContext) -> str:
    """A finding."""
    found = one.diagnostic
    parts = [
        f'<p class="head"><a class="number" href="#m{one.key}" aria-label="Note {one.number}, back to the text">'
        f"{one.number}</a> {_rule(found.rule, sheets)} "
        f'<span class="level {found.severity}">{found.severity}</span> '
        f'<span class="at">{_at(found.location, context)}</span></p>\n',
        f'<p class="message">{escape_html(found.message)}</p>\n',
    ]
    if found.fix is not None:
        how = "--fix" if found.fix.safe else "--fix --unsafe-fixes"
        parts.append(f'<p class="fix">Fix: {escape_html(found.fix.title)} <code>{how}</code></p>\n')
    places = [
        f'<li><a href="#m{one.key}-{index}">{_place(other.location, found.location, context)}</a>: '
        f"{escape_html(other.message)}</li>\n"
        for index, other in enumerate(found.related, 1)
    ]
    if places:
        parts.append(f'<ul class="places">\n{"".join(places[:FEW])}</ul>\n')
    if len(places) > FEW:
        more = pluralize(len(places) - FEW, "more place")
        parts.append(f'<details><summary>{more}</summary><ul class="places">\n{"".join(places[FEW:])}</ul></details>\n')
    return f'<li {_attributes("note", one, sheets)} id="n{one.key}">\n{"".join(parts)}</li>\n'


def backlink_note(caller: Backlink, sheets: ReportModel, context: ReportContext) -> str:
    """A finding in another article that leads here, and the way to it."""
    one, found = caller.note, caller.note.diagnostic
    return (
        f'<li {_attributes("note call", one, sheets)} id="c{one.key}-{caller.nth}">\n'
        f'<p class="head"><a class="number" href="#m{one.key}-{caller.nth}" aria-label="Back to the text">⇄</a> '
        f'{_rule(found.rule, sheets)} <span class="at">{_at(caller.where, context)}</span></p>\n'
        f'<p>Compare <a href="#m{one.key}">{_place(found.location, caller.where, context)}</a>: '
        f"“{escape_html(found.match)}”, note {one.number} there.</p>\n</li>\n"
    )


def mark_of(one: Note, sheets: ReportModel) -> tuple[str, str]:
    """The attributes of a finding's own words, and the way to its note."""
    return _attributes("fault", one, sheets), _ref(one, sheets, f"n{one.key}", f"note {one.number}", str(one.number))


def related_mark(one: Note, sheets: ReportModel) -> tuple[str, str]:
    """The attributes of a place in the same article that belongs to a finding, and the way to its note."""
    label = f"belongs to note {one.number}"
    return _attributes("also", one, sheets), _ref(one, sheets, f"n{one.key}", label, f"({one.number})")


def backlink_mark(caller: Backlink, sheets: ReportModel) -> tuple[str, str]:
    """The attributes of a place that belongs to a finding in another article, and the way to its note."""
    one = caller.note
    ref = _ref(one, sheets, f"c{one.key}-{caller.nth}", "compare with another article", "⇄")
    return _attributes("also", one, sheets), ref


def _ref(one: Note, sheets: ReportModel, to: str, label: str, text: str) -> str:
    rule = escape_html(one.diagnostic.rule)
    return (
        f'<sup {_attributes("ref", one, sheets)}><a role="doc-noteref" href="#{to}" '
        f'aria-label="{label}: {rule}">{text}</a></sup>'
    )


def _attributes(name: str, one: Note, sheets: ReportModel) -> str:
    # `data-note` lets the page's script find what goes with a note when it is filtered away.
    rule = f' data-rule="{escape_html(one.diagnostic.rule)}"' if name == "note" else ""
    return f'class="{name} f{sheets.slots[one.family]}" data-note="{one.key}"{rule}'


def _rule(name: str, sheets: ReportModel) -> str:
    head, _, tail = name.partition("/")
    label = f"<b>{escape_html(head)}</b>/<wbr>{escape_html(tail)}" if tail else f"<b>{escape_html(family(name))}</b>"
    return f'<a class="rule" href="#{sheets.rule_ids[name]}">{label}</a>'


def _at(place: Location, context: ReportContext) -> str:
    return f"{place.start.line}:{column(place, place.start, context)}"


def _place(place: Location, seen_from: Location, context: ReportContext) -> str:
    if (place.path, place.record) == (seen_from.path, seen_from.record):
        return f"line {_at(place, context)}"
    return f"{escape_html(format_path(place))}:{_at(place, context)}"
