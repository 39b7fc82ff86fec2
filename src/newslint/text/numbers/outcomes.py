"""Outcomes: what happened to the people whom a number counts."""

from newslint.model import Span
from newslint.text.numbers.counted_nouns import CLOSING_MARKS

OUTCOMES = {
    "killed": "killed killing kills kill dead died die dies deaths death fatalities fatally slain murdered murdering",
    "wounded": "wounded wounding wounds injured injuring injures injure hurt hurting injuries hospitalized",
    "shot": "shot shooting",
    "arrested": "arrested arresting arrests arrest detained detaining detains",
    "exchanged": "exchanged exchanging swapped swapping freed freeing released releasing releases",
}
OUTCOME_OF_WORD = {word: outcome for outcome, words in OUTCOMES.items() for word in words.split()}
# Before "of" and a number: "the shootings of nine people", but not "died of two wounds".
OUTCOME_OF_NOUN = {
    **dict.fromkeys("death deaths killing killings murder murders".split(), "killed"),
    **dict.fromkeys("shooting shootings".split(), "shot"),
    **dict.fromkeys("wounding injuring".split(), "wounded"),
    **dict.fromkeys("arrest arrests detention".split(), "arrested"),
}
BETWEEN_OUTCOME_AND_NUMBER = (" ", " another", " the", " all", " a total of")
BETWEEN_NUMBER_AND_OUTCOME = frozenset(
    "other others more people were was are is have has had been being also left reported reportedly confirmed found "
    "feared critically seriously fatally".split()
)


def outcome_of(text: str, start: int, end: int) -> tuple[str, Span]:
    """Return what happened to those who are counted between `start` and `end`, and the span of the word for it."""
    before = text[max(0, start - 30) : start]
    if before[-1:] == " ":
        for filler in BETWEEN_OUTCOME_AND_NUMBER:
            before = before.removesuffix(filler)
        without_of = before.removesuffix(" of")
        outcomes = OUTCOME_OF_WORD if without_of == before else OUTCOME_OF_NOUN
        before = without_of
        word = before.rpartition(" ")[2].rpartition("\n")[2]
        outcome = outcomes.get(word.lower())
        if outcome:
            word_end = start - 30 + len(before) if start > 30 else len(before)
            return outcome, Span(word_end - len(word), word_end)
    word_start = end + 1
    for chunk in text[end : end + 60].partition("\n")[0].split(" ")[1:7] if text[end : end + 1] == " " else ():
        word = chunk.partition(".")[0].rstrip(CLOSING_MARKS).lower()  # "injured.A third": sentences run together
        outcome = OUTCOME_OF_WORD.get(word)
        if outcome:
            return outcome, Span(word_start, word_start + len(word))
        if word not in BETWEEN_NUMBER_AND_OUTCOME or len(word) < len(chunk):
            break
        word_start += len(chunk) + 1
    return "", Span(end, end)
