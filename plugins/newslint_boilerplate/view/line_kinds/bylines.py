"""Short lines that belong to an article though they are not sentences: dates, bylines, captions, addresses."""

from __future__ import annotations

from newslint.api import MONTHS, Pattern, build_alternation
from newslint_boilerplate.data.words import JOB_TITLES, PICTURE_AGENCIES, PICTURE_WORDS, SOCIAL_SITES

MAX_DATE_LINE_CHARS = 60

MONTH = rf"{build_alternation(month[:3] for month in MONTHS)}[a-z]*\.?"
DATE = Pattern(
    rf"""(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?
    (?: {MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}
      | \d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH},?\s+\d{{4}}
      | \d{{4}}-\d\d-\d\d(?:T[\d:.]+Z?)? | \d{{1,2}}/\d{{1,2}}/\d{{2,4}} )
    (?: ,?\s*(?:at|-|–|\|)?\s*\d{{1,2}}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{{2,4}})? )? \W*$""",
    matches=("Friday, May 3, 2024", "3rd May 2024 at 5:10 p.m. GMT", "2024-05-03T10:00:00Z", "5/3/2024"),
    misses=("May 3", "May 3, 2024, was a Friday", "Friday"),
)
DATE_IN_LINE = Pattern(
    rf"\b{MONTH}\s.{{0,10}}\b(?:19|20)\d\d",
    method="search",
    matches=("Updated: 3 May 2024, 10:15", "Posted Sept. 12, 1999"),
    misses=("May 3", "Updated 2024"),
)
AGE = Pattern(
    r"""(?:\w{1,14}\s+)?(?:\d+|an?|one)\s+(?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s?
    (?:\s+(?:ago|read))?\W*$""",
    matches=("3 hours ago", "Updated an hour ago", "5 min read"),
    misses=("3 hours ago, it rained", "Three hours late"),
)
BYLINE_OR_CAPTION = Pattern(
    r"""\W*(?: by:?(?:\s|$)
      | (?:written|reported|edited|(?:photo(?:graph)?|picture|image|illustration)s?|story|words|text)\s+by\b
      | (?:posted|published|updated|last\s+updated|first\s+published|created|modified)\b[^\n]{0,60}\d
      | \d{1,2}:\d\d\s?[ap]m\s[-–·•]\s
      | (?:photo|image|picture|photograph|file\s+photo|caption|credit|illustration|graphic)s?\b.{0,3}[:|(\d/] | ©
      | (?:the\s+)?(?:associated\s+press|reuters|afp|ap|staff(?:\s+(?:reports?|writers?|reporters?))?)\W*$ )""",
    matches=(
        "By Ada Example",
        "Photographs by Ada Example",
        "Published on 3 May",
        "File photo: the bridge",
        "Reuters",
        "9:35 PM - 3 May 2024",
    ),
    misses=("Bypass opens", "Published at last", "Photo opportunity", "Reuters says so"),
)
CAPTION_END = Pattern(
    r"\W*[\w .]{0,40}\bcaption\W*$", matches=("Image caption", "Example Agency caption:"), misses=("A caption for it",)
)
JOB_TITLE = Pattern(
    rf"\W*(?:[\w.’'-]+\s){{0,5}}{build_alternation(JOB_TITLES)}\b[^.]{{0,25}}$",
    matches=("Ada Example Staff Writer", "Crime reporter", "Ada Example is a journalist in Oslo"),
    misses=("The editor of the paper resigned on Monday after a week of protests",),
)
POST_END = Pattern(
    rf"""[^@\n]{{0,60}}\(@\w{{1,30}}\)(?=\W*$|.{{0,30}}\d) | [—–-]{{1,2}}\s?@\w
      | [—–-]{{1,2}}\s?[\w .]{{3,40}},\s(?:on|via)\s{build_alternation(SOCIAL_SITES)}\W*$""",
    matches=("— Ada Example (@example) May 3, 2024", "— @example", "— Ada Example, on X"),
    misses=("— Ada Example", "Ada Example (@example) wrote it"),
)
POST = Pattern(
    rf"""\s[—–-]{{1,2}}\s?[^@\n]{{2,50}}\(@\w{{1,30}}\)\s{MONTH}\s\d{{1,2}},?\s\d{{4}}\W*$""",
    method="search",
    matches=("We are open again — Ada Example (@example) May 3, 2024",),
    misses=("— Ada Example (@example)", "Ada Example (@example) wrote it on May 3, 2024"),
)
PICTURE_CREDIT = Pattern(
    rf"""\bgetty\b | \bshutterstock\b | \bcc\ by | \b(?:ap|file|staff|courtesy)\s+photo
    | \bphoto(?:graph)?\s+(?:by|courtesy|credit) | \bimages?\s+(?:by|via|courtesy) | \bfile\ (?:image|picture)\b
    | /\s*{build_alternation(PICTURE_AGENCIES)}\b | \({build_alternation((*PICTURE_AGENCIES, "file"))}\)\W*$""",
    method="search",
    matches=("The harbour at dawn. Getty Images", "Photo by Ada Example", "Ada Example/AP", "The bridge (file)"),
    misses=("The battle of Gettysburg", "A photo of the bridge", "The bridge (AP) was closed"),
)

