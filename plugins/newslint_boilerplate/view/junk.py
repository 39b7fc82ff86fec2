"""All that does not belong to an article: certain lines, scored lines, and pieces merged into a line.

One view serves the whole family, so that no two rules report the same words, and deletions never overlap.
"""

from newslint.api import Article, NamedTuple, Span, deletion_spans, non_blank_lines, overlaps_any
from newslint_boilerplate.view.certain.phrase_matching import phrase_matches
from newslint_boilerplate.view.certain.subscription_appeals import subscription_appeals
from newslint_boilerplate.view.merged.merged_pieces import merged_pieces
from newslint_boilerplate.view.scored.scoring import score_lines


class Junk(NamedTuple):
    """A line, or a part of one, that does not belong to the article."""

    span: Span
    kind: str  # which rule reports it
    is_line: bool  # a whole line, not a part of one
    evidence: tuple[str, ...]  # the features of a line that was scored
    deletion: Span  # what to delete to remove it


JunkWithoutDeletion = tuple[Span, str, bool, tuple[str, ...]]  # deletions depend on each other and are made last


def junk(article: Article) -> list[Junk]:
    """Find all junk: the lines in order, then the pieces."""
    certain, possible = article.get(phrase_matches)
    kinds, scored = dict(certain), dict[int, tuple[str, ...]]()
    for number, evidence in score_lines(article, certain, possible):
        scored[number] = evidence
        kinds[number] = possible.get(number) or ("share" if "buttons" in evidence else "stray")
    found: list[JunkWithoutDeletion] = []
    if kinds:
        lines = article.get(non_blank_lines)
        found = [(lines[number], kinds[number], True, scored.get(number, ())) for number in sorted(kinds)]
    merged: list[JunkWithoutDeletion] = [(*piece, False, ()) for piece in merged_pieces(article, kinds)]
    if appeals := article.get(subscription_appeals):
        taken = sorted(piece[0] for piece in (*found, *merged))
        found += [(appeal, "sign-up", False, ()) for appeal in appeals if not overlaps_any(appeal, taken)]
    found += merged
    # Where a line may be two, half of it may be the article's.
    found = [piece for piece in found if not article.may_be_two_blocks(piece[0])]
    if not found:
        return []
    deletions = deletion_spans(article, [piece[0] for piece in found])
    return [Junk(*piece, deletion) for piece, deletion in zip(found, deletions, strict=True)]


def junk_by_kind(article: Article) -> dict[str, list[Junk]]:
    """Group the junk by the kind that a rule reports."""
    kinds: dict[str, list[Junk]] = {}
    for piece in article.get(junk):
        kinds.setdefault(piece.kind, []).append(piece)
    return kinds
