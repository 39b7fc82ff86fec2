"""Messages of a page to its visitor: states of forms and players, consent, calls for readers' views, contacts."""

from __future__ import annotations

from newslint.api import Article, short_lines
from newslint_boilerplate.data.page_words import FORM_PARTS
from newslint_boilerplate.view.certain.inserted_lines import PUBLIC_CONTACT
from newslint_boilerplate.view.certain.message_forms import FORMS
from newslint_boilerplate.view.line_kinds.instructions import REPORTED
from newslint_boilerplate.view.line_kinds.labels import MARKS_AROUND_LABEL

MAX_MESSAGE_CHARS = 130
MIN_PARAGRAPH_CHARS = 90
QUOTES = frozenset("“‘\"'")
PUBLIC_KINDS = frozenset(("comment", "share"))  # the police ask for calls as well

# The first words of the forms; most lines begin with another word.
FIRST_WORDS = frozenset(
    "c sorry error oops your this the an a incorrect invalid wrong all fields please you enter re-enter reenter "
    "tick check choose select fill provide confirm type complete thank thanks something some unable failed "
    "loading saving sending submitting uploading we by to manage accept reject allow enable decline refuse change "
    "essential necessary optional third-party cookies cookie privacy verify verifying prove checking make press "
    "are access our playback media video audio current duration volume remaining now image photo slide picture "
    "keep scroll swipe have has were was is did do does got what would should will could how take answer help "
    "we'd tell why about readers call phone text message like join find follow get subscribe you're view "
    "open see show expand enlarge editor's note programming sign try receive visit mediacaption".split()
) | frozenset(FORM_PARTS)


def page_messages(article: Article) -> dict[int, str]:
    """Return the kind of junk by line number, among the lines that are not blank, for lines with such a message."""
    text, found, has_paragraph = article.text, dict[int, str](), False
    for short, (number, start, end) in enumerate(article.get(short_lines)):
        has_paragraph = has_paragraph or number > short or end - start > MIN_PARAGRAPH_CHARS
        if not number or end - start > MAX_MESSAGE_CHARS or text[start] in QUOTES:
            continue
        first = text[start : start + 20].split(" ", 1)[0].strip(MARKS_AROUND_LABEL).lower().replace("’", "'")
        if first and first not in FIRST_WORDS and "@" not in text[start:end]:
            continue  # fast path: most lines
        kind = _kind_of_message(text, start, end)
        if not kind or REPORTED.search(text, start, end) or text[max(0, start - 3) : start].rstrip()[-1:] == ":":
            continue
        # Before the first paragraph, a contact is a part of the byline.
        if kind not in PUBLIC_KINDS or (has_paragraph and not PUBLIC_CONTACT.search(text, start, end)):
            found[number] = kind
    return found


def _kind_of_message(text: str, start: int, end: int) -> str:
    """Return the kind of the first form that a line has; "" for none."""
    line = text[start:end].lower()
    for kind, form, words in FORMS:
        if any(map(line.__contains__, words)) and form.match(text, start, end):
            return kind
    return ""
