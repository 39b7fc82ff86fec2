"""Whether a casualty count in the headline and one in the text are of the same people, and cannot both be right."""

from collections.abc import Iterator, Sequence

from newslint.api import Article, Pattern, Quantity, Rejection, Span, are_incompatible, sentence_at, word_before
from newslint_numbers.data.casualty_words import (
    ATTACKERS,
    DEATH_WORDS,
    GENERAL_NOUNS,
    INJURY_DEGREES,
    ROUND_UP_WORDS,
    SEVERAL_EVENTS,
)
from newslint_numbers.data.words import REST_WORDS
from newslint_numbers.view.casualties import SOME_OF_GROUP, casualty_span
from newslint_numbers.view.other_events import OF_OTHER_EVENT, goes_on_to_count, why_of_other_event

OTHER_EVENT_RATIO = 12  # a count so many times the headline's is of another event
MAX_UNNUMBERED = 2  # victims whom a headline has without a number
MAX_ATTACKERS = 3  # whom one of the counts may leave out
ROUND_UP = Pattern(
    rf"\b(?:{'|'.join(ROUND_UP_WORDS)})\b",
    method="search",
    matches=("Two Dead in Weekend Fires", "storms"),
    misses=("Two dead in fire", "a fortnightly paper"),
)
ATTACKER_DEAD = Pattern(
    r"\b(?:him|her|them)sel(?:f|ves)\b",
    method="search",
    matches=("and then himself", "killed themselves"),
    misses=("killed him", "the self-declared"),
)
DEGREE_OF_INJURY = Pattern(
    rf"\b(?:{'|'.join(INJURY_DEGREES)})\b",
    method="search",
    matches=("two seriously hurt", "Badly wounded"),
    misses=("two hurt", "a bad wound"),
)
MORE_FOLLOW = Pattern(
    r"[ ,]*(?:and[ ](?:an?|one|two|three|four|five|\d+)|along[ ]with|as[ ]well[ ]as|plus)\b|,[ ](?:an?|one|two|\d+)[ ]",
    matches=(" and a child", ", as well as", ", two dogs"),
    misses=(" and then", ", three dogs", " at sea"),
)
MORE_PRECEDE = Pattern(
    r"(?<!\bdead)(?<!\bkilled)(?<!\bwounded)(?<!\binjured)(?<!\bhurt),?[ ](?:and|&|plus)[ ]$",
    method="search",
    matches=("a cook and ", "a cook, plus "),
    misses=("one dead and ", "a cook or "),
)
DEFINITE_COUNT = Pattern(
    r"\b(?:the|those|these|all|both|her|his|their|other)[ ]$",
    method="search",
    matches=("killed the ", "all "),
    misses=("killed ", "the", "bathe "),
)
WITH_ATTACKER = Pattern(
    rf"""[^.]{{0,40}}?\b(?:including|counting|and|plus|among[ ]them)[ ](?:the[ ]|an?[ ]|two[ ]|three[ ])?(?:[\w-]+[ ])?
        (?:{"|".join(ATTACKERS)})\b""",
    matches=(" people, including the gunman", " and two suspected bombers", " men and himself"),
    misses=(" people, including the pilot", ". Among them the gunman", " people and no gunmanship"),
)


LARGER_SET = Pattern(
    r"\b(?:among|amongst|(?:one|two|three|some|several|\d+)[ ]of)[ ](?:the[ ]|those[ ]|at[ ]least[ ])?$",
    method="search",
    matches=("were among ", "one of the "),
    misses=("and ", "the killing of "),
)
ACROSS_PLACES = Pattern(
    rf"[^.,;\n]{{0,40}}?\b(?:across|citywide|statewide|nationwide|over[ ]the[ ]weekend|{'|'.join(SEVERAL_EVENTS)})\b",
    matches=(" across the city", " in several shootings"),
    misses=(" in lacrosse", ", a fire across town", " in a shooting"),
)


EQUAL = Rejection("the two counts are equal", "value")
SUM = Rejection("the text gives the sum of counts of the headline", "value")
BOTH_TRUE = Rejection("the two counts can both be right, as they are worded", "value")
OTHERS = Rejection('the headline counts "others", so that its total is not known', "people")
ATTACKER = Rejection("one of the two counts may include the attackers", "people")
LARGER = Rejection("the text counts more people or places than the headline, or people of another kind", "people")
SEVERAL_EVENTS_IN_HEADLINE = Rejection("the headline sums up several events", "event")
PART = Rejection("the text may count some of the people whom the headline counts", "people")


def compare_counts(
    article: Article, count: Quantity, in_headline: Sequence[Quantity], in_lede: Sequence[Quantity], headline: Span
) -> Iterator[tuple[Quantity, Rejection | None]]:
    """Yield counts of the same outcome in the lede, each with why it does not contradict the headline's.

    The last has None if it does. After one that is neither of another event nor a contradiction, no other is compared.
    """
    same_outcome = [
        other for other in in_lede if other.outcome == count.outcome and other.kind != "age" and not other.is_rate
    ]
    for other in same_outcome:
        rejection = _compare(article, count, other, in_headline, same_outcome, headline)
        yield other, rejection
        if rejection not in OF_OTHER_EVENT:
            return


