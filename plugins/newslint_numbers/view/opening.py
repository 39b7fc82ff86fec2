"""The opening of a report without the lines of the site around it: links, credits, copyright, calls to the reader."""

from newslint.api import Article, Lexicon, Pattern

WORDS = ("copyright", "©", "all rights reserved", "click here", "clich here", "read here")
LEXICON: Lexicon = {"numbers.site": ("copyright*", "©*", *WORDS[2:])}

SITE_LINE = Pattern(
    r"""\W{0,3}(?:(?:read|see|watch)[ ](?:also|more|next)\b|(?:also|must)[ ]read\b|related\b|recommended\b
    |advertisements?\b|(?:kindly[ ])?share[ ](?:this|on)\b|follow[ ]us\b|click[ ]here\b|subscribe\b|sign[ ]up\b
    |download\b|join[ ]our\b
    |photos?[ ]?:|image[ ]?:|courtesy\b|(?:by|from):?[ ][A-Z][^.\n]{0,60}$|(?:\(?tm[ ]and[ ])?copyright\b|©
    |this[ ](?:material|story)[ ]may[ ]not\b)""",
    matches=("READ ALSO: Nine die", "(TM and Copyright 2016", "© 2016", "Advertisement", "By Ann Lee"),
    misses=("Readers", "By noon the fire had spread.", "A related fire", "He subscribed"),
)
SITE_WORDS = Pattern(
    r"""(?:\bcopyright|©)[ ]?(?:©[ ])?(?:\(c\)[ ])?(?:19|20)\d\d|\ball[ ]rights[ ]reserved\b|\bcli(?:ck|ch)[ ]here\b
    |\bread[ ]here\b""",
    method="search",
    matches=("(TM and Copyright 2016 Coast Radio", "All rights reserved.", "A new cure! Click here for details"),
    misses=("a copyright case", "all rights", "the click of the lock"),
)


def opening_lines(article: Article, length: int) -> list[str]:
    """Return the lines of the first `length` characters that belong to the report."""
    lines = [line for line in article.text[:length].split("\n") if line and not SITE_LINE.match(line, 0)]
    site_words = article.mentions("numbers.site")
    if site_words and site_words[0][0] < length:
        return [line for line in lines if not _is_of_site(line)]
    return lines


def _is_of_site(line: str) -> bool:
    return any(map(line.lower().__contains__, WORDS)) and SITE_WORDS.search(line, 0, len(line)) is not None
