"""numbers/headline-toll: dead, wounded or arrested people, counted differently in the headline than in the text."""

from collections.abc import Iterator, Sequence

from newslint.api import (
    Article,
    Finding,
    Pattern,
    Quantity,
    RelatedLocation,
    Rule,
    Span,
    are_incompatible,
    numbers,
    quantity,
    sentence_at,
)
from newslint_numbers.data.words import (
    ATTACKERS,
    EVENT_NOUNS,
    GENERAL_NOUNS,
    INJURY_DEGREES,
    OUTCOME_STEMS,
    ROUND_UP_WORDS,
)
from newslint_numbers.view.casualties import OTHER_EVENT_SIGN, PERIOD_NOUN, SOME_OF_GROUP, casualty_span

OTHER_EVENT_RATIO = 12  # a count so many times the headline's is of another event
MAX_HEADLINE_CHARS = 200
MAX_LEDE_CHARS = 1500  # of the text after the headline, in which its count should stand again
DATE_HEADER = Pattern(
    r"date[ ]\d{4}-\d\d-\d\d$", matches=("date 2021-04-09",), misses=("date 2021-04-09 Fire", "date: today")
)
OTHER_EVENT_SENTENCE = Pattern(
    rf"\b(?:{OTHER_EVENT_SIGN}|last[ ]{PERIOD_NOUN}|earlier[ ](?:{'|'.join(EVENT_NOUNS)}))\b",
    method="search",
    matches=("Fires in 2019 killed six.", "an earlier incident", "so far this year"),
    misses=("A fire killed six.", "the last man", "earlier incidents"),
)
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


class HeadlineToll(Rule):
    """Finds a casualty count in the headline that differs from the text: "Ten dead", and below it "killing 11 people".

    Casualty counts change while a story develops, and the headline is easily forgotten. It is also what most people
    read, and the number that others quote. The Society of Professional Journalists' Code of Ethics asks for special
    care not to misrepresent a story in summarizing it. The rule compares the headline with the first count of the same
    kind in the text. It ignores hedges, sums, victims counted with or without the attacker, round-ups and earlier
    events.

    ```bad
    Ten dead, 30 injured after blast in market
    ^^^^^^^^ the headline says "Ten dead", the text "killing 11 people"; make them agree.

    A bomb went off in a crowded market on Monday, killing 11 people and injuring 30, the ministry said.
    ```

    ```good
    At least ten dead, dozens injured after blast in market

    A bomb went off in a crowded market on Monday, killing ten people and injuring 35, the ministry said.
    ```
    """

    name = "numbers/headline-toll"
    required_kinds = ("number",)

    def check(self, article: Article) -> Iterator[Finding]:
        """Yield one finding for each outcome in the headline."""
        headline, found = _headline(article.text), article.get(numbers)
        if headline is None or not found or found[0].start >= headline.end:
            return
        title = article.text[headline.start : headline.end].lower()
        if not any(stem in title for stem in OUTCOME_STEMS):
            return
        in_headline = [quantity(article, number) for number in found if number.start < headline.end]
        counts = [count for count in in_headline if count.outcome and count.value == int(count.value)]
        if not counts:
            return
        in_lede = [
            quantity(article, number)
            for number in found
            if headline.end <= number.start < headline.end + MAX_LEDE_CHARS and number.value >= 1
        ]
        for count in counts:
            other = _contradicting(article, count, in_lede, _sums(in_headline), headline)
            if other:
                here, there = _headline_span(count), casualty_span(other)
                yield Finding(
                    here,
                    f'the headline says "{article[here]}", the text "{article[there]}"; make them agree.',
                    related=(RelatedLocation(there, "the count in the text"),),
                )


def _headline(text: str) -> Span | None:
    """Return the first line that is not a header, or None if it is too long."""
    end = 0
    for _ in range(5):
        start = end
        while start < len(text) and text[start].isspace():
            start += 1
        end = text.find("\n", start, start + MAX_HEADLINE_CHARS)
        if end < 0:
            return None
        if not DATE_HEADER.match(text, start, end):
            return Span(start, end)
    return None


def _headline_span(count: Quantity) -> Span:
    """Return the span of a count in the headline, without an outcome that opens the text."""
    span = casualty_span(count)
    return span if count.outcome_span[0] > 0 else Span(count.hedged_start, span.end)


def _contradicting(
    article: Article, count: Quantity, in_lede: Sequence[Quantity], sums: set[float], headline: Span
) -> Quantity | None:
    """Return the first count of the same outcome in the text, if it contradicts the headline's."""
    text = article.text
    same_outcome = [other for other in in_lede if other.outcome == count.outcome and not other.is_rate]
    for other in same_outcome:
        if other.value in sums or other.value == count.value or not _contradict(count, other):
            return None
        sentence = sentence_at(article, other.start)
        if OTHER_EVENT_SENTENCE.search(text, sentence[0], sentence[1]):
            continue
        if other.value > count.value:
            with_attacker = other.value <= count.value + 3 and WITH_ATTACKER.match(
                text, other.end, other.phrase_end + 80
            )
            is_other_event = other.value > OTHER_EVENT_RATIO * count.value
            return None if with_attacker or is_other_event or not _is_same_group(article, count, other) else other
        if ROUND_UP.search(text, headline[0], headline[1]):
            return None
        return None if _may_be_part(article, other, count, same_outcome, sentence) else other
    return None


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
        or lower.noun not in (*GENERAL_NOUNS, count.noun)
        or SOME_OF_GROUP.match(text, lower.end) is not None
        or MORE_FOLLOW.match(text, end) is not None
        or MORE_PRECEDE.search(text, start - 8, start) is not None
        or DEFINITE_COUNT.search(text, start - 10, start) is not None
        or DEGREE_OF_INJURY.search(text, span[0], span[1]) is not None
        or (lower.value >= count.value - 3 and ATTACKER_DEAD.search(text, end, sentence[1]) is not None)
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


def _is_same_group(article: Article, count: Quantity, higher: Quantity) -> bool:
    """Return whether the higher count is of the people whom the headline counts, and not of more."""
    if count.noun in GENERAL_NOUNS or count.noun == higher.noun:
        return True
    words = article[count.noun_phrase].lower().split()
    return any(word in words for word in article[higher.noun_phrase].lower().split())


def _sums(in_headline: Sequence[Quantity]) -> set[float]:
    """Return the sums of two counts of the headline, and of all: three adults and five minors are eight people."""
    values = [count.value for count in in_headline if not count.unit]
    return {first + second for index, first in enumerate(values) for second in values[index + 1 :]} | {sum(values)}


def _counts_others(article: Article, count: Quantity) -> bool:
    words = article[count.noun_phrase].lower().split() + article.text[count.end : count.end + 8].lower().split()
    return "others" in words or "other" in words or "more" in words
