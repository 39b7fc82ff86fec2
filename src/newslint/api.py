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
from newslint.engine.rule import CrossRule, NoOptions, Rule
from newslint.model import (
    Diagnostic,
    Edit,
    Fact,
    Failure,
    Finding,
    Fix,
    Lexicon,
    Mention,
    Place,
    Position,
    Related,
    Report,
    SeenFact,
    Severity,
    Span,
)
from newslint.reading.address import addressed, orders, passages, speaks_of_page
from newslint.reading.blocks import (
    Block,
    Shape,
    body,
    content_words,
    overlap,
    shape,
    short_blocks,
    short_lines,
)
from newslint.reading.cues import SPEAKER_NOUNS
from newslint.reading.figures import Figure, figures
from newslint.reading.headlines import Headline, headlines
from newslint.reading.lines import filled_lines, line_at, lines
from newslint.reading.pattern import Pattern
from newslint.reading.publication import Publication, publication
from newslint.reading.quantities import Quantity, disagree, quantities, quantity
from newslint.reading.quotations import Quotation, quotations, quoted
from newslint.reading.removal import removals
from newslint.reading.rows import in_rows, rows, unlike_prose
from newslint.reading.sentences import sentence_at, sentences
from newslint.reading.speakers import Speaker, speakers
from newslint.reading.times import WEEKDAYS, When, day_number, month_length, times, word_before
from newslint.reading.units import Unit, measure
from newslint.reading.words import tokens, words

__all__ = [
    "SPEAKER_NOUNS",
    "WEEKDAYS",
    "Article",
    "Block",
    "CrossRule",
    "Diagnostic",
    "Edit",
    "Fact",
    "Failure",
    "Figure",
    "Finding",
    "Fix",
    "Headline",
    "Lexicon",
    "Mention",
    "NoOptions",
    "Pattern",
    "Place",
    "Position",
    "Publication",
    "Quantity",
    "Quotation",
    "Reader",
    "Related",
    "Report",
    "Reporter",
    "Rule",
    "SeenFact",
    "Severity",
    "Shape",
    "Span",
    "Speaker",
    "Unit",
    "When",
    "addressed",
    "body",
    "content_words",
    "day_number",
    "disagree",
    "figures",
    "filled_lines",
    "headlines",
    "in_rows",
    "line_at",
    "lines",
    "measure",
    "month_length",
    "orders",
    "overlap",
    "passages",
    "publication",
    "quantities",
    "quantity",
    "quotations",
    "quoted",
    "removals",
    "rows",
    "sentence_at",
    "sentences",
    "shape",
    "short_blocks",
    "short_lines",
    "speakers",
    "speaks_of_page",
    "times",
    "tokens",
    "unlike_prose",
    "word_before",
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

    def report(self, diagnostics: Iterable[Diagnostic], report: Report) -> Iterator[str]:
        """Pieces of the output, in order; nothing is kept that was handed out."""
        ...
