"""After the verb: whether it states something to the public, or names an act or what someone was told in private."""

from __future__ import annotations

from newslint.model import Mention
from newslint.text.attribution.noun_phrases import DAYS
from newslint.text.pattern import Pattern

CITING_VERBS = frozenset("cited cites quoted quotes".split())  # "an official quoted in the report"
POINT_FORMS = frozenset("point points pointed pointing".split())
# Before one of these a verb is passive, or an act and not a statement: "officials accused of", "agreed to" …
PREPOSITIONS_OF_ACTION = frozenset("by of as to for on off with".split())
# … but with these verbs it is a statement: "said on Monday", "expressed to reporters", "disagree with".
STATEMENT_VERBS_BY_PREPOSITION: dict[str, frozenset[str]] = {
    "on": frozenset("said say says warned confirmed denied claimed insisted acknowledged announced reported".split()),
    "to": frozenset("said say expect expects hope hopes confirmed admitted described explained suggested".split()),
    "with": frozenset("agree disagree agreed disagreed confirmed".split()),
    "of": frozenset("said says say warning warn warned warns think complain complained complains speculate".split()),
    "for": frozenset("hope hopes blamed blame criticized criticised condemned praised denounced slammed".split()),
    "as": frozenset("see sees view views regard regards describe dismissed denounced condemned".split()),
}
# These take a person as their object: "an official accused on Monday" may have said nothing.
VERBS_WITH_PERSONAL_OBJECT = frozenset(
    "accused charged blamed questioned criticized criticised condemned denounced slammed blasted praised hailed "
    "dismissed labelled branded dubbed considered regarded viewed seen called described reported attributed".split()
)
ADVERBIAL_PHRASE = Pattern(
    rf"\s+(?:on\s+(?:{'|'.join(sorted(DAYS))}|(?:the\s+)?condition|background)|by\s+(?:tele)?phone|by\s+(?:e-?mail|text|letter))\b",
    matches=(" on Monday", " on the condition", " by phone"),
    misses=(" on the plan", " by the mayor"),
)
# After a verb like "quoted" it has a subject that is the source: "an official was quoted by the Herald as saying".
AS_SAYING = Pattern(
    r"\s+(?:(?:by|in)\s+[^,.;:“”\n]{2,50}?\s+)?as\s+(?:saying|telling|having\s+said)\b",
    matches=(" as saying", " by the Evening Herald as saying", " in the Herald as saying"),
    misses=(" by the Evening Herald", " as a critic"),
)
NON_STATEMENT_OBJECTS = frozenset("nothing little goodbye farewell thanks".split())  # "said nothing"
# The beginnings of "the media" after a verb. Other addressees: "told investigators", "told the court", "told him".
PRESS_NOUNS = (
    "(?:news|paper|press|media|reporter|journalist|correspondent|agency|website|outlet|magazine|station|network|daily"
    "|broadcaster|channel|radio|television|interviewer|conference|briefing|site)"
)
MEDIA_STARTERS = (
    "reporters", "journalists", r"me\b", r"us\b", "this", "news", "that",
    rf"(?:the|an?)\s(?:[A-Z]|(?:[\w'-]+\s){{0,4}}{PRESS_NOUNS})", "local", "state", "foreign", "western", "russian",
)  # fmt: skip
HEARINGS = "(?:trial|court|inquest|hearing|inquiry|tribunal|committee|jury|parliament)"
BODIES = "(?:Department|Ministry|Committee|Commission|Council|Court|Senate|House|Parliament|Board|Police|FBI|Pentagon)"
ADDRESSEE_NOT_PRESS = Pattern(
    rf"""\s+(?:(?!{"|".join(MEDIA_STARTERS)})[a-z]+|(?:the|an?)\s(?:(?!(?:that|on|in|at|the)\s)[\w.'-]+\s){{0,4}}(?:{HEARINGS}|{BODIES})\b
    |(?:President|Congress|Parliament|Mr|Mrs|Ms|Sen|Rep|Gov)\b)""",
    case_sensitive=True,
    matches=(
        " investigators",
        " the court",
        " the U.S. Department",
        " the Novak fraud trial",
        " the men",
        " a friend",
        " him",
        " Congress",
    ),
    misses=(
        " reporters",
        " the Herald",
        " the Herald that the House",
        " the newspaper",
        " a local radio station",
        " Reuters",
        " local media",
    ),
)


# What an official tells an employer is no statement to the public: "voiced their concerns to the premier".
VOICING_VERBS = frozenset("voice voices voiced express expresses expressed".split())
PRIVATE_ADDRESSEE = Pattern(
    rf"""\s+(?:[\w'-]+\s){{0,3}}(?:concerns?|worr(?:y|ies)|doubts?|frustrations?|anger|dismay|unease)
    \s(?:directly\s|privately\s)?to\s(?!{"|".join(MEDIA_STARTERS)})(?:[A-Z]|(?:the|his|her|their|him|them|an?)\b)""",
    case_sensitive=True,
    matches=(" their concerns to Novak", " deep unease to the mayor", " doubts to her"),
    misses=(" opposition to the plan", " their concerns to the Herald", " concern to reporters"),
)


# After "some" these are verbs only before an object or a clause: "some hope that", not "some hope remains".
NOUNS_AFTER_SOME = frozenset(
    "hope fear doubt stress concern report claim question blame praise worry view point state estimate charge call "
    "welcome signal hint doubts claims reports fears".split()
)
OBJECT_STARTERS = frozenset(
    "that the a an it he she they this these those to its his her their whether if for as him them in on".split()
)


def may_be_verb_after_some(text: str, cue: Mention) -> bool:
    """Return whether the word after "some" is a verb, and "some call it" not just a custom of speech."""
    following = text[cue[1] : cue[1] + 16].split(None, 1)
    word = following[0] if following else ""
    if cue[2] in ("call", "called"):
        return word not in ("it", "him", "her", "them", "this") and not text.endswith("which some ", 0, cue[0])
    return cue[2] not in NOUNS_AFTER_SOME or word in OBJECT_STARTERS or word[:1].isupper()


def is_public_statement(text: str, cue: Mention, word_before: str) -> bool:
    """Return whether the cue is a statement to the public, by what follows it.

    `word_before` is the word before the subject, in lower case: "what officials called on".
    """
    _, end, verb = cue
    following = text[end + 1 : end + 14].partition(" ")[0].partition("\n")[0] if text[end : end + 1] == " " else ""
    following = following.strip(",.;:").lower()
    if verb in POINT_FORMS:
        return following in ("to", "out")
    if following in NON_STATEMENT_OBJECTS or (verb in CITING_VERBS and following in ("in", "at")):
        return False
    if (
        following in PREPOSITIONS_OF_ACTION
        and verb not in STATEMENT_VERBS_BY_PREPOSITION.get(following, ())
        and word_before not in ("what", "which", "that")
    ):
        return verb not in VERBS_WITH_PERSONAL_OBJECT and ADVERBIAL_PHRASE.match(text, end) is not None
    if verb in VOICING_VERBS:
        return not PRIVATE_ADDRESSEE.match(text, end)
    return verb not in ("told", "tell", "tells") or not ADDRESSEE_NOT_PRESS.match(text, end)
