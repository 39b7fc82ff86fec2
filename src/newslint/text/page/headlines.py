"""Headlines between an article's paragraphs: lines in Title Case, alone or in a run with others.

Nearly all advertising headlines are set so, and most subheadings and short paragraphs are not. One that stands by
itself is a subheading or an advertisement; one in a run is one of the links of a page.
"""

from newslint.article import Article
from newslint.named_tuple import NamedTuple
from newslint.text.dates.calendar import MONTHS
from newslint.text.lines import non_blank_lines
from newslint.text.page.blocks import MIN_LONG_CHARS, Block, LineStyle, line_style, short_blocks, short_lines
from newslint.text.page.elements import is_page_element
from newslint.text.page.line_runs import non_prose_lines, short_line_runs
from newslint.text.page.roles import is_laid_out
from newslint.text.pattern import Pattern, build_alternation
from newslint.trace import Rejection

MIN_HEADLINE_CHARS = 15
MIN_LINKS = 5  # lines in a run that make it a list of links
MAX_LABEL_WORDS = 4  # of a label, a tag, a name, a counter
SENTENCE_MARKS = frozenset(".,;")  # a line that ends so may be a sentence
SMALL_WORDS = frozenset(
    "a an and as at but by for from in into nor of off on onto or over per the to up via vs with".split()
)
TIME_STAMP = Pattern(
    rf"""\b (?: \d{{4}}-\d\d-\d\d | \d{{1,2}}:\d\d | \d{{1,2}}/\d{{1,2}}/\d{{2,4}} | \d{{1,2}}\s*[ap]\.?m\b
    | {build_alternation(month[:3] for month in MONTHS)}[a-z]*\.?\s+(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?\d{{4}})\b""",
    method="search",
    matches=("Updated May 3rd, 2024", "Today at 10:15", "Posted 5/3/24", "Live From 6 p.m today"),
    misses=("What Happened in May", "Seven Days in 2024", "Ratio of 3 to 5"),
)
LOWER_CASE_WORD = Pattern(
    r"\b[a-z]\w{3}",
    case_sensitive=True,
    method="search",
    matches=("Bridge Opens again",),
    misses=("The Bridge by the Sea",),
)
# Longer than any of SMALL_WORDS.
LONG_LOWER_CASE_WORD = Pattern(
    r"[ ][a-z]\w{4}",
    case_sensitive=True,
    method="search",
    matches=("The Bridge opened",),
    misses=("The Bridge With onto Sea", "opened The Bridge"),
)

LONG = Rejection(f"a line of {MIN_LONG_CHARS} characters or more is a paragraph", "headline")
BEFORE_TEXT = Rejection("it stands before the first paragraph, where the article's own headlines are", "headline")
SHORT = Rejection(f"a line of fewer than {MIN_HEADLINE_CHARS} characters is no headline", "headline")
LAID_OUT = Rejection("the markup makes it a heading, an item of a list, a cell, a quotation or a caption", "headline")
SENTENCE = Rejection("it ends like a sentence, and has words in lower case", "headline")
NOT_TITLE_CASE = Rejection("it is not set in Title Case", "headline")
CAPITALS = Rejection("it is set in capitals, not in Title Case", "headline")
LINKS = Rejection(f"it is one of {MIN_LINKS} or more lines in a row that are not sentences: a page's links", "headline")
LABEL = Rejection(f"a line of {MAX_LABEL_WORDS} words or fewer is a label, a tag or a name", "headline")
PAGE_ELEMENT = Rejection("it begins like a part of the page", "headline")
STAMP = Rejection("it holds a date or a time of day, as a time stamp does", "headline")


class Headline(NamedTuple):
    """A short line in Title Case, somewhere after the article's first paragraph."""

    block: Block
    style: LineStyle
    stands_alone: bool  # in no run of links, and not a stamp or a label: a subheading or an advertisement


def headlines(article: Article) -> list[Headline]:
    """Return every such line, in order, but for those that markup makes a heading or a list item."""
    styles: dict[int, LineStyle] = {}
    first_paragraph = 0  # the number of the first line that is not short
    for number, start, end in article.get(short_lines):
        if end - start < MIN_LONG_CHARS:
            if number == first_paragraph:
                first_paragraph += 1
            elif (
                end - start >= MIN_HEADLINE_CHARS
                and not isinstance(style := _style_in_title_case(article, start, end), Rejection)
                and not is_laid_out(article, start)
            ):
                styles[number] = style
    if not styles:
        return []
    return [
        Headline(block, styles[block.number], _why_not_alone(article, block, styles[block.number]) is None)
        for block in article.get(short_blocks)
        if block.number in styles
    ]


def headline_rejection(article: Article, number: int) -> Rejection | None:
    """Return why a line, by its number among those that are not blank, is no headline that stands alone, if so."""
    headline = article.get(_headline_by_number).get(number)
    if headline:
        return _why_not_alone(article, headline.block, headline.style)
    start, end = article.get(non_blank_lines)[number]
    if end - start >= MIN_LONG_CHARS:
        return LONG
    if number < article.get(_first_paragraph):
        return BEFORE_TEXT
    if end - start < MIN_HEADLINE_CHARS:
        return SHORT
    style = _style_in_title_case(article, start, end)
    return style if isinstance(style, Rejection) else LAID_OUT


def _headline_by_number(article: Article) -> dict[int, Headline]:
    return {headline.block.number: headline for headline in article.get(headlines)}


def _first_paragraph(article: Article) -> int:
    """Return the number of the first line that is not short; that of the lines where all are."""
    lines = article.get(non_blank_lines)
    return next((number for number, (start, end) in enumerate(lines) if end - start >= MIN_LONG_CHARS), len(lines))


def _why_not_alone(article: Article, block: Block, style: LineStyle) -> Rejection | None:
    count = len(article.get(non_prose_lines))
    if count >= MIN_LINKS and len(article.get(short_line_runs).get(block.number, ())) >= MIN_LINKS:
        return LINKS
    words_with_letters = sum(any(map(str.isalpha, word)) for word in style.words)
    if words_with_letters <= MAX_LABEL_WORDS:
        return LABEL
    if is_page_element(article.text, *block.span):
        return PAGE_ELEMENT
    return STAMP if TIME_STAMP.search(article.text, *block.span) else None


def _style_in_title_case(article: Article, start: int, end: int) -> LineStyle | Rejection:
    """Return the style of a line in Title Case; a rejection for others, most of them by a fast path."""
    text, begin = article.text, start
    if (text[end - 1] in SENTENCE_MARKS or text[end - 2] in SENTENCE_MARKS) and LONG_LOWER_CASE_WORD.search(
        text, start, end
    ):
        return SENTENCE
    allowed = text.count(" ", start, end) // 5
    while allowed >= 0 and (small := LOWER_CASE_WORD.search(text, begin, end)):
        allowed, begin = allowed - 1, small.end()
    if allowed < 0:
        return NOT_TITLE_CASE
    style = line_style(article, (start, end))
    if style.title_case_ratio < 0.8:
        return NOT_TITLE_CASE
    if style.all_caps_ratio > 0.6:
        return CAPITALS
    if style.last_character in SENTENCE_MARKS and any(
        word[0].islower() and word not in SMALL_WORDS for word in style.words
    ):
        return SENTENCE  # full of names
    return style
