"""The words that the views themselves listen for; every scanner is built with them."""

from newslint.model import Lexicon
from newslint.reading import cues, figures, publication, quotations, sentences, times

LEXICONS: tuple[Lexicon, ...] = (
    sentences.LEXICON,
    quotations.LEXICON,
    figures.LEXICON,
    times.LEXICON,
    publication.LEXICON,
    cues.LEXICON,
)
