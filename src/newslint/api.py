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
from newslint.engine.rule import CrossArticleRule, NoOptions, Rule
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
    RelatedLocation,
    ReportContext,
    Severity,
    Span,
)
from newslint.reading.address import imperative_opening, is_page_furniture, merge_into_blocks, reader_directed_sentences
from newslint.reading.blocks import (
    Block,
    LineStyle,
    body_overlap_ratio,
    body_vocabulary,
    content_words,
    line_style,
    short_blocks,
    short_lines,
)
from newslint.reading.cues import UNNAMED_SPEAKER_NOUNS
from newslint.reading.figures import Number, numbers
from newslint.reading.headlines import Headline, headlines
from newslint.reading.lines import line_at, lines, non_blank_lines
from newslint.reading.pattern import Pattern
from newslint.reading.publication import PublicationDate, publication_date
from newslint.reading.quantities import Quantity, are_incompatible, quantities, quantity
from newslint.reading.quotations import Quotation, in_quotation, quotations
from newslint.reading.removal import deletion_spans
from newslint.reading.rows import group_consecutive, non_prose_lines, short_line_runs
from newslint.reading.sentences import sentence_at, sentences
from newslint.reading.speakers import Speaker, speakers
from newslint.reading.times import (
    WEEKDAYS,
    TimeExpression,
    days_in_month,
    days_since_epoch,
    time_expressions,
    word_before,
)
from newslint.reading.units import Unit, parse_unit
from newslint.reading.words import word_spans, words

__all__ = [
    "UNNAMED_SPEAKER_NOUNS",
    "WEEKDAYS",
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
    "RelatedLocation",
    "ReportContext",
    "Reporter",
    "Rule",
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

    def report(self, diagnostics: Iterable[Diagnostic], report: ReportContext) -> Iterator[str]:
        """Pieces of the output, in order; nothing is kept that was handed out."""
        ...
