"""The words of anonymity: formulas, reasons, and what stands around them.

A word that ends in `*` may continue, as in a lexicon. A table that ends in `_STEMS` holds only such words, without `*`.
"""

from __future__ import annotations

# A source asks for anonymity …
REQUEST_STEMS = ("ask", "request", "wish", "want", "prefer", "insist", "agree", "chose", "opt")
# … asks an outlet to withhold the name …
WITHHOLDING_STEMS = ("ask", "request", "want", "insist", "prefer", "condition")
# … or is promised anonymity.
PROMISE_WORDS = (
    "condition", "conditions", "request*", "ask*", "seek*", "sought", "grant*", "insist*", "demand*", "promis*",
    "given", "offered", "afforded", "guarante*", "spoke", "speaking", "cover",
)  # fmt: skip
DISCLOSURE_STEMS = (
    "speak", "talk", "discuss", "comment", "brief", "disclose", "share", "reveal", "describe", "address",
)  # fmt: skip
PERMISSION_STEMS = ("authoris", "authoriz", "allowed", "permitted", "cleared")
FEAR_STEMS = (
    "afraid", "repris", "retaliat", "retribution", "jailed", "tortured", "prosecut", "safety", "backlash",
)  # fmt: skip
# To tell these something is no reason for anonymity.
PRESS_STEMS = (
    "reporter", "journalist", "media", "press", "newspaper", "outlet", "agency", "agencies", "television", "radio",
    "website", "paper",
)  # fmt: skip
# These open what the source says, and end the clause of the formula.
STATEMENT_OPENERS = (
    "said", "says", "say", "told", "that", "confirmed", "added", "described", "reported", "noted", "warned",
)  # fmt: skip
# Before one of these "the official" is the subject of its sentence.
AFTER_ANAPHOR = (
    "who", "spoke", "speak", "speaks", "was", "were", "is", "are", "asked", "requested", "declined", "insisted",
    "wanted", "agreed", "had", "has", "did", "could", "would", "feared", "fears", "said", "told",
)  # fmt: skip
# Before one of these stands a person who is in no lexicon: "a baker who asked not to be named".
AFTER_UNKNOWN_PERSON = (
    "who", "speaking", "spoke", "told", "said", "says", "asked", "requested", "declined", "interviewed", "familiar",
    "with",
)  # fmt: skip


ANONYMITY_FORMULAS = (
    "anonymity", "anonymous", "anonymously", "be named", "be identified", "be quoted", "be publicly named",
    "be publicly identified", "named publicly", "identified publicly", "on background", "not for attribution",
    "identify himself", "identify herself", "identify themselves", "give his name", "give her name", "give their name",
    "give their names", "name not be", "names not be", "name be withheld", "names be withheld",
)  # fmt: skip
# A reason that needs no formula beside it.
REASON_WORDS = (
    "authorized", "authorised", "unauthorized", "authorization", "permitted to", "cleared to", "allowed to speak",
    "allowed to talk", "allowed to discuss",
)  # fmt: skip