def _compare(
    article: Article,
    count: Quantity,
    other: Quantity,
    in_headline: Sequence[Quantity],
    same_outcome: Sequence[Quantity],
    headline: Span,
) -> Rejection | None:
    if other.value == count.value:
        return EQUAL
    if other.value in _sums(in_headline):
        return SUM
    if not _contradict(count, other):
        return BOTH_TRUE
    text, sentence = article.text, sentence_at(article, other.start)
    of_other_event = why_of_other_event(article, other, sentence)
    if of_other_event is not None:
        return of_other_event
    if _counts_others(article, count) and not _counts_others(article, other):
        return OTHERS  # "a cook, six others"
    with_attacker = other if other.value > count.value else count
    end = headline.end if with_attacker is count else other.phrase_end + 80
    if abs(other.value - count.value) <= MAX_ATTACKERS and WITH_ATTACKER.match(text, with_attacker.end, end):
        return ATTACKER
    if other.value > count.value:
        return None if _is_whole(article, other, count, in_headline, headline) else LARGER
    if ROUND_UP.search(text, headline[0], headline[1]):
        return SEVERAL_EVENTS_IN_HEADLINE
    return PART if _may_be_part(article, other, count, same_outcome, sentence) else None


def _is_whole(
    article: Article,
    higher: Quantity,
    count: Quantity,
    in_headline: Sequence[Quantity],
    headline: Span,
) -> bool:
    """Return whether the higher count of the text is of those whom the headline counts, and of no more."""
    text, start = article.text, higher.hedged_start
    end = max(higher.phrase_end, higher.outcome_span.end)
    unnumbered = count.outcome == "shot" and _has_victim_without_number(text, in_headline, headline)
    return (
        higher.value <= OTHER_EVENT_RATIO * count.value
        and not (unnumbered and higher.value - count.value <= MAX_UNNUMBERED)
        and LARGER_SET.search(text, start - 20, start) is None
        and DEFINITE_COUNT.search(text, start - 10, start) is None
        and ACROSS_PLACES.match(text, end) is None
        and DEGREE_OF_INJURY.search(text, count.outcome_span.start, headline.end) is None
        and (count.noun in GENERAL_NOUNS or count.noun == higher.noun or _share_word(article, count, higher))
        and not _has_modifier(article, count, higher)
    )


def _has_victim_without_number(text: str, in_headline: Sequence[Quantity], headline: Span) -> bool:
    """Return whether the headline also has a victim without a number: "Cook Dead, 3 Shot" are four people shot."""
    numbered = [other.outcome_span for other in in_headline if other.outcome]
    position = headline.start
    for word in text[headline.start : headline.end].split(" "):
        end = position + len(word)
        is_numbered = any(position < span.end and span.start < end for span in numbered)
        if word.lower().strip(",:;") in DEATH_WORDS and not is_numbered:
            return True
        position = end + 1
    return False


def _may_be_part(
    article: Article, lower: Quantity, count: Quantity, same_outcome: Sequence[Quantity], sentence: Span
) -> bool:
    """Return whether the lower count of the text may be of some of those whom the headline counts."""
    text, span = article.text, casualty_span(lower)
    start, end = lower.hedged_start, lower.phrase_end
    return (
        lower.value == 1
        or any(later.value in (count.value, count.value - lower.value) for later in same_outcome)
        or _counts_others(article, lower) > _counts_others(article, count)
        or (lower.noun != count.noun and lower.noun not in GENERAL_NOUNS)
        or SOME_OF_GROUP.match(text, lower.end) is not None
        or MORE_FOLLOW.match(text, end) is not None
        or MORE_PRECEDE.search(text, start - 8, start) is not None
        or DEFINITE_COUNT.search(text, start - 10, start) is not None
        or DEGREE_OF_INJURY.search(text, span[0], span[1]) is not None
        or (lower.value >= count.value - 3 and ATTACKER_DEAD.search(text, end, sentence[1]) is not None)
        or goes_on_to_count(article, end, count.value)
    )


def _contradict(count: Quantity, other: Quantity) -> bool:
    """Return whether one cannot say both at once: "at least 9" in the text makes "at least 10" out of date."""
    is_vague = count.low < count.value or other.low < other.value or _is_indefinite(count) or _is_indefinite(other)
    if is_vague:
        return are_incompatible(count, other)
    if other.value < count.value:
        return other.high < count.value
    if count.high > count.value and count.value >= 20:
        return other.value >= 1.25 * count.value
    return True


def _is_indefinite(count: Quantity) -> bool:
    """Return whether a count means "at least" without a hedge that says so: dozens, hundreds."""
    return count.high > count.value and count.hedge_span[0] == count.hedge_span[1]


def _share_word(article: Article, count: Quantity, other: Quantity) -> bool:
    words = article[count.noun_phrase].lower().split()
    return any(word in words for word in article[other.noun_phrase].lower().split())


def _has_modifier(article: Article, count: Quantity, higher: Quantity) -> bool:
    """Return whether the headline counts only some people, such as "11 elderly people" of 64 people."""
    words, noun = article[count.noun_phrase].lower().split(), article[higher.noun_phrase].lower()
    return count.noun in GENERAL_NOUNS and len(words) > 1 and words[0] not in noun


def _sums(in_headline: Sequence[Quantity]) -> set[float]:
    """Return the sums of two counts of the headline, and of all: three adults and five minors are eight people."""
    values = [count.value for count in in_headline if not count.unit]
    return {first + second for index, first in enumerate(values) for second in values[index + 1 :]} | {sum(values)}


def _counts_others(article: Article, count: Quantity) -> bool:
    words = article[count.noun_phrase].lower().split()
    return not REST_WORDS.isdisjoint(words) or word_before(article.text, count.hedged_start)[0].lower() == "another"
