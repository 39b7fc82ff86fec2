"""sources/unnamed-spokesperson: a spokesperson without a name."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.api import Article, Finding, Lexicon, Rule
from newslint_sources.chains import findings
from newslint_sources.lexicon import LEXICON


class UnnamedSpokesperson(Rule):
    """Finds a spokesperson who speaks without a name.

    Somebody who is paid to speak in public can be named. Agencies ask for the name of a spokesperson unless the organization
    refuses it, and then for a word on that.

    ```bad
    The road will open on Monday, a company spokesman said.
                                  ^^^^^^^^^^^^^^^^^^^ "a company spokesman" speaks for the record; give the name.
    ```

    ```good
    The road will open on Monday, company spokesman Jan Novak said.
    ```
    """

    name = "sources/unnamed-spokesperson"
    preview = True
    triggers = ("person", "sources.formula")

    def lexicon(self) -> Lexicon:
        """The family's words."""
        return LEXICON

    def check(self, article: Article) -> Iterable[Finding]:
        """One finding for each source, at its first mention."""
        return findings(
            article,
            ("spokesperson",),
            ("unexplained", "condition", "explained", "stock"),
            '"{words}" speaks for the record; give the name.',
        )
