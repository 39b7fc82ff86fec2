"""Between a subject and its verb, and just after the verb: whether a noun speaks, or is only near a verb of speech."""

from __future__ import annotations

from newslint.model import Mention
from newslint.text.attribution.noun_phrases import DAYS, KNOWLEDGE_MODIFIER
from newslint.text.attribution.verbs import FORM_OF
from newslint.text.pattern import Pattern

# What stands between a subject and its verb and changes nothing.
BETWEEN = DAYS | frozenset(
    "has have had is are was were been being also since then later earlier now still already both all themselves "
    "here there today yesterday on late night morning afternoon evening last this week month year once long often "
    "first again even however meanwhile too who further do does did nonetheless nevertheless instead soon always "
    "sometimes thus far so".split()
)
BE = frozenset("is are was were been being".split())
HAVE = frozenset("have has had".split())
# What stands there otherwise must begin so: where they are, what they know, a relative clause, an apposition.
STARTERS = frozenset(
    "in at from for with within inside of on near around across involved close familiar briefed working based outside "
    "interviewed contacted reached to knowledgeable who whose speaking citing granted requesting asking".split()
)
FOLLOWS = BETWEEN | STARTERS | frozenset(FORM_OF)
CLAUSE = frozenset("who whose speaking citing granted requesting asking".split())
COMMAS = str.maketrans("()—–", ",,,,")
MARKS = ';:!?"“”'
MAX_APPOSITION_CHARS = 90  # characters of an apposition
KNOWS = frozenset("familiar close briefed with involved".split())
CLAUSE_BREAKERS = frozenset(
    "that which when while after before as but because if he she they it we what said or".split()
)
# No subject ends before its verb with these: "asked officials to say", "officials did not say".
NO_END = frozenset(
    "to not never and or that by of for a the an his no could would should must will can may might".split()
)
POINTS = frozenset("point points pointed pointing".split())
# What ends as a passive, or is an act rather than a statement: "officials accused of", "agreed to", "called for" …
PREPOSITIONS_OF_ACTION = frozenset("by of as to for on off with".split())
# … and after which verbs it still is a statement: "said on Monday", "expressed to reporters", "disagree with".
STATEMENT_VERBS_BY_PREPOSITION: dict[str, frozenset[str]] = {
    "on": frozenset("said say says warned confirmed denied claimed insisted acknowledged announced reported".split()),
    "to": frozenset("said say expect expects hope hopes confirmed admitted described explained suggested".split()),
    "with": frozenset("agree disagree agreed disagreed confirmed".split()),
    "of": frozenset("said says say warning warn warned warns think complain complained complains speculate".split()),
    "for": frozenset("hope hopes blamed blame criticized criticised condemned praised denounced slammed".split()),
    "as": frozenset("see sees view views regard regards describe dismissed denounced condemned".split()),
}
NON_STATEMENT_OBJECTS = frozenset("nothing little goodbye farewell thanks".split())  # who says so has not spoken
NAMES = Pattern(r"\b[A-Z][\w’'-]+\s+[A-Z][\w’'-]+", case_sensitive=True)
# To be told in a room is not to be told by a newspaper: "told investigators", "told him".
ADDRESSEE_NOT_PRESS = Pattern(
    r"""\s+(?:(?!reporters|journalists|me\b|us\b|this|news|that|a\s|the\s(?!court|judge|jury|committee|president
    |commission|council|house|senate|public|panel|police)|an\s|local|state|foreign|western|russian)[a-z]+
    |(?:President|Congress|Parliament|Mr|Mrs|Ms|Sen|Rep|Gov)\b)""",
    case_sensitive=True,
)


def may_be_subject(text: str, end: int) -> bool:
    """A first look at what follows a noun: most nouns are no subjects, and go no further."""
    if text[end : end + 1] != " ":
        return text[end : end + 1] in (",", "(", "—", "–")
    following = text[end + 1 : end + 16].split(None, 1)
    word = following[0].strip(",.:;”").lower() if following else ""
    return word in FOLLOWS or word[-2:] == "ly" or word[:1] in ("(", "—", "–")


def is_adverbial(words: list[str]) -> bool:
    """Whether these words change nothing between a subject and its verb: "have since repeatedly"."""
    return all(word in BETWEEN or word[-2:] == "ly" for word in words)


def match_between_subject_and_verb(gap: str, words: list[str], kind: str) -> tuple[list[str], int] | None:
    """The last words before the verb, and how far "familiar with the talks" reaches; None: no way from noun to verb."""
    if (words[0] not in STARTERS and gap.lstrip()[0] not in ",(—–") or words[-1] in NO_END:
        return None
    for mark in MARKS:
        if mark in gap:
            return None
    parts = gap.translate(COMMAS).split(",")
    where = parts[0].lower().split()
    clause = next((number for number, word in enumerate(where) if word in CLAUSE), len(where))
    if not CLAUSE_BREAKERS.isdisjoint(where[:clause]) or (kind == "some" and where[:1] == ["of"]):
        return None
    last = parts[-1].lower().split() if len(parts) > 1 else []
    if not is_adverbial(last) or (len(parts) == 2 and clause == len(where)):
        return None
    if len(parts) > 2 and CLAUSE.isdisjoint(parts[1].split()[:1]):
        beside = ",".join(parts[1:-1])
        if len(beside) > MAX_APPOSITION_CHARS or NAMES.search(beside, 0, len(beside)):
            return None
    if len(parts) == 1:
        if next((word for word in reversed(words) if not is_adverbial([word])), "") in ("and", "or", "but"):
            return None  # "officials in Kyiv and has since said"
        last = words[-4:] if clause == len(where) or is_adverbial(where[clause:]) else []
    known = KNOWLEDGE_MODIFIER.match(gap, 0) if where[:1] and where[0] in KNOWS else None
    return last, known.end() if known else 0


def is_public_statement(text: str, cue: Mention, lead: str) -> bool:
    """Whether what follows the verb leaves it a statement to the public."""
    end = cue[1]
    following = text[end + 1 : end + 14].partition(" ")[0].partition("\n")[0] if text[end : end + 1] == " " else ""
    following = following.strip(",.;:").lower()
    if cue[2] in POINTS:
        return following in ("to", "out")
    if following in NON_STATEMENT_OBJECTS:
        return False
    if (
        following in PREPOSITIONS_OF_ACTION
        and cue[2] not in STATEMENT_VERBS_BY_PREPOSITION.get(following, ())
        and lead not in ("what", "which", "that")
    ):
        return False
    return cue[2] not in ("told", "tell", "tells") or not ADDRESSEE_NOT_PRESS.match(text, end)
