"""sources/bare-source: a speaker who is only "a source"."""

from __future__ import annotations

from newslint_sources.chain_rule import ChainRule
from newslint_sources.data.standards import PROFILES


class BareSource(ChainRule):
    """Finds a speaker whom the article calls only "a source" or "sources".

    A reader cannot judge what a source says without knowing anything about the source. The Associated Press does not
    allow a source to be described simply as "a source" (AP Stylebook, entry "anonymous sources").

    The rule sources/unexplained-anonymity reports a source that the article describes, as in "sources in the militia".

    ```bad
    The talks will go on next week, a source said.
                                    ^^^^^^^^ "a source" could be anyone…
    ```

    ```good
    The source of the river was not known, he said.
    ```
    """

    name = "sources/bare-source"
    profiles = PROFILES[name]
    kinds = frozenset(("bare",))
    message = '"{words}" could be anyone; say what the source does and why no name is given.'
