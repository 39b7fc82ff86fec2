"""Date lines: what may stand beside a date on a line that only says when an article was published.

"By Mara Quell, Coast Wire Mar 14, 2024 Updated 3 hrs ago": a byline, an agency, times, zones, words on updates.
"""

from newslint.text.dates.calendar import MONTH_NUMBERS, WEEKDAY_NUMBERS
from newslint.text.pattern import Pattern

NEXT_WORD = Pattern(r",?\s([a-z]+)", case_sensitive=True, matches=(", the", " a"), misses=(". the", ", The"))
TIME_OF_DAY = Pattern(
    r"(?:\d{1,2}(?:[:.h]\d\d){0,2}(?:\s?[ap]\.?m\.?)?|[ap]\.?m\.?)(?![\w-])",
    matches=("9:30", "9 a.m.", "21h05", "pm"),
    misses=("930", "9-5", "amid"),
)
TIMESTAMP_WORDS = frozenset(WEEKDAY_NUMBERS) | frozenset(
    "on at by first last updated published posted date am pm est edt et pst pdt pt cst cdt ct mst mdt gmt utc "
    "bst cet cest ist aest hst akst uk z local time print in".split()
)
# Other words of a line that has only a date: "June 5, 2026 and last updated 2 hours ago", "3 min read".
DATE_LINE_WORDS = (
    TIMESTAMP_WORDS
    | frozenset(MONTH_NUMBERS)
    | frozenset(
        "modified edited revised originally ago hour hours hr hrs minute minutes min mins day days read comment "
        "comments eastern pacific central mountain jst kst hkt sgt pkt sast wat eat nzst nzdt msk wib eest eet".split()
    )
)
YEAR = Pattern(r"(?:19|20)\d\d\Z", matches=("2026",), misses=("20265", "1826"))
AND_UPDATED = Pattern(
    r",?\sand\s(?:last\s|first\s|then\s)?(?:updated|modified|edited|revised)\b",
    matches=(" and last updated at noon", ", and updated"),
    misses=(" and the dam", " and last week"),
)
PICTURE_WORDS = "photo file image getty picture caption courtesy speaks arrives seen".split()
PICTURE_SIGN = Pattern(
    rf"\b(?:{'|'.join(PICTURE_WORDS)})\b|(?<!\w)@",
    method="search",
    matches=("Courtesy of the museum", "Eva Lind (@evalind)"),
    misses=("a profile of her", "The Imaginary Times", "mail@example.com"),
)
# Before the date of something else: "Born June 5, 1926", "Deadline: June 5, 2026".
WORDS_BEFORE_EVENT = frozenset(
    "born died due deadline opens opened opening starts begins ends expires effective since until through".split()
)
MAX_REST_CHARS = 80  # of a line, after its date


def sentence_continues(text: str, end: int) -> bool:
    """Return whether a sentence continues after a date: "Published May 3, 2019, the study …"."""
    if AND_UPDATED.match(text, end):
        return False
    word = NEXT_WORD.match(text, end)
    return word is not None and word[1] not in TIMESTAMP_WORDS and TIME_OF_DAY.match(text, word.start(1)) is None


def ends_date_line(text: str, end: int) -> bool:
    """Return whether nothing but timestamps follows a date on its line."""
    last = end + MAX_REST_CHARS + 1
    line_end = text.find("\n", end, last)
    rest = text[end : line_end if line_end >= 0 else last]
    return len(rest) <= MAX_REST_CHARS and is_timestamp_text(rest)


def is_timestamp_text(gap: str, any_name: bool = False) -> bool:
    """Return whether a text has only times of day, dates, time zones and fillers, and names after "by".

    With `any_name` a name after "by" may be in lower case, as in "by admin".
    """
    for separator in ",|()/•·":
        gap = gap.replace(separator, " ")
    name_words_left = 0
    for word in AND_UPDATED.sub(_to_space, gap).split():
        bare = word.strip(".:@-–—()[]•·").lower()
        if bare == "by":
            name_words_left = 4
        elif not bare or bare in DATE_LINE_WORDS or TIME_OF_DAY.match(bare, 0) or YEAR.match(bare, 0):
            continue
        elif name_words_left and (any_name or word[:1].isupper()):
            name_words_left -= 1
        else:
            return False
    return True


def _to_space(_match: object) -> str:
    return " "


def fills_line(before: str, after: str) -> bool:
    """Return whether a line has only a date, apart from a byline, the time of day, and a place or a section."""
    if len(after) > MAX_REST_CHARS:
        return False
    if is_timestamp_text(after):
        return is_timestamp_text(before) or _is_byline(before)
    after = after.lstrip(" ,")
    return (is_timestamp_text(before) or before[:7].lower() == "source:") and (
        after[:1] in "|•·" or after[:2] == "/ " or TIME_OF_DAY.match(after.lstrip("Tat "), 0) is not None
    )


def _is_byline(before: str) -> bool:
    """Return whether the text before a date on its line is a byline or a site's name, not a sentence."""
    if len(before) > 80 or PICTURE_SIGN.search(before, 0, len(before)):
        return False
    words = [word for word in before.replace("|", " ").split() if not is_timestamp_text(word)]
    if words and words[-1].lower().rstrip(":") in WORDS_BEFORE_EVENT:
        return False
    return before[:3].lower() == "by " or (len(words) <= 5 and all(word[:1].isupper() for word in words))
