"""The passages in which a seller or a publisher turns to the reader: offers, pleas to subscribe, disclosures."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from newslint.api import Article, Mention, Pattern, Span, sentence_at
from newslint_advertising.passages import passages, spoken

# What may stand before the order that a sentence gives: "If you like our work, please …", "Click here to …".
LEADING = r"""
    (?: \W* (?: if | to | for | want | like | love | enjoy(?:ed|ing)? | before | hurry ) \b [^.!?]{0,90} [,!–—] )?
    \W*
    (?: (?: please | now | just | and | so | or | click\ (?:here\ )?(?:to|and) | tap\ (?:here\ )?to
        | (?: remember | be\ sure | make\ sure | don.t\ forget ) \ to ) \s+ )*
"""
LEADS = ("to", "please", "now", "just", "and", "so", "or")  # what LEADING may end with, a mark apart
ORDERED = Pattern(LEADING + "$")
ORDERS = Pattern(
    LEADING
    + r"""(?: get | save | enjoy | use | take | try | shop | buy | order | find | compare | claim | grab | score | snag
    | unlock | see | check | start | visit | call | book | receive | earn | join | browse | discover ) \s"""
)
READER = Pattern(r"\b you (?:r|rs|.re|.ll|.ve)? \b")
LATER = Pattern(r"buy\s+now,?\s+pay")
# A button's label that ran into the sentence behind it, which is the article's own: "Buy Now The court has …".
GLUED = Pattern(r"[A-Z]\w*\s+[A-Z]\w*\s+[A-Z].{0,200}?\b[a-z]\w*\s+[a-z]\w*\s+[a-z]", exact=True)
# What readers are asked to take: a sentence that begins "Sign up" without one of these may be advice to citizens.
GOODS = Pattern(
    r"""\b (?: newsletters? | inbox | briefing | alerts? | updates | e-?mails? | journalism | journalists | reporting
    | newsroom | our | subscri(?:ption|ber)s? | members? | membership | podcast | channel | stories | headlines
    | digital\ access | unlimited | app | premium | donations? | gifts? | contributions? ) \b"""
)
LONGEST = 400  # characters of a sentence that is looked at
BARE = 4  # words up to which a sentence is no more than its order or its terms: "Subscribe now!", "Limited time only!"
DELIVERED = Pattern(r"\b (?: deliver | straight | direct | right\ (?:in|to) | sen[dt] | get )")
OURS = Pattern(r"\b (?: we | our | us | this\ (?:post|article|page|story|site) | you | i ) \b")


def plugs(article: Article) -> list[Span]:
    """Pleas to subscribe, to sign up, to support."""
    marked = []
    for at, sentence in _said(article, "advertising.plug", opens=True):
        text = article.text
        if ORDERED.at(text, sentence.start, at[0]) and (
            GOODS.within(text, at[1], sentence.end) or _bare(article[sentence])
        ):
            marked.append(sentence)
    for at, sentence in _said(article, "advertising.inbox"):
        if DELIVERED.within(article.text, sentence.start, at[0]):
            marked.append(sentence)
    return list(passages(article, marked))


def disclosures(article: Article) -> list[Span]:
    """What a publisher says of its commissions."""
    said = _said(article, "advertising.affiliate")
    return list(passages(article, (sentence for _, sentence in said if OURS.within(article.text, *sentence))))


def offers(article: Article) -> list[Span]:
    """A sale's terms, said to the reader."""
    marked = [
        sentence
        for at, sentence in _said(article, "advertising.order", opens=True)
        if ORDERED.at(article.text, sentence.start, at[0])
        and not LATER.at(article.text, at[0])
        and not GLUED.at(article.text, at[0], sentence.end)
    ]
    marked += [
        sentence
        for _, sentence in _said(article, "advertising.offer")
        if ORDERS.at(article.text, *sentence) or READER.within(article.text, *sentence) or _bare(article[sentence])
    ]
    others = sorted([*article.get(plugs), *article.get(disclosures)])
    return [span for span in passages(article, marked) if not touches(span, others)]


def pitches(article: Article) -> list[Span]:
    """All of them."""
    return sorted([*article.get(plugs), *article.get(disclosures), *article.get(offers)])


def touches(span: Span, others: list[Span]) -> bool:
    """Whether a passage overlaps one of the others, which are in order."""
    before = bisect_left(others, (span.end,))
    return before > 0 and others[before - 1].end > span.start


def _said(article: Article, kind: str, opens: bool = False) -> Iterator[tuple[Mention, Span]]:
    """The mentions of a kind that are the publisher's own words, with their sentences; with `opens`, at their start."""
    for mention in article.mentions(kind):
        if opens and not _may_open(article.text, mention[0]):
            continue
        sentence = sentence_at(article, mention[0])
        if sentence.end - sentence.start <= LONGEST and not spoken(article, sentence, mention[0]):
            yield mention, sentence


def _may_open(text: str, start: int) -> bool:
    """A first look, at little cost, whether the words at `start` can open a sentence's order."""
    before = text[max(0, start - 8) : start].rstrip(" ")
    return not before[-1:].isalnum() or before.lower().endswith(LEADS)


def _bare(sentence: str) -> bool:
    return len(sentence.split()) <= BARE
