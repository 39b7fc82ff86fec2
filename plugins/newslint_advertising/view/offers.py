"""The passages in which a seller turns to the reader: offers, and what a publisher says of its commissions.

Pleas to subscribe, to sign up or to give are no such passages: they are a page's boxes, and the family `boilerplate`
has them, in whatever words they come.
"""

from __future__ import annotations

from bisect import bisect_left

from newslint.api import (
    Article,
    Pattern,
    Span,
    imperative_opening,
    is_page_furniture,
    line_at,
    merge_into_blocks,
    reader_directed_sentences,
)

ORDERS = imperative_opening(
    r"""(?: get | save | enjoy | use | take | try | shop | buy | order | find | compare | claim | grab | score | snag
    | unlock | see | check | start | visit | call | book | receive | earn | join | browse | discover | bet
    | open | enter | choose | switch | don.t\ wait | hurry | reserve ) \s"""
)
READER = Pattern(r"\b you (?:r|rs|.re|.ll|.ve)? \b")
LATER = Pattern(r"buy\s+now,?\s+pay")
# A button's label that ran into the sentence behind it, which is the article's own: "Buy Now The court has …".
GLUED = Pattern(r"[A-Z]\w*\s+[A-Z]\w*\s+[A-Z].{0,200}?\b[a-z]\w*\s+[a-z]\w*\s+[a-z]", case_sensitive=True)
PLEA = Pattern(
    r"""\b (?: newsletters? | inbox | e-?mail\ address | subscribe | sign(?:ing)?\ up | become\ a | log\ in | donat\w+
    | journalism | click\ here | privacy | opt.?out | unsubscribe | agree\ to ) \b"""
)
SUM = r"[$£€]\d[\d,.]*"
PRICED = Pattern(  # $249 at Example Store; Was $399, now $249
    rf"(?:was\s{SUM},?\s+(?:now\s)?|now\s)?(?:only\s|just\s|from\s)?{SUM}(?:\s\([^)]{{1,30}}\))?"
    r"(?:\s(?:at|from|on|via)\s(?-i:[A-Z]|\w+\.\w)[^.!?]{0,40})?\W*$"
)
PRICE_LINE = 60  # characters of the longest
BARE = 4  # words up to which a sentence is no more than its terms: "Limited time only!"
OURS = Pattern(r"\b (?: we | our | us | this\ (?:post|article|page|story|site) | you | i | all\ products ) \b")


def disclosures(article: Article) -> list[Span]:
    """What a publisher says of its commissions."""
    said = reader_directed_sentences(article, "advertising.affiliate")
    return list(merge_into_blocks(article, (sentence for _, sentence in said if OURS.search(article.text, *sentence))))


def offers(article: Article) -> list[Span]:
    """A sale's terms, said to the reader."""
    text = article.text
    marked = [
        sentence
        for at, sentence in reader_directed_sentences(article, "advertising.order", opens=True)
        if not LATER.match(text, at[0]) and not GLUED.match(text, at[0], sentence.end)
    ]
    marked += [
        sentence
        for _, sentence in reader_directed_sentences(article, "advertising.offer")
        if ORDERS.match(text, *sentence) or READER.search(text, *sentence) or len(article[sentence].split()) <= BARE
    ]
    marked = [
        sentence
        for sentence in marked
        if not PLEA.search(text, *sentence)
        and not is_page_furniture(text, line_at(article, sentence.start).start, sentence.end)
    ]
    marked += prices(article)
    if not marked:
        return []
    others = sorted(article.get(disclosures))
    return [span for span in merge_into_blocks(article, marked) if not overlaps_any(span, others)]


def prices(article: Article) -> list[Span]:
    """Lines that name a price and where it is asked, or what it was before."""
    text, found = article.text, []
    for start, _end, _sign in article.mentions("advertising.price"):
        near = max(0, start - PRICE_LINE)
        if near and text.find("\n", near, start) < 0:
            continue  # in a paragraph, as nearly all
        line = line_at(article, start)
        if line.end - line.start > PRICE_LINE:
            continue
        said = text[line.start : start].strip().lower()
        if said in ("", "was", "now", "only", "just", "from"):
            named = text[start : line.end]
            if (said == "was" or " at " in named or " from " in named) and PRICED.match(text, line.start, line.end):
                found.append(line)
    return found


def promotional_passages(article: Article) -> list[Span]:
    """Both."""
    return sorted([*article.get(disclosures), *article.get(offers)])


def overlaps_any(span: Span, others: list[Span]) -> bool:
    """Whether a passage overlaps one of the others, which are in order."""
    before = bisect_left(others, (span.end,))
    return before > 0 and others[before - 1].end > span.start
