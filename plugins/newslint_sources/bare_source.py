"""sources/bare-source: somebody called just "a source"."""

from collections.abc import Iterator

from newslint.api import Article, Finding, Lexicon, Pattern, Rule, Span, quoted
from newslint_sources.lexicon import LEXICON

ARTICLE = Pattern(r"\b(?:an?|the|one|two|several)\s+$")
SPEAKS = Pattern(r"\s+(?:said|says?|told|confirmed)\b")


class BareSource(Rule):
    """Finds a speaker who is called no more than "a source".

    A reader cannot weigh what a source says who could be anybody. The Associated Press does not allow a source to be
    described simply as "a source" (AP Stylebook, entry "anonymous sources").

    ```bad
    The talks will go on next week, a source said.
                                    ^^^^^^^^ "a source" could be anybody; say what the source does and why no name is given.
    ```

    ```good
    The source of the river was not known, he said.
    ```
    """

    name = "sources/bare-source"
    triggers = ("sources.bare",)

    def lexicon(self) -> Lexicon:
        """The family's words."""
        return LEXICON

    def check(self, article: Article) -> Iterator[Finding]:
        """One finding for each."""
        for start, end, _word in article.mentions("sources.bare"):
            before = ARTICLE.within(article.text, start - 10, start)
            if before and SPEAKS.at(article.text, end) and not quoted(article, start):
                at = Span(before.start(), end)
                yield Finding(at, f'"{article[at]}" could be anybody; say what the source does and why no name is given.')
