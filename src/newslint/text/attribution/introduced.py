"""Sources after their cue: "said a diplomat", "according to officials", "criticized by experts"."""

from __future__ import annotations

from newslint.model import Mention
from newslint.text.attribution.appositions import NAME_IN_APPOSITION
from newslint.text.attribution.clauses import TELL
from newslint.text.attribution.noun_phrases import ends_noun_phrase, knowledge_chars, noun_phrase_start
from newslint.text.attribution.speaker import Noun, Speaker
from newslint.text.attribution.statements import PRESS_NOUNS
from newslint.text.attribution.verbs import PREPOSITIONAL_CUES, STATEMENT_NOUNS, verb_form
from newslint.text.pattern import Pattern
from newslint.trace import Rejection

# Verbs that stand before their subject, after a quotation: "said a diplomat".
INVERTING_VERBS = frozenset(
    "said says say added adds asked wrote writes explained insisted noted recalled warned argued claimed reported "
    "confirmed acknowledged".split()
)
CUES_BEFORE_SOURCE = INVERTING_VERBS | frozenset(PREPOSITIONAL_CUES)
NON_STATEMENT_PASSIVES = frozenset("questioned asked charged".split())  # "he was questioned by officials"
# "Confirmed [to the Herald by] two aides".
ADDRESSEE_BEFORE_AGENT = Pattern(
    r"\ to\ (?:[\w.'-]+\ ){1,4}by\ ",
    matches=(" to the Evening Herald by ",),
    misses=(" by two ", " to the Herald in "),
)
# Before "told by": those who report what they were told. "The crew was told by an officer that" reports an address.
PRESS_IS_TOLD = Pattern(
    rf"(?:\b(?:I|we|reporters|journalists)|{PRESS_NOUNS})\ (?:am|is|are|was|were|ha[sd]|have)\ (?:been\ |also\ )?$"
    r"|\bas\ $",
    method="search",
    matches=("we were ", "The newspaper has been ", "reporters are also ", "the story as "),
    misses=("the crew was ", "workers being "),
)

NOT_INTRODUCED = Rejection("the words between them do not introduce a source")
QUESTIONED = Rejection("they asked or charged, and said nothing to the public")
TOLD_TO_OTHERS = Rejection("they told it to others than the press")
NOT_WHOLE_PHRASE = Rejection("the noun is only a part of a longer phrase")
NAME_BESIDE = Rejection("a name stands beside it")


def find_source_after_cue(text: str, noun: Noun, cue: Mention) -> Speaker | Rejection:
    """Return the speaker, where the cue stands before: "said a diplomat", "according to", "criticized by".

    Else return why it is not one.
    """
    start, end, word, kind = noun
    form, between = verb_form(cue[2]), text[cue[1] : start]
    if form == "prepositional":
        attribution_type, connection = "to", " "
    elif between.startswith((" by ", " from ", " among ")) or ADDRESSEE_BEFORE_AGENT.match(between, 0):
        addressee = ADDRESSEE_BEFORE_AGENT.match(between, 0)
        attribution_type, connection = "by", addressee[0] if addressee else between[: between.find(" ", 1) + 1]
        is_noun = cue[2] in STATEMENT_NOUNS
        if not is_noun and form != "participle" and (form != "past" or not connection.endswith(" by ")):
            return NOT_INTRODUCED
        if cue[2] in NON_STATEMENT_PASSIVES:
            return QUESTIONED
        if cue[2] in TELL and not PRESS_IS_TOLD.search(text, max(0, cue[0] - 40), cue[0]):
            return TOLD_TO_OTHERS
    elif cue[2] in INVERTING_VERBS and text[max(0, cue[0] - 2) : cue[0]].strip()[-1:] in tuple(",”’'—–?!"):
        attribution_type, connection = "after", " "
    else:
        return NOT_INTRODUCED
    first = start if kind == "some" else noun_phrase_start(text, start)
    is_inverted = attribution_type == "after"
    if text[cue[1] : first] != connection or not ends_noun_phrase(text, end, kind == "people", is_inverted):
        return NOT_WHOLE_PHRASE
    phrase_end = end + knowledge_chars(text, end)
    if cue[2] in TELL and (connection.startswith(" to ") or text[phrase_end : phrase_end + 4] == " to "):
        return TOLD_TO_OTHERS  # "they were told by officials to leave", "told to leave by officials"
    if NAME_IN_APPOSITION.match(text, phrase_end, phrase_end + 60):
        return NAME_BESIDE
    return Speaker(first, phrase_end, start, word, kind, attribution_type, cue)


def may_precede_source(text: str, cue: Mention) -> bool:
    """Return whether the cue may introduce a source: "according to", "said", "criticized by". A cheap check."""
    return cue[2] in CUES_BEFORE_SOURCE or text[cue[1] : cue[1] + 4] in (" by ", " to ", " fro", " amo")
