"""The words that this family listens for, and what kind of junk each tells of."""

from __future__ import annotations

from newslint.api import Lexicon
from newslint_boilerplate.data.phrases_open import OPENINGS
from newslint_boilerplate.data.phrases_whole import LABELS, WEAK_LABELS
from newslint_boilerplate.data.phrases_within import CONTAINED_PHRASES, INBOX, PLEAS, WEAK_OPENINGS


def _by_phrase(lists: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """The kind of each phrase, as a mention gives it: in lower case, with either apostrophe, without the star."""
    found: dict[str, str] = {}
    for kind, phrases in lists.items():
        bare = [phrase.rstrip("*") for phrase in phrases]
        found |= dict.fromkeys(bare, kind)
        found |= {phrase.replace("'", "’"): kind for phrase in bare if "'" in phrase}
    return found


LABEL_KIND, WORD_KIND = _by_phrase(LABELS), _by_phrase(WEAK_LABELS)
OPENING_KIND, HELD_KIND, HINT_KIND = _by_phrase(OPENINGS), _by_phrase(CONTAINED_PHRASES), _by_phrase(WEAK_OPENINGS)


def _listened(lists: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    phrases = [phrase for some in lists.values() for phrase in some]
    return (*phrases, *(phrase.replace("'", "’") for phrase in phrases if "'" in phrase))


LEXICON: Lexicon = {
    "boilerplate.opening": _listened(OPENINGS),
    "boilerplate.held": _listened(CONTAINED_PHRASES),
    "boilerplate.hint": _listened(WEAK_OPENINGS),
    "boilerplate.plea": PLEAS,
    "boilerplate.inbox": INBOX,
    "boilerplate.link": ("http*", "follow", "read more"),
    "boilerplate.template": ("{", "[", "<", "%%"),
}
