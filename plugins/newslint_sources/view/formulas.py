"""Formulas of anonymity: "on condition of anonymity", "asked not to be named"."""

from __future__ import annotations

from newslint.api import Article, Pattern, Span, in_quotation

ON_BACKGROUND = Pattern(r"\b(?:spoke|speaking|told|briefed|said)\b[^.;\n]{0,60}$")
WITHHELD = Pattern(r"""\b(?:ask|request|want|insist|prefer|condition)\w*\b[^.;“”"\n]{0,40}$""")
# What must stand before each word for it to be about a source that speaks.
BEFORE = {
    "anonymity": Pattern(r"""
        \b(?:conditions?|request\w*|ask\w*|seek\w*|sought|grant\w*|insist\w*|demand\w*|promis\w*|given|offered|afforded
        |guarante\w+|spoke|speaking|cover)\b[^.;“”"\n]{0,30}$"""),
    "anonymously": Pattern(r"""
        \b(?:sp[eo]a?k\w*|told|sa(?:id|ys?)|talk\w*|claims?|comment\w*|interview\w*|quoted)\b[^.;\n]{0,50}$"""),
    "anonymous": Pattern(r"""
        \b(?:ask|request|wish|want|prefer|insist|agree|chose|opt)\w*\ (?:to\ |on\ )?(?:remain|stay|be|keep)\w*\ $"""),
    "on background": ON_BACKGROUND,
    "not for attribution": ON_BACKGROUND,
    "name be withheld": WITHHELD,
    "names be withheld": WITHHELD,
    "name not be": WITHHELD,
    "names not be": WITHHELD,
}
# Before "be named", "give his name": a refusal or a wish, not a ban ("cannot be named for legal reasons").
NAMED = Pattern(r"""
    (?:declin|refus)\w*\ to\ (?:have\ \w+\ names?\ )?$
    |\b(?:ask|request|wish|want|prefer|insist|agree|chose|opt|condition)\w*\b[^.;“”"\n]{0,45}?\bnot\b[^.;“”"\n]{0,14}$
    |(?:n[’']t|\bnot)\ (?:want|wish|car|lik)\w*\ [^.;“”"\n]{0,18}$
    |\b(?:did|would)(?:\ not|n[’']t)\ $""")
AFTER_ANONYMOUSLY = Pattern(r"\s+(?:told|said|says|to\s+(?-i:[A-Z]))")


def formulas(article: Article) -> list[Span]:
    """Where somebody is said to speak without a name, outside quotation marks."""
    text, found = article.text, []
    for start, end, word in article.mentions("sources.formula"):
        fits = BEFORE.get(word, NAMED).search(text, start - 80, start)
        if word == "anonymously" and not fits:
            fits = AFTER_ANONYMOUSLY.match(text, end)
        if fits and not in_quotation(article, start):
            found.append(Span(start, end))
    return found
