"""All advertising in an article, with what to delete: the deletions of neighbours depend on each other."""

from __future__ import annotations

from newslint.api import Article, Edit, Finding, Fix, Span, deletion_spans, headlines, overlaps_any, truncate
from newslint_advertising.view.offers import promotional_passages
from newslint_advertising.view.scoring import reasons_for_promotion

MAX_QUOTED_CHARS = 80  # of a passage in a message


def promotional_headlines(article: Article) -> dict[Span, list[str]]:
    """Return the headlines that advertise, each with the reasons, in the words of a message."""
    found = {}
    for line in article.get(headlines):
        reasons = reasons_for_promotion(article, line)
        if article.may_be_two_blocks(line.block.span):
            continue
        if reasons and not overlaps_any(line.block.span, article.get(promotional_passages)):
            found[line.block.span] = reasons
    return found


def deletions(article: Article) -> dict[Span, Span]:
    """Return the span to delete for each passage and headline."""
    passages = [*article.get(promotional_passages), *article.get(promotional_headlines)]
    return dict(zip(passages, deletion_spans(article, passages), strict=True))


def make_finding(article: Article, span: Span, statement: str) -> Finding:
    """Return a finding that quotes the passage before the statement, with a fix that deletes it."""
    message = f'"{truncate(article[span], MAX_QUOTED_CHARS)}" {statement}'
    edit = Edit(article.get(deletions)[span], "")
    return Finding(span, message, Fix("Remove the promotion", False, (edit,)))
