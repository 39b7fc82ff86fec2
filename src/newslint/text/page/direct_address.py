"""Where a text turns to its reader: orders at the head of a sentence, and words that nobody else is said to speak."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.article import Article
from newslint.model import Mention, Span
from newslint.text.pattern import Pattern
from newslint.text.quotations import in_quotation
from newslint.text.sentences import sentence_at, sentences_in_line

# What may stand before the order that a sentence gives: "If you like our work, please …", "Click here to …".
IMPERATIVE_PREFIX = r"""
    (?: \W* (?: if | to | for | want | like | love | enjoy(?:ed|ing)? | before | hurry ) \b [^.!?]{0,90} [,!–—] )?
    \W*
    (?: (?: please | now | just | and | so | or | click\ (?:here\ )?(?:to|and) | tap\ (?:here\ )?to
        | (?: remember | be\ sure | make\ sure | don.t\ forget ) \ to ) \s+ )*
"""
LEADS = ("to", "please", "now", "just", "and", "so", "or")  # what LEADING may end with, a mark apart
ORDERED = Pattern(IMPERATIVE_PREFIX + "$")
# Somebody is reported to say it, or it is told of others.
REPORTED = Pattern(
    r"\b(?:said|says|saying|told|added|wrote|tweeted|announced|according|asked|argued|warned|urged|claimed|claims)\b"
)
# How a page's own lines begin: its labels, its forms, its buttons, whom to follow where.
PAGE_FURNITURE = Pattern(
    r"""\W* (?: (?:(?:now|also|read|see|watch|more|related|next|this|stor(?:y|ies)|videos?|photos?|pictures|listen|must
        |recommended|trending|don.t|miss|live|on|like|news)\s*){1,4} \s?[:|–—-]\s
    | follow\b.{1,60}\bon\s(?:facebook|twitter|x|instagram|telegram|youtube|linkedin|threads|tiktok|bluesky)\b
    | (?:available|download|get\ it)\b.{0,40}\b(?:app\ store|google\ play)\b
    | (?:please\s|you\s(?:must|need\sto|have\sto)\s(?:be\s)?)?
      (?: log(?:ged)?\s?in | sign\s(?:in|up) | subscribe | register\s(?:to|for|or|now) | leave\s(?:a|us|your)
        | (?:post|add|view|report)\s(?:a|your|this)?\s?comments? | comments?\s(?:are|on|via|powered|policy)
        | join\s(?:our|the)\s(?:conversation|discussion|mailing|newsletter|e-?mail|whatsapp|telegram|facebook)
        | share\s(?:this|the|on|via|to|or|your|current|article)
        | (?:follow|like|contact|e-?mail|tweet|print)\s(?:us|this)
        | read\s(?:more|full|next|on|the\s(?:full|entire|rest|whole|original)) | click\s(?:here|to|on|the|for|below)
        | continue\sreading | more\sfrom | (?:story|article|content)\scontinues | related\s\w+ | advertisement
        | (?:sponsored|promoted)\s(?:links|content|stories|post) | originally\s(?:published|posted|appeared)
        | this\s(?:article|story|post|content|video)\s(?:was|is|first|originally|has)
        | filed\sunder | posted\s(?:in|under) | copyright | donate | download\s(?:our|the)
        | (?:support|consider|become)\s(?:our|independent|local|supporting|a)
        | all\srights\sreserved | newsletter | your\s(?:e-?mail|browser|ad\s?blocker) | enter\syour | already\sa
        | (?:thank\syou|thanks)\sfor\s(?:sign|subscrib) | create\san?\s | was\sthis | got\sa\s(?:news\s)?tip
      )\b )"""
)
# How each of these begins. Most lines begin otherwise, and need no pattern of this size, which takes long to compile.
PAGE_OPENINGS = tuple(
    "now also read see watch more related next this stor video photo picture listen must recommended trending don miss "
    "live on like news follow available download get it please you log sign subscribe register leave post add view "
    "report comment join share contact e-mail email tweet print click continue article content advertisement sponsored "
    "promoted originally filed copyright donate support consider become all enter already thank create was got".split()
)
LONGEST = 400  # characters of a sentence that is looked at


def imperative_opening(verbs: str) -> Pattern:
    """What a sentence begins with that gives its reader an order by one of these verbs, a pattern."""
    return Pattern(IMPERATIVE_PREFIX + verbs)


def is_page_furniture(text: str, start: int, end: int) -> bool:
    """Whether a line is the page's own by its first words, and so neither the article's nor a seller's."""
    first = next((at for at in range(start, end) if text[at].isalnum()), end)
    opening = text[first : first + 16].lower()
    return opening.startswith(PAGE_OPENINGS) and PAGE_FURNITURE.match(text, start, end) is not None


def reader_directed_sentences(article: Article, kind: str, *, opens: bool = False) -> Iterator[tuple[Mention, Span]]:
    """The mentions of a kind that are the publisher's own words, with their sentences; with `opens`, orders alone."""
    text = article.text
    for mention in article.mentions(kind):
        if opens and not _may_open(text, mention[0]):
            continue
        sentence = sentence_at(article, mention[0])
        if (
            sentence.end - sentence.start > LONGEST
            or REPORTED.search(text, *sentence)
            or in_quotation(article, mention[0])
        ):
            continue
        if not opens or ORDERED.match(text, sentence.start, mention[0]):
            yield mention, sentence


def merge_into_blocks(article: Article, marked: Iterable[Span]) -> Iterator[Span]:
    """The blocks whose sentences are for the greater part marked; of other blocks, the marked sentences."""
    by_block: dict[tuple[Span, ...], set[Span]] = {}
    for sentence in marked:
        by_block.setdefault(tuple(sentences_in_line(article, sentence.start)), set()).add(sentence)
    for block, those in by_block.items():
        if 2 * len(those) > len(block):
            yield Span(block[0].start, block[-1].end)
        else:
            yield from those


def _may_open(text: str, start: int) -> bool:
    """A first look, at little cost, whether the words at `start` can open a sentence's order."""
    before = text[max(0, start - 8) : start].rstrip(" ")
    return not before[-1:].isalnum() or before.lower().endswith(LEADS)
