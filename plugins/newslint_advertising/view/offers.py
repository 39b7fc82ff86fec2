"""Passages in which a seller addresses the reader: offers, and a publisher's notices about its commissions.

Appeals to subscribe, to sign up or to give are not such passages: they belong to a page's forms, and the family
`boilerplate` reports them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from newslint.api import (
    Article,
    Mention,
    Pattern,
    Rejection,
    Span,
    build_alternation,
    imperative_opening,
    is_page_element,
    line_at,
    merge_into_blocks,
    overlaps_any,
    reader_directed_sentences,
)
from newslint_advertising.data.words import ORDER_VERBS, PRICE_OPENINGS, PRICE_TERMS, PUBLISHER_WORDS
from newslint_advertising.view.other_lines import PAGE_FORM_WORD
from newslint_advertising.view.pitches import pitches

MAX_PRICE_LINE_CHARS = 60
MAX_BARE_TERMS_WORDS = 4  # "Limited time only!" is an offer though it does not address the reader

ORDER = imperative_opening(
    rf"{build_alternation(ORDER_VERBS)} \s",
    matches=("Get 20% off", "If you like it, buy now", "Click here to claim yours", "Don't wait "),
    misses=("Getting 20% off", "Customers who buy now", "Get"),
)
READER = Pattern(
    r"\b you (?:r|rs|.re|.ll|.ve)? \b",
    method="search",
    matches=("off your order", "If you’re in, it is yours"),
    misses=("young buyers", "off the order"),
)
BUY_NOW_PAY_LATER = Pattern(
    r"buy\s+now,?\s+pay",
    matches=("Buy now, pay later", "buy now pay later"),
    misses=("Buy now", "Buy it now, pay later"),
)
# A button's label that was merged into the article's own sentence.
MERGED_BUTTON = Pattern(
    r"[A-Z]\w*\s+[A-Z]\w*\s+(?:[“\"—–]|[A-Z].{0,200}?\b[a-z]\w*\s+[a-z]\w*\s)",
    case_sensitive=True,
    matches=("Buy Now The court has set a date", "Buy Now “The court has set a date"),
    misses=("Buy Now And Save", "Buy now and save a lot"),
)
_SUM = r"[$£€]\d[\d,.]*"
PRICE_LINE = Pattern(
    rf"(?:was\s{_SUM},?\s+(?:now\s)?|now\s)?(?:only\s|just\s|from\s)?{_SUM}(?:\s\([^)]{{1,30}}\))?"
    r"(?:\s(?:at|from|on|via)\s(?-i:[A-Z]|\w+\.\w)[^.!?]{0,40})?\W*$",
    matches=("$249 at Example Store", "Was $399, now $249", "Only £12.50 (20% off) from shop.example"),
    misses=("$249 at least", "$249 million", "Paid $249 at Example Store"),
)
STATEMENT = Pattern(
    r"\b(?:is|are|was|were|isn.t|aren.t|has|have|had|can|will)\b",
    method="search",
    matches=("Nothing is risk-free.",),
    misses=("Risk-free, limited time only!",),
)
NOT_PUBLISHERS = Rejection("its sentence does not speak for the publisher, or of the article's links", "offer")
PAY_LATER = Rejection('"buy now, pay later" is a kind of credit', "offer")
BUTTON = Rejection("it is the label of a button that was merged into a sentence of the article", "offer")
OTHER_PRICES = Rejection("the article names other prices, so it may be about what things cost", "offer")
NOT_ADDRESSED = Rejection('its sentence neither gives the reader an order nor says "you"', "offer")
FORM = Rejection("its sentence belongs to a form of the page, such as a newsletter's", "offer")
PAGE_ELEMENT = Rejection("its line begins like a part of the page", "offer")
IN_PARAGRAPH = Rejection(
    f"the price stands in a text: alone, it is an offer in a line of {MAX_PRICE_LINE_CHARS} characters or fewer",
    "offer",
)
MORE_THAN_PRICE = Rejection("its line says more than a price, and where or until when it holds", "offer")
NO_SHOP = Rejection("its line names neither a shop nor an earlier price", "offer")
PUBLISHER = Pattern(
    rf"\b {build_alternation(PUBLISHER_WORDS)} \b",
    method="search",
    matches=("We may earn a commission", "Links in this article", "All products are chosen"),
    misses=("Agents earn a commission on every house", "Three products"),
)


def disclosures(article: Article) -> list[Span]:
    """Return the passages in which a publisher tells of its commissions."""
    mentioned = reader_directed_sentences(article, "advertising.affiliate")
    marked = (sentence for _mention, sentence in mentioned if is_publishers(article, sentence))
    return list(merge_into_blocks(article, marked))


def is_publishers(article: Article, sentence: Span) -> Literal[True] | Rejection:
    """Return whether a sentence about a commission is the publisher's own."""
    return True if PUBLISHER.search(article.text, *sentence) else NOT_PUBLISHERS


