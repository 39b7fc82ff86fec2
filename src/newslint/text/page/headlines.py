"""Headlines between an article's paragraphs: lines in Title Case, alone or in a row with others.

Nearly all advertising headlines are set so, and most subheadings and short paragraphs are not. One that stands by
itself is a subheading or an advertisement; one in a row is one of the links of a page.
"""

from typing import NamedTuple

from newslint.article import Article
from newslint.text.page.blocks import Block, LineStyle, line_style, short_blocks, short_lines
from newslint.text.page.direct_address import is_page_furniture
from newslint.text.page.line_runs import non_prose_lines, short_line_runs
from newslint.text.pattern import Pattern

LEAST, LONG = 15, 120  # characters of a line that can be a headline, and of one that is a paragraph
ROW = 5  # lines that do not read like sentences and stand together: links
BRIEF = 4  # words: a label, a tag, a name, a counter
SENTENCE = frozenset(".,;")  # a line that ends so may be a sentence
SMALL = frozenset("a an and as at but by for from in into nor of off on onto or over per the to up via vs with".split())
# A date with its year, an hour: when something was posted.
STAMP = Pattern(
    r"""\b (?: \d{4}-\d\d-\d\d | \d{1,2}:\d\d | \d{1,2}/\d{1,2}/\d{2,4} | \d{1,2}\s*[ap]\.?m\b
    | (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?\d{4})\b"""
)
LOWER = Pattern(r"\b[a-z]\w{3}", case_sensitive=True)
LONG_LOWER = Pattern(r"[ ][a-z]\w{4}", case_sensitive=True)  # none of SMALL


class Headline(NamedTuple):
    """A short line in Title Case, somewhere after the article's first paragraph."""

    block: Block
    style: LineStyle
    is_isolated: bool  # in no row of links, and no stamp or label: a subheading or an advertisement


def headlines(article: Article) -> list[Headline]:
    """Every such line, in order."""
    forms = {}
    head = 0  # short lines up to here stand before the article's first paragraph
    for number, start, end in article.get(short_lines):
        if end - start < LONG:
            if number == head:
                head += 1
            elif end - start >= LEAST and (form := _in_title_case(article, start, end)):
                forms[number] = form
    if not forms:
        return []
    return [
        Headline(block, forms[block.number], _alone(article, block, forms[block.number]))
        for block in article.get(short_blocks)
        if block.number in forms
    ]


def _alone(article: Article, block: Block, form: LineStyle) -> bool:
    loose = len(article.get(non_prose_lines))
    if loose >= ROW and len(article.get(short_line_runs).get(block.number, ())) >= ROW:
        return False
    worded = sum(any(map(str.isalpha, word)) for word in form.words)
    if worded <= BRIEF or is_page_furniture(article.text, *block.span):
        return False
    return not STAMP.search(article.text, *block.span)


def _in_title_case(article: Article, start: int, end: int) -> LineStyle | None:
    """The shape of a line that is set in Title Case; None for others, most of them at little cost."""
    text, begin = article.text, start
    if (text[end - 1] in SENTENCE or text[end - 2] in SENTENCE) and LONG_LOWER.search(text, start, end):
        return None
    spare = text.count(" ", start, end) // 5
    while spare >= 0 and (small := LOWER.search(text, begin, end)):
        spare, begin = spare - 1, small.end()
    if spare < 0:
        return None
    form = line_style(article, (start, end))
    if form.title_case_ratio < 0.8 or form.all_caps_ratio > 0.6:
        return None
    if form.last_character in SENTENCE and any(word[0].islower() and word not in SMALL for word in form.words):
        return None  # a sentence full of names
    return form
