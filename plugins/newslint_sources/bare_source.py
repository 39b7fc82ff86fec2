"""sources/bare-source: somebody called just "a source"."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.api import Article, Finding, Lexicon, Rule
from newslint_sources.chains import findings
from newslint_sources.lexicon import LEXICON


class BareSource(Rule):
    """Finds a speaker who is called no more than "a source" or "sources".

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
    triggers = ("person", "sources.formula")

    def lexicon(self) -> Lexicon:
        """The family's words."""
        return LEXICON

    def check(self, article: Article) -> Iterable[Finding]:
        """One finding for each source, at its first mention."""
        return findings(
            article,
            ("bare",),
            ("unexplained",),
            '"{words}" could be anybody; say what the source does and why no name is given.',
        )
