"""All that the family finds in an article, and what to cut of it; cuts of neighbours hang together."""

from __future__ import annotations

from newslint.api import Article, Edit, Finding, Fix, Span, deletion_spans, headlines
from newslint_advertising.view.offers import overlaps_any, promotional_passages
from newslint_advertising.view.scoring import weigh


def promotions(article: Article) -> dict[Span, list[str]]:
    """The headlines that advertise, each with what speaks for it."""
    found = {}
    for line in article.get(headlines):
        reasons = weigh(article, line)
        if reasons and not overlaps_any(line.block.span, article.get(promotional_passages)):
            found[line.block.span] = reasons
    return found


def cuts(article: Article) -> dict[Span, Span]:
    """What to take out to be rid of each passage."""
    passages = [*article.get(promotional_passages), *article.get(promotions)]
    return dict(zip(passages, deletion_spans(article, passages), strict=True))


def finding(article: Article, span: Span, message: str) -> Finding:
    """A finding whose fix takes the passage out."""
    cut = Edit(article.get(cuts)[span], "")
    return Finding(span, message, Fix("Remove the promotion", False, (cut,)))
