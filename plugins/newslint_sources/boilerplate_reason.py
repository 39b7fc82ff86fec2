"""sources/boilerplate-reason: "not authorized to speak publicly" and no other reason."""

from __future__ import annotations

from newslint_sources.chain_rule import ChainRule


class BoilerplateReason(ChainRule):
    """Finds anonymity that only a stock phrase explains: "not authorized to speak publicly".

    Hardly any employee is authorized to speak publicly, so the phrase tells a reader nothing. Philip Corbett, standards
    editor of The New York Times, wrote this to its staff in a memo of September 2010: it states the obvious.

    ```bad
    A palace aide, who was not authorized to speak publicly, said the visit was off.
    ^^^^^^^^^^^^^ "A palace aide" is anonymous…
    ```

    ```good
    A palace aide, who was not authorized to speak publicly before the king had been told, said the visit was off.
    ```
    """

    name = "sources/boilerplate-reason"
    preview = True
    kinds = frozenset(("source", "bare", "collective"))
    verdicts = frozenset(("stock",))
    message = '"{words}" is anonymous for a stock reason that explains nothing; say what the source would risk.'
