"""Lines that are junk because of a phrase, and lines that may be."""

from bisect import bisect_right
from collections.abc import Iterator

from newslint.api import (
    Article,
    NamedTuple,
    Pattern,
    Span,
    build_alternation,
    in_quotation,
    non_blank_lines,
    role_at,
    short_lines,
)
from newslint_boilerplate.data.words import HEADLINE_LABELS, SOCIAL_SITES
from newslint_boilerplate.view.certain.code_lines import code_lines
from newslint_boilerplate.view.certain.inserted_lines import inserted_lines
from newslint_boilerplate.view.certain.page_messages import page_messages
from newslint_boilerplate.view.certain.phrase_reach import MAX_LABEL_CHARS, is_junk_line
from newslint_boilerplate.view.certain.subscription_appeals import subscription_appeals
from newslint_boilerplate.view.certain.templates import has_word_before, template_lines
from newslint_boilerplate.view.lexicon import CONTAINED_KIND, LEXICON, OPENING_KIND, POSSIBLE_OPENING_KIND
from newslint_boilerplate.view.line_kinds.credits import PHOTOGRAPHER, is_contribution, names_source
from newslint_boilerplate.view.line_kinds.instructions import CLICKS, is_instruction
from newslint_boilerplate.view.line_kinds.labels import (
    is_button_row,
    is_page_action,
    label_kind,
    may_be_label,
    normalize_label,
)

MIN_SENTENCE_SPACES = 5  # a line with so many that ends like a sentence is not a label
MAX_LEADING_MARKS = 8  # characters before a line's first word
MAX_LINK_CHARS = 160  # of a line that is one link

ON_SOCIAL_SITE = Pattern(
    rf"\son\s{build_alternation(SOCIAL_SITES)}\b",
    method="search",
    matches=("Follow Ada Example on Instagram", "Follow us on X"),
    misses=("Follow the path on Xanten's walls", "Follow us on foot"),
)
SENTENCE_MARKS = ".!?”"
MARKS_BEFORE_BUTTON = " »›>→|–—-"
QUOTES = frozenset("\"“'‘")


class PhraseMatches(NamedTuple):
    """The kind of junk by line number, among the lines that are not blank, for lines with phrases of a page."""

    certain: dict[int, str]
    possible: dict[int, str]  # the article itself may say so too


def phrase_matches(article: Article) -> PhraseMatches:
    """Find every line that is, begins with or holds a phrase of the family's table."""
    text, mentions_by_kind = article.text, article.mentions_by_kind
    certain: dict[int, str] = {}
    possible: dict[int, str] = {}
    buttons: dict[int, str] = {}
    if "boilerplate.template" in mentions_by_kind:
        certain = dict.fromkeys(template_lines(article), "template")
    if not mentions_by_kind.keys().isdisjoint(("boilerplate.template", "boilerplate.code", "boilerplate.statement")):
        certain |= dict.fromkeys(code_lines(article), "template")
    for number, start, end in article.get(short_lines):
        if end - start <= MAX_LABEL_CHARS and (
            text[end - 1] not in ".,”" or text.count(" ", start, end) < MIN_SENTENCE_SPACES
        ):
            line_text = text[start:end]
            if not may_be_label(line_text):
                continue
            label = normalize_label(line_text)
            kind, is_certain = label_kind(line_text, label)
            if kind:
                (certain if is_certain else possible)[number] = kind
            elif is_button_row(line_text):
                buttons[number] = "share"
            elif is_page_action(line_text, label):
                buttons[number] = "read more"
    has_phrases = not mentions_by_kind.keys().isdisjoint(LEXICON)
    if has_phrases:
        _match_phrases(article, certain)
        _match_credits(article, certain)
    for number, kind in (*buttons.items(), *inserted_lines(article).items(), *page_messages(article).items()):
        certain.setdefault(number, kind)
    if has_phrases:
        _match_appeals_and_links(article, certain)
        for number, line, _at, phrase in _at_line_start(article, "boilerplate.possible-opening"):
            kind = POSSIBLE_OPENING_KIND[phrase]
            if kind != "credit" or names_source(article[line]):
                possible.setdefault(number, kind)
    if article.blocks:  # a cell of a table is the article's own, whatever it says
        lines = article.get(non_blank_lines)
        certain = {
            number: kind for number, kind in certain.items() if role_at(article, lines[number].start) != "table-row"
        }
    return PhraseMatches(certain, possible)


