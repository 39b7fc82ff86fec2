"""boilerplate/repeated-line: a line at the head or foot of many articles."""

from collections.abc import Iterator, Sequence

from newslint.api import (
    Article,
    CrossArticleRule,
    Edit,
    Fact,
    Finding,
    Fix,
    Lexicon,
    LocatedFact,
    NamedTuple,
    Rejection,
    Span,
    TraceStep,
    deletion_spans,
    digest,
    non_blank_lines,
    truncate,
)
from newslint_boilerplate.view.lexicon import LEXICON
from newslint_boilerplate.view.template_candidates import FOOT_LINES, HEAD_LINES, template_candidates, template_outcomes


class RepeatedLine(CrossArticleRule):
    """Finds a line of a site's template: it stands at the head or the foot of several articles of one folder.

    No list knows the name of every site, its slogan, its appeal for donations. But a line that repeats above or below
    articles that have nothing else in common comes from a template. Jan Pomikálek (Removing Boilerplate and Duplicate
    Content from Web Corpora, Masaryk University 2011) counts such repeats to clean corpora. Copies of one article do not
    count: the articles must differ in their longest paragraph. Some lines recur because many articles need them:
    bylines, dates, credits, quotations, subheadings above a paragraph, and statements such as "No arrests have been
    made." The rule leaves them alone; it reports a sentence only if it speaks of the publication or to its readers. In
    other languages it knows none of these; there it compares the lines that hold three words in lower case, no figure
    and no full stop.

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
        """Yield the lines at both ends that may be a template's, with a digest of folder and line as their key.

        The value is [end of the article, digest of the longest paragraph, start and end of the deletion].
        """
        folder = article.path.rpartition("/")[0] if article.record is None else article.path
        folder = article.meta.get(self.options.group_by, folder)
        body = ""
        for line, end, label in template_candidates(article):
            body = body or digest(article[max(article.get(non_blank_lines), key=lambda span: span[1] - span[0])])
            deletion = article.to_deletion(deletion_spans(article, (line,))[0])
            yield Fact(digest(folder, label), line, [end, body, *deletion])

    def trace(self, article: Article, span: Span) -> Iterator[TraceStep]:
        """Yield for each line in a span where it stands, and with what it is compared or why not."""
        outcomes = {line: (end, outcome) for line, end, outcome in template_outcomes(article)}
        for line in article.get(non_blank_lines):
            if line.start >= span.end or span.start >= line.end:
                continue
            if line not in outcomes:
                inner = f"only the first {HEAD_LINES} and the last {FOOT_LINES} lines can be a template's"
                yield TraceStep(line, "layout", f"is not compared: {inner}")
                continue
            end, outcome = outcomes[line]
            if isinstance(outcome, Rejection):
                yield TraceStep(line, outcome.stage, f"is not compared: {outcome.reason}")
                continue
            place = f'under "{self.options.group_by}"' if self.options.group_by else "of the folder"
            yield TraceStep(line, "layout", f"stands at the {end} of the article")
            yield TraceStep(
                line,
                "fact",
                f'"{outcome}" is compared with the lines of other articles {place}: reported if {self.options.least} '
                "different articles have it",
            )

    def compare_facts(self, facts: Sequence[LocatedFact]) -> Iterator[Finding]:
        """Report the line in each article that holds it, where enough different articles do."""
        count = len({fact.value[1] for fact in facts})
        if count < self.options.least:
            return
        for fact in facts:
            end, _body, *deletion = fact.value
            line = truncate(fact.location.match)
            message = (
                f'"{line}" stands at the {end} of {count} articles here: it comes from a template; remove the line.'
            )
            yield Finding(fact.location, message, Fix("Remove the line", False, (Edit(Span(*deletion), ""),)))
