"""Passages in which a publisher asks its readers to subscribe, to sign up or to give, wherever they stand."""

from __future__ import annotations

from newslint.api import Article, Pattern, Span, build_alternation, merge_into_blocks, reader_directed_sentences
from newslint_boilerplate.data.words import DELIVERY_WORDS, PUBLISHER_GOODS

# Without one of these words, a sentence that begins "Sign up" may be advice to citizens.
GOODS = Pattern(
    rf"\b{build_alternation(PUBLISHER_GOODS)}s?\b",
    method="search",
    matches=("for our newsletter", "to get alerts", "for digital access"),
    misses=("for the vaccine at your clinic", "before the tournament"),
)
DELIVERY = Pattern(
    rf"\b{build_alternation(DELIVERY_WORDS)}",
    method="search",
    matches=("The stories that matter, delivered to", "News sent straight to", "Right in"),
    misses=("She keeps a copy in", "Unsent letters in"),
)
MAX_BARE_ORDER_WORDS = 4  # "Subscribe now!" is an appeal though it names nothing to subscribe to
ORDERS_OF_SELLERS = ("get ", "download ")  # so is "Get the film!", but not a publisher's


def subscription_appeals(article: Article) -> list[Span]:
    """Return the lines in which most sentences are such appeals, and from other lines those sentences alone."""
    if not article.mentions("boilerplate.appeal") and not article.mentions("boilerplate.inbox"):
        return []
    text = article.text
    marked = [
        sentence
        for mention, sentence in reader_directed_sentences(article, "boilerplate.appeal", opens=True)
        if GOODS.search(text, mention[1], sentence.end)
        or (len(article[sentence].split()) <= MAX_BARE_ORDER_WORDS and not mention[2].startswith(ORDERS_OF_SELLERS))
    ]
    marked += [
        sentence
        for mention, sentence in reader_directed_sentences(article, "boilerplate.inbox")
        if DELIVERY.search(text, sentence.start, mention[0])
    ]
    return sorted(merge_into_blocks(article, marked))
