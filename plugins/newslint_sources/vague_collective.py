"""sources/vague-collective: "officials said", "critics believe", "some see"."""

from __future__ import annotations

from newslint_sources.chain_rule import ChainRule, ExtraWords


class VagueCollective(ChainRule):
    """Finds statements and opinions of a crowd that nobody belongs to: officials, experts, critics, some, many, others.

    "Officials say" tells a reader neither who nor how many. To NPR's Ethics Handbook ("Transparency", on
    describing anonymous sources) it is not enough to report that "officials say" something; it asks for as much detail
    as can be given.

    Officials who act are not meant, nor officials whom somebody else quotes.

    ```bad
    Officials have since accused the company of hiding the leak.
    ^^^^^^^^^ "Officials" names nobody; say which, or who said it.
    ```

    ```good
    Officials closed the road, the mayor said.
    ```
    """

    name = "sources/vague-collective"
    kinds = frozenset(("collective",))
    message = '"{words}" names nobody; say which, or who said it.'
    Options = ExtraWords
