"""The lines of an article by position, length and vocabulary: does a short line belong to the text around it?

A scraped article is a column of blocks. The long ones are its own text. A short one between them may be a subheading,
an advertisement, a label, the headline of another story; position, style and vocabulary tell them apart. Everything
here is computed for one line at a time, so that an article without such lines pays nothing.
Source: C. Kohlschütter, P. Fankhauser, W. Nejdl, Boilerplate detection using shallow text features, WSDM 2010.
"""

from collections.abc import Iterable

from newslint.article import Article
from newslint.model import Span
from newslint.named_tuple import NamedTuple
from newslint.text.lines import non_blank_lines
from newslint.text.words import words

MIN_PARAGRAPH_CHARS = 160  # of a line that is certainly a paragraph
MIN_LONG_CHARS = 120  # of a block that is the article's own text, seldom a headline or a label
MAX_BODY_CHARS = 50_000  # of the article's own text in which words are looked up, so that a book costs no more
STEM_CHARS = 4  # that two words must share at the beginning to count as one: `talk` and `talking`
CLOSERS = "\"'”’»)] "  # closing quotation marks and brackets

# Words that any text holds: a line that shares them with the article need not belong to it.
STOP_WORDS = frozenset(
    "a about above according after again all almost also always am an and another any are around as at away back be "
    "became because been before being between both but by came can could did do does doing don done down during each "
    "either else even ever every explained few first for from get go going gone got had happen happened happens has "
    "have having he help her here hers him his how however i if in into is isn it its itself just know last least "
    "less let like ll made make many matter matters may me mean means might mine more most much must my near need "
    "needs never new next no not nothing now of off often on once one only or other our ours out over own part "
    "perhaps put quite rather re really s said same saw say says see seen several she should since so some something "
    "still such take than that the their theirs them then there these they thing things this those though three "
    "through time to today together told too took two under until up upon us use used using ve very want was way we "
    "well went were what when where whether which while who whole whom whose why will with within without work works "
    "would year years yes yet you your yours".split()
)


class Block(NamedTuple):
    """A short block, and where it stands among the long ones."""

    span: Span
    number: int  # which of the article's `non_blank_lines`, from 0
    after_long: bool  # the block before it is long
    before_long: bool  # the block after it is long
    before_body: bool  # no long block before it: the headline, the byline, the page's head
    after_body: bool  # no long block after it: the page's foot


class LineStyle(NamedTuple):
    """The form of a line, whatever it says."""

    words: list[str]  # as they are written
    title_case_ratio: float  # share of its longer words, the first word apart, that begin with a capital
    all_caps_ratio: float  # share of its words that are ALL CAPITALS
    last_character: str  # its last character, closing quotation marks and brackets apart


def short_lines(article: Article) -> list[tuple[int, int, int]]:
    """Return (number, start, end) of the lines that are not blank and shorter than 160 characters; numbers from 0.

    An article has a dozen of them. Rules that look for a heading, a label or a slogan need not walk the others.
    """
    return [
        (number, start, end)
        for number, (start, end) in enumerate(article.get(non_blank_lines))
        if end - start < MIN_PARAGRAPH_CHARS
    ]


def short_blocks(article: Article) -> list[Block]:
    """Return the lines that are not blank and shorter than 120 characters, in order."""
    short = {
        number: Span(start, end) for number, start, end in article.get(short_lines) if end - start < MIN_LONG_CHARS
    }
    if not short:
        return []
    first_long, last_short = 0, max(short)
    while first_long in short:
        first_long += 1
    ends_short = not article.text[short[last_short].end :].strip()  # no long block comes after the last short one
    last_long = last_short if ends_short else last_short + 1
    while last_long in short:
        last_long -= 1
    return [
        Block(
            span,
            number,
            number > 0 and number - 1 not in short,
            number + 1 not in short and not (ends_short and number == last_short),
            number < first_long,
            number > last_long,
        )
        for number, span in short.items()
    ]


def line_style(article: Article, span: tuple[int, int]) -> LineStyle:
    """Return the style of one line."""
    line_words = words(article.text, span)
    initials = [word[0] for word in line_words[1:] if len(word) > 3 and word[0].isalpha()]
    all_caps = [word for word in line_words if word.isupper() and len(word) > 1]
    return LineStyle(
        line_words,
        sum(map(str.isupper, initials)) / len(initials) if initials else 0.0,
        len(all_caps) / len(line_words) if all_caps else 0.0,
        article[span].rstrip(CLOSERS)[-1:],
    )


class BodyVocabulary:
    """The words of the article's own text: `word in article.get(body_vocabulary)`."""

    def __init__(self, article: Article) -> None:
        pieces, length = [], 0
        for start, end in article.get(non_blank_lines):
            if end - start >= MIN_LONG_CHARS:
                pieces.append(article.text[start:end])
                length += end - start
                if length > MAX_BODY_CHARS:
                    break
        self._text = "\n".join(pieces)[:MAX_BODY_CHARS].lower()
        self._has_stem: dict[str, bool] = {}

    def __contains__(self, word: str) -> bool:
        """Return whether the text has a word, given in lower case, or another that begins with the same letters."""
        stem = word[:STEM_CHARS]
        has_stem = self._has_stem.get(stem)
        if has_stem is None:
            has_stem = self._has_stem[stem] = self._find(stem)
        return has_stem

    def _find(self, stem: str) -> bool:
        at = self._text.find(stem)
        while at > 0 and self._text[at - 1].isalnum():
            at = self._text.find(stem, at + 1)
        return at >= 0


def body_vocabulary(article: Article) -> BodyVocabulary:
    """Return the words of the article's long blocks."""
    return BodyVocabulary(article)


def content_words(line_words: Iterable[str]) -> list[str]:
    """Return those of a line's words that are not stop words, in lower case, without a possessive ending."""
    bare = (word.lower().replace("’", "'").split("'")[0] for word in line_words)
    return [word for word in bare if len(word) > 1 and word not in STOP_WORDS]


def body_overlap_ratio(article: Article, line_words: Iterable[str]) -> float:
    """Return the share of a line's content words that the article's long blocks hold too; 1 where it has none.

    Genuine subheadings share most of theirs, headlines of other stories a third, advertisements a fifth.
    """
    content = content_words(line_words)
    own = article.get(body_vocabulary)
    return sum(word in own for word in content) / len(content) if content else 1.0
