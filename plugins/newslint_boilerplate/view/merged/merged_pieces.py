"""Junk merged into a line of the article's own text: before it, after it, and between its sentences."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator

from newslint.api import Article, Pattern, Rejection, Span, in_quotation, line_at, non_blank_lines
from newslint_boilerplate.data.words import SMALL_WORDS
from newslint_boilerplate.view.lexicon import EMBEDDED_KIND, OPENING_KIND
from newslint_boilerplate.view.line_kinds.instructions import REPORTED
from newslint_boilerplate.view.merged.header_patterns import STAMPS_TO_END
from newslint_boilerplate.view.merged.leading_junk import end_of_leading_junk
from newslint_boilerplate.view.merged.trailing_junk import find_trailing_junk

MIN_TEXT_CHARS = 30  # that must be left of the line
MAX_PIECE_CHARS = 300
MAX_LABEL_REST_CHARS = 60  # after a label that ends its line: the credit of a picture
MIN_HEADLINE_WORDS = 4  # before a time stamp
SENTENCE_MARKS = ".!?…"
BREAKS = SENTENCE_MARKS + ')]”"’:|»'  # what stands before a sentence or a label
BRACKETS = {"(": ")", "[": "]"}
CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ©")  # what such a phrase begins with
MARKS_BEFORE = ("| ", "» ", "– ", "— ", "- ")  # what stands between a sentence and a button
COPYRIGHT = "Copyright "
STAMPED = ("by", "posted", "published", "updated")  # a byline, or another time stamp

SENTENCE_STOP = Pattern(
    r"[.!?…][\"”’'»)\]]*(?=\s|$) | [a-z][.!?:](?=[A-Z])",
    method="search",
    case_sensitive=True,
    matches=("Click here for more. The dam", "Click here!", "Click here for more.The dam", "Watch below:The dam"),
    misses=("Click here: example.com/dam", "Click here"),
)
# The credit that a licence asks for, and a publisher's notice about commissions; each has a link of its own.
STATEMENT = Pattern(
    r"\b(?:republished|licen[cs]ed?|commissions?|paid\spromotion|affiliates?)\b",
    method="search",
    matches=(
        "This article is republished from the Example Review under a licence.",
        "We may earn a commission. Read more about our choices here.",
    ),
    misses=("This article first stood in the Example Review.",),
)

WITHIN_SENTENCE = Rejection("it does not begin a sentence")
IN_ANOTHER = Rejection("it is a part of the words before it, which are reported")
NOTICE = Rejection("a notice within a paragraph is the article's own, unless it begins with ©")
AT_LINE_START = Rejection("too little stands before it for a line of text: the line is weighed as a whole")
QUOTED = Rejection("it stands in a quotation, so somebody says it")
PHOTO = Rejection("in a paragraph, it opens a credit or a caption")
NO_END = Rejection("its sentence is too long for a button, or goes on without a mark")
REPORTED_WORDS = Rejection("its sentence reports what somebody said")
NEEDED_LINK = Rejection("the line needs the link: it states a licence or a commission, or is all in Title Case")
POST = Rejection("its sentence holds a handle: the words of a post")

Piece = tuple[Span, str]  # and the kind of junk


def merged_pieces(article: Article, junk_lines: Collection[int]) -> list[Piece]:
    """Return the junk in lines that are not junk as a whole; `junk_lines` has the numbers of those that are."""
    candidates = [*_at_either_end(article, junk_lines), *_stamps_after_headlines(article), *_embedded(article)]
    found: list[Piece] = []
    last = 0
    if not candidates:
        return found
    for span, kind in sorted(candidates, key=lambda piece: (piece[0].start, -piece[0].end)):
        if span.start >= last and _line_of(article, span.start)[0] not in junk_lines:
            found.append((span, kind))
            last = span.end
    return found


def _line_of(article: Article, at: int) -> tuple[int, Span]:
    lines = article.get(non_blank_lines)
    number = bisect_right(lines, (at, len(article.text) + 1)) - 1
    return number, lines[number]


def _embedded(article: Article) -> Iterator[Piece]:
    """Yield the sentences that open with a phrase of a page, and the labels, between or after sentences."""
    return (outcome for _, outcome in embedded_outcomes(article) if not isinstance(outcome, Rejection))


def embedded_outcomes(article: Article) -> Iterator[tuple[Span, Piece | Rejection]]:
    """Yield each phrase of a page that may open such a piece, with the piece or with the reason why there is none."""
    text, last = article.text, 0
    labels, openings = article.mentions("boilerplate.embedded"), article.mentions("boilerplate.opening")
    if not labels and not openings:
        return
    mentions = [(mention, EMBEDDED_KIND) for mention in labels if text[mention[0]] in CAPITALS]
    mentions += [(mention, OPENING_KIND) for mention in openings if text[mention[0]] in CAPITALS]
    for (at, past, phrase), kinds in sorted(mentions, key=lambda pair: pair[0][0]):
        words, begin, kind = Span(at, past), _beginning(text, at), kinds[phrase]
        if begin is None:
            yield words, WITHIN_SENTENCE
            continue
        if begin < last:
            yield words, IN_ANOTHER
            continue
        if kind == "notice" and text[at] != "©":
            yield words, NOTICE
            continue
        _number, line = _line_of(article, begin)
        if begin - line.start < MIN_TEXT_CHARS:
            yield words, AT_LINE_START
            continue
        if in_quotation(article, at):
            yield words, QUOTED
            continue
        if kinds is EMBEDDED_KIND:
            end = _end_of_label(text, past, line.end, has_credit=kind == "player")
        else:
            end = _end_of_sentence(text, begin, line.end)
        if phrase.startswith("photo"):
            yield words, PHOTO
        elif not end:
            yield words, NO_END
        elif REPORTED.search(text, begin, end):
            yield words, REPORTED_WORDS
        elif _is_left_to_others(article, kind, begin):
            yield words, NEEDED_LINK
        elif kind == "related" and "@" in text[begin:end]:
            yield words, POST
        else:
            last = end
            yield words, (Span(begin, end), kind)


def _beginning(text: str, at: int) -> int | None:
    """Return where a piece begins whose phrase stands at `at`; None if the phrase does not begin a sentence."""
    begin = at
    if begin and text[begin - 1] in BRACKETS:
        begin -= 1
    while text.endswith(MARKS_BEFORE, 0, begin):
        begin -= len(MARKS_BEFORE[0])
    before = text[max(0, begin - 3) : begin]
    before = before if before.endswith(": ") else before.rstrip(" ")  # a colon with a space introduces
    if text[at] == "©":
        return begin - len(COPYRIGHT) if text.endswith(COPYRIGHT, 0, begin) else begin
    if begin < at:
        return begin
    return begin if before[-1:] in BREAKS and before.rpartition("\n")[2] else None


def _end_of_sentence(text: str, begin: int, line_end: int) -> int:
    """Return the end of the sentence or of the bracket, or 0 where it is too long."""
    closing = BRACKETS.get(text[begin])
    last = min(line_end, begin + MAX_PIECE_CHARS + 1)
    if closing:
        end = text.find(closing, begin, last) + 1
    else:
        stop = SENTENCE_STOP.search(text, begin, last)
        end = stop.end() if stop else last
    return end if 0 < end - begin <= MAX_PIECE_CHARS else 0


def _end_of_label(text: str, past: int, line_end: int, *, has_credit: bool) -> int:
    """Return the end of a label: of its words, or of the line if only the credit of a picture follows; 0 for none."""
    end = past + (text[past : past + 1] == ":")
    rest = text[end : min(line_end, end + MAX_LABEL_REST_CHARS + 3)].strip()  # enough to know whether it is longer
    if not rest or (has_credit and len(rest) <= MAX_LABEL_REST_CHARS and rest[-1] not in SENTENCE_MARKS):
        return line_end
    return end if rest[0].isupper() or rest[0] in '“"' else 0


def _stamps_after_headlines(article: Article) -> Iterator[Piece]:
    """Yield the time stamps that end the line of a headline."""
    text = article.text
    for at, _end, _word in article.mentions("boilerplate.stamp"):
        line = _line_of(article, at)[1]
        if not STAMPS_TO_END.match(text, at, line.end):
            continue
        before = text[line.start : at].rstrip()
        is_headline = before.count(" ") + 1 >= MIN_HEADLINE_WORDS and before[-1:] != "|"
        if is_headline and not before.lower().startswith(STAMPED):
            yield Span(at, line.end), "header"


def _at_either_end(article: Article, junk_lines: Collection[int]) -> Iterator[Piece]:
    """Yield the junk before the first sentence of the article's own text, and after the last."""
    text, own_lines = article.text, _first_and_last_line(article, junk_lines)
    if own_lines is None:
        return
    (start, end), (last_start, last_end) = own_lines
    begin, kind = end_of_leading_junk(article, start, end)
    if begin > start:
        yield Span(start, start + len(text[start:begin].rstrip())), kind
    trailing = find_trailing_junk(article, max(begin, last_start), last_end)
    if trailing and not _is_left_to_others(article, trailing[1], trailing[0]):
        at, kind = trailing
        yield Span(at, last_end), kind


