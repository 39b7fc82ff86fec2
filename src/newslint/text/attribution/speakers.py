"""Speakers: people without a name ("a senior official", "critics", "some"), each with the cue of the attribution.

Every noun for a person is compared with the nearest cues: after it ("officials have since warned"), before it ("said a
diplomat"), or introducing it ("according to", "criticized by", "in the eyes of"). People who only act, to whom others
speak, or whose statement another person reports, are not speakers.
"""

from collections.abc import Sequence

from newslint.article import Article
from newslint.model import Mention
from newslint.text.attribution.introduced import find_source_after_cue, may_precede_source
from newslint.text.attribution.noun_phrases import MAX_PHRASE_CHARS
from newslint.text.attribution.predicates import may_be_subject
from newslint.text.attribution.speaker import Noun, Speaker
from newslint.text.attribution.subjects import find_subject
from newslint.text.attribution.verbs import UNNAMED_SPEAKER_NOUNS
from newslint.text.pattern import Pattern
from newslint.text.quotations import in_quotation
from newslint.text.sentences import MASKED_STOP, mask_abbreviations

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


def speakers(article: Article) -> list[Speaker]:
    """Return the speakers without a name, outside quotation marks, in the order of the text."""
    text, cues = article.text, article.mentions("cue")
    found: list[Speaker] = []
    number, count, previous_start = 0, len(cues), -1
    for start, end, word in article.mentions("person") if cues else ():
        if " " in word:  # "people familiar", "two people": take the noun alone
            start, word = (start + word.find("people"), "people") if "people" in word else (start, "those")
            end = start + len(word)
        if start == previous_start:
            continue
        previous_start = start
        while number < count and cues[number][0] < start:
            number += 1
        cue_before = cues[number - 1] if number else None
        may_follow_cue = (
            cue_before is not None and start - cue_before[1] < MAX_PHRASE_CHARS and may_precede_source(text, cue_before)
        )
        may_precede_cue = number < count and cues[number][0] - end < MAX_SUBJECT_VERB_DISTANCE_CHARS
        if may_precede_cue and cues[number][0] != end + 1:
            may_precede_cue = may_be_subject(text, end)
        if not (may_follow_cue or may_precede_cue):
            continue
        noun = (start, end, word, UNNAMED_SPEAKER_NOUNS.get(word) or ("people" if word.endswith("s") else "person"))
        speaker = _subject_of_next_cues(text, noun, cues, number) if may_precede_cue else None
        if may_follow_cue and not speaker and cue_before:
            speaker = find_source_after_cue(text, noun, cue_before)
        if speaker and not in_quotation(article, start):
            found.append(speaker)
    return found


def _subject_of_next_cues(text: str, noun: Noun, cues: Sequence[Mention], number: int) -> Speaker | None:
    """Return the speaker by the first of the next cues that has the noun as its subject."""
    for cue in cues[number : number + MAX_CUES_TRIED]:
        gap = text[noun[1] : cue[0]]
        if len(gap) > MAX_SUBJECT_VERB_DISTANCE_CHARS or "\n" in gap:
            return None
        if "." in gap:
            gap = mask_abbreviations(text, noun[1], cue[0])
            if ". " in gap:
                return None
            gap = COMMA_BEFORE_STATE.sub(_to_masked_stop, gap)
        speaker = find_subject(text, noun, cue, gap, cues[number - 1] if number else None)
        if speaker:
            return speaker
    return None


def _to_masked_stop(_match: object) -> str:
    return MASKED_STOP
