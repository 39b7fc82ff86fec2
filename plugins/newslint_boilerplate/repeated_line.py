"""boilerplate/repeated-line: a line at the head or foot of many articles."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.api import (
    ENGLISH,
    Article,
    CrossArticleRule,
    Edit,
    Fact,
    Finding,
    Fix,
    Lexicon,
    LocatedFact,
    Span,
    deletion_spans,
    digest,
    in_quotation,
    is_laid_out,
    language,
    non_blank_lines,
    truncate,
)
from newslint_boilerplate.view.bylines import is_date
from newslint_boilerplate.view.junk import junk
from newslint_boilerplate.view.labels import normalize_label
from newslint_boilerplate.view.lexicon import LEXICON

HEAD_LINES, FOOT_LINES = 3, 5  # at each end of an article, where templates write
MAX_LINE_CHARS = {"head": 80, "foot": 160}
QUOTES = frozenset('"“”„‟«»‹›‘')
MIN_LOWER_WORDS = 3  # of a line that is not English
MAX_FINDINGS = 1000  # for one line


class RepeatedLine(CrossArticleRule):
    """Finds a line of a site's template: it stands at the head or the foot of several articles of one folder.

    No list knows the name of every site, its slogan, its appeal for donations. But a line that repeats above or below
    articles that have nothing else in common comes from a template. Jan Pomikálek (Removing Boilerplate and Duplicate
    Content from Web Corpora, Masaryk University 2011) counts such repeats to clean corpora. Copies of one article do not
    count: the articles must differ in their longest paragraph. Bylines and dates may repeat. The rule knows only English
    ones; of an article in another language it compares the lines that hold three words in lower case and no figure.

    ```bad a.txt
    The council agreed to widen the bridge, which has been too narrow for two buses since it was built in 1931.
    Independent reporting from the valley since 1988
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Independent reporting from the valley since 1988" stands at the foot of 3 articles here: it comes from a template; remove the line.
    ```

    ```bad b.txt
    Snow closed both passes on Sunday night, and the road service does not expect to open them before Wednesday noon.
    Independent reporting from the valley since 1988
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Independent reporting from the valley since 1988" stands at the foot of 3 articles here: it comes from a template; remove the line.
    ```

    ```bad c.txt
    The school has a new roof, paid for by the parents, the county and a bank that wants to remain unnamed for now.
    Independent reporting from the valley since 1988
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Independent reporting from the valley since 1988" stands at the foot of 3 articles here: it comes from a template; remove the line.
    ```

    ```good a.txt
    By a Staff Reporter
    The council agreed to widen the bridge, which has been too narrow for two buses since it was built in 1931.
    ```

    ```good b.txt
    By a Staff Reporter
    Snow closed both passes on Sunday night, and the road service does not expect to open them before Wednesday noon.
    ```

    ```good c.txt
    By a Staff Reporter
    The school has a new roof, paid for by the parents, the county and a bank that wants to remain unnamed for now.
    ```
    """  # noqa: E501

    name = "boilerplate/repeated-line"
    any_language = True  # a line that repeats comes from a template, whatever its words mean

    class Options(NamedTuple):
        """Options of boilerplate/repeated-line.

        least: in how many different articles of a folder a line has to stand, two at least
        group_by: a field of the articles' metadata, such as "host", that takes the place of the folder
        """

        least: int = 3
        group_by: str = ""

    def lexicon(self) -> Lexicon:
        """Return the family's phrases: lines that other rules report are left to them."""
        return LEXICON

    def collect_facts(self, article: Article) -> Iterator[Fact]:
        """Yield the short lines at both ends, with a digest of folder and line as their key.

        The value is [end of the article, digest of the longest paragraph, start and end of the deletion, if any].
        """
        lines = article.get(non_blank_lines)
        count = len(lines)
        ends = [*range(min(HEAD_LINES, count)), *range(max(HEAD_LINES, count - FOOT_LINES), count)]
        if not ends:
            return
        junk_lines = {piece.span for piece in article.get(junk) if piece.is_line}
        body = article[max(lines, key=lambda span: span[1] - span[0])]
        folder = article.path.rpartition("/")[0] if article.record is None else article.path
        folder = article.meta.get(self.options.group_by, folder)
        is_english = article.get(language) == ENGLISH
        for number in ends:
            text = article[lines[number]]
            label = normalize_label(text)
            end = "head" if number < HEAD_LINES and number * 2 < count else "foot"
            if (
                len(text) <= MAX_LINE_CHARS[end]
                and lines[number] not in junk_lines
                and text != body
                and not is_laid_out(article, lines[number].start)
                and _is_template_candidate(text, label)
                and (is_english or _is_foreign_phrase(text))
            ):
                span = deletion_spans(article, (lines[number],))[0]
                deletion = () if _has_quotation(article, lines[number]) else article.to_deletion(span)
                yield Fact(digest(folder, label), lines[number], [end, digest(body), *deletion])

    def compare_facts(self, facts: Sequence[LocatedFact]) -> Iterator[Finding]:
        """Report the line in each article that holds it, where enough different articles do."""
        count = len({fact.value[1] for fact in facts})
        if count < self.options.least:
            return
        for fact in facts[:MAX_FINDINGS]:
            end, _body, *deletion = fact.value
            line = truncate(fact.location.match)
            message = (
                f'"{line}" stands at the {end} of {count} articles here: it comes from a template; remove the line.'
            )
            fix = Fix("Remove the line", False, (Edit(Span(*deletion), ""),)) if deletion else None
            yield Finding(fact.location, message, fix)


STAMPS = ("by ", "date", "published", "posted", "updated")  # bylines and time stamps repeat, but not from a template


def _is_template_candidate(text: str, label: str) -> bool:
    """Return whether a line has words, and is neither a byline nor a date nor a time stamp."""
    return len(label) > 2 and not label.startswith(STAMPS) and not is_date(text)


def _is_foreign_phrase(text: str) -> bool:
    """Return whether a line in another language is more than a name with a word or two, and holds no date."""
    is_dated = any(map(str.isdigit, text))
    return not is_dated and sum(word[0].islower() for word in text.split()) >= MIN_LOWER_WORDS


def _has_quotation(article: Article, line: Span) -> bool:
    """Return whether a line holds a part of a quotation: its repetition is no reason to delete what a person said."""
    return in_quotation(article, line.start) or not QUOTES.isdisjoint(article[line])
