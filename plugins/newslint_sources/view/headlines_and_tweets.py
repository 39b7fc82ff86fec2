"""Headlines and tweets: words that are not the article's own account."""

from __future__ import annotations

from newslint.api import Article, Pattern, Rejection, sentence_at

MAX_HEADLINE_CHARS = 140
MAX_TWEET_CHARS = 300
TWEET_SIGNATURE = Pattern(
    r"[^\n]*?\(@\w{1,20}\)\ [A-Z][a-z]+\ \d",
    case_sensitive=True,
    matches=(" said so. — Jan Novak (@jannovak) June 30",),
    misses=(" said so (@jannovak)", " said so (June 30)"),
)

IN_HEADLINE = Rejection("it stands in a headline, which leaves the source to the text")
IN_TWEET = Rejection("it stands in a tweet: its author is named")


def is_in_headline(article: Article, position: int) -> bool:
    """Return whether a position is in a line that is no sentence: a headline leaves the source to the text."""
    text, (start, end) = article.text, sentence_at(article, position)
    return end - start < MAX_HEADLINE_CHARS and text[end - 1].isalnum() and text[start - 1 : start] in ("", "\n")


def is_in_tweet(text: str, position: int) -> bool:
    """Return whether the signature of a tweet follows: its words are those of its author."""
    end = position + MAX_TWEET_CHARS
    return text.find("(@", position, end) >= 0 and bool(TWEET_SIGNATURE.match(text, position, end))
