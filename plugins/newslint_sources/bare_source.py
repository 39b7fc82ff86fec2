"""sources/bare-source: somebody called just "a source"."""

from __future__ import annotations

from newslint_sources.chain_rule import ChainRule


class BareSource(ChainRule):
    """Finds a speaker who is called no more than "a source" or "sources".

    A reader cannot weigh what a source says who could be anybody. The Associated Press does not allow a source to be
    described simply as "a source" (AP Stylebook, entry "anonymous sources").

    ```bad
    The talks will go on next week, a source said.
                                    ^^^^^^^^ "a source" could be anybody…
    ```

    ```good
    The source of the river was not known, he said.
    ```
    """

    name = "sources/bare-source"
    kinds = frozenset(("bare",))
    message = '"{words}" could be anybody; say what the source does and why no name is given.'
