"""Formulas of anonymity: "on condition of anonymity", "asked not to be named"."""

from __future__ import annotations

from newslint.api import Article, Pattern, Span, in_quotation, mask_abbreviations
from newslint_sources.data.anonymity_words import (
    PROMISE_WORDS,
    REQUEST_STEMS,
    WITHHOLDING_STEMS,
)

MAX_CONTEXT_CHARS = 80  # read before a formula
REQUEST = rf"\b(?:{'|'.join(REQUEST_STEMS)}"
BEFORE_BACKGROUND = Pattern(
    r"\b(?:spoke|speaking|told|briefed|said)\b[^.;\n]{0,60}$",
    method="search",
    matches=("An aide briefed the Herald ", "A diplomat, speaking "),
    misses=("Her family's ", "He spoke. The report gives "),
)
BEFORE_WITHHELD_NAME = Pattern(
    rf"\b(?:{'|'.join(WITHHOLDING_STEMS)})\w*\b" + r"""[^.;“”\n]{0,40}$""",
    method="search",
    matches=("A nurse requested that her ", "The pilot spoke on the condition that his "),
    misses=("A judge ruled that the child's ", "She asked for a lawyer. Let the "),
)
# What must stand before a formula, so that it is about a source who speaks.
BEFORE = {
    "anonymity": Pattern(
        r"\b(?:" + "|".join(PROMISE_WORDS).replace("*", r"\w*") + r""")\b[^.;“”\n]{0,30}$""",
        method="search",
        matches=("An aide, speaking on condition of ", "The clerk was guaranteed "),
        misses=("She enjoyed the ", "The aide spoke. He missed his "),
    ),
    "anonymously": Pattern(
        r"""\b(?:sp[eo]a?k\w*|told|sa(?:id|ys?)|talk\w*|claims?|comment\w*|interview\w*|quoted)\b[^.;\n]{0,50}$""",
        method="search",
        matches=("A guard spoke ", "A guard was interviewed by the Herald "),
        misses=("A reader gave the money ", "He said so. The letter came "),
    ),
    "anonymous": Pattern(
        REQUEST + r")\w*\ (?:to\ |on\ )?(?:remain|stay|be|keep)\w*\ $",
        method="search",
        matches=("A baker who asked to remain ", "The donor insisted on staying "),
        misses=("The letter was ", "A baker asked for an "),
    ),
    "on background": BEFORE_BACKGROUND,
    "not for attribution": BEFORE_BACKGROUND,
    "name be withheld": BEFORE_WITHHELD_NAME,
    "names be withheld": BEFORE_WITHHELD_NAME,
    "name not be": BEFORE_WITHHELD_NAME,
    "names not be": BEFORE_WITHHELD_NAME,
}
# Before "be named", "give his name": a refusal or a wish, not a ban ("cannot be named for legal reasons").
BEFORE_OTHERS = Pattern(
    r"(?:declin|refus)\w*\ to\ (?:have\ \w+\ names?\ )?$|"
    + REQUEST
    + r"""|condition)\w*\b[^.;“”\n]{0,45}?\bnot\b[^.;“”\n]{0,14}$
    |(?:n't|\bnot)\ (?:want|wish|car|lik)\w*\ [^.;“”\n]{0,18}$
    |\b(?:did|would)(?:\ not|n't)\ $""",
    method="search",
    matches=("The nurse declined to ", "A baker who asked not to ", "He did not wish to ", "The clerk wouldn't "),
    misses=("The boy cannot ", "The ship will ", "She asked the court to "),
)
AFTER_ANONYMOUSLY = Pattern(
    r"\s+(?:told|said|says|to\s+(?-i:[A-Z]))",
    matches=(" told the paper", " to Reuters"),
    misses=(" to a charity", " in the post"),
)


def anonymity_formulas(article: Article) -> list[Span]:
    """Return where the article says that a source speaks without a name, outside quotation marks."""
    text, found = article.text, []
    for start, end, formula in article.mentions("sources.formula"):
        before = mask_abbreviations(text, max(0, start - MAX_CONTEXT_CHARS), start)
        context = BEFORE.get(formula, BEFORE_OTHERS).search(before, 0, len(before))
        if formula == "anonymously" and not context:
            context = AFTER_ANONYMOUSLY.match(text, end)
        if context and not in_quotation(article, start):
            found.append(Span(start, end))
    return found