def _match_phrases(article: Article, certain: dict[int, str]) -> None:
    """Add the lines that begin with a phrase or hold one."""
    for number, line, at, phrase in _at_line_start(article, "boilerplate.opening"):
        if number == 0 and is_headline_label(phrase):
            continue
        if PHOTOGRAPHER.match(article.text, *line):
            continue
        if number not in certain and is_junk_line(article, line, at):
            certain[number] = OPENING_KIND[phrase]
    for at, _end, phrase in article.mentions("boilerplate.contained"):
        number, line = _line_of(article, at)
        if number not in certain and is_junk_line(article, line, at) and not in_quotation(article, at):
            certain[number] = CONTAINED_KIND[phrase]


def is_headline_label(phrase: str) -> bool:
    """Return whether the headline may begin with a phrase: "Photos: …"."""
    return phrase.split(" ")[0].strip(":|") in HEADLINE_LABELS


def _match_appeals_and_links(article: Article, certain: dict[int, str]) -> None:
    """Add the lines that are an appeal to subscribe, or one link."""
    text = article.text
    for appeal in article.get(subscription_appeals):
        number, line = _line_of(article, appeal.start)
        if appeal == line:
            certain.setdefault(number, "sign-up")
    for at, _end, word in article.mentions("boilerplate.link"):
        if word in CLICKS or word == "read more" or not has_word_before(text, at):
            number, line = _line_of(article, at)
            kind = _link_kind(text, line, at, word)
            if kind:
                certain.setdefault(number, kind)


def _link_kind(text: str, line: Span, at: int, word: str) -> str:
    """Return the kind of a line that is one link: an address, a profile to follow, a headline with "Read more"."""
    start, end = line
    if word == "http":
        return "read more" if at == start and " " not in text[start:end] else ""
    if end - start > MAX_LINK_CHARS:
        return ""
    if word in CLICKS:
        return "read more" if is_instruction(text, line, at) else ""
    if word == "follow":
        return "share" if at == start and ON_SOCIAL_SITE.search(text, at, end) else ""
    before = text[start:at].rstrip(MARKS_BEFORE_BUTTON)
    is_headline = before[-1:] not in SENTENCE_MARKS  # after a sentence, only the button is junk
    return "related" if is_headline and text[at:end] == "Read more" else ""


def _match_credits(article: Article, certain: dict[int, str]) -> None:
    """Add the lines that credit those who worked on the article."""
    for at, _end, _phrase in article.mentions("boilerplate.credit"):
        number, line = _line_of(article, at)
        if number not in certain and is_contribution(article[line]) and not in_quotation(article, at):
            certain[number] = "credit"


def _line_of(article: Article, at: int) -> tuple[int, Span]:
    """Return the line of a mention, and its number."""
    lines = article.get(non_blank_lines)
    number = bisect_right(lines, (at, len(article.text) + 1)) - 1
    return number, lines[number]


def _at_line_start(article: Article, kind: str) -> Iterator[tuple[int, Span, int, str]]:
    """Yield the mentions with only marks before them in their line, quotation marks excepted, each with its line."""
    text = article.text
    for at, _end, phrase in article.mentions(kind):
        if not has_word_before(text, at):
            number, line = _line_of(article, at)
            if at - line.start < MAX_LEADING_MARKS and QUOTES.isdisjoint(text[line.start : at]):
                yield number, line, at, phrase
