"""The phrases of junk by the place where they count, and the lexicon that the rules of this family share."""

from __future__ import annotations

from newslint.api import Lexicon
from newslint_boilerplate.data.phrases_forms import FORM_PHRASES
from newslint_boilerplate.data.phrases_links import LINK_PHRASES
from newslint_boilerplate.data.phrases_notices import NOTICE_PHRASES
from newslint_boilerplate.data.phrases_widgets import WIDGET_PHRASES
from newslint_boilerplate.data.words import APPEALS, EMBEDDED_LABELS, INBOXES

PHRASES = (*FORM_PHRASES, *WIDGET_PHRASES, *LINK_PHRASES, *NOTICE_PHRASES)


def _kind_by_phrase(*columns: tuple[str, str]) -> dict[str, str]:
    """Return the kind of junk of each phrase with one of these places and certainties."""
    found: dict[str, str] = {}
    for kind, place, certainty, phrases in PHRASES:
        if (place, certainty) in columns:
            found |= dict.fromkeys(phrases, kind)
    return found


CONTAINED_KIND = _kind_by_phrase(("anywhere", "certain"))
OPENING_KIND = _kind_by_phrase(("opening", "certain")) | CONTAINED_KIND
POSSIBLE_OPENING_KIND = _kind_by_phrase(("opening", "possible"), ("opening", "certain alone"))
LABEL_KIND = _kind_by_phrase(("line", "certain"), ("opening", "certain alone"))
EMBEDDED_KIND = {label: kind for kind, labels in EMBEDDED_LABELS for label in labels}
POSSIBLE_LABEL_KIND = _kind_by_phrase(("line", "possible"))

LEXICON: Lexicon = {
    "boilerplate.opening": tuple(OPENING_KIND),
    "boilerplate.contained": tuple(CONTAINED_KIND),
    "boilerplate.possible-opening": tuple(POSSIBLE_OPENING_KIND),
    "boilerplate.embedded": tuple(EMBEDDED_KIND),
    "boilerplate.appeal": APPEALS,
    "boilerplate.inbox": INBOXES,
    "boilerplate.link": ("http*", "follow", "read more", "click here", "tap here"),
    "boilerplate.credit": ("contributed to", "contributed reporting", "contributing"),
    "boilerplate.stamp": ("posted", "published", "updated"),
    "boilerplate.template": ("{", "[", "<", "%%"),
    "boilerplate.handle": ("@",),
    "boilerplate.form": (
        "this report",
        "this story",
        "this article",
        "this dispatch",
        "this content",
        "this column",
        "provided by",
        "supplied by",
        "distributed by",
        "syndicated by",
        "also on",
        "reading time",
        "read time",
    ),
    "boilerplate.statement": (";",),
    "boilerplate.code": ("}", "function", "var", "googletag*", "datalayer*", "adsbygoogle*", "jquery*", "window*"),
}
# A mention gives a phrase without its star.
OPENING_KIND.update({phrase[:-1]: kind for phrase, kind in OPENING_KIND.items() if phrase[-1] == "*"})
