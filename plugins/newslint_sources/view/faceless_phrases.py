"""Phrases that report something and have no agent: "reportedly", "is seen as", "it is believed"."""

from __future__ import annotations

from newslint.api import Mention, Pattern, Rejection, Span
from newslint_sources.data.faceless_words import AMBIGUOUS_IMPERSONAL_VERBS, KIND_OF_PHRASE
from newslint_sources.view.faceless_reports import faceless_report

MODAL = r"(?<!could\ have\ )(?<!would\ have\ )(?<!might\ have\ )(?<!may\ have\ )(?<!should\ have\ )"
PASSIVE = Pattern(
    MODAL
    + r"""\b(?:is|are|was|were|been|(?:is|are|was|were)\ being)\s+
    (?:(?!(?:last|not|never|barely|hardly|rarely)\b)[\w-]+\s+){0,2}$
    |,\s(?:also\ |long\ |now\ |widely\ )?$""",
    method="search",
    matches=("the deal is ", "he has been widely ", "Novak, also "),
    misses=("the man was last ", "the man was barely ", "it could have been ", "critics have "),
)
# What is said of anyone, or of what may happen, is not a report.
GENERIC = Pattern(
    r"""\b(?:no|nobody|anyone|anybody|anything|someone|somebody|whoever|people\ who|those\ who|if|unless|once|whenever
    |could|would|may|might|can|should|must|to\ be|not|never|how|as\ it|than|an?\ \w+\ who|when\ an?)
    \b[^.;:“”]{0,60}$""",
    method="search",
    matches=("No captain lasts once he is ", "if the deal is ", "they may have been "),
    misses=("the deal is ", "Novak is now "),
)
# "A man described as slim" is what the police look for, and "is described as" quotes a text at hand.
OFTEN_DESCRIBED = Pattern(
    r"\b(?:ha[sd]|have)\s+(?:\w+ly\s+)?been\s+(?:\w+ly\s+|often\s+)?$|\b(?:widely|commonly)\s$",
    method="search",
    matches=("he has been ", "is widely "),
    misses=("the suspect is ", "often "),
)
ADDRESSEE = Pattern(
    r"\s+(?:the|an?|my|our|his|her|their|him|them|me|us|you|police|(?-i:[A-Z]))",
    matches=(" the police", " Novak"),
    misses=(" be sold", " improve it"),
)
BE_OR_HAVE = Pattern(r"\s+(?:be|have)\b", matches=(" be sold", " have left"), misses=(" improve it", " her"))
# "Regarded as" with a bare adjective is a status: "pilots are regarded as self-employed".
BARE_STATUS = Pattern(
    r"\s+(?!an?\b|the\b|one\b|his\b|her\b|its\b|their\b|[“‘])",
    matches=(" self-employed", " fit to fly"),
    misses=(" a classic", " the best", " one of the best"),
)
DEGREE = Pattern(
    r"\b(?:\w+ly|long|often)\s$",
    method="search",
    matches=("is widely ", "are generally ", "has long "),
    misses=("is ", "are now "),
)
IMPERSONAL = Pattern(
    r"\bit(?:\s+(?:is|was)|\s+ha[sd]\s+been|'s)\s+(?:\w+ly\s+|also\s+|now\s+|been\s+)?$",
    method="search",
    matches=("it is widely ", "But it has been ", "it's "),
    misses=("the king is ", "it may be "),
)
CLAIM = Pattern(
    r"[.,”]|\s+(?:that|the|an?|he|she|they|there|his|her|their|its|at\ least|\d)\b|\s+(?-i:[A-Z])",
    matches=(" that the king left", " Novak left", ", left"),
    misses=(" quite often", " in town"),
)
NO_CLAIM = Pattern(
    r"\s+(?:to|by|as|in|at|on|with|from|for|when|only|well|best|\w+ly)\b",
    matches=(" by experts", " to be small"),
    misses=(" that he left", " agents left"),
)
LITERAL = Pattern(
    r"\s+(?:he|she|they|it|we|i|you|far|long|soon|early|late|many|much|well)\b"
    r"|(?:(?!\ (?:as|and|which|who|that|but|when)\ )[^,.;:”]){0,80}\bby\s+(?!\d)",
    matches=(" he left the bar", " a retreat by the party"),
    misses=(" a retreat", " a gain by 2 percent", " odd as it was done by police"),
)
SPEECH_FOLLOWS = Pattern(
    r"\s+(?:said|says|saying|told|tells|joked|replied|responded|added)\b",
    matches=(" told him", " said so"),
    misses=(" left", " has said"),
)
MEANS_SPEECH = Rejection("a verb of speech follows: somebody reports it", "meaning")
NO_IMPERSONAL = Rejection('no "it is" stands before it, or no statement behind it', "meaning")
NO_PASSIVE = Rejection("it is no passive: the sentence has an agent, or tells what somebody did", "meaning")
NO_OPINION = Rejection("it is a status, a description, or what is said of anyone", "meaning")


def faceless_phrase(text: str, mention: Mention) -> Span | Rejection:
    """Return the phrase that reports something and has no agent, or why the words mean something else."""
    start, end, words = mention
    kind = KIND_OF_PHRASE[words]
    if kind == "report":
        return faceless_report(text, start, end, words)
    if kind == "adverb":
        return MEANS_SPEECH if SPEECH_FOLLOWS.match(text, end, end + 20) else Span(start, end)
    if kind == "impersonal":
        return Span(start, end) if _is_impersonal(text, start, end, words) else NO_IMPERSONAL
    if not _is_passive(text, start, end):
        return NO_PASSIVE
    return NO_OPINION if kind == "opinion" and not _is_opinion(text, start, end, words) else Span(start, end)


def _is_impersonal(text: str, start: int, end: int, words: str) -> bool:
    if words.endswith(" that"):
        return bool(IMPERSONAL.search(text, start - 40, start))
    if words.endswith(AMBIGUOUS_IMPERSONAL_VERBS):
        return bool(CLAIM.match(text, end, end + 40))
    return not NO_CLAIM.match(text, end, end + 20)


def _is_passive(text: str, start: int, end: int) -> bool:
    """Return whether a passive has no agent: not "was last seen as he left", not "gave thought to"."""
    passive = PASSIVE.search(text, start - 45, start)
    if not passive or LITERAL.match(text, end, end + 90):
        return False
    if text.endswith(" to", start, end) and ADDRESSEE.match(text, end, end + 10):
        return False
    # After a comma the verb may have a subject: "Novak, the mayor, said to him".
    return passive.group()[0] != "," or not text.endswith(" to", start, end) or bool(BE_OR_HAVE.match(text, end))


def _is_opinion(text: str, start: int, end: int, words: str) -> bool:
    if words == "regarded as" and BARE_STATUS.match(text, end, end + 8) and not DEGREE.search(text, start - 20, start):
        return False
    if words == "described as" and not OFTEN_DESCRIBED.search(text, start - 40, start):
        return False
    return not GENERIC.search(text, max(start - 80, text.rfind("\n", max(0, start - 80), start) + 1), start)
