"""sources/unexplained-anonymity: a source without a name, where the article does not say why."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.api import Article
from newslint_sources.chain_rule import ChainRule, ExtraWords
from newslint_sources.data.standards import PROFILES
from newslint_sources.view.chains import chains


class UnexplainedAnonymity(ChainRule):
    """Finds an anonymous source where the article never says why there is no name.

    A reader can judge what an unnamed person says only with two facts: what kind of person it is, and why there is no
    name.
    The Associated Press asks its writers to say why a source wants to be anonymous (AP News Values and Principles,
    "Anonymous sources"); the SPJ Code of Ethics says "Explain why anonymity was granted".

    The rule reads the whole article: it does not report a source that has a reason two paragraphs later, or a name.
    Two mentions are one source only where the words say so: another description, another count and "another official"
    make another source. The rule does not report a headline, a tweet, or a statement that another person reports.

    ```bad
    Talks will go on next week, a senior ministry official said. Nothing else was announced.
                                ^^^^^^^^^^^^^^^^^^^^^^^^^^ "a senior ministry official" is unnamed…
    ```

    ```good
    Talks will go on next week, a senior ministry official said.
    The official asked not to be named because the schedule has not been announced.
    ```
    """

    name = "sources/unexplained-anonymity"
    profiles = PROFILES[name]
    kinds = frozenset(("source",))
    message = '"{words}" is unnamed and the story gives no reason; say why, or name the source.'
    Options = ExtraWords

    def statistics_labels(self, article: Article) -> Iterator[str]:
        """Yield a label for each source without a name, by kind and verdict: a standards editor watches the rate."""
        for chain in article.get(chains):
            yield f"unnamed {chain.kind}, {chain.verdict}"
