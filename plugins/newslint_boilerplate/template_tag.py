"""boilerplate/template-tag: leftovers of a page's template."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from newslint.api import Article, Edit, Finding, Fix, Span, TraceStep, deletion_spans, non_blank_lines
from newslint_boilerplate.junk_rule import JunkRule
from newslint_boilerplate.view.certain.templates import template_tags
from newslint_boilerplate.view.junk import junk


class TemplateTag(JunkRule):
    """Finds leftovers of a page's template: "{{ title }}", "[embed]", "{Site.com}", "<!-- … -->", "<br>".

    A placeholder that was never filled, or a tag that was never rendered, shows every reader that no editor read the
    text after the machine had made it. The guidelines for annotators of CLEANEVAL (Marco Baroni and Serge Sharoff, ACL
    SIGWAC, 2007) begin with it: remove code that is left in the text.

    ```bad
    The verdict is expected in May, the court said on Thursday, after more than forty days of hearings.
    {Example.com}
    ^^^^^^^^^^^^^ "{Example.com}" is left over from the page's template; remove the line.
    ```

    ```fixed
    The verdict is expected in May, the court said on Thursday, after more than forty days of hearings.
    ```

    ```bad
    The verdict is expected <br> in May, the court said.
                            ^^^^ "<br>" is left over from the page's template; remove it.
    ```

    ```fixed
    The verdict is expected in May, the court said.
    ```

    A line of a script or a style sheet is left over as well.

    ```bad
    The verdict is expected in May, the court said on Thursday, after more than forty days of hearings.
    var page = window.page || []; page.push(1);
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "var page = window.page || []; page.push(1);" is left over from the page's template; remove the line.
    ```

    ```fixed
    The verdict is expected in May, the court said on Thursday, after more than forty days of hearings.
    ```

    ```good
    The verdict [in the second trial] is expected in May, and the sum at stake is < 5 million and > 2 million.
    ```
    """  # noqa: E501

    name = "boilerplate/template-tag"
    any_language = True  # templates have the same marks in every language
    kind = "template"
    reason = "is left over from the page's template"
    has_safe_labels = True
    required_kinds = ("boilerplate.template", "boilerplate.code", "boilerplate.statement")

    def check(self, article: Article) -> Iterator[Finding]:
        """Report lines that hold only leftovers, and leftovers in lines that stay."""
        yield from super().check(article)
        for span in _tags_alone(article):
            message = f'"{article[span]}" {self.reason}; remove it.'
            yield Finding(span, message, Fix("Remove the tag", False, (Edit(deletion_spans(article, (span,))[0], ""),)))

    def trace(self, article: Article, span: Span) -> Iterable[TraceStep]:
        """Yield the steps of the lines in a span, and those of the tags in it."""
        yield from super().trace(article, span)
        alone = set(_tags_alone(article))
        for tag in article.get(template_tags):
            if tag.start < span.end and span.start < tag.end:
                yield TraceStep(tag, "tags", "is a leftover of a page's template")
                yield TraceStep(tag, "rule", "is reported" if tag in alone else "goes with the words around it")


def _tags_alone(article: Article) -> Iterator[Span]:
    """Yield the leftovers that are in no other junk: its removal removes them."""
    if not article.get(template_tags):
        return
    found = article.get(junk)
    deleted_lines = {piece.span.start for piece in found if piece.is_line}
    other_pieces = [piece.span for piece in found if not piece.is_line]  # few
    lines = article.get(non_blank_lines)
    for span in article.get(template_tags):
        is_reported = any(start <= span.start < end for start, end in other_pieces)
        if not is_reported and lines[bisect_right(lines, (span.end,)) - 1].start not in deleted_lines:
            yield span
