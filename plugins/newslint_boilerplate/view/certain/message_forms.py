"""The forms of a page's messages to its visitor. A page has its own words, so they follow the grammar of a message."""

from __future__ import annotations

from newslint.api import Pattern, build_alternation
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
      | (?:image|photo|picture|video)\scaptions?\W*$
      | (?:view|open|see|show|expand|enlarge)\s(?:this\s|the\s)?(?:image|photo|picture|gallery|map|chart)s?
        \s(?:in|on)\s(?:full|a\snew|gallery|lightbox)
      | (?:keep\sscrolling|scroll\s(?:down|past|to\sthe\s\w+)|swipe\s(?:up|left|right))\s
        (?:for|to)\s[^.]{{0,40}}\W*$ )""",
    matches=(
        "Sorry, this video has expired", "Your device may not support this video", "Media captionThe boats",
        "Keep scrolling for more", "Image caption", "Swipe up for the video",
        "Playback is not supported on your device", "Open this photo in gallery:",
    ),
    misses=(
        "The video has a million views", "Audio captured by a phone", "Your phone is ringing",
        "Scroll through the feed for an hour",
    ),
)  # fmt: skip
PLAYER_COUNTER = Pattern(
    r"""\W*(?:sorry,?\s|error:?\s|oops\W+)? (?:
        (?:current\stime|duration|remaining\stime)\s\d+:\d\d | volume\s\d+\s?%
      | now\splaying:\s | \d?\d:\d\d\s?/?\s?\d?\d:\d\d\W*$
      | \d+\sof\s\d+(?:\s(?:photos|images|slides|pictures))?\W*$ )""",
    matches=("Volume 90%", "00:00 / 12:30", "1 of 5 photos", "Now playing: The boats", "Duration 1:20"),
    misses=("1 of 5 voters", "4/5", "Volume 2 of the trilogy"),
)
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
# The kind of junk, the form of the message, and words of which each message of this form holds at least one, perhaps
# within a longer word. Compiling such a form costs more than linting an article, and few lines hold one of its words.
FORMS = (
    (
        "sign-up",
        FORM_STATE,
        (
            "you", " form ", "field", " link ", " code", "session", "password", "survey", "mail address",
            "must be at least", "match", "incorrect", "invalid", "wrong", "enter", "box", "captcha", "postcode",
            "username", "character", "thank", "error", "unable", "failed",
        ),
    ),
    ("sign-up", SIGN_UP, ("newsletter", "signing up", "your inbox")),
    ("notice", NOTICE, ("cookie", "privacy", "human", "bot", "press and hold", "access to this", "your", "©", "(c)")),
    (
        "player",
        MEDIA_STATE,
        (*MEDIA, "playback", "your", "caption", "image", "photo", "picture", "map", "chart", "scroll", "swipe"),
    ),
    ("player", PLAYER_COUNTER, (":", "%", " of ")),
    ("comment", CALL, ("?", "survey", "poll", "questionnaire", "this", "help us", "hear", "tell us", "you can trust")),
    ("share", CONTACT, ("@", "about", "newsroom", "newsdesk", "news desk", *(f"on {name}" for name in SOCIAL_PLACES))),
)  # fmt: skip
