"""Speakers: people without a name ("a senior official", "critics", "some"), each with the cue of the attribution.

Every noun for a person is compared with the nearest cues: after it ("officials have since warned"), before it ("said a
diplomat"), or introducing it ("according to", "criticized by", "in the eyes of"). People who only act, to whom others
speak, or whose statement another person reports, are not speakers.
"""

from collections.abc import Iterator, Sequence

from newslint.article import Article, span_list
from newslint.model import Mention
from newslint.text.attribution.introduced import find_source_after_cue, may_precede_source
from newslint.text.attribution.noun_phrases import MAX_PHRASE_CHARS
from newslint.text.attribution.predicates import may_be_subject
from newslint.text.attribution.speaker import Noun, Speaker, pack_speaker, unpack_speaker
from newslint.text.attribution.subjects import find_subject
from newslint.text.attribution.verbs import UNNAMED_SPEAKER_NOUNS
from newslint.text.pattern import Pattern
from newslint.text.quotations import in_quotation
from newslint.text.sentences import MASKED_STOP, mask_abbreviations
from newslint.trace import Rejection

MAX_SUBJECT_VERB_DISTANCE_CHARS = 170
MAX_CUES_TRIED = 3  # how many cues after a noun may be its verb: "a source who claimed to know said"
# In a text with masked abbreviations: "from Washington, D·C· said", where no comma follows.
COMMA_BEFORE_STATE = Pattern(
    r"(?<=[a-z]),(?=\ (?:[A-Z]·[A-Z]·|[A-Z][a-z]{1,4}·)\ (?:[a-z]|\Z))",
    case_sensitive=True,
    method="search",
    matches=("in Dunmere, Fla· ", "from Dunmere, N·Y· who left"),
    misses=("in Dunmere, Gov· Hart said", "in Dunmere, Fla·, said", "in Dunmere, who said"),
)


Candidate = tuple[Mention, Mention | None, Speaker | Rejection]
"""A noun for people, the cue that decides about it, and the speaker, or why it is not one."""

NO_CUE = Rejection("there is no verb of speech near it, and no words that introduce a source")
ACTION = Rejection("the words after it tell what they do, or of something else")
NAME_FOLLOWS = Rejection("a name follows it, so the one who speaks is named")
QUOTED = Rejection("it stands within a quotation, so somebody else says it")
TOO_FAR = Rejection("the verb stands too far behind, or in another sentence")


def speakers(article: Article) -> Sequence[Speaker]:
    """Return the speakers without a name, outside quotation marks, in the order of the text."""
    found = span_list(article, unpack_speaker, pack_speaker)
    for _, _, outcome in _candidates(article):
        if outcome:
            found.append(outcome)  # compiled, a generator expression would be a list
    return found


def speaker_candidates(article: Article) -> list[Candidate]:
    """Return every noun for people, in the order of the text, with the speaker, or the reason why it is not one."""
    return list(_candidates(article))


def _candidates(article: Article) -> Iterator[Candidate]:
    text, cues = article.text, article.mentions("cue")
    number, count, previous_start = 0, len(cues), -1
    for start, end, word in article.mentions("person"):
        if " " in word:  # "people familiar", "two people": take the noun alone
            start, word = (start + word.find("people"), "people") if "people" in word else (start, "those")
            end = start + len(word)
        if start == previous_start:
            continue
        previous_start = start
        while number < count and cues[number][0] < start:
            number += 1
        cue, outcome = _judge(text, start, end, word, cues, number)
        if outcome and in_quotation(article, start):
            outcome = QUOTED
        yield (start, end, word), cue, outcome


def _judge(
    text: str, start: int, end: int, word: str, cues: Sequence[Mention], number: int
) -> tuple[Mention | None, Speaker | Rejection]:
    """Return the cue that decides about a noun, and the speaker or why there is none. `number` is of the next cue."""
    cue_before = cues[number - 1] if number else None
    may_follow_cue = (
        cue_before is not None and start - cue_before[1] < MAX_PHRASE_CHARS and may_precede_source(text, cue_before)
    )
    may_precede_cue = number < len(cues) and cues[number][0] - end < MAX_SUBJECT_VERB_DISTANCE_CHARS
    if not (may_follow_cue or may_precede_cue):
        return None, NO_CUE
    cue = cues[number] if may_precede_cue else None
    outcome: Speaker | Rejection = ACTION if may_precede_cue else NO_CUE
    if may_precede_cue and cues[number][0] != end + 1:
        may_precede_cue = may_be_subject(text, end)
        if not may_precede_cue and text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
            outcome = NAME_FOLLOWS
    noun = (start, end, word, UNNAMED_SPEAKER_NOUNS.get(word) or ("people" if word.endswith("s") else "person"))
    if may_precede_cue:
        outcome = _subject_of_next_cues(text, noun, cues, number)
    if may_follow_cue and not outcome and cue_before:
        introduced = find_source_after_cue(text, noun, cue_before)
        is_nearer = cue is None or start - cue_before[1] < cue[0] - end
        if introduced or (is_nearer and not may_precede_cue):
            return cue_before, introduced
    return cue, outcome


def _subject_of_next_cues(text: str, noun: Noun, cues: Sequence[Mention], number: int) -> Speaker | Rejection:
    """Return the speaker by the first of the next cues that has the noun as its subject; else why the first has not."""
    first: Rejection | None = None
    for cue in cues[number : number + MAX_CUES_TRIED]:
        gap = text[noun[1] : cue[0]]
        if len(gap) > MAX_SUBJECT_VERB_DISTANCE_CHARS or "\n" in gap:
            return TOO_FAR if first is None else first
        if "." in gap:
            gap = mask_abbreviations(text, noun[1], cue[0])
            if ". " in gap:
                return TOO_FAR if first is None else first
            gap = COMMA_BEFORE_STATE.sub(_to_masked_stop, gap)
        outcome = find_subject(text, noun, cue, gap, cues[number - 1] if number else None)
        if outcome:
            return outcome
        first = first if first is not None else outcome
    return TOO_FAR if first is None else first


def _to_masked_stop(_match: object) -> str:
    return MASKED_STOP