def _is_left_to_others(article: Article, kind: str, begin: int) -> bool:
    """Return whether a link is part of a credit or a notice that needs it, or of an advertisement in Title Case."""
    if kind != "read more":
        return False
    line = line_at(article, begin)
    by_line = article.get(_wording_by_line)
    if line.start not in by_line:
        by_line[line.start] = _wording(article.text, line)
    needs_link, plain_word = by_line[line.start]
    return needs_link or (article.text[begin].isalpha() and plain_word >= begin)


def _wording_by_line(article: Article) -> dict[int, tuple[bool, int]]:
    """Return what `_wording` has found, by the start of the line: a line may have many links."""
    return {}


def _wording(text: str, line: Span) -> tuple[bool, int]:
    """Return whether a line is a statement with a link of its own, and where its first word is that no title has."""
    at = line.start
    while at <= line.end:
        after = text.find(" ", at, line.end)
        word = text[at : line.end if after < 0 else after]
        if word[:1].islower() and word not in SMALL_WORDS:
            break
        at += len(word) + 1
    return STATEMENT.search(text, *line) is not None, at


def _first_and_last_line(article: Article, junk_lines: Collection[int]) -> tuple[Span, Span] | None:
    """Return the first and the last line that are not junk."""
    lines = [line for number, line in enumerate(article.get(non_blank_lines)) if number not in junk_lines]
    return (lines[0], lines[-1]) if lines else None