CORRECTION = Pattern(
    r"""\b(?:correct(?:ed|ion|ions|s)|clarif(?:ied|ies|ication)|amended|earlier\s+version|previous\s+version|misstated)\b
    | \((?:adds|updates|recasts|refiles|rewrites|removes|writes)\b""",
    method="search",
    matches=("This article was amended on 3 May", "(Adds comment, shares)", "Correction: the bridge is older"),
    misses=("The correct answer", "She adds comments"),
)

POSTAL_ADDRESS = Pattern(
    r"""\bp\.?o\.?\ box\b | \b(?-i:[A-Z][A-Za-z])\.?\ \d{5}(?:-\d{4})?\W*$
    | ^\W*\d{1,5}\s(?:[\w.]+\s){1,4}(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd)\b""",
    method="search",
    matches=("P.O. Box 12", "Example City, EX 01234", "12 West Example Street"),
    misses=("The box office", "In 2024 12,345 came", "Ten streets"),
)


def is_correction(text: str) -> bool:
    """Return whether a line tells what was corrected, or what an agency changed in its text."""
    return bool(CORRECTION.search(text, 0, len(text)))


def is_postal_address(text: str) -> bool:
    """Return whether a line is a postal address, or a part of one."""
    return bool(POSTAL_ADDRESS.search(text, 0, len(text)))


def is_byline_or_caption(text: str) -> bool:
    """Return whether a line is a byline, a time stamp, a caption or the end of a post."""
    low = text.lower()
    return bool(
        BYLINE_OR_CAPTION.match(text, 0)
        or (any(title in low for title in JOB_TITLES) and JOB_TITLE.match(text, 0))
        or ((text[0] in "—–-(" or "(@" in text) and (POST_END.match(text, 0) or POST.search(text, 0, len(text))))
        or is_caption_label(text)
        or (any(word in low for word in PICTURE_WORDS) and PICTURE_CREDIT.search(text, 0, len(text)))
    )


def is_caption_label(text: str) -> bool:
    """Return whether a line is only a label below which a caption stands."""
    return "caption" in text.lower() and bool(CAPTION_END.match(text, 0))


def is_date(text: str) -> bool:
    """Return whether a line is a date or an age ("3 hours ago"), and nothing else."""
    return bool(DATE.match(text, 0) or AGE.match(text, 0))


def holds_date(text: str) -> bool:
    """Return whether a line holds a whole date and little else, as the time stamp at the head of a page does."""
    return len(text) < MAX_DATE_LINE_CHARS and bool(DATE_IN_LINE.search(text, 0, len(text)) or DATE.match(text, 0))
