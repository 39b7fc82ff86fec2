"""boilerplate/repeated-line: a line that stands at the head or foot of many articles."""

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import NamedTuple

from newslint.api import (
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
    in_quotation,
    non_blank_lines,
    truncate,
)
from newslint_boilerplate.view.junk import junk
from newslint_boilerplate.view.labels import dated, normalize_label
from newslint_boilerplate.view.lexicon import LEXICON

HEAD, FOOT = 3, 5  # lines that are looked at on either end
LONGEST = {"head": 80, "foot": 160}  # characters: what is longer is no template
QUOTES = frozenset('"“”„‟«»‹›‘')
MOST = 1000  # findings for one line; a person who has seen so many needs no more


class RepeatedLine(CrossArticleRule):
    """Finds a line that stands at the head or the foot of several articles of one folder: the site's template wrote it.

    No list knows the name of every site, its slogan, its donation plea. But what comes again above or below articles
    that have nothing else in common was written once, by a template. Jan Pomikálek (Removing Boilerplate and Duplicate
    Content from Web Corpora, Masaryk University 2011) counts such repeats to clean corpora. Copies of one article do
    not count: the articles must differ in their longest paragraph. Bylines and dates recur by right.

    ```bad a.txt
    The council agreed to widen the bridge, which has been too narrow for two buses since it was built in 1931.
    Independent reporting from the valley since 1988
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Independent reporting from the valley since 1988" stands at the foot of 3 articles here; a template wrote it, remove the line.
    ```

    ```bad b.txt
    Snow closed both passes on Sunday night, and the road service does not expect to open them before Wednesday noon.
    Independent reporting from the valley since 1988
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Independent reporting from the valley since 1988" stands at the foot of 3 articles here; a template wrote it, remove the line.
    ```

    ```bad c.txt
    The school has a new roof, paid for by the parents, the county and a bank that wants to remain unnamed for now.
    Independent reporting from the valley since 1988
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Independent reporting from the valley since 1988" stands at the foot of 3 articles here; a template wrote it, remove the line.
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

    class Options(NamedTuple):
        """Options of boilerplate/repeated-line.

        least: in how many different articles of a folder a line has to stand, two at least
        group_by: a field of the articles' metadata, such as "host", that takes the place of the folder
        """

        least: int = 3
        group_by: str = ""

    def lexicon(self) -> Lexicon:
        """The family's phrases, for what other rules report is left to them."""
        return LEXICON

    def collect_facts(self, article: Article) -> Iterator[Fact]:
        """The short lines at both ends, by a digest of folder and line."""
        lines = article.get(non_blank_lines)
        count = len(lines)
        ends = [*range(min(HEAD, count)), *range(max(HEAD, count - FOOT), count)]
        if not ends:
            return
        known = {one.span for one in article.get(junk) if one.line}
        body = article[max(lines, key=lambda span: span[1] - span[0])]
        folder = article.path.rpartition("/")[0] if article.record is None else article.path
        folder = article.meta.get(self.options.group_by, folder)
        for number in ends:
            text = article[lines[number]]
            label = normalize_label(text)
            at = "head" if number < HEAD and number * 2 < count else "foot"
            if (
                len(text) <= LONGEST[at]
                and lines[number] not in known
                and text != body
                and _is_template_candidate(text, label)
            ):
                cut = [] if _has_quotation(article, lines[number]) else deletion_spans(article, (lines[number],))[0]
                yield Fact(_digest(folder, label), lines[number], [at, _digest(body), *cut])

    def compare_facts(self, facts: Sequence[LocatedFact]) -> Iterator[Finding]:
        """One finding for each article that holds the line."""
        count = len({fact.value[1] for fact in facts})
        if count < self.options.least:
            return
        for fact in facts[:MOST]:
            at, _body, *cut = fact.value
            words = truncate(fact.location.match)
            message = f'"{words}" stands at the {at} of {count} articles here; a template wrote it, remove the line.'
            fix = Fix("Remove the line", False, (Edit(Span(*cut), ""),)) if cut else None
            yield Finding(fact.location, message, fix)


STAMPS = ("by ", "date", "published", "posted", "updated")  # every article has its own


def _is_template_candidate(text: str, label: str) -> bool:
    """Whether a line can be a template's: it has words, and is neither a byline nor a date nor a dateline."""
    return len(label) > 2 and not label.startswith(STAMPS) and not dated(text)


def _has_quotation(article: Article, line: Span) -> bool:
    """Whether a line holds a part of a quotation: what somebody said is not cut because others are quoted alike."""
    return in_quotation(article, line.start) or not QUOTES.isdisjoint(article[line])


def _digest(*parts: str) -> str:
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
