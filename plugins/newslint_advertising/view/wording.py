"""How much the words of a line speak for advertising, whatever the article says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache


def tokens(line_words: Sequence[str]) -> Iterator[str]:
    """Yield a line's words in lower case, figures as `#`, and the first word once more with a mark."""
    for number, word in enumerate(line_words):
        token = "#" if any(map(str.isdigit, word)) else word.lower().replace("’", "'")
        if number == 0:
            yield f"^{token}"
        yield token


def wording_score(line_words: Sequence[str]) -> int:
    """Return the sum of the words' weights, in tenths; above 0, a headline is more likely an advertisement."""
    bias, weights = _table()
    return bias + sum([weights.get(token, 0) for token in set(tokens(line_words))])


def telling_words(line_words: Sequence[str]) -> list[str]:
    """Return the words that speak for advertising, the weightiest first."""
    _bias, weights = _table()
    weighed = {word: max(weights.get(token, 0) for token in tokens([word])) for word in line_words}
    return sorted((word for word, weight in weighed.items() if weight > 0), key=lambda word: -weighed[word])


@cache
def _table() -> tuple[int, dict[str, int]]:
    from newslint_advertising.data.wording import BIAS, WORDS_BY_WEIGHT  # few texts need it

    return BIAS, {word: weight for weight, words in WORDS_BY_WEIGHT for word in words.split()}
