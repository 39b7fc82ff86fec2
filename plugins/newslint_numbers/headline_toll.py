"""numbers/headline-toll: dead, wounded or arrested, counted otherwise in the headline than in the text."""

from collections.abc import Iterator, Sequence

from newslint.api import (
    Article,
    Finding,
    Pattern,
    Quantity,
    RelatedLocation,
    Rule,
    Span,
    numbers,
    quantity,
    sentence_at,
)

HEADER = Pattern(r"date[ ]\d{4}-\d\d-\d\d$")
STEMS = "kill dead die death injur wound hurt shot arrest detain releas slain murder swap exchang free fatal".split()
OTHER_EVENT_RATIO = 12  # so many times the headline's count is another event's
LONGEST, LEDE = 200, 1500  # characters: of a headline; of the text in which its toll should come again
GENERAL = frozenset(("", "person", "other", "victim", "more", "casualty"))
ELSEWHERE = Pattern(  # of another event, or of many
    r"""\b(?:in[ ](?:19|20)\d\d|(?:last|this|previous|each|every|past)[ ](?:year|month|week|decade)|years?[ ]ago
        |so[ ]far|since|nationwide|annual|(?:another|earlier)[ ](?:shooting|attack|incident))\b"""
)
MANY = Pattern(
    r"\b(?:shootings|attacks|crashes|fires|bombings|incidents|storms|weekend|night|overnight|hours|days|killings)\b"
)
GUNMAN_DEAD = Pattern(r"\b(?:him|her|them)sel(?:f|ves)\b")
GRADED = Pattern(r"\b(?:seriously|critically|slightly|severely|badly|lightly|gravely)\b")
OF = Pattern(r"[ ]of[ ](?:the|them|those|whom|his|her|its|their)\b")
PARTS = Pattern(
    r"[ ,]*(?:and[ ](?:an?|one|two|three|four|five|\d+)|along[ ]with|as[ ]well[ ]as|plus)\b|,[ ](?:an?|one|two|\d+)[ ]"
)
JOINED = Pattern(r"(?<!\bdead)(?<!\bkilled)(?<!\bwounded)(?<!\binjured)(?<!\bhurt),?[ ](?:and|&|plus)[ ]$")
DEFINITE = Pattern(r"\b(?:the|those|these|all|both|her|his|their|other)[ ]$")
WITH_GUNMAN = Pattern(
    r"""[^.]{0,40}?\b(?:including|counting|and|plus|among[ ]them)[ ](?:the[ ]|an?[ ]|two[ ]|three[ ])?(?:[\w-]+[ ])?
        (?:gunm[ae]n|shooters?|attackers?|suspects?|bombers?|assailants?|(?:him|her)self|themselves|perpetrators?)\b"""
)


class HeadlineToll(Rule):
    """Finds a toll in the headline that is not the toll in the text: "Ten dead", and below it "killing 11 people".

    Tolls change while a story runs, and the headline is what is left behind. It is also what most people read, and the
    figure that is quoted. The Society of Professional Journalists' Code of Ethics asks for special care not to
    misrepresent a story in summarizing it. The first count of the same kind in the text is held against the headline;
    hedges, sums, victims counted with or without the gunman, round-ups and earlier events are left alone.

    ```bad
    Ten dead, 30 injured after blast in market
    ^^^^^^^^ the headline has "Ten dead", the text "killing 11 people"; bring the two together.

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
        """One finding for each kind of toll in the headline."""
        headline, found = _headline(article.text), article.get(numbers)
        if headline is None or not found or found[0].start >= headline.end:
            return
        title = article.text[headline.start : headline.end].lower()
        if not any(stem in title for stem in STEMS):
            return
        counted = [quantity(article, figure) for figure in found if figure.start < headline.end]
        tolls = [one for one in counted if one.outcome and one.value == int(one.value)]
        if not tolls:
            return
        below = [
            quantity(article, figure)
            for figure in found
            if headline.end <= figure.start < headline.end + LEDE and figure.value >= 1
        ]
        for toll in tolls:
            other = _contradicting(article, toll, below, _sums(counted), headline)
            if other:
                here, there = _phrase(toll), _phrase(other)
                yield Finding(
                    here,
                    f'the headline has "{article[here]}", the text "{article[there]}"; bring the two together.',
                    related=(RelatedLocation(there, "the text's count"),),
                )


def _headline(text: str) -> Span | None:
    """The first line that is no header, if it is short enough."""
    end = 0
    for _ in range(5):
        start = end
        while start < len(text) and text[start].isspace():
            start += 1
        end = text.find("\n", start, start + LONGEST)
        if end < 0:
            return None
        if not HEADER.match(text, start, end):
            return Span(start, end)
    return None


def _contradicting(
    article: Article, toll: Quantity, below: Sequence[Quantity], sums: set[float], headline: Span
) -> Quantity | None:
    """The first count of the same kind in the text, if it cannot be the headline's."""
    text = article.text
    alike = [one for one in below if one.outcome == toll.outcome and not one.is_rate]
    for one in alike:
        if one.value in sums or one.value == toll.value or not _are_incompatible(toll, one):
            return None
        sentence = sentence_at(article, one.start)
        if ELSEWHERE.search(text, sentence[0], sentence[1]):
            continue
        if one.value > toll.value:
            end = max(one.end, one.noun_phrase[1])
            with_gunman = one.value <= toll.value + 3 and WITH_GUNMAN.match(text, one.end, end + 80)
            other_event = one.value > OTHER_EVENT_RATIO * toll.value
            return None if with_gunman or other_event or not _same_kind(article, toll, one) else one
        if MANY.search(text, headline[0], headline[1]) or _part(article, toll, one, alike, sentence):
            return None
        return one
    return None


