"""Between a subject and its verb, and after the verb: whether a noun is the subject of a statement."""

from __future__ import annotations

from newslint.model import Mention
from newslint.text.attribution.appositions import IDENTIFICATION
from newslint.text.attribution.noun_phrases import DAYS, KNOWLEDGE_MODIFIER
from newslint.text.attribution.verbs import FORM_OF
from newslint.text.pattern import Pattern

# What may stand between a subject and its verb and changes nothing.
ADVERBIALS = DAYS | frozenset(
    "has have had is are was were being been also since then later earlier now still already both all themselves "
    "here there today yesterday on late night morning afternoon evening last this week month year once long often "
    "first again even however meanwhile too who further do does did nonetheless nevertheless instead soon always "
    "sometimes thus far so".split()
)
BE = frozenset("is are was were been being".split())
HAVE = frozenset("have has had".split())
CLAUSE_STARTERS = frozenset("who whose claiming speaking citing granted requesting asking".split())
# The first words of anything else that may stand there: a place, knowledge, a relative clause, an apposition.
MODIFIER_STARTERS = CLAUSE_STARTERS | frozenset(
    "in at from for with within inside of on near around across involved close familiar briefed working based outside "
    "interviewed contacted reached quoted cited to knowledgeable".split()
)
# With these verbs a negation states something: "officials do not believe", but not "officials did not say".
NEGATABLE_VERBS = frozenset("believe think expect see consider regard view agree doubt".split())
NEGATIONS = frozenset("not don't doesn't didn't".split())
AFTER_SUBJECT = ADVERBIALS | MODIFIER_STARTERS | NEGATIONS | frozenset(FORM_OF)
BRACKETS_TO_COMMAS = str.maketrans("()—–", ",,,,")
NEVER_IN_GAP = ";:!?“”"
MAX_APPOSITION_CHARS = 90
KNOWLEDGE_STARTERS = frozenset("familiar close briefed with involved who".split())
CLAUSE_BREAKERS = frozenset(
    "that which when while after before as but because if he she they it we what said or".split()
)
# A verb after one of these has another subject, or none: "asked officials to say", "officials did not say".
NEVER_BEFORE_VERB = frozenset(
    "to not never and or that by of for against from with at into about under between could would should must "
    "will can may might a the an this no his her its their one two three four five six seven eight nine ten "
    "some any every each many several he she they it we i you".split()
)
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


def may_be_subject(text: str, end: int) -> bool:
    """Return whether a verb may follow the noun that ends at `end`: a cheap check that excludes most nouns."""
    if text[end : end + 1] != " ":
        return text[end : end + 1] in (",", "(", "—", "–")
    following = text[end + 1 : end + 16].split(None, 1)
    word = following[0].strip(",.:;”").lower() if following else ""
    return word in AFTER_SUBJECT or word[-2:] == "ly" or word[:1] in ("(", "—", "–")


def is_adverbial(words: list[str]) -> bool:
    """Return whether these words change nothing between a subject and its verb: "have since repeatedly"."""
    return all(word in ADVERBIALS or word[-2:] == "ly" for word in words)


def match_between_subject_and_verb(gap: str, words: list[str], kind: str) -> tuple[list[str], int] | None:
    """Return the last words before the verb, and the length of a knowledge modifier ("familiar with the talks") or 0.

    Return None where the noun cannot be the subject of the verb. `gap` is the text between them, `words` its words in
    lower case, `kind` the kind of the noun.
    """
    if (words[0] not in MODIFIER_STARTERS and gap.lstrip()[0] not in ",(—–") or words[-1] in NEVER_BEFORE_VERB:
        return None
    if words[-2:-1] == ["to"] and words[-1][-2:] == "ly":
        return None  # "to openly say"
    for mark in NEVER_IN_GAP:
        if mark in gap:
            return None
    parts = gap.translate(BRACKETS_TO_COMMAS).split(",")
    modifier = parts[0].lower().split()
    clause = next((number for number, word in enumerate(modifier) if word in CLAUSE_STARTERS), len(modifier))
    if not CLAUSE_BREAKERS.isdisjoint(modifier[:clause]) or (kind == "some" and modifier[:1] == ["of"]):
        return None
    last = parts[-1].lower().split() if len(parts) > 1 else []
    if not is_adverbial(last) or (len(parts) == 2 and clause == len(modifier)):
        return None
    if len(parts) > 2 and CLAUSE_STARTERS.isdisjoint(parts[1].split()[:1]):
        apposition = ",".join(parts[1:-1])
        if len(apposition) > MAX_APPOSITION_CHARS or IDENTIFICATION.match(apposition, 0):
            return None
    if len(parts) == 1:
        if modifier[:1] == ["whose"]:
            return None  # "an executive whose prime attributes"
        if next((word for word in reversed(words) if not is_adverbial([word])), "") in ("and", "or", "but"):
            return None  # "officials in Kyiv and has since said"
        last = words[-4:] if clause == len(modifier) or is_adverbial(modifier[clause:]) else []
    knowledge = KNOWLEDGE_MODIFIER.match(gap, 0) if modifier[:1] and modifier[0] in KNOWLEDGE_STARTERS else None
    return last, knowledge.end() if knowledge else 0


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
    return verb not in ("told", "tell", "tells") or not ADDRESSEE_NOT_PRESS.match(text, end)
