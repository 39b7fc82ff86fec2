"""Everything that a plugin may import. All other modules may change without notice.

A plugin is a module with one or more of these functions, which newslint finds by their names:

    def newslint_rules() -> list[type[Rule]]: ...
    def newslint_readers() -> list[type[Reader]]: ...
    def newslint_reporters() -> list[type[Reporter]]: ...

The exports by topic; a *view* is a function of an article, which `article.get(view)` calls once for each article:

- Rules: Rule, CrossArticleRule, NoOptions, NamedTuple, Lexicon, Severity, Clause, RuleInfo
- What a rule reads: Article, Mention, Span, Pattern, build_alternation; for views of long articles: offset_list
- What a rule yields: Finding, Fix, Edit, RelatedLocation, Fact; what it compares: LocatedFact, Location, Position
- Readers: Reader, TextBlock, TextPiece, Role, parse_date, Failure
- Reporters: Reporter, ReportContext, Diagnostic, RelatedInformation
- Text. Views: language, lines, non_blank_lines, sentences, quotations. Others: ENGLISH, line_at, sentence_at,
  mask_abbreviations, Quotation, in_quotation, words, word_spans, truncate, pluralize, digest
- For `--why`: Rejection, TraceStep, NO_CANDIDATE, language_evidence, publication_candidates
- Attribution. Views: speakers, speaker_candidates. Others: Speaker, UNNAMED_SPEAKER_NOUNS
- Numbers. Views: numbers, quantities. Others: Number, Quantity, quantity, are_alike, are_incompatible, Unit, parse_unit
- Dates. Views: time_expressions, publication_date. Others: TimeExpression, PublicationDate, word_before, MONTHS,
  MONTH_NUMBERS, WEEKDAYS, WEEKDAY_NUMBERS, days_in_month, days_since_epoch
- Layout of a page. Views: short_blocks, short_lines, headlines, body_vocabulary, non_prose_lines, short_line_runs.
  Others: Block, LineStyle, line_style, Headline, headline_rejection, content_words, body_overlap_ratio,
  group_consecutive, merge_into_blocks, reader_directed_sentences, reader_directed_sentence, is_page_element,
  imperative_opening, deletion_spans, overlaps_any, role_at, is_laid_out
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar, Protocol

from newslint.article import Article, offset_list
from newslint.model import (
    Clause,
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
    Role,
    RuleInfo,
    Severity,
    Span,
    TextBlock,
    TextPiece,
)
from newslint.named_tuple import NamedTuple
from newslint.rule import CrossArticleRule, NoOptions, Rule
from newslint.text.attribution.speaker import Speaker
from newslint.text.attribution.speakers import speaker_candidates, speakers
from newslint.text.attribution.verbs import UNNAMED_SPEAKER_NOUNS
from newslint.text.dates.calendar import (
    MONTH_NUMBERS,
    MONTHS,
    WEEKDAY_NUMBERS,
    WEEKDAYS,
    days_in_month,
    days_since_epoch,
)
from newslint.text.dates.expressions import time_expressions
from newslint.text.dates.parse import parse_date
from newslint.text.dates.publication import PublicationDate, publication_date
from newslint.text.dates.publication_candidates import publication_candidates
from newslint.text.dates.time_expression import TimeExpression, word_before
from newslint.text.language import ENGLISH, language, language_evidence
from newslint.text.lines import line_at, lines, non_blank_lines
from newslint.text.numbers.numerals import Number, numbers
from newslint.text.numbers.quantities import Quantity, are_alike, are_incompatible, quantities, quantity
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
from newslint.text.page.deletions import deletion_spans, overlaps_any
from newslint.text.page.direct_address import (
    imperative_opening,
    merge_into_blocks,
    reader_directed_sentence,
    reader_directed_sentences,
)
from newslint.text.page.elements import is_page_element
from newslint.text.page.headlines import Headline, headline_rejection, headlines
from newslint.text.page.line_runs import group_consecutive, non_prose_lines, short_line_runs
from newslint.text.page.roles import is_laid_out, role_at
from newslint.text.pattern import Pattern, build_alternation
from newslint.text.quotations import Quotation, in_quotation, quotations
from newslint.text.sentences import mask_abbreviations, sentence_at, sentences
from newslint.text.words import digest, pluralize, truncate, word_spans, words
from newslint.trace import NO_CANDIDATE, Rejection, TraceStep

__all__ = [
    "ENGLISH",
    "MONTHS",
    "MONTH_NUMBERS",
    "NO_CANDIDATE",
    "UNNAMED_SPEAKER_NOUNS",
    "WEEKDAYS",
    "WEEKDAY_NUMBERS",
    "Article",
    "Block",
    "Clause",
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
    "NamedTuple",
    "NoOptions",
    "Number",
    "Pattern",
    "Position",
    "PublicationDate",
    "Quantity",
    "Quotation",
    "Reader",
    "Rejection",
    "RelatedInformation",
    "RelatedLocation",
    "ReportContext",
    "Reporter",
    "Role",
    "Rule",
    "RuleInfo",
    "Severity",
    "Span",
    "Speaker",
    "TextBlock",
    "TextPiece",
    "TimeExpression",
    "TraceStep",
    "Unit",
    "are_alike",
    "are_incompatible",
    "body_overlap_ratio",
    "body_vocabulary",
    "build_alternation",
    "content_words",
    "days_in_month",
    "days_since_epoch",
    "deletion_spans",
    "digest",
    "group_consecutive",
    "headline_rejection",
    "headlines",
    "imperative_opening",
    "in_quotation",
    "is_laid_out",
    "is_page_element",
    "language",
    "language_evidence",
    "line_at",
    "line_style",
    "lines",
    "mask_abbreviations",
    "merge_into_blocks",
    "non_blank_lines",
    "non_prose_lines",
    "numbers",
    "offset_list",
    "overlaps_any",
    "parse_date",
    "parse_unit",
    "pluralize",
    "publication_candidates",
    "publication_date",
    "quantities",
    "quantity",
    "quotations",
    "reader_directed_sentence",
    "reader_directed_sentences",
    "role_at",
    "sentence_at",
    "sentences",
    "short_blocks",
    "short_line_runs",
    "short_lines",
    "speaker_candidates",
    "speakers",
    "time_expressions",
    "truncate",
    "word_before",
    "word_spans",
    "words",
]


class Reader(Protocol):
    """Makes articles of the text of a file.

    An article gets the text of the file as `raw`, so that findings have positions in the file. Where the file has
    markup, its `blocks` say which stretches of it are text, in order, and in which role.
    """

    suffixes: ClassVar[tuple[str, ...]]  # of the files that it reads, with the dot, in lower case

    def read(self, path: str, text: str) -> Iterable[Article | Failure]:
        """Yield the articles in a file, and a failure for each part that it cannot read."""
        ...


class Reporter(Protocol):
    """Writes diagnostics in one format."""

    name: ClassVar[str]  # of the format, for `--format`

    def report(self, diagnostics: Iterable[Diagnostic], context: ReportContext) -> Iterator[str]:
        """Yield the output in pieces, for diagnostics in output order. Keep few of them: a corpus may have millions."""
        ...
