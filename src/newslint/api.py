"""Everything a plugin may import. What stands here is kept; what stands elsewhere may change.

A plugin is a module with one or more of these functions, found by their names:

    def newslint_rules() -> list[type[Rule]]: ...
    def newslint_readers() -> list[type[Reader]]: ...
    def newslint_reporters() -> list[type[Reporter]]: ...
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar, Protocol

from newslint.article import Article
from newslint.model import (
    Diagnostic,
    Edit,
    Fact,
    Failure,
    Finding,
    Fix,
    Lexicon,
    LocatedFact,
    Location,
    Mention,
    Position,
    RelatedInformation,
    RelatedLocation,
    ReportContext,
    RuleInfo,
    Severity,
    Span,
)
from newslint.rule import CrossArticleRule, NoOptions, Rule
from newslint.text.attribution.speakers import Speaker, speakers
from newslint.text.attribution.verbs import UNNAMED_SPEAKER_NOUNS
from newslint.text.dates.calendar import (
    MONTH_NUMBERS,
    MONTHS,
    WEEKDAY_NUMBERS,
    WEEKDAYS,
    days_in_month,
    days_since_epoch,
)
from newslint.text.dates.expressions import TimeExpression, time_expressions, word_before
from newslint.text.dates.publication import PublicationDate, publication_date
from newslint.text.lines import line_at, lines, non_blank_lines
from newslint.text.numbers.numerals import Number, numbers
from newslint.text.numbers.quantities import Quantity, are_incompatible, quantities, quantity
from newslint.text.numbers.units import Unit, parse_unit
from newslint.text.page.blocks import (
    Block,
    LineStyle,
    body_overlap_ratio,
    body_vocabulary,
    content_words,
    line_style,
    short_blocks,
    short_lines,
)
from newslint.text.page.deletions import deletion_spans
from newslint.text.page.direct_address import (
    imperative_opening,
    is_page_furniture,
    merge_into_blocks,
    reader_directed_sentences,
)
from newslint.text.page.headlines import Headline, headlines
from newslint.text.page.line_runs import group_consecutive, non_prose_lines, short_line_runs
from newslint.text.pattern import Pattern
from newslint.text.quotations import Quotation, in_quotation, quotations
from newslint.text.sentences import sentence_at, sentences
from newslint.text.words import pluralize, truncate, word_spans, words

__all__ = [
    "MONTHS",
    "MONTH_NUMBERS",
    "UNNAMED_SPEAKER_NOUNS",
    "WEEKDAYS",
    "WEEKDAY_NUMBERS",
    "Article",
    "Block",
    "CrossArticleRule",
    "Diagnostic",
    "Edit",
    "Fact",
    "Failure",
    "Finding",
    "Fix",
    "Headline",
    "Lexicon",
    "LineStyle",
    "LocatedFact",
    "Location",
    "Mention",
    "NoOptions",
    "Number",
    "Pattern",
    "Position",
    "PublicationDate",
    "Quantity",
    "Quotation",
    "Reader",
    "RelatedInformation",
    "RelatedLocation",
    "ReportContext",
    "Reporter",
    "Rule",
    "RuleInfo",
    "Severity",
    "Span",
    "Speaker",
    "TimeExpression",
    "Unit",
    "are_incompatible",
    "body_overlap_ratio",
    "body_vocabulary",
    "content_words",
    "days_in_month",
    "days_since_epoch",
    "deletion_spans",
    "group_consecutive",
    "headlines",
    "imperative_opening",
    "in_quotation",
    "is_page_furniture",
    "line_at",
    "line_style",
    "lines",
    "merge_into_blocks",
    "non_blank_lines",
    "non_prose_lines",
    "numbers",
    "parse_unit",
    "pluralize",
    "publication_date",
    "quantities",
    "quantity",
    "quotations",
    "reader_directed_sentences",
    "sentence_at",
    "sentences",
    "short_blocks",
    "short_line_runs",
    "short_lines",
    "speakers",
    "time_expressions",
    "truncate",
    "word_before",
    "word_spans",
    "words",
]


class Reader(Protocol):
    """Makes articles of a file's text. Positions in an article's text must be positions that people can find."""

    suffixes: ClassVar[tuple[str, ...]]  # with the dot, in lower case

    def read(self, path: str, text: str) -> Iterable[Article | Failure]:
        """The articles in a file, and what could not be read in it."""
        ...


class Reporter(Protocol):
    """Writes diagnostics in one format."""

    name: ClassVar[str]  # what `--format` calls it

    def report(self, diagnostics: Iterable[Diagnostic], context: ReportContext) -> Iterator[str]:
        """Pieces of the output, in order; nothing is kept that was handed out."""
        ...
