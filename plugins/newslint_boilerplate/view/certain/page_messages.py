"""Messages of a page to its visitor: the states of forms and players, consent, calls for readers' views and contacts.

A page says these things in its own words, so the patterns follow their grammar: what is named, and what is said of it.
"""

from __future__ import annotations

from newslint.api import Article, Pattern, build_alternation, short_lines
from newslint_boilerplate.data.page_words import (
    CALLS,
    FORM_PARTS,
    FORM_STATES,
    MEDIA,
    MEDIA_STATES,
    READER_ORDERS,
    SOCIAL_PLACES,
    VISITORS,
)
from newslint_boilerplate.view.certain.inserted_lines import PUBLIC_CONTACT
from newslint_boilerplate.view.line_kinds.instructions import REPORTED
from newslint_boilerplate.view.line_kinds.labels import MARKS_AROUND_LABEL

MAX_MESSAGE_CHARS = 130
MIN_PARAGRAPH_CHARS = 90
QUOTES = frozenset("“‘\"'")
PUBLIC_KINDS = frozenset(("comment", "share"))  # the police ask for calls as well

_PART = build_alternation(FORM_PARTS)
_STATE = build_alternation(FORM_STATES)
_WAS = r"(?:have|has|was|were|is|are)\s(?:been\s|now\s|not\s)?"
_VISITOR = build_alternation(VISITORS)
_MEDIUM = build_alternation(MEDIA)

