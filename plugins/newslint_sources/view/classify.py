"""The kind of a source, by the words that describe it: described, bare, one of a group, or a spokesperson."""

from newslint.api import UNNAMED_SPEAKER_NOUNS, NamedTuple, Pattern, Rejection, Speaker
from newslint_sources.data.words import (
    ACCOUNTABLE_GROUPS,
    ANONYMOUS_ADJECTIVES,
    ANYONE,
    ATTITUDES,
    BARE_NOUNS,
    CANDID,
    CAPITALIZED_GROUPS,
    COLLECTIVES,
    COUNT_WORDS,
    CREDITING,
    EXPERTS,
    FACTIONS,
    FIGURES,
    GENERIC_POSSESSORS,
    GROUPS_WITH_FIGURES,
    INFORMED_PERSONS,
    NEGATIVE_DETERMINERS,
    NO_DESCRIPTION,
    NO_DESCRIPTION_NOUNS,
    OFFICE_HOLDERS,
    OPEN_NOUNS,
    OPPOSING,
    POSSESSED_GROUPS,
    POSSESSED_SOURCES,
    POSSESSIVE_DETERMINERS,
    SOURCES,
    SPEECH,
    SPOKESPERSONS,
    UNDESCRIPTIVE_DETERMINERS,
    UNSPECIFIC_PERSONS,
    VAGUE_DETERMINERS,
    VERBS_OF_NUMBERS,
)

# Where experts work: "economists at Example Bank" can be identified, officials anywhere cannot.
EMPLOYER = Pattern(
    r"\s(?:at|from|with)\s(?:the\s|an?\s)?[A-Z]",
    case_sensitive=True,
    matches=(" at Example Bank", " from the Example Institute"),
    misses=(" at banks", " of Example Bank"),
)

# What tells something of "a source": "sources in the militia", "a source on the call", not "sources on Monday".
DESCRIPTION_AFTER_NOUN = Pattern(
    rf"""\s(?:(?:in|at|from|within|inside|of|near|with|on)\s
    (?!(?:{"|".join(NO_DESCRIPTION)})\b|(?:an?|the)\s(?:{"|".join(NO_DESCRIPTION_NOUNS)})\b)[\w“]
    |(?:quoted|cited)\s(?:in|by)\b
    |who\s(?!sp[eo]|ask|request|declin|told|said|wish|want|insist|did|was\snot|were\snot))""",
    matches=(" in the militia", " on the call", " who took part", " quoted in the papers"),
    misses=(" on Monday", " in an interview", " who spoke", " on condition"),
)
SELF_DESCRIPTION = Pattern(
    r"\s(?:who\s(?:identified|described|introduced)\s(?:him|her)self|(?:who\sclaimed|claiming)\sto\sbe)\b",
    matches=(" who identified herself as his aunt", " claiming to be his aunt"),
    misses=(" who left", " claiming the prize"),
)

PART_OF_NAME = Rejection("the noun belongs to a title, a name or a headline")
ANYONE_AT_ALL = Rejection("it is anyone, and does not say what they know")
NOBODY = Rejection('"no" or "neither" before it: nobody spoke')
IDENTIFIED_BY_POSSESSOR = Rejection("the words before it say whose it is")
A_SIDE = Rejection("it names a known side")
NUMBERS = Rejection("these figures are numbers")
NO_KNOWLEDGE = Rejection("nothing tells what these people know, so they are any people")
NOT_INFORMED = Rejection("this verb does not make one person a source of the reporter's")
ATTITUDE = Rejection("it is what those in office see or hope, and no statement of theirs")
ACCOUNTABLE = Rejection("this group is known and answers for what it says")
EMPLOYED = Rejection("it stands for whom these experts work")


class Phrase(NamedTuple):
    """The noun phrase of a speaker, parsed."""

    first: str  # the first word before the noun, in lower case; empty where the noun stands alone
    key: tuple[str, ...]  # what distinguishes it: the words around the noun, without articles and numbers
    number: str  # "two", "several"; empty without one
    is_possessive: bool  # "his aides", "the mayor's critics"
    plural: bool


def parse_phrase(text: str, speaker: Speaker) -> Phrase:
    """Parse the words before a speaker's noun."""
    before = text[speaker.start : speaker.head_start].split()
    words = [word.lower() for word in before]
    modifier = text[speaker.head_start + len(speaker.head) : speaker.end].lower().split()
    if words[:1] == ["both"] and "and" in words:
        del words[0]  # "both U.S. and Swiss officials" are not the two officials of before
    first = words[0] if words else ""
    return Phrase(
        first,
        (*(word for word in words if word not in UNDESCRIPTIVE_DETERMINERS), speaker.head, *modifier),
        next((word for word in words if word in COUNT_WORDS), ""),
        first in POSSESSIVE_DETERMINERS or any(_is_possessor(word) for word in before),
        speaker.kind != "person" and first != "one",
    )


def _is_possessor(word: str) -> bool:
    """Return whether a word identifies whose people they are: "the mayor's", not the "women's" of women's activists."""
    if not word.endswith(("'s", "s'")):
        return False
    return word.lower() not in GENERIC_POSSESSORS and not (word.endswith("s'") and word.islower())


