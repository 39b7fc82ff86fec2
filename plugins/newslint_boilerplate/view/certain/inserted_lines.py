"""Lines whose form shows that a page inserted them: contacts, links in capitals, a syndicator's note, copies."""

from __future__ import annotations

from newslint.api import Article, Pattern, line_at, non_blank_lines, short_lines
from newslint_boilerplate.view.line_kinds.labels import normalize_label

MAX_CONTACT_CHARS = 240
MIN_HEADLINE_SPACES = 3
MIN_CAPITALS_WORDS = 7
MIN_PARAGRAPH_CHARS = 100
COPY_MARKS = frozenset("×✕»›▶►+•")
# A sentence has one of these; a headline leaves them out.
SENTENCE_WORDS = frozenset(
    "A AN THE IS ARE WAS WERE BE BEEN AM I YOU HE SHE WE THEY IT IF THIS THAT THESE THOSE HERE THERE HAVE HAS HAD DO "
    "DOES DID MY YOUR OUR".split()
)

# How to reach a reporter, or where readers may write to; and the words of other contacts, which are the article's own.
CONTACT_WORDS = (
    "reach", "contact", "e-mail", "email", "follow", "tweet", "write to", "send", "share", "tell us", "let us know",
    "get in touch", "|",
)  # fmt: skip
CONTACT = Pattern(
    r"""(?: ^ | [?!.]\s ) \W* (?: reach | contact | e-?mail | follow | tweet | write\s+to | send | share
        | tell\s+us | let\s+us\s+know | get\s+in\s+touch )\b
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

# What a syndicator writes below a text, and a link to a story elsewhere on the site.
WIRE_FOOT = Pattern(
    r"""\W* (?:
        this\s(?:report|story|article|dispatch|content|column)\s (?:
            (?:by|from)\s[^.\n]{2,60}\swas\s(?:first\s|originally\s)?(?:published|posted|issued|filed)\b
          | (?:was|is)\s(?:first\s|originally\s)?(?:produced|written|reported|created|provided|supplied)\s[^.\n]{2,90}\s
            (?:distributed|syndicated|republished|supplied|made\savailable)\b )
      | (?:provided|supplied|distributed|syndicated)\sby\s(?-i:[A-Z])[^.\n]{1,50}\.?\W*$ )""",
    matches=(
        "This report by the Example Press was first published May 3, 2024.", "Provided by Example Media Inc.",
        "This story was produced by Example Desk and distributed by Example Wire.",
    ),
    misses=(
        "This report by the auditors was first of its kind", "Provided by the state, the money is late",
        "This story was written by a twelve-year-old",
    ),
)  # fmt: skip
LIST_OPENINGS = frozenset(
    "most latest recent trending popular related featured recommended top more".split()
)  # first words of such a heading
LIST_HEADING = Pattern(
    rf"""\W*(?:(?:most\s(?:read|popular|viewed|shared|watched|recent)|{"|".join(sorted(LIST_OPENINGS - {"most"}))})\s)
        (?:[\w'’&-]+\s){{1,3}}(?:stories|headlines|articles|videos|posts|coverage|reads)\W*$""",
    matches=("Most Read Business Stories", "More Harbour Coverage", "Latest City Headlines"),
    misses=("More stories of the harbour", "Top Stories", "Most read it"),
)
# A link in capitals, or in brackets, led by the name of a kind of story.
GENRE_LINK = Pattern(
    r"""\W*(?-i:(?:[A-Z]+\s)?(?:GRAPHICS?|TIMELINE|OPINION|ANALYSIS|EDITORIAL|COLUMN|COMMENTARY|QUIZ|PODCAST|AUDIO
        |LISTEN|REVIEW|PROFILE|EXPLAINER|FACTBOX|MAPS?|CHARTS?|VIEWPOINT|ARCHIVE|LETTERS?|FEATURE))\s?[:|]\s
        [^.]{12,100}[\w'’”"?)]$
      | [(\[]\s*(?:also|more|read|see|watch|listen|related|photos|videos?|earlier|previously)\b[^:.)\]]{0,25}:
        (?:\s[^\s/.)\]]+){3,}[)\]]$""",
    matches=("GRAPHIC: Where the boats will moor", "(More on EXAMPLE: Prices to rise)", "[READ: Prices to rise]"),
    misses=("Graphic: where boats moor", "(More on that later)", "OPINION: It was wrong. So were we."),
)
ELSEWHERE = Pattern(
    r"\W*also\son\s(?:[^:\n]{2,30}:\s|[\w-]+\.(?:com|org|net)\b)\S*",
    matches=("( Also on EXAMPLE: Bridge opens", "Also on example.com ‘Bridge opens’"),
    misses=("Also on Monday the bridge opens",),
)
READING_TIME = Pattern(
    r"\W*(?:estimated\s+)?read(?:ing)?\s+time\W+\d[^.]{0,20}$",
    matches=("Reading time 5 mins", "Read time: 2"),
    misses=("Reading time is short", "Bread time 5"),
)
FORMS = (("credit", WIRE_FOOT), ("related", ELSEWHERE), ("label", READING_TIME))


def inserted_lines(article: Article) -> dict[int, str]:
    """Return the kind of junk by line number, among the lines that are not blank, for lines of these forms."""
    text, found = article.text, dict[int, str]()
    for at, _end, _mark in article.mentions("boilerplate.handle"):
        start, end = line_at(article, at)
        if end - start < MAX_CONTACT_CHARS and _is_contact(text[start:end]):
            found[_number_at(article, start)] = "share"
    for at, _end, _opening in article.mentions("boilerplate.form"):
        start, end = line_at(article, at)
        if end - start < MAX_CONTACT_CHARS:
            found |= {_number_at(article, start): kind for kind, form in FORMS if form.match(text, start, end)}
    for number, start, end in article.get(short_lines):
        line = text[start:end]
        if line[0] in COPY_MARKS:
            if _repeats_headline(article, number, normalize_label(line)):
                found[number] = "stray"
        elif (number and _is_list_heading(line)) or (
            (_is_genre_link(line) or (line.isupper() and _is_cross_heading(line)))
            and _is_between_paragraphs(article, number)
        ):
            found[number] = "related"
    return found


def _is_list_heading(line: str) -> bool:
    first = line.partition(" ")[0]
    return (first.lower() in LIST_OPENINGS or not first.isalpha()) and LIST_HEADING.match(line, 0) is not None


def _is_genre_link(line: str) -> bool:
    return (":" in line or "|" in line) and GENRE_LINK.match(line, 0) is not None


def _repeats_headline(article: Article, number: int, label: str) -> bool:
    """Return whether a line before the first paragraph says the same."""
    if label.count(" ") < MIN_HEADLINE_SPACES:
        return False
    before = zip(range(number), article.get(short_lines), strict=False)
    return any(at == other and normalize_label(article.text[start:end]) == label for at, (other, start, end) in before)


def _number_at(article: Article, start: int) -> int:
    return next(number for number, line in enumerate(article.get(non_blank_lines)) if line.end > start)


def _is_contact(line: str) -> bool:
    if not any(map(line.lower().__contains__, CONTACT_WORDS)):
        return False
    return bool(CONTACT.search(line, 0, len(line))) and not PUBLIC_CONTACT.search(line, 0, len(line))


def _is_cross_heading(line: str) -> bool:
    """Return whether a line in capitals is a headline, as opposed to a sentence."""
    words = line.replace("'", " ").replace("’", " ").split()
    return (
        len(words) >= MIN_CAPITALS_WORDS
        and line[-1] not in ".:"
        and line[0].isalpha()
        and SENTENCE_WORDS.isdisjoint(words)
    )


def _is_between_paragraphs(article: Article, number: int) -> bool:
    lines = article.get(non_blank_lines)
    if not 0 < number < len(lines) - 1:
        return False
    return all(lines[near].end - lines[near].start >= MIN_PARAGRAPH_CHARS for near in (number - 1, number + 1))