def _part(article: Article, toll: Quantity, one: Quantity, alike: Sequence[Quantity], sentence: Span) -> bool:
    """Whether the lesser count may be of some of those whom the headline counts."""
    text, phrase = article.text, _phrase(one)
    begin, end = min(one.start, one.hedge_span[0]), max(one.end, one.noun_phrase[1])
    return (
        one.value == 1
        or any(later.value in (toll.value, toll.value - one.value) for later in alike)
        or _other(article, one) > _other(article, toll)
        or one.noun not in (*GENERAL, toll.noun)
        or OF.match(text, one.end) is not None
        or PARTS.match(text, end) is not None
        or JOINED.search(text, begin - 8, begin) is not None
        or DEFINITE.search(text, begin - 10, begin) is not None
        or GRADED.search(text, phrase[0], phrase[1]) is not None
        or (one.value >= toll.value - 3 and GUNMAN_DEAD.search(text, end, sentence[1]) is not None)
    )


def _are_incompatible(toll: Quantity, other: Quantity) -> bool:
    """Whether the two cannot both be said at once: "at least 9" above "at least 10" is out of date."""
    if toll.low < toll.value or other.low < other.value or _vague(toll) or _vague(other):
        return toll.high < other.low or other.high < toll.low
    if other.value < toll.value:
        return other.high < toll.value
    if toll.high > toll.value and toll.value >= 20:
        return other.value >= 1.25 * toll.value
    return True


def _vague(one: Quantity) -> bool:
    """Dozens, hundreds: at least so many, with no hedge that says so."""
    return one.high > one.value and one.hedge_span[0] == one.hedge_span[1]


def _same_kind(article: Article, toll: Quantity, other: Quantity) -> bool:
    """Whether the greater count is of the people whom the headline counts, and not of more."""
    if toll.noun in GENERAL or toll.noun == other.noun:
        return True
    words = article[toll.noun_phrase].lower().split()
    return any(word in words for word in article[other.noun_phrase].lower().split())


def _sums(counted: Sequence[Quantity]) -> set[float]:
    """What counts in the headline may be taken together: three adults and five minors are eight people."""
    values = [one.value for one in counted if not one.unit]
    return {first + second for index, first in enumerate(values) for second in values[index + 1 :]} | {sum(values)}


def _other(article: Article, one: Quantity) -> bool:
    words = article[one.noun_phrase].lower().split() + article.text[one.end : one.end + 8].lower().split()
    return "others" in words or "other" in words or "more" in words


def _phrase(one: Quantity) -> Span:
    """The toll with its hedge and the word that makes it one: "at least ten people dead"."""
    return Span(
        min(one.start, one.hedge_span[0], one.outcome_span[0] or one.start),
        max(one.end, one.noun_phrase[1], one.outcome_span[1]),
    )
