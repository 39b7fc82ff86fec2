"""Lines in Title Case that are neither promotion nor subheadings: line-ups, credits, addresses, labelled links."""

from __future__ import annotations

from newslint.api import Pattern, build_alternation
from newslint_advertising.data.words import CREDIT_WORDS, FORM_WORDS, LINK_LABELS, STREET_WORDS

UNFINISHED = frozenset(":,")  # a line that ends so introduces the next one
MAX_COMMAS = 2  # more stand in a list of names

CREDIT = Pattern(
    rf"""(?:(?<![^\n])|[\s(—–-]) {build_alternation(CREDIT_WORDS)}\b
      | \bby\s(?-i:[A-Z])\S+\s(?-i:[A-Z]|(?:de|van|von|for|of)\b)
      | [a-z.]\s?/\s?(?:the\s)?[a-z][\w\s]{{0,40}}(?:\svia\b|\)|$)
      | \bwas\s(?:speaking|talking)\sto\b""",
    method="search",
    matches=(
        "Produced by Ada Example", "Image Source: Example Press", "Contributing: Ada Example", "By Ada Example",
        "Photo Illustration by Ada Example for the Post", "Ada Example/The Example Post via EP",
        "The Dam (Ada Example/Example Press)", "Ada Example Was Speaking to Ben Sample",
    ),
    misses=("Why Doctors Stand By It", "New 20/20 Vision Trick", "Pictures of the Dam"),
)  # fmt: skip
ADDRESS = Pattern(
    rf"""\b\d{{1,5}}\s(?:[\w.]+\s){{1,4}}{build_alternation(STREET_WORDS)}\b | \b(?-i:[A-Z]{{2}})\s\d{{5}}\b
      | \S@\S | https?:// | \bwww\. | (?<![^\n])\W*write\sto\s""",
    method="search",
    matches=("12 S. Example Ave., Oslo", "Springfield, IL 62701", "Write to Ada Example", "ada@news.example"),
    misses=("10 Streets to See Before You Die", "The 12 Best Avenues in Rome", "In 2024 We Rise"),
)
LINK = Pattern(
    rf"\W*{build_alternation(LINK_LABELS)}\b[^:|\]]{{0,12}}[:|\]] | .+ \[[\w\s]{{2,30}}\] $",
    matches=("BREAKING: The Dam Breaks", "[READ ALSO] The Dam Breaks", "Watch Live: The Dam", "The Dam [The Post]"),
    misses=("Breaking Up With Your Bank", "Reading Time"),
)
PAGE_FORM_WORD = Pattern(
    rf"\b (?: {build_alternation(FORM_WORDS)} | donat\w+ | opt.?out ) \b",
    method="search",
    matches=("Get our newsletter", "Sign up for a free trial", "Use the code to donate", "to opt-out"),
    misses=("Get 20% off", "a journalist"),
)
# A poll of the page, and the heading of a list of links.
PAGE_LABEL = Pattern(
    r"""\bvote\s(?:here|now|in)\b
      | \b(?:shares?|facebook|twitter|reddit)\s(?:facebook|twitter|reddit|pinterest|linkedin|whatsapp)\b
      | \b(?:share|comments?|print|save|tweet)\s(?:share|comments?|print|save|email|tweet|listen)\b
      | (?<![^\n])(?:top|most|more|latest)\s(?:[\w'’-]+\s){0,4}(?:stories|headlines|news|photos|pictures|videos)\b""",
    method="search",
    matches=(
        "Should the Dam Go? Vote Now",
        "Listen 4 Min Share Comment",
        "12 Shares Facebook",
        "Top Pictures of the Week",
        "Most Read Business Stories",
    ),
    misses=("Why They Share It", "Why They Vote", "The Top Stories Nobody Told You"),
)
NUMBERED = Pattern(
    r"\#?\d{1,2}[.):]|\d{1,2}\s+[\"'“‘]|(?:step|part|no\.|day|lesson|chapter)\s+(?:\d|one\b|two|three|four|five)",
    matches=("1. First", "9 ‘A Title’", "Step Two", "#3: Third"),
    misses=("13 Things to Know", "Part of It", "Day Trips"),
)
# A label and names, a note of the page in brackets, or a quotation.
LABELLED = Pattern(
    r"""[^:\n]{1,30}:\s(?-i:[A-Z])[\w'’-]+(?:,\s(?-i:[A-Z])[\w'’-]+)+\W*$ | \[[^\]]*\]$ | [“"][^”"]*[”"]$""",
    matches=("Substitutes: Example, Sample.", "[Map: 12 Example Road]", "“We Were Afraid”"),
    misses=("Doctors: Try This, Not That", "[Pics] Where She Is Now", "Why I Hate Banks [Quiz]"),
)


def is_other_line(text: str, start: int, end: int) -> bool:
    """Return whether a line is an item of a list, a label, a credit, an address, a link, or a part of the page."""
    if (
        text[end - 1] in UNFINISHED
        or "©" in text[start:end]
        or text.count(",", start, end) + text.count(";", start, end) > MAX_COMMAS
    ):
        return True
    searched = (CREDIT, ADDRESS, PAGE_FORM_WORD, PAGE_LABEL)
    return any(pattern.search(text, start, end) for pattern in searched) or any(
        pattern.match(text, start, end) for pattern in (LINK, NUMBERED, LABELLED)
    )
