"""language/not-english: an article in another language than English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.api import (
    ENGLISH,
    Article,
    Finding,
    Rule,
    Span,
    TraceStep,
    language,
    language_evidence,
    non_blank_lines,
    sentence_at,
)


class NotEnglish(Rule):
    """Finds an article that is plainly not in English, on which rules that read English words did not run.

    Almost all rules know English words. In another language they would miss everything, and what they found would be
    wrong: "brand" is a fire in German and Dutch, and claims nothing. So newslint says once that an article is not in
    English, and runs on it only the rules that work in any language. Without this finding, an article without findings
    would seem to be a clean one.

    newslint compares the share of function words in several languages, such as "the" and "der" (Gregory Grefenstette,
    Comparing two language identification schemes, JADT 1995), or looks at the script. An article of fewer than 25 words
    counts as English, and so does an English article with quotations in other languages.

    ```bad
    Der Zug nach Norden fällt bis Freitag aus. Das teilte die Bahn am Abend mit, nachdem ein Baum auf die Strecke gestürzt war. Für die Reisenden fahren nun Busse, die aber nicht an jedem Bahnhof halten.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This article is not in English (it looks like German); rules that read English words did not run on it.
    ```

    ```good
    The train to the north will not run until Friday, the railway said in the evening, after a tree fell on the line. "Die Busse halten nicht an jedem Bahnhof, und wir bitten alle um Geduld", said its spokesman.
    ```
    """  # noqa: E501

    name = "language/not-english"
    severity = "info"
    any_language = True

    def check(self, article: Article) -> Iterable[Finding]:
        """Report the article at its first sentence."""
        found = article.get(language)
        if found == ENGLISH:
            return ()
        guess = f" (it looks like {found})" if found else ""
        message = f"This article is not in English{guess}; rules that read English words did not run on it."
        return [Finding(sentence_at(article, article.get(non_blank_lines)[0].start), message)]

    def trace(self, article: Article, span: Span) -> Iterator[TraceStep]:
        """Yield which language the article has, and the words by which newslint tells."""
        lines = article.get(non_blank_lines)
        if not lines:
            return
        found = article.get(language)
        name = "is English" if found == ENGLISH else f"looks like {found}" if found else "is in an unknown language"
        yield TraceStep(
            sentence_at(article, lines[0].start), "language", f"the article {name}: {language_evidence(article)}"
        )