def offers(article: Article) -> list[Span]:
    """Return the passages that tell the reader the terms of a sale, disclosures left out."""
    others = sorted(article.get(disclosures))
    return [span for span in merge_into_blocks(article, _marked(article)) if not overlaps_any(span, others)]


def _marked(article: Article) -> Iterator[Span]:
    """Yield the sentences and lines that offer something."""
    for mention, sentence in reader_directed_sentences(article, "advertising.order", opens=True):
        if is_sellers_order(article, mention, sentence) and is_no_form(article, sentence):
            yield sentence
    for mention, sentence in reader_directed_sentences(article, "advertising.offer"):
        if has_sellers_terms(article, mention, sentence) and is_no_form(article, sentence):
            yield sentence
    yield from _price_lines(article)
    yield from pitches(article)


def is_sellers_order(article: Article, mention: Mention, sentence: Span) -> Literal[True] | Rejection:
    """Return whether a sentence that gives an order to buy is a seller's."""
    if BUY_NOW_PAY_LATER.match(article.text, mention[0]):
        return PAY_LATER
    return BUTTON if MERGED_BUTTON.match(article.text, mention[0], sentence.end) else True


def has_sellers_terms(article: Article, mention: Mention, sentence: Span) -> Literal[True] | Rejection:
    """Return whether a sentence with the terms of a sale addresses the reader."""
    text = article.text
    if ORDER.match(text, *sentence):
        return True
    is_addressed = READER.search(text, *sentence) is not None
    if is_addressed and not (mention[2] in PRICE_TERMS and _names_other_prices(article, sentence)):
        return True
    if len(article[sentence].split()) <= MAX_BARE_TERMS_WORDS and not STATEMENT.search(text, *sentence):
        return True
    return OTHER_PRICES if is_addressed else NOT_ADDRESSED


def is_no_form(article: Article, sentence: Span) -> Literal[True] | Rejection:
    """Return whether a sentence belongs to a seller and not to a form of the page."""
    if PAGE_FORM_WORD.search(article.text, *sentence):
        return FORM
    is_element = is_page_element(article.text, line_at(article, sentence.start).start, sentence.end)
    return PAGE_ELEMENT if is_element else True


def _names_other_prices(article: Article, sentence: Span) -> bool:
    """Return whether the article names prices besides those of a sentence: it may be about what things cost."""
    return any(not sentence.start <= at < sentence.end for at, _end, _sign in article.mentions("advertising.price"))


def promotional_passages(article: Article) -> list[Span]:
    """Return disclosures and offers, sorted."""
    return sorted([*article.get(disclosures), *article.get(offers)])


def _price_lines(article: Article) -> Iterator[Span]:
    """Yield the lines that name a price and where to pay it, or what the price was before."""
    for mention in article.mentions("advertising.price"):
        line = price_line_of(article, mention)
        if line:
            yield line


def price_line_of(article: Article, mention: Mention) -> Span | Rejection:
    """Return the line of a price if it says only that, and where to pay it or what it was before."""
    text, start = article.text, mention[0]
    near = max(0, start - MAX_PRICE_LINE_CHARS)
    if near and text.find("\n", near, start) < 0:
        return IN_PARAGRAPH  # fast path: the usual case
    line = line_at(article, start)
    if line.end - line.start > MAX_PRICE_LINE_CHARS:
        return IN_PARAGRAPH
    before = text[line.start : start].strip().lower()
    if before not in PRICE_OPENINGS:
        return MORE_THAN_PRICE
    rest = text[start : line.end]
    if before != "was" and " at " not in rest and " from " not in rest:
        return NO_SHOP
    return line if PRICE_LINE.match(text, line.start, line.end) else MORE_THAN_PRICE
