"""What can be done about findings: quick fixes, all safe fixes at once, acceptance in the baseline."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher

from lsprotocol import types

from newslint.lsp.positions import PositionMapper
from newslint.model import Diagnostic, Span

ACCEPT = "newslint.acceptInBaseline"
FIX_ALL = "source.fixAll.newslint"
KINDS = (types.CodeActionKind.QuickFix, FIX_ALL)
Apply = Callable[[Sequence[types.TextEdit]], types.WorkspaceEdit]  # makes the edit of a document


def is_kind_requested(kind: str, only: Sequence[str] | None) -> bool:
    """Whether the editor asked for this kind: for it, for one above it, or for none in particular."""
    return only is None or any(kind == each or kind.startswith(f"{each}.") or not each for each in only)


def quick_fix(
    found: Diagnostic, shown: types.Diagnostic, ruler: PositionMapper, edit: Apply
) -> Iterator[types.CodeAction]:
    """The finding's fix, if it has one, with a word on whether it is safe."""
    if found.fix:
        title = found.fix.title[:1].upper() + found.fix.title[1:]
        edits = [types.TextEdit(ruler.range(span), text) for span, text in found.fix.edits]
        yield types.CodeAction(
            title=f"{title} (safe)" if found.fix.safe else f"{title} (unsafe: may remove something meant)",
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[shown],
            is_preferred=found.fix.safe or None,
            edit=edit(edits),
        )


def accept_action(found: Diagnostic, shown: types.Diagnostic, uri: str) -> types.CodeAction:
    """Writes the finding into the baseline, so that neither the editor nor the command reports it again."""
    title = f"Accept in the baseline: {found.rule}"
    return types.CodeAction(
        title=title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[shown],
        command=types.Command(title=title, command=ACCEPT, arguments=[uri, found.fingerprint]),
    )


def edits_between(old: str, new: str) -> Iterator[tuple[Span, str]]:
    """What to put where in `old` to get `new`, by lines, so that the editor keeps marks and folds elsewhere."""
    before, after = _lines(old), _lines(new)
    starts = [0]
    for line in before:
        starts.append(starts[-1] + len(line))
    for kind, first, last, begin, end in SequenceMatcher(None, before, after).get_opcodes():
        if kind != "equal":
            yield Span(starts[first], starts[last]), "".join(after[begin:end])


def _lines(text: str) -> list[str]:
    *lines, last = text.split("\n")
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]