def classify_source(text: str, speaker: Speaker, phrase: Phrase, anonymous: bool) -> str | Rejection:
    """Return "source", "bare", "collective" or "spokesperson", or why a speaker is no source without a name.

    `anonymous` says whether a formula goes with the speaker, which makes a source of any person.
    """
    if _is_part_of_name(text, speaker, phrase):
        return PART_OF_NAME
    if speaker.head in ANYONE:
        is_promised = anonymous and ANONYMOUS_ADJECTIVES.isdisjoint(phrase.key)
        is_described = SELF_DESCRIPTION.match(text, speaker.head_start + len(speaker.head))
        return "source" if is_promised or is_described else ANYONE_AT_ALL
    kind = _classify_noun(speaker, phrase, anonymous)
    if kind == "bare" and DESCRIPTION_AFTER_NOUN.match(text, speaker.end):
        return "source"
    return EMPLOYED if kind == "collective" and _has_employer(text, speaker) else kind


def _classify_noun(speaker: Speaker, phrase: Phrase, anonymous: bool) -> str | Rejection:
    head = speaker.head
    if head in SPOKESPERSONS:
        return "source" if anonymous else "spokesperson"
    if speaker.kind == "some":
        return "collective"
    if phrase.first in NEGATIVE_DETERMINERS:
        return NOBODY
    has_knowledge = speaker.end > speaker.head_start + len(head)  # "familiar with the talks"
    if phrase.is_possessive and not anonymous:
        possessed = POSSESSED_GROUPS if phrase.plural else POSSESSED_SOURCES
        if head not in possessed:
            return IDENTIFIED_BY_POSSESSOR
    if head in FACTIONS:
        return "collective" if phrase.first in ("one", "another") else A_SIDE
    if head == FIGURES:
        if speaker.attribution_type != "before" or speaker.cue[2] in VERBS_OF_NUMBERS:
            return NUMBERS
        is_view = " " in speaker.cue[2]  # "figures are wary of it"
        return "collective" if is_view or not GROUPS_WITH_FIGURES.isdisjoint(phrase.key) else NUMBERS
    if head not in UNNAMED_SPEAKER_NOUNS and head not in OPEN_NOUNS:  # from the newsroom's configuration
        return "collective" if phrase.plural else "source"
    if head in UNSPECIFIC_PERSONS:
        is_cited = speaker.attribution_type == "to" and not phrase.plural  # "according to a person"
        return "source" if has_knowledge or anonymous or is_cited else NO_KNOWLEDGE
    if head in BARE_NOUNS:
        return "source" if len(phrase.key) > 1 else "bare"
    if phrase.plural:
        return _classify_group(speaker, phrase, anonymous)
    return "source" if anonymous or _is_individual_source(speaker, phrase) else NOT_INFORMED


def _is_individual_source(speaker: Speaker, phrase: Phrase) -> bool:
    """Return whether one person is a source: always an aide or an expert, others where a reporter has met them."""
    head, verb = speaker.head.removesuffix("s"), speaker.cue[2]
    if head in SOURCES:
        return True
    if verb in CREDITING:
        return True
    if phrase.first in ("one", "another"):
        return verb in SPEECH or (head in INFORMED_PERSONS and verb not in OPPOSING)
    return head in INFORMED_PERSONS and verb in CANDID


def _classify_group(speaker: Speaker, phrase: Phrase, anonymous: bool) -> str | Rejection:
    verb = speaker.cue[2]
    if speaker.head in COLLECTIVES:
        is_attitude = verb in ATTITUDES or (" " in verb and speaker.attribution_type == "before")  # "wary of"
        if is_attitude and speaker.head in OFFICE_HOLDERS and speaker.attribution_type != "by":
            return ATTITUDE
        return "source" if phrase.first in COUNT_WORDS else "collective"
    if anonymous or (phrase.first in COUNT_WORDS and verb == "told"):
        return "source"  # "two former clerks told the Herald"
    is_vague = (
        speaker.head in ACCOUNTABLE_GROUPS
        and phrase.first in VAGUE_DETERMINERS
        and verb not in ATTITUDES
        and verb not in OPPOSING
        and speaker.attribution_type == "before"
    )
    return "collective" if is_vague else ACCOUNTABLE


def _is_part_of_name(text: str, speaker: Speaker, phrase: Phrase) -> bool:
    """Return whether a noun belongs to a title or a name, or to a headline: "county official Jane Doe"."""
    if phrase.plural:
        is_capitalized = speaker.head_start > speaker.start and text[speaker.head_start].isupper()
        return is_capitalized and speaker.head not in CAPITALIZED_GROUPS  # "Harbor Research Consultants"
    return not (phrase.first in UNDESCRIPTIVE_DETERMINERS or phrase.is_possessive)


def _has_employer(text: str, speaker: Speaker) -> bool:
    return speaker.head in EXPERTS and bool(EMPLOYER.match(text, speaker.head_start + len(speaker.head)))
