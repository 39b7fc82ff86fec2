"""numbers/twin-sentences: one sentence twice in nearly the same words, with two numbers."""

from collections.abc import Iterator

from newslint.api import Article, Finding, Number, Pattern, RelatedLocation, Rule, Span, numbers, quantity, sentence_at
from newslint_numbers.data.words import COMPARISON_WORDS, LONG_STOP_WORDS

KEY_CHARS = 16  # after a number, that must be equal before the rule compares two numbers
MAX_COMPARED_CHARS = 200
MAX_EARLIER_NUMBERS = 4  # with one key, that a number is compared with
# Captions and crime reports repeat the words around days, years and ages.
IGNORED_UNITS = ("date", "year-old", "month-old", "week-old", "day-old")
NUMBERING = Pattern(r"[ ]of[ ]\d|[ ]?[)/]", matches=(" of 5", ")", " / 7"), misses=(" of the", ", of 5"))
COMPARISON = Pattern(
    rf"""\b(?:(?:last|previous|next|prior)[ ](?:year|month|week|season)|years?[ ]ago|in[ ](?:19|20)\d\d
        |{"|".join(COMPARISON_WORDS)})\b""",
    method="search",
    matches=("last season, 40", "in 2019", "a year ago", "whereas"),
    misses=("the last man", "in 200 cases", "a year later"),
)


class TwinSentences(Rule):
    """Finds a sentence that stands twice in nearly the same words, but with two different numbers.

    An editor updates one of two paragraphs or captions and misses the other. Scott Maier (Numbers in the News: A
    Mathematics Audit of a Daily Newspaper, Journalism Studies, 2002) found most of a newspaper's errors with numbers to
    be self-evident, and the mathematics elementary. The same noun with another number is not a sign of an error: nine
    times in ten it is right. So the words on both sides of the number must be equal, or a long string of words after
    it.

    ```bad
    Police in the port are looking for two men who reportedly broke into the harbour office and fled with the till.

    Police in the port are looking for five men who reportedly broke into the harbour office this morning.
                                       ^^^^ "five men who reportedly broke into the harbour office": the same words …
    ```

    ```good
    In the north, 18 percent of the voters said they had no confidence in the count.
    In the south, 25 percent of the voters said they had no confidence in the count.
    ```
    """

    name = "numbers/twin-sentences"
    preview = True
    required_kinds = ("number",)

    def check(self, article: Article) -> Iterator[Finding]:
        """Yield one finding for each pair, at the second number."""
        text, found = article.text, article.get(numbers)
        keys = [text[end : end + KEY_CHARS] for _start, end, _value in found]
        if len(set(keys)) == len(keys):
            return
        seen: dict[str, list[Number]] = {}
        for number, key in zip(found, keys, strict=True):
            earlier_numbers = seen.get(key)
            if earlier_numbers is None:
                seen[key] = [number]
                continue
            for earlier in earlier_numbers[-MAX_EARLIER_NUMBERS:]:
                length = _equal_chars_after(article, earlier, number) if earlier.value != number.value else 0
                if length:
                    words = text[number.start : number.end + length].rstrip()
                    yield Finding(
                        Span(number.start, number.end),
                        f'"{words}": the same words above say "{text[earlier.start : earlier.end]}"; '
                        "check which number is correct.",
                        related=(RelatedLocation(Span(earlier.start, earlier.end), "the same words"),),
                    )
                    break
            earlier_numbers.append(number)


def _equal_chars_after(article: Article, first: Number, second: Number) -> int:
    """Return how many characters after two numbers are equal, if these are enough to say the same, else 0."""
    text = article.text
    after = _common_prefix(_words_after(text, first.end), _words_after(text, second.end))
    if len(after) < 5 or NUMBERING.match(text, second.end) or text[second.start - 1 : second.start] == "#":
        return 0
    if any(char.isdigit() for word in after[:5] for char in word):
        return 0  # a table
    before = _common_prefix(_words_before(text, first.start), _words_before(text, second.start))
    if len(before) >= 4 and len(before) + len(after) >= 15:
        return 0 if quantity(article, second).unit in IGNORED_UNITS else len(" ".join(after))
    phrase = _up_to_punctuation(after)
    telling_words = sum(len(word) >= 4 and word not in LONG_STOP_WORDS for word in phrase)
    if phrase[:1] != [""] or len(phrase) < 6 or telling_words < 4:
        return 0
    if quantity(article, second).unit == "%":
        return 0
    sentences = sentence_at(article, first.start), sentence_at(article, second.start)
    if sentences[0] == sentences[1] or any(COMPARISON.search(text, *sentence) for sentence in sentences):
        return 0
    return len(" ".join(phrase))


def _words_after(text: str, end: int) -> list[str]:
    return text[end : end + MAX_COMPARED_CHARS].partition("\n")[0].split(" ")


def _words_before(text: str, start: int) -> list[str]:
    """Return the words of the line before `start`, the nearest first."""
    return text[max(0, start - MAX_COMPARED_CHARS) : start].rpartition("\n")[2].split(" ")[::-1]


def _common_prefix(first: list[str], second: list[str]) -> list[str]:
    count = 0
    for word, other in zip(first, second, strict=False):
        if word != other:
            break
        count += 1
    return first[:count]


def _up_to_punctuation(words: list[str]) -> list[str]:
    """Return the words up to the first that punctuation follows."""
    for index, word in enumerate(words):
        if word and not word[-1].isalnum():
            return words[: index + 1] if word[-1] in ".,;:" else words[:index]
    return words