FORM_STATE = Pattern(
    rf"""\W*(?:sorry,?\s|error:?\s|oops\W+)? (?:
        your\s(?:\w+\s)?{_PART}\s(?:{_WAS}{_STATE}|could\snot\b|couldn['’]t\b)
      | (?:this|the)\s(?:form|field|link|code|session|password|survey|email\saddress)\s(?:{_WAS}{_STATE}|must\sbe\b)
      | (?:an?\s)?(?:\w+\s)?{_PART}\s(?:must\sbe\sat\sleast|(?:do|does)\snot\smatch|don['’]t\smatch)\b
      | (?:incorrect|invalid|wrong)\s(?:\w+\s)?{_PART}\b
      | (?:all\s)?fields\s(?:are|marked)\b
      | (?:please\s|you\smust\s)?(?:re-?)?enter\s(?:an?|the|your)\s(?:\w+\s){{0,2}}{_PART}\b
      | (?:please\s|you\smust\s)?(?:tick|check|choose|select|fill\s(?:in|out)|provide|confirm|type|complete)\s
        (?:an?|the|your|this|all)\s(?:\w+\s){{0,2}}
        (?:box|boxes|captcha|fields?|postcode|zip\scode|e-?mail\saddress|password|username|characters)\b
      | you(?:['’]re|\sare|\shave\sbeen)\s(?:now|already|successfully|all)\s{_VISITOR}\b
      | you(?:['’]re|\sare|\shave\sbeen)\s(?:signed|logged|subscribed|unsubscribed|on\s(?:the|our)\slist)\b
      | thank(?:s|\syou),?\s(?:your\s(?:\w+\s)?{_PART}\b|you['’]re\s(?:on|in|all|now)\b
        |for\s(?:your\s{_PART}|voting|registering|getting\sin\stouch)\b)
      | something\s(?:went|has\sgone)\swrong\b
      | (?:an?|some|this)\s(?:\w+\s)?error\s(?:has\s)?occurred\b
      | (?:unable|failed)\sto\s(?:load|verify|connect|submit|send|save|process)\b
      | (?:loading|saving|sending|submitting|uploading)\s(?:\w+\s){{0,3}}failed\b
      | (?:please\s)?check\syour\s(?:details|spelling|entries|input)\W*$ )""",
    matches=(
        "Your password has been reset.", "Sorry, this form is closed", "Oops! Something went wrong.",
        "Please enter a valid postcode.", "You have been signed out.", "Thanks, you're on the list!",
        "Fields marked with an asterisk are mandatory", "Sending your message failed.", "Unable to load comments",
        "Passwords must be at least eight characters", "Please tick the box to continue.", "Incorrect code",
        "Error: check your details", "You are now following this topic", "An unknown error occurred",
    ),
    misses=(
        "Your comments were a disgrace", "The account was opened in May", "You have been warned", "Enter the mayor",
        "Your vote is your own", "The vote has been counted", "You are registered in Oslo", "Check your account daily",
        "Choose an account that pays",
    ),
)  # fmt: skip
SIGN_UP = Pattern(
    r"""\W*(?:(?:\w+['’]s\s|programming\s)?note(?:\sto\sreaders)?:\s)?
      (?:get|subscribe|sign\sup|join|try|receive)\b[^.?!]{0,90}
      \b(?:newsletters?|by\ssigning\sup|(?:to|in)\syour\sinbox)\b""",
    matches=(
        "Editor's note: Get Example Weekly, our newsletter, here.",
        "Note to readers: Subscribe to our newsletter",
    ),
    misses=("Editor's note: This story has changed.", "Get well soon"),
)
NOTICE = Pattern(
    r"""\W*(?:
        (?:we|this\s(?:web)?(?:site|page|content|video|post))\b[^.!?]{0,60}\b(?:uses?|sets?|stores?|needs?|relies|rely)\b
        [^.!?]{0,60}\bcookies?\b
      | (?:by\s\w+ing|to\s(?:see|view|play|watch|continue|show)|you\shave\s(?:accepted|rejected|refused)|your
          |manage|accept|reject|allow|enable|decline|refuse|change)\b[^.!?]{0,90}\bcookies?\b
      | (?:essential|necessary|optional|third-party)\scookies?\b
      | cookies\s(?:must|need\sto|have\sto)\sbe\b | (?:cookie|privacy)\s(?:settings|preferences|choices|notice)\W*$
      | your\sprivacy\s(?:matters|choices|is\simportant)\b | we\s(?:value|respect|care\sabout)\syour\sprivacy\b
      | (?:please\s)?(?:confirm|verify(?:ing)?|prove|checking|make\ssure)\s(?:that\s)?you(?:['’]re|\sare)\s
        (?:a\s|not\sa\s)?(?:human|robot|bot)\b
      | (?:please\s)?press\sand\shold\b[^.]{0,30}\b(?:confirm|verify|human|continue)\b
      | are\syou\s(?:a\s)?(?:human|robot)\b | access\sto\sthis\s(?:page|site)\s(?:has\sbeen|is|was)\sdenied\b
      | (?:please\s)?(?:checking|verifying)\syour\s(?:browser|connection|device)\b
      | (?:©|\(c\))\s?(?-i:[A-Z])[^.\n]{2,50}\s(?:19|20)\d\d\W*$ )""",
    matches=(
        "Manage cookie preferences", "You have rejected additional cookies.", "Cookies must be enabled to view this",
        "Verifying that you are not a bot", "Your privacy matters to us", "Press and hold to confirm you are human",
        "We and our partners use cookies", "Access to this page has been denied", "Checking your connection",
        "Essential cookies", "(C) Example Post 2024", "Are you a robot?", "Privacy settings",
    ),
    misses=(
        "The bakers sell cookies", "Your privacy is gone", "We ate the cookies", "Press and hold the button",
        "Access denied",
    ),
)  # fmt: skip
MEDIA_STATE = Pattern(
    rf"""\W*(?:sorry,?\s|error:?\s|oops\W+)? (?:
        (?:this|the|our)\s{_MEDIUM}\s{build_alternation(MEDIA_STATES)}\b
      | (?:{_MEDIUM}\s)?playback\s(?:is|isn['’]t)\b.{{0,30}}\b(?:not|un)\s?supported
      | your\s(?:device|browser|phone)\s(?:may\snot|does\snot|doesn['’]t|cannot|can['’]t|is\snot)\b
      | (?:media|video|audio)\s?caption:?\s?(?-i:[A-Z])
      | (?:current\stime|duration|remaining\stime)\s\d+:\d\d | volume\s\d+\s?%
      | now\splaying:\s | \d?\d:\d\d\s?/?\s?\d?\d:\d\d\W*$
      | \d+\sof\s\d+(?:\s(?:photos|images|slides|pictures))?\W*$
      | (?:image|photo|picture|video)\scaptions?\W*$
      | (?:view|open|see|show|expand|enlarge)\s(?:this\s|the\s)?(?:image|photo|picture|gallery|map|chart)s?
        \s(?:in|on)\s(?:full|a\snew|gallery|lightbox)
      | (?:keep\sscrolling|scroll\s(?:down|past|to\sthe\s\w+)|swipe\s(?:up|left|right))\s
        (?:for|to)\s[^.]{{0,40}}\W*$ )""",
    matches=(
        "Sorry, this video has expired", "Your device may not support this video", "Media captionThe boats",
        "Volume 90%", "00:00 / 12:30", "1 of 5 photos", "Keep scrolling for more", "Image caption",
        "Swipe up for the video", "Playback is not supported on your device", "Open this photo in gallery:",
        "Now playing: The boats", "Duration 1:20",
    ),
    misses=(
        "The video has a million views", "Audio captured by a phone", "1 of 5 voters", "Your phone is ringing", "4/5",
        "Volume 2 of the trilogy", "Scroll through the feed for an hour",
    ),
)  # fmt: skip
CALL = Pattern(
    rf"""\W*(?:
        (?:have|has|were|was|are|is|did|do|does|got|what|would|should|will|could|how)\b[^?]{{5,110}}\?\s(?:please\s)?
        (?:(?:let\sus\sknow|tell\sus)\W*$
          |{build_alternation(READER_ORDERS)}\b[^?!]{{0,60}}\b{build_alternation(CALLS)})
      | (?:take|answer|complete|fill\s(?:in|out))\s(?:our|this)\s(?:\w+\s){{0,2}}(?:survey|poll|questionnaire)\b
      | how\s(?:useful|helpful|clear)\s(?:was|is|did)\sthis\b | (?:did\syou\sfind|was)\sthis\s(?:article|page|story)\b
      | help\sus\simprove\s(?:this|our)\b | we(?:['’]d|\swould)?\s(?:love|like|want)\sto\shear\s(?:from\syou|your)\b
      | tell\sus\b.{{0,60}}\b(?:form|below|comments?|email)\b | why\syou\scan\strust\b )""",
    matches=(
        "Have you been affected? Let us know.", "Did you see it? Contact our newsdesk.", "Take our survey",
        "How useful was this page?", "Help us improve this site", "We'd love to hear your views",
        "Got a question? Ask it here.", "Was this page clear?", "Tell us in the form", "Why you can trust us",
    ),
    misses=(
        "Have you ever been to Oslo? It rains there.", "Help us, the sailors cried", "Take the latest poll",
        "We want to know why", "How useful is the tunnel?",
    ),
)  # fmt: skip
CONTACT = Pattern(
    rf"""\W*(?:
        about\s(?:the|this|our)\s(?:author|writer|reporter|journalist|columnist|correspondent)s?\W*$
      | (?-i:[A-Z])[^.?!]{{3,50}}\scan\sbe\s(?:reached|contacted|found|followed)\s(?:at|by|on|via)\s.{{0,30}}@\w
      | (?:you|readers)\s(?:can|may)\s(?:e-?mail|reach|contact|follow|find|message|write\sto)\s[^.?!]{{2,60}}@\w
      | (?-i:[A-Z])\S+\s(?-i:[A-Z])\S+\sis\son\s{build_alternation(SOCIAL_PLACES)}\s(?:at\s|as\s)?\(?@\w
      | [\w.+-]+@[\w-]+\.[\w.]+\s*$ | @\w{{3,30}}\s*$
      | (?:call|phone|text|message)\s(?:the|our)\s(?:newsroom|newsdesk|news\sdesk)\b
      | (?:like|join|follow|subscribe)\b[^.?!:]{{2,50}}\son\s{build_alternation(SOCIAL_PLACES)}\W*$ )""",
    matches=(
        "About this reporter", "Ada Example can be reached at ada@example.com.", "Like the Post on Facebook",
        "You can email Ada Example at ada@example.com", "Ada Example is on Bluesky at @example",
        "Call the newsroom at 555-0100.", "ada@news.example", "@example",
    ),
    misses=("About the bridge", "The clerk can be reached by boat", "Join the march on Oslo", "Ada Example is on X"),
)  # fmt: skip
FORMS = (
    ("sign-up", FORM_STATE),
    ("sign-up", SIGN_UP),
    ("notice", NOTICE),
    ("player", MEDIA_STATE),
    ("comment", CALL),
    ("share", CONTACT),
)
# The first words of these patterns; most lines begin with another word.
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
        if REPORTED.search(text, start, end) or text[max(0, start - 3) : start].rstrip()[-1:] == ":":
            continue
        for kind, form in FORMS:
            if form.match(text, start, end):
                # Before the first paragraph, a contact is a part of the byline.
                if kind not in PUBLIC_KINDS or (has_paragraph and not PUBLIC_CONTACT.search(text, start, end)):
                    found[number] = kind
                break
    return found
