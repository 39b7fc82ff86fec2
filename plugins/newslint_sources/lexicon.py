"""The words that the rules on sources listen for."""

from newslint.api import Lexicon

LEXICON: Lexicon = {
    "sources.bare": ("source", "sources", "insider", "insiders"),
    "sources.cue": ("said", "says", "say", "told", "confirmed", "according to"),
}
