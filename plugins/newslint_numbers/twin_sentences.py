"""numbers/twin-sentences: one thing said twice in nearly the same words, with two figures."""

from collections.abc import Iterator

from newslint.api import Article, Finding, Number, Pattern, RelatedLocation, Rule, Span, numbers, quantity, sentence_at

KEY = 16  # characters behind a figure that must be alike before a pair is looked at
REACH = 200
EMPTY = frozenset(
    "people have been were that which with from will would could said more than about after their".split()
)
# Captions and crime reports repeat the words around days, years and ages.
UNCOUNTED = ("date", "year-old", "month-old", "week-old", "day-old")
NUMBERED = Pattern(r"[ ]of[ ]\d|[ ]?[)/]")
OTHER = Pattern(
    r"""\b(?:(?:last|previous|next|prior)[ ](?:year|month|week|season)|years?[ ]ago|in[ ](?:19|20)\d\d|compared|another
        |earlier|additional|respectively|while|whereas|versus)\b"""
)


class TwinSentences(Rule):
    """Finds a sentence that comes twice in nearly the same words, but with two different figures.

    A paragraph or a caption is repeated, one of the two is brought up to date and the other is not. Scott Maier
    (Numbers in the News: A Mathematics Audit of a Daily Newspaper, Journalism Studies, 2002) found most of a
    newspaper's errors with numbers to be self-evident, and the mathematics elementary. "Same noun, other number" is no
    sign of an error, nine times in ten it is right; so the words on both sides of the figure must agree, or a long
    string of them behind it.

    ```bad
    Police in the port are looking for two men who reportedly broke into the harbour office and fled with the till.

    Police in the port are looking for five men who reportedly broke into the harbour office this morning.
                                       ^^^^ "five men who reportedly broke into the harbour office" has another figure …
    ```

    ```good
    In the north, 18 percent of the voters said they had no confidence in the count.
    In the south, 25 percent of the voters said they had no confidence in the count.
    ```
    """

    name = "numbers/twin-sentences"
    required_kinds = ("number",)

    def check(self, article: Article) -> Iterator[Finding]:
        """One finding for each pair, at the second."""
        text, found = article.text, article.get(numbers)
        keys = [text[end : end + KEY] for _start, end, _value in found]
        if len(set(keys)) == len(keys):
            return
        seen: dict[str, list[Number]] = {}
        for figure, key in zip(found, keys, strict=True):
            earlier = seen.get(key)
            if earlier is None:
                seen[key] = [figure]
                continue
            for one in earlier[-4:]:
                if one.value != figure.value:
                    after = _matching_length(article, one, figure)
                    if after:
                        words = text[figure.start : figure.end + after].rstrip()
                        yield Finding(
                            Span(figure.start, figure.end),
                            f'"{words}" has another figure than the same words above, '
                            f'"{text[one.start : one.end]}"; find out which is right.',
                            related=(RelatedLocation(Span(one.start, one.end), "the same words"),),
                        )
                        break
            earlier.append(figure)


def _matching_length(article: Article, one: Number, two: Number) -> int:
    """How many characters behind the two figures are alike, if that is enough to make them say the same; else 0."""
    text = article.text
    behind = _alike(_after(text, one.end), _after(text, two.end))
    if len(behind) < 5 or NUMBERED.match(text, two.end) or text[two.start - 1 : two.start] == "#":
        return 0
    if any(char.isdigit() for word in behind[:5] for char in word):
        return 0  # a table
    ahead = len(_alike(_before(text, one.start), _before(text, two.start)))
    if ahead >= 4 and ahead + len(behind) >= 15:
        return 0 if quantity(article, two).unit in UNCOUNTED else len(" ".join(behind))
    phrase = _phrase(behind)
    if phrase[:1] != [""] or len(phrase) < 6 or sum(len(word) >= 4 and word not in EMPTY for word in phrase) < 4:
        return 0
    places = sentence_at(article, one.start), sentence_at(article, two.start)
    if (
        quantity(article, two).unit == "%"
        or places[0] == places[1]
        or any(OTHER.search(text, *place) for place in places)
    ):
        return 0
    return len(" ".join(phrase))


def _after(text: str, end: int) -> list[str]:
    return text[end : end + REACH].partition("\n")[0].split(" ")


def _before(text: str, start: int) -> list[str]:
    return text[max(0, start - REACH) : start].rpartition("\n")[2].split(" ")[::-1]


def _alike(one: list[str], two: list[str]) -> list[str]:
    """The words with which both lists begin."""
    number = 0
    for first, second in zip(one, two, strict=False):
        if first != second:
            break
        number += 1
    return one[:number]


def _phrase(words: list[str]) -> list[str]:
    """The words as far as the first that punctuation follows."""
    for number, word in enumerate(words):
        if word and not word[-1].isalnum():
            return words[: number + 1] if word[-1] in ".,;:" else words[:number]
    return words
