"""sources/vague-collective: "officials said", "critics believe", "some see"."""

from __future__ import annotations

from newslint_sources.chain_rule import ChainRule, ExtraWords
from newslint_sources.data.standards import PROFILES


class VagueCollective(ChainRule):
    """Finds statements and opinions of an unidentified group: officials, experts, critics, some, many, others.

    "Officials say" tells a reader neither who nor how many. To NPR's Ethics Handbook ("Transparency", on
    describing anonymous sources) it is not enough to report that "officials say" something; the handbook asks for as
    much detail as possible.

    The rule does not report officials who act, nor officials whom another person quotes.

    ```bad
    Officials have since accused the company of hiding the leak.
    ^^^^^^^^^ "Officials" names no one; say which, or who said it.
    ```

    ```good
    Officials closed the road, the mayor said.
    ```
    """

    name = "sources/vague-collective"
    severity = "info"
    profiles = PROFILES[name]
    kinds = frozenset(("collective",))
    message = '"{words}" names no one; say which, or who said it.'
    Options = ExtraWords
