"""sources/anonymity-without-reason: "on condition of anonymity", without a reason."""

from __future__ import annotations

from newslint_sources.chain_rule import ChainRule
from newslint_sources.data.standards import PROFILES


class AnonymityWithoutReason(ChainRule):
    """Finds a formula of anonymity ("on condition of anonymity", "asked not to be named") without a reason.

    The formula tells the reader that the outlet promised anonymity, not why. The Associated Press asks for the reason
    beside it (AP News Values and Principles, "Anonymous sources"); the SPJ Code of Ethics says "Explain why anonymity
    was granted".

    The reason may stand in the formula's own clause, or in a later sentence about the same source. "An unnamed
    official" is not a formula: it promises nothing.

    ```bad
    A palace aide, speaking on condition of anonymity, said the visit was off.
    ^^^^^^^^^^^^^ "A palace aide" is promised…
    ```

    ```good
    A palace aide, speaking on condition of anonymity to discuss private plans, said the visit was off.
    ```
    """

    name = "sources/anonymity-without-reason"
    profiles = PROFILES[name]
    kinds = frozenset(("source", "bare"))
    verdicts = frozenset(("condition",))
    message = '"{words}" is promised anonymity and the story does not say why; give the reason.'
