"""Lines that are junk for what they say, wherever they stand, and lines that may be."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from newslint.api import Article, Pattern, Span, in_quotation, non_blank_lines, short_lines
from newslint_boilerplate.view.labels import button_row, is_page_action, label_kind, may_be_label, normalize_label
from newslint_boilerplate.view.lexicon import HELD_KIND, HINT_KIND, LEXICON, OPENING_KIND
from newslint_boilerplate.view.subscription_appeals import pleas
from newslint_boilerplate.view.templates import has_word_before, template_lines

LABEL = 60  # characters: what a page writes on a button or over a list
SENTENCE = 5  # spaces: a line with so many that ends like a sentence is no label
LONGEST = 200  # characters: a line longer than this is junk only where two phrases say so
NOTICE = 420  # characters: the longest notice of a site that is looked for
APART = 30  # characters between two phrases that are not one
LEAD = 8  # characters of marks that may stand before a line's first word

LINK = 160  # characters: the longest line that is one link, its address apart
OWN = 20  # characters of other sentences before a phrase that may be the article's own
STOP = Pattern(r"[.!?][”\"’)]*\s", case_sensitive=True)
FOLLOWED = Pattern(r"\son\s(?:facebook|twitter|x|instagram|telegram|youtube|linkedin|threads|tiktok|bluesky|google)\b")
QUOTES = "\"“'‘"


class PhraseMatches(NamedTuple):
    """The lines with words of a page, by number among the filled lines, each with the kind of junk it is."""

    certain: dict[int, str]
    possible: dict[int, str]  # the article itself may say so too


def phrase_matches(article: Article) -> PhraseMatches:
    """Every line that says, begins with or holds a phrase of the family's lists."""
    text, heard = article.text, article.mentions_by_kind
    sure: dict[int, str] = {}
    maybe: dict[int, str] = {}
    if "boilerplate.template" in heard:
        sure = dict.fromkeys(template_lines(article), "template")
    for number, start, end in article.get(short_lines):
        if end - start <= LABEL and (text[end - 1] not in ".,”" or text.count(" ", start, end) < SENTENCE):
            said = text[start:end]
            if not may_be_label(said):
                continue
            label = normalize_label(said)
            kind, certain = label_kind(said, label)
            if kind:
                (sure if certain else maybe)[number] = kind
            elif button_row(said):
                sure[number] = "share"
            elif is_page_action(said, label):
                sure[number] = "read more"
    if heard.keys().isdisjoint(LEXICON):
        return PhraseMatches(sure, maybe)
    for number, line, at, word in _opening(article, "boilerplate.opening"):
        if number not in sure and _whole(article, line, at):
            sure[number] = OPENING_KIND[word]
    for at, _end, word in article.mentions("boilerplate.held"):
        number, line = _line(article, at)
        if number not in sure and _whole(article, line, at) and not in_quotation(article, at):
            sure[number] = HELD_KIND[word]
    for plea in article.get(pleas):
        number, line = _line(article, plea.start)
        if plea == line:
            sure.setdefault(number, "sign-up")
    for at, _end, word in article.mentions("boilerplate.link"):
        if not has_word_before(text, at) or (word == "read more" and text[at] == "R"):
            number, line = _line(article, at)
            kind = _link(text, line, at, word)
            if kind:
                sure.setdefault(number, kind)
    for number, _, _, word in _opening(article, "boilerplate.hint"):
        if number not in sure:
            maybe.setdefault(number, HINT_KIND[word])
    return PhraseMatches(sure, maybe)


def _link(text: str, line: Span, at: int, word: str) -> str:
    """The kind of a line that is one link: an address, whom to follow where, a headline with "Read more"."""
    start, end = line
    if word == "http":
        return "read more" if at == start and end - start < NOTICE and " " not in text[start:end] else ""
    if end - start > LINK:
        return ""
    if word == "follow":
        return "share" if at == start and FOLLOWED.search(text, at, end) else ""
    return "related" if start < at and text[at:end] == "Read more" else ""


def _line(article: Article, at: int) -> tuple[int, Span]:
    """The line of a mention, and its number."""
    lines = article.get(non_blank_lines)
    number = bisect_right(lines, (at, len(article.text) + 1)) - 1
    return number, lines[number]


def _opening(article: Article, kind: str) -> Iterator[tuple[int, Span, int, str]]:
    """The mentions before which, in their line, nothing but marks stands, and nobody is quoted; with their lines."""
    text = article.text
    for at, _end, word in article.mentions(kind):
        if not has_word_before(text, at):
            number, line = _line(article, at)
            if at - line.start < LEAD and not any(mark.isalnum() or mark in QUOTES for mark in text[line.start : at]):
                yield number, line, at, word


def _whole(article: Article, line: Span, at: int) -> bool:
    """Whether the line is junk as a whole, not only the sentence at `at`: it is short, or holds another phrase."""
    start, end = line
    if end - start <= LONGEST and not STOP.search(article.text, start + OWN, at):
        return True
    if end - start > NOTICE:
        return False
    for kind in ("boilerplate.opening", "boilerplate.held"):
        mentions = article.mentions(kind)
        some = mentions[bisect_left(mentions, (start,)) : bisect_left(mentions, (end,))]
        if any(abs(other[0] - at) > APART for other in some):
            return True
    return False
