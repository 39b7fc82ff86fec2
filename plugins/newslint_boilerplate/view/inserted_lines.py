"""Lines whose form shows that the page inserted them: contacts, the headline again behind a mark, cross headings."""

from __future__ import annotations

from newslint.api import Article, Pattern, non_blank_lines, short_lines
from newslint_boilerplate.view.labels import normalize_label

MAX_CONTACT_CHARS = 240
MIN_HEADLINE_WORDS = 4
MIN_CAPITALS_WORDS = 7
MIN_PARAGRAPH_CHARS = 100
COPY_MARKS = frozenset("×✕»›▶►+•")
# A sentence has one of these; a headline leaves them out.
SENTENCE_WORDS = frozenset(
    "A AN THE IS ARE WAS WERE BE BEEN AM I YOU HE SHE WE THEY IT IF THIS THAT THESE THOSE HERE THERE HAVE HAS HAD DO "
    "DOES DID MY YOUR OUR".split()
)

# How to reach a reporter, or where readers may write to; and the words of other contacts, which are the article's own.
CONTACT = Pattern(
    r"""(?: ^ | [?!.]\s ) \W* (?: reach | contact | e-?mail | follow | tweet | write\s+to | send | share )\b
        [^?!\n]{0,90} @\w
      | ^ [^|\n]{2,40} \| [^|\n]{2,60} \| [^|\n]{0,20} [\w.]+@\w """,
    method="search",
    matches=(
        "Reach Ada Example at ada@example.com", "Were you there? Email desk@example.com.",
        "Ada Example | Reporter | ada@example.com", "Follow Ada Example on X: @example",
    ),
    misses=("The police can be reached at tips@example.com", "She followed @example", "Ada Example | Oslo"),
)  # fmt: skip
PUBLIC_CONTACT = Pattern(
    r"""\b(?: police | sheriff | detective | investigators? | officers? | crime\w* | witness\w* | anyone | information
        | tickets? | regist\w+ | rsvp | apply | applications? | donat\w+ | hotline | det | sgt | lt | \w+\.gov )\b""",
    method="search",
    matches=("Email tips@police.example", "Contact Det. Example", "with information", "at desk@town.gov"),
    misses=("Reach Ada Example at ada@example.com",),
)


def inserted_lines(article: Article) -> dict[int, str]:
    """Return the kind of junk by line number, among the lines that are not blank, for lines of these forms."""
    text, found = article.text, dict[int, str]()
    for at, _end, _mark in article.mentions("boilerplate.handle"):
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        end = len(text) if end < 0 else end
        if end - start < MAX_CONTACT_CHARS and _is_contact(text[start:end]):
            found[_number_at(article, start)] = "share"
    lines: list[str] = []
    for number, start, end in article.get(short_lines):
        line = text[start:end]
        if line[0] in COPY_MARKS and line.count(" ") >= MIN_HEADLINE_WORDS and normalize_label(line) in lines:
            found[number] = "stray"
        elif line.isupper() and _is_cross_heading(article, number, line):
            found[number] = "related"
        if number == len(lines):
            lines.append(normalize_label(line))  # the lines before the first paragraph
    return found


def _number_at(article: Article, start: int) -> int:
    return next(number for number, line in enumerate(article.get(non_blank_lines)) if line.end > start)


def _is_contact(line: str) -> bool:
    return bool(CONTACT.search(line, 0, len(line))) and not PUBLIC_CONTACT.search(line, 0, len(line))


def _is_cross_heading(article: Article, number: int, line: str) -> bool:
    """Return whether a headline in capitals stands between two paragraphs: the link to another story."""
    words = line.replace("'", " ").replace("’", " ").split()
    if len(words) < MIN_CAPITALS_WORDS or line[-1] in ".:" or not line[0].isalpha():
        return False
    lines = article.get(non_blank_lines)
    if not 0 < number < len(lines) - 1 or not SENTENCE_WORDS.isdisjoint(words):
        return False
    return all(lines[near].end - lines[near].start >= MIN_PARAGRAPH_CHARS for near in (number - 1, number + 1))
