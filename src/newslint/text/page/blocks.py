"""What the lines of an article look like from outside: does a short line belong to the text around it?

A scraped article is a column of blocks. The long ones are its own text. A short one between them may be a subheading,
an advertisement, a label, the headline of another story; position, shape and vocabulary tell them apart. Everything
here is asked for one line at a time, so that an article without such lines pays nothing.
Source: C. Kohlschütter, P. Fankhauser, W. Nejdl, Boilerplate detection using shallow text features, WSDM 2010.
"""

from collections.abc import Iterable
from typing import NamedTuple

from newslint.article import Article
from newslint.model import Span
from newslint.text.lines import non_blank_lines
from newslint.text.words import words

SHORT = 160  # characters: a line this long is a paragraph
LONG = 120  # characters: a block this long is the article's own text, seldom a headline or a label
MAX_BODY_CHARS = (
    50_000  # characters of the article's own text that a word is looked for in, so that a book costs no more
)
STEM = (
    4  # letters that two words must share at the beginning to count as one: `talk` and `talking`, `vote` and `voters`
)

# Words that any text holds; that a line shares them with the article says nothing.
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
    """What a line looks like, whatever it says."""

    words: list[str]  # as they are written
    title_case_ratio: float  # share of its longer words, the first word apart, that begin with a capital
    all_caps_ratio: float  # share of its words that are ALL CAPITALS
    last_character: str  # its last character, closing quotation marks and brackets apart


def short_lines(article: Article) -> list[tuple[int, int, int]]:
    """The filled lines shorter than SHORT: their numbers from 0, where they begin and where they end.

    A dozen of an article's lines are; whoever looks for a heading, a label or a slogan need not walk the others. Read
    from the text, for in most articles nobody asks for the others' places.
    """
    found, number, at = [], 0, 0
    for line in article.text.split("\n"):
        if line:
            bare = line.strip()
            length = len(bare)
            if length >= SHORT:
                number += 1
            elif bare:
                start = at + line.index(bare[0])
                found.append((number, start, start + length))
                number += 1
            at += len(line)
        at += 1
    return found


def short_blocks(article: Article) -> list[Block]:
    """The filled lines shorter than LONG, in order."""
    short = {number: Span(start, end) for number, start, end in article.get(short_lines) if end - start < LONG}
    if not short:
        return []
    first, final = 0, max(short)
    while first in short:
        first += 1
    ends_short = not article.text[short[final].end :].strip()  # no long block comes after the last short one
    last = final if ends_short else final + 1
    while last in short:
        last -= 1
    return [
        Block(
            span,
            number,
            number > 0 and number - 1 not in short,
            number + 1 not in short and not (ends_short and number == final),
            number < first,
            number > last,
        )
        for number, span in short.items()
    ]


def line_style(article: Article, span: tuple[int, int]) -> LineStyle:
    """The shape of one line."""
    written = words(article.text, span)
    letters = [token[0] for token in written[1:] if len(token) > 3 and token[0].isalpha()]
    loud = [token for token in written if token.isupper() and len(token) > 1]
    return LineStyle(
        written,
        sum(map(str.isupper, letters)) / len(letters) if letters else 0.0,
        len(loud) / len(written) if loud else 0.0,
        article[span].rstrip("\"'”’»)] ")[-1:],
    )


class BodyVocabulary:
    """The article's own text, to look words up in. Build it by `article.get(body)`."""

    def __init__(self, article: Article) -> None:
        pieces, length = [], 0
        for start, end in article.get(non_blank_lines):
            if end - start >= LONG:
                pieces.append(article.text[start:end])
                length += end - start
                if length > MAX_BODY_CHARS:
                    break
        self._text = "\n".join(pieces)[:MAX_BODY_CHARS].lower()
        self._seen: dict[str, bool] = {}

    def __contains__(self, word: str) -> bool:
        """Whether the text has a word, in lower case, or another that begins with the same letters."""
        stem = word[:STEM]
        known = self._seen.get(stem)
        if known is None:
            known = self._seen[stem] = self._find(stem)
        return known

    def _find(self, stem: str) -> bool:
        at = self._text.find(stem)
        while at > 0 and self._text[at - 1].isalnum():
            at = self._text.find(stem, at + 1)
        return at >= 0


def body_vocabulary(article: Article) -> BodyVocabulary:
    """The view of `Body`."""
    return BodyVocabulary(article)


def content_words(written: Iterable[str]) -> list[str]:
    """Those of a line's words that say what it is about, in lower case, without a possessive ending."""
    bare = (token.lower().replace("’", "'").split("'")[0] for token in written)
    return [word for word in bare if len(word) > 1 and word not in STOP_WORDS]


def body_overlap_ratio(article: Article, written: Iterable[str]) -> float:
    """The share of a line's content words that the article's long blocks hold too; 1 where it has none.

    Genuine subheadings share most of theirs, headlines of other stories a third, advertisements a fifth.
    """
    found = content_words(written)
    own = article.get(body_vocabulary)
    return sum(word in own for word in found) / len(found) if found else 1.0
