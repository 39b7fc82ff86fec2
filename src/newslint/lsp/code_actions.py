"""Code actions: quick fixes, and acceptance of a finding in the baseline."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lsprotocol import types

from newslint.engine.line_matcher import LineMatcher
from newslint.lsp.positions import PositionMapper
from newslint.lsp.why import EXPLAIN_KIND
from newslint.model import Diagnostic, Span

ACCEPT = "newslint.acceptInBaseline"
FIX_ALL = "source.fixAll.newslint"
ACTION_KINDS = (types.CodeActionKind.QuickFix, FIX_ALL, EXPLAIN_KIND)
MakeEdit = Callable[[Sequence[types.TextEdit]], types.WorkspaceEdit]  # of one document


def is_kind_requested(kind: str, only: Sequence[str] | None) -> bool:
    """Return whether the editor requests this kind: it names the kind or one that contains it, or none (None)."""
    return only is None or any(kind == name or kind.startswith(f"{name}.") or not name for name in only)


def quick_fix(
    diagnostic: Diagnostic, in_editor: types.Diagnostic, position_mapper: PositionMapper, make_edit: MakeEdit
) -> Iterator[types.CodeAction]:
    """Yield the action that applies the finding's fix, if it has one; the title says whether the fix is safe."""
    fix = diagnostic.fix
    if fix:
        title = fix.title[:1].upper() + fix.title[1:]
        edits = [types.TextEdit(position_mapper.range(span), text) for span, text in fix.edits]
        yield types.CodeAction(
            title=f"{title} (safe)" if fix.safe else f"{title} (unsafe: may remove intended content)",
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[in_editor],
            is_preferred=fix.safe or None,
            edit=make_edit(edits),
        )


def accept_action(diagnostic: Diagnostic, in_editor: types.Diagnostic, uri: str) -> types.CodeAction:
    """Return the action that adds the finding to the baseline, so that neither editor nor command reports it again."""
    title = f"Accept in the baseline: {diagnostic.rule}"
    return types.CodeAction(
        title=title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[in_editor],
        command=types.Command(title=title, command=ACCEPT, arguments=[uri, diagnostic.fingerprint]),
    )


def edits_between(old: str, new: str) -> Iterator[tuple[Span, str]]:
    """Yield the replacements that make `new` of `old`, by lines, so that the editor keeps its marks on other lines."""
    old_lines, new_lines = _lines(old), _lines(new)
    starts = [0]
    for line in old_lines:
        starts.append(starts[-1] + len(line))
    for operation, old_first, old_end, new_first, new_end in LineMatcher(old_lines, new_lines).get_opcodes():
        if operation != "equal":
            yield Span(starts[old_first], starts[old_end]), "".join(new_lines[new_first:new_end])


def _lines(text: str) -> list[str]:
    *lines, last = text.split("\n")
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]
