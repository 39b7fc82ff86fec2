"""sources/unexplained-anonymity: somebody speaks without a name, and nobody says why."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.api import Article, Finding, Lexicon, Rule
from newslint_sources.chains import findings
from newslint_sources.lexicon import LEXICON


class UnexplainedAnonymity(Rule):
    """Finds an anonymous source where the article never says why there is no name.

    A reader can only weigh what an unnamed person says if told who it is in kind, and why the name is missing. The Associated
    Press asks its writers to say why a source wants to be anonymous (AP News Values and Principles, "Anonymous sources");
    the SPJ Code of Ethics says "Explain why anonymity was granted".

    The whole article is read: a reason given two paragraphs on, or a name, keeps this rule silent.

    ```bad
    Talks will go on next week, a senior ministry official said. Nothing else was announced.
                                ^^^^^^^^^^^^^^^^^^^^^^^^^^ "a senior ministry official" is unnamed and the story gives no reason; say why, or name the source.
    ```

    ```good
    Talks will go on next week, a senior ministry official said.
    The official asked not to be named because the schedule has not been announced.
    ```
    """

    name = "sources/unexplained-anonymity"
    triggers = ("person", "sources.formula")

    def lexicon(self) -> Lexicon:
        """The family's words."""
        return LEXICON

    def check(self, article: Article) -> Iterable[Finding]:
        """One finding for each source, at its first mention."""
        return findings(
            article,
            ("source",),
            ("unexplained",),
            '"{words}" is unnamed and the story gives no reason; say why, or name the source.',
        )
