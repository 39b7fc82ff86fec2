"""A headline merged into the lede, told by the capitals that only headlines give to small words."""

from __future__ import annotations

from newslint_boilerplate.data.words import FUNCTION_WORDS, SENTENCE_OPENERS, SMALL_WORDS

MIN_HEADLINE_WORDS = 5
MAX_WORDS_TO_LOWER_CASE = 6  # from the first word of the lede to its first word in lower case


def end_of_headline(text: str, start: int, end: int) -> int:
    """Return where the lede begins after a headline in Title Case that was merged into it; `start` where none was."""
    for word in text[start : min(end, start + 60)].split(" ", 6)[:6]:
        if word.islower() and word not in SMALL_WORDS:
            return start  # fast path: nearly every lede
    words = text[start : min(end, start + 220)].split(" ")
    lower_case = 0  # the number of the first word that a headline would set with a capital
    for number, word in enumerate(words[:-1]):
        bare = word.strip("\"'“”‘’()[]:;,.!?…–—-")
        if bare[:1].islower() and bare not in SMALL_WORDS:
            lower_case = number
            break
    if lower_case <= MIN_HEADLINE_WORDS:
        return start
    begin = lower_case - 1
    while begin >= MIN_HEADLINE_WORDS and not _may_begin_sentence(words, begin):
        begin -= 1
    if begin < MIN_HEADLINE_WORDS or lower_case - begin > MAX_WORDS_TO_LOWER_CASE:
        return start
    headline = words[:begin]
    joined = " ".join(headline)
    if any(mark in joined for mark in ("(", "—", "--", "@")) or " – " in joined[:40] or joined[0] in '“"‘[':
        return start  # a dateline, a post, a quotation
    return start + len(joined) + 1 if _is_headline(headline, joined) else start


def _is_headline(words: list[str], joined: str) -> bool:
    """Return whether capitals and marks show that the words are a headline, not the names that open a sentence."""
    small = sum(word.lower().strip("?!,:’'") in FUNCTION_WORDS and word[0].isupper() for word in words[1:] if word)
    all_caps = sum(len(word) > 3 and word.isalpha() and word.isupper() for word in words[1:])
    has_mark = (
        words[-1][-1:] in "?!…" or "!" in joined or "?" in joined or (words[-1][0] == "[" and words[-1].isupper())
    )
    return small + all_caps + 2 * has_mark >= 2 or (small > 0 and len(words) >= 8)


def _may_begin_sentence(words: list[str], number: int) -> bool:
    """Return whether the sentence after a headline can begin with this word."""
    bare = words[number].strip("“\"‘'")
    if not bare[:1].isupper():
        return False
    return (
        bare in SENTENCE_OPENERS
        or bare in words[:number]
        or words[number - 1][-1:] in "?!…]"
        or words[number][0] in '“"'
    )
