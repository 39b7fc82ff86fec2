"""The language of an article: English, unless it plainly is another one.

Rules that read English words would judge other languages wrongly. So the engine runs only those on such an article that
work in any language.
"""

from __future__ import annotations

from newslint.article import Article

ENGLISH = "English"
"""The language that most rules read, as the view `language` returns it."""

SAMPLE_CHARS = 1500
MIN_COUNT_OF_THE = 5  # in the sample: nine in ten English articles have as many, and no other language has the word


def language(article: Article) -> str:
    """Return the English name of the article's language; "" if it plainly is not English, but which one is unknown.

    A text that is short, mixed, or made of names and numbers counts as English.
    """
    text = article.text
    # One word decides most articles. The mentions of the scan cannot: the words that it always finds, such as verbs of
    # attribution, are rarer, and other languages have some of them.
    if text.count(" the ", 0, SAMPLE_CHARS) >= MIN_COUNT_OF_THE:
        return ENGLISH
    from newslint.text.language_guess import guess_language  # few articles need its lists of words

    return guess_language(text, SAMPLE_CHARS)


def language_evidence(article: Article) -> str:
    """Return in words what `language` rests on, for `--why`."""
    text = article.text
    count = text.count(" the ", 0, SAMPLE_CHARS)
    if count >= MIN_COUNT_OF_THE:
        return f'"the" stands {count} times in the first {SAMPLE_CHARS:,} characters, as only English has it'
    from newslint.text.language_guess import english_words  # few articles need its lists of words

    words, english = english_words(text)
    return (
        f"{english} of its first {words} words are frequent English ones, such as "
        '"the" and "said"; in English prose more than a fifth are, and below 25 words nothing is certain'
    )
