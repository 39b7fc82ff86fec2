"""The lexicons of the views. Every scanner is built with them."""

from newslint.model import Lexicon
from newslint.text import quotations, sentences
from newslint.text.attribution import verbs
from newslint.text.dates import expressions, publication
from newslint.text.numbers import numerals

LEXICONS: tuple[Lexicon, ...] = (
    sentences.LEXICON,
    quotations.LEXICON,
    numerals.LEXICON,
    expressions.LEXICON,
    publication.LEXICON,
    verbs.LEXICON,
)
