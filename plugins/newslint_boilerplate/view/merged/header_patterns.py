"""Patterns of the metadata that scrapers put before a lede: time stamps, bylines, counters, names of fields."""

from __future__ import annotations

from newslint.api import MONTH_NUMBERS, MONTHS, WEEKDAYS, Pattern, build_alternation
from newslint_boilerplate.data.words import AGENCIES, METADATA_FIELDS, STAMP_LABELS

_MONTH = rf"(?:{'|'.join(f'{month[:3]}(?:{month[3:]})?' for month in MONTHS)}|sept)\.?"
_CLOCK = (
    r"(?:\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?)(?:\s*(?:\([A-Z]{2,5}\)|(?-i:[A-Z]{2,5})\b))?"
)
_DATE = (
    rf"(?:{build_alternation(WEEKDAYS)},?\s+)?"
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4})"
)
_WHEN = rf"(?:{_DATE}(?:,?\s*(?:at|-|–|\||@)?\s*{_CLOCK})?|{_CLOCK},?\s+(?:on\s+)?{_DATE})"
_NAME = r"(?-i:[A-Z][\w’'.-]+)"
_PEOPLE = rf"{_NAME}(?:\s+{_NAME}){{1,2}}(?:(?:,|\s+and|\s+&)\s+{_NAME}(?:\s+{_NAME}){{1,2}})?"
_AGENCY = rf"(?:the\s+)?{build_alternation(AGENCIES)}s?"
_GAP = r"\s*[|·•-]?\s*"
_FIELD = rf"{build_alternation(METADATA_FIELDS)}\s*:"

# What may stand before the lede, each with the white space after it.
PIECES = (
    Pattern(
        r"(?![“\"‘])(?:[^/\n]{1,139}[^\s/]/\s+){3,7}",
        matches=("Dam Holds/ Example Post/ SACRAMENTO/ The dam held",),
        misses=("The dam/ reservoir held", "“Dam/ Holds/ Now/ We said”"),
    ),
    Pattern(
        rf"\(?(?:first\s+|last\s+)?{build_alternation(STAMP_LABELS)}(?:\s+(?:on|at))?"
        rf"\s*[:|-]?\s*(?:by:?\s+{_PEOPLE}\s+(?:on\s+)?)?(?:{_WHEN}|{_CLOCK})\)?{_GAP}",
        matches=(
            "date 2024-03-02 The dam",
            "Published: May 3, 2024 at 5:10 p.m. The dam",
            "(Updated 6:01 am) The dam",
            "Posted by Ada Example on 3 May 2024 The dam",
        ),
        misses=("Updated figures show", "Published in May"),
    ),
    Pattern(
        rf"(?:written\s+|posted\s+)?by:?\s*{_PEOPLE}{_GAP}(?:on\s+)?(?:published\s+)?{_WHEN}{_GAP}",
        matches=("By Ada Example and Ben Sample | May 3, 2024 The dam",),
        misses=("By Ada Example The dam",),
    ),
    Pattern(
        rf"(?:by\s+)?{_AGENCY}\s+{_WHEN}{_GAP}",
        matches=("Reuters 3 May 2024 The dam", "By Staff Reporter 10:15 May 3, 2024 The dam"),
        misses=("Reuters reported on 3 May 2024",),
    ),
    Pattern(
        rf"{_WHEN}{_GAP}",
        matches=("Friday, May 3, 2024 - 10:15 GMT | The dam", "2024-03-02 The dam"),
        misses=("May 3 was a Friday", "Friday The dam"),
    ),
    Pattern(
        rf"\d+(?:\.\d+)?[km]?\s+(?:shares?|views?|comments?|likes?|reads?)\b{_GAP}",
        matches=("12 comments The dam", "1.2k shares | The dam"),
        misses=("12 commentators said", "Two shares"),
    ),
    Pattern(
        rf"(?:(?:estimated\s+)?read(?:ing)?\s+time:?\s*)?\d{{1,2}}\s*-?\s*min(?:ute)?s?\.?\s+read\b{_GAP}",
        matches=("5 min read The dam", "Estimated reading time: 5 minutes read The dam"),
        misses=("5 minutes later",),
    ),
    Pattern(
        rf"\d{{1,2}}\s+(?:min(?:ute)?|hour|hr|day|week|month)s?\s+ago\b{_GAP}",
        matches=("3 hours ago The dam",),
        misses=("3 hours later", "Three hours ago"),
    ),
    Pattern(
        rf"{_NAME}(?:\s+{_NAME}){{0,2}}\s?@\w{{3,30}}{_GAP}",
        matches=("Ada Example @example The dam", "Ada@example The dam"),
        misses=("ada example @example", "Ada Example The dam"),
    ),
    Pattern(
        rf"{_FIELD}\s*[^:\n]{{2,80}}?\s+(?={_FIELD}|(?:date|published)\s*:)",
        matches=("Title: Dam Holds Source: Example Post", "Author: Ada Example Date: 2024"),
        misses=("Source: Example Post The dam", "Sources: one"),
    ),
)
# A byline alone: three names before two, so that the longer one counts.
BYLINES = tuple(
    Pattern(
        rf"(?:by:?\s+{_NAME}(?:\s+{_NAME}){{{more}}}|(?:by:?\s+)?{_AGENCY}){_GAP}(?=(?-i:[A-Z“\"]))",
        matches=(f"By Ada{' Example' * more} The dam", "By Reuters The dam", "Staff Reporter The dam"),
        misses=("By Ada the dam", "Reuters said"),
    )
    for more in (2, 1)
)
STAMP_AFTER_HEADLINE = Pattern(
    rf"\b(?-i:Updated|Published|Posted)(?:\s+(?:on|at))?\s*:?\s*{_WHEN}{_GAP}(?=(?-i:[A-Z“\"]))",
    method="search",
    matches=("Dam Holds Updated: May 3, 2024 10:15 The dam",),
    misses=("Dam Holds updated May 3, 2024 The dam", "Posted May 3, 2024 and held"),
)
STAMPS_TO_END = Pattern(
    rf"(?:(?-i:Posted|Published|Updated)(?:\s+(?:on|at))?\s*:?\s*{_WHEN}\s*)+$",
    matches=("Posted: Friday, May 3, 2024 10:15 AM EDT Updated: Saturday, May 4, 2024 6:47 AM EDT",),
    misses=("Posted May 3, 2024 by the board", "Posted: Friday"),
)
# The first words of these patterns, where they are not figures.
FIRST_WORDS = frozenset(
    (
        *("by", "first", "last", "written", "estimated", "read", "reading"),
        *(phrase.split(" ")[0] for phrase in (*STAMP_LABELS, *AGENCIES)),
        *(METADATA_FIELDS),
        *MONTH_NUMBERS,
        *WEEKDAYS,
    )
)
