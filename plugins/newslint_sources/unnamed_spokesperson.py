"""sources/unnamed-spokesperson: a spokesperson without a name."""

from __future__ import annotations

from newslint_sources.chain_rule import ChainRule


class UnnamedSpokesperson(ChainRule):
    """Finds a spokesperson who speaks without a name.

    A person whose job is to speak in public can be named. The Society of Professional Journalists' Code of Ethics asks
    to "identify sources clearly" and to keep anonymity for those who may face danger, retribution or other harm: a
    spokesperson faces none. Where the organization refuses to give the name, the article can say so.

    ```bad
    The road will open on Monday, a company spokesman said.
                                  ^^^^^^^^^^^^^^^^^^^ "a company spokesman" speaks on the record; give the name.
    ```

    ```good
    The road will open on Monday, company spokesman Jan Novak said.
    ```
    """

    name = "sources/unnamed-spokesperson"
    preview = True
    kinds = frozenset(("spokesperson",))
    verdicts = frozenset(("unexplained", "condition", "explained", "stock"))
    message = '"{words}" speaks on the record; give the name.'
