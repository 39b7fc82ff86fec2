"""Sentences: where they end, and where a full stop belongs to an abbreviation, an initial or a decimal.

A sentence never crosses a line end: in a scraped article a line is a paragraph.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from newslint.article import Article
from newslint.model import Lexicon, Span, make_span
from newslint.text.lines import cached_per_line, line_span

LEXICON: Lexicon = {"stop": (".", "!", "?", "…")}

CHARS_AFTER_STOP = "\"'”’»)]"
CHARS_BEFORE_SENTENCE = "'“‘«(["
MAX_CHARS_BEFORE_STOP = 60  # read before a full stop to decide what it ends
MASKED_STOP = "·"  # for a full stop that ends no sentence
# A full stop after one of these does not end a sentence: a name or a number follows.
NEVER_FINAL_ABBREVIATIONS = frozenset(
    (
        "mr mrs ms mx dr prof gen lt col maj sgt cpl capt cmdr adm brig rep reps sen sens gov govs pres rev fr "
        "hon vs mt supt insp det atty messrs amb fig approx est al eg ie e.g i.e cf"
    ).split()
)
MONTH_ABBREVIATIONS = frozenset("jan feb mar apr jun jul aug sept sep oct nov dec".split())
COMPANY_ABBREVIATIONS = frozenset("inc co corp ltd bros dept".split())
STREET_ABBREVIATIONS = frozenset("st ave blvd rd".split())
UNIT_ABBREVIATIONS = frozenset("ft hr sec".split())  # of measurement, after a number
OTHER_ABBREVIATIONS = frozenset("jr sr etc".split())
ABBREVIATIONS = (
    NEVER_FINAL_ABBREVIATIONS
    | MONTH_ABBREVIATIONS
    | COMPANY_ABBREVIATIONS
    | STREET_ABBREVIATIONS
    | UNIT_ABBREVIATIONS
    | OTHER_ABBREVIATIONS
)
SENTENCE_OPENERS = frozenset(
    (
        "The A An In On At He She It They We But And If As This That These Those There When While After Before For "
        "His Her Its Their Our I You Some Many Most However Meanwhile Since Earlier Asked According Also Both Not No "
        "One"
    ).split()
)
# Letters that stand after one of these are names of things, not of people: "Vitamin C.", "Plan B.".
WORDS_BEFORE_LETTER = frozenset(
    (
        "vitamin hepatitis influenza plan class group type section category exhibit appendix grade room gate terminal "
        "block table schedule part title series model route zone team company building tier phase war wing option"
    ).split()
)
# After "the U.S." one of these continues the name, though a word in lower case follows.
WORDS_AFTER_PLACE = frozenset(
    "senate house congress capitol supreme court courts embassy consulate department treasury treasuries navy army "
    "marine marines air coast military government attorney ambassador secretary president immigration customs border "
    "citizenship census postal mint open chamber securities centers food federal national district circuit justice "
    "state defense central special geological fish forest secret security council general assembly relief mission "
    "charter envoy steel bank dollar constitution agency commission bureau office director agent ministry parliament "
    "police mayor olympic soccer conference foundation fund forces".split()
)
# After a company one of these is a part of its name, or the title of the person who is named next.
WORDS_AFTER_COMPANY = frozenset(
    "chief chairman chairwoman president ceo cfo director vice executive managing senior founder co-founder treasurer "
    "spokesman spokeswoman spokesperson international holdings group ltd inc llc plc class".split()
)
WORDS_AFTER_TIME_OF_DAY = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun eastern "
    "pacific central mountain est edt et pst pdt pt cst cdt ct mst mdt mt gmt utc bst cet jst ist aest local "
    "new christmas thanksgiving".split()
)
INITIALS_OF_PLACES = frozenset("u.s u.k u.n e.u l.a n.y".split())
COMPASS_POINTS = frozenset("n s e w ne nw se sw".split())
SAINTS = frozenset(
    "louis paul petersburg john john's johns mary mary's marys helens lucia vincent george james peter francis joseph "
    "thomas patrick patrick's catharines andrews michael joe clair martin kitts lawrence croix barts augustine cloud "
    "charles bernard tropez pancras anthony luke luke's mark mark's matthew jude pius denis lucie marie".split()
)


def sentences(article: Article) -> list[Span]:
    """Return the sentences in order, without the white space between them."""
    return [sentence for number in range(len(article.line_starts)) for sentence in _sentences_in_line(article, number)]


def sentences_in_line(article: Article, offset: int) -> Sequence[Span]:
    """Return the sentences of the line that holds `offset`."""
    return _sentences_in_line(article, article.line_index(offset))


def sentence_at(article: Article, offset: int) -> Span:
    """Return the sentence that holds `offset`; between two, the one before; before the first, an empty span."""
    number = article.line_index(offset)
    while number >= 0:
        spans = _sentences_in_line(article, number)
        index = bisect_right(spans, (offset, len(article.text) + 1)) - 1
        if index >= 0:
            return spans[index]
        number -= 1
    return Span(offset, offset)


@cached_per_line
def _sentences_in_line(article: Article, number: int) -> list[Span]:
    text, (start, end) = article.text, line_span(article, number)
    spans: list[Span] = []
    if start == end:
        return spans
    stops = article.mentions("stop")
    for index in range(bisect_left(stops, (start,)), len(stops)):
        stop, after, _ = stops[index]
        if after >= end:
            break
        if stop >= start and not text[after].isalnum():
            while after < end and text[after] in CHARS_AFTER_STOP:
                after += 1
            if after < end and text[after] == " " and is_sentence_end(text, start, stop, after, end):
                spans.append(make_span((start, after)))
                start = after + 1
    if start < end:
        spans.append(make_span((start, end)))
    return spans


def mask_abbreviations(text: str, start: int, end: int) -> str:
    """Return a part of one line, with a middle dot for each full stop that ends no sentence: "Gov· Ann Lee".

    A pattern that stops at the end of a sentence then reads across abbreviations, initials and decimals.
    """
    window = text[start:end]
    at = window.find(".")
    while at >= 0:
        stop = start + at
        if (
            text[stop + 1 : stop + 2].isalnum()
            or text[stop + 1 : stop + 2] in (",", "'")
            or (
                text[stop + 1 : stop + 2] == " "
                and not is_sentence_end(text, max(0, stop - MAX_CHARS_BEFORE_STOP), stop, stop + 1, len(text))
            )
        ):
            window = f"{window[:at]}{MASKED_STOP}{window[at + 1 :]}"
        at = window.find(".", at + 1)
    return window


def is_sentence_end(text: str, start: int, stop: int, after: int, end: int) -> bool:
    """Return whether the stop at `stop`, with a space at `after`, ends the sentence that begins at `start`."""
    following = after + 1
    while following < end and text[following] in CHARS_BEFORE_SENTENCE:
        following += 1
    # At `end` the caller closes the sentence in any case.
    if following >= end or text[following].islower():
        return False
    if text[stop] != ".":
        return True
    if after > stop + 1:  # a closing quotation mark or bracket follows the stop
        return True
    word_start = max(start, text.rfind(" ", start, stop) + 1)
    word = text[word_start:stop].lstrip(CHARS_BEFORE_SENTENCE)
    if word.lower() in ABBREVIATIONS or "." in word or (len(word) == 1 and word.isupper()):
        return _is_final_abbreviation(text, start, word_start, word, following)
    return not (word in ("No", "Nos") and text[following].isdigit())


def _is_final_abbreviation(text: str, start: int, word_start: int, word: str, following: int) -> bool:
    """Return whether a sentence ends with an abbreviation or a letter, by the words before and after it."""
    low = word.lower()
    if low in NEVER_FINAL_ABBREVIATIONS or (word_start <= start and low.strip(".")):
        return False
    first, second, *_ = *text[following : following + 40].partition("\n")[0].split(" ", 2), "", ""
    is_label = first.endswith(".")  # of another abbreviation: "Co. Inc.", "U.S. Rep."
    first = first.rstrip(",;:!?”)]").partition(".")[0]
    before = text[max(start, word_start - 20) : word_start - 1].rsplit(" ", 1)[-1]
    if low in ("a.m", "p.m") and before[-1:].isdigit():
        return (
            first[:1].isupper()
            and first.lower() not in WORDS_AFTER_TIME_OF_DAY
            and first.lower()[:3] not in MONTH_ABBREVIATIONS
            and second.lower().rstrip(".,") != "time"
        )
    if low in UNIT_ABBREVIATIONS and not before[-1:].isdigit():
        return False
    if first in SENTENCE_OPENERS:
        # People are called "An" or "You", but no person's name goes on with "The".
        return len(word) > 1 or before.lower() in WORDS_BEFORE_LETTER or (len(first) > 2 and first != "You")
    if is_label or text[following - 1] in "([" or not first[:1].isupper() or not second[:1].islower():
        return False
    if len(word) == 1:
        return before.lower() in WORDS_BEFORE_LETTER
    known = first.lower().removesuffix("'s")
    if low in COMPANY_ABBREVIATIONS:
        return known not in WORDS_AFTER_COMPANY
    if low in STREET_ABBREVIATIONS:
        return before[:1].isupper() and known not in SAINTS and known not in COMPASS_POINTS
    if low == "d.c":
        return (before[-1:] == "," or before in ("in", "to", "from")) and known not in WORDS_AFTER_PLACE
    if "." in word:  # "in the U.S. Prices grew", but "the U.S. Senate voted"
        is_place_or_agency = low.count(".") > 1 or low in INITIALS_OF_PLACES
        return before == "the" and is_place_or_agency and known not in WORDS_AFTER_PLACE
    return low in MONTH_ABBREVIATIONS or low in UNIT_ABBREVIATIONS or low == "etc"
