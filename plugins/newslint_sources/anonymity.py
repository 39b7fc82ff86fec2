"""Formulas of anonymity ("on condition of anonymity", "asked not to be named"), and the reasons given beside them."""

from __future__ import annotations

from newslint.api import Article, Pattern, Span, quoted, sentence_at

WITHHELD = Pattern(r"""\b(?:ask|request|want|insist|prefer|condition)\w*\b[^.;“”"\n]{0,40}$""")
# What must stand before each word for it to be about a source that speaks.
BEFORE = {
    "anonymity": Pattern(r"""\b(?:conditions?|request\w*|ask\w*|seek\w*|sought|grant\w*|insist\w*|demand\w*|promis\w*
        |given|offered|afforded|guarante\w+|spoke|speaking|cover)\b[^.;“”"\n]{0,30}$"""),
    "anonymously": Pattern(r"""\b(?:sp[eo]ak?\w*|told|sa(?:id|ys?)|talk\w*|claims?|comment\w*|interview\w*|quoted)\b
        [^.;\n]{0,50}$"""),
    "anonymous": Pattern(r"""\b(?:ask|request|wish|want|prefer|insist|agree|chose|opt)\w*\ (?:to\ |on\ )?
        (?:remain|stay|be|keep)\w*\ $"""),
    "on background": Pattern(r"\b(?:spoke|speaking|told|briefed|said)\b[^.;\n]{0,60}$"),
    "not for attribution": Pattern(r"\b(?:spoke|speaking|told|briefed|said)\b[^.;\n]{0,60}$"),
    "name be withheld": WITHHELD,
    "names be withheld": WITHHELD,
    "name not be": WITHHELD,
    "names not be": WITHHELD,
}
# Before "be named", "give his name": a refusal or a wish, not a ban ("cannot be named for legal reasons").
NAMED = Pattern(r"""(?:declin|refus)\w*\ to\ (?:have\ \w+\ names?\ )?$
    |\b(?:ask|request|wish|want|prefer|insist|agree|chose|opt|condition)\w*\b[^.;“”"\n]{0,45}?\bnot\b[^.;“”"\n]{0,14}$
    |(?:n[’']t|\bnot)\ (?:want|wish|car|lik)\w*\ [^.;“”"\n]{0,18}$
    |\b(?:did|would)(?:\ not|n[’']t)\ $""")
AFTER_ANONYMOUSLY = Pattern(r"\s+(?:told|said|says|to\s+[A-Z])")

# Where the formula's own clause ends: at what is said, at a quotation, at a comma that no reason follows.
REASON = r"""(?:because|since\ |as\ (?:they|he|she|it|the)\b|for\ fear|out\ of|fearing|due\ to|owing\ to|given\ |citing|cited
    |in\ (?:order|line|keeping|accordance|return|exchange)\b|so\ (?:as|that|they|he|she)\b|lest\b|for\ [^,.;]{0,30}(?:reasons?|safety|security)
    |under\ |per\ |pending|while\ |when\ |ahead\ of|before\ |until\ |describing|discussing|in\ describing|in\ discussing|saying\ (?:he|she|they)\b
    |to\ (?!the\b|an?\b|his\b|her\b|their\b|our\b|this\b|reporters|journalists|news|media|local|several|be\b|speak\ on\ cond)[a-z]+)"""
CLAUSE_END = Pattern(
    r"""\s(?:said|says|say|told|that|confirmed|added|described|reported|noted|warned)\b|["“”]|[;:.!?](?=\s|$)
    |,\s+(?!"""
    + REASON
    + r""")""",
    exact=True,
)
GIVES = Pattern(r"(?<![\w-])" + REASON, exact=True)
DREAD = r"""(?:fear(?:s|ed|ing)?\b|afraid|repris|retaliat|retribution|jailed|tortured|prosecut|lose\ (?:his|her|their)\ job|safety|backlash
    |not?\b[^.;,]{0,30}(?:authori[sz]|allowed|permitted|cleared|at\ liberty)|n[’']t\b[^.;,]{0,20}(?:authori[sz]|allowed|permitted|cleared)
    |lack\w*\ (?:of\ )?(?:the\ )?authori|unauthori[sz]ed)"""
FORBIDDEN = Pattern(
    r"""(?:\bnot?\b|n[’']t\b|\bnever\b|\bwithout\b|\black\w*)[^.;,“”"\n]{0,40}
    (?:authori[sz]|allowed|permitted|cleared)|could(?:\ not|n[’']t)\ (?:discuss|speak|comment|talk)|unauthori[sz]ed"""
)
OPENS = Pattern(
    r"""(?:because|citing|fearing|out\ of|for\ fear|to\ (?:speak|discuss|describe|protect|avoid|preserve)|since|due\ to|given)\b"""
)
THREAT = Pattern(r"saying\b.{0,60}" + DREAD)
TAKES_UP = Pattern(r"""["“]?(?:(?:he|she|they|both|all|neither|none)\b|the\ (?:[\w’'-]+\ ){0,3}?[\w’'-]+
    (?=,\ who\b|\ (?:who|spoke|speaks?|was|were|is|are|asked|requested|declined|insisted|wanted|agreed|had|has|did|could|would|feared|fears|said|told)\b))""")
RISK = Pattern(r"\b" + DREAD + r"|because|sensitiv|policy|not\ to\ be\ named")
STOCK = Pattern(r"""(?:authori[sz]\w*|permitted|allowed|cleared)\s+to\s+(?:speak|talk|comment|discuss|be\ quoted)
    (?:\s+(?:publicly|on\ the\ record|to\ (?:the\ )?(?:media|press|reporters)|with\ (?:the\ )?(?:media|press|reporters)|about|on|it|the|this|matter))*\s*[,.;”"]""")


def formulas(article: Article) -> list[Span]:
    """Where somebody is said to speak without a name, outside quotation marks."""
    text, found = article.text, []
    for start, end, word in article.mentions("sources.formula"):
        fits = bool(BEFORE.get(word, NAMED).within(text, start - 80, start))
        if word == "anonymously" and not fits:
            fits = bool(AFTER_ANONYMOUSLY.at(text, end))
        if fits and not quoted(article, start):
            found.append(Span(start, end))
    return found


def reason(article: Article, formula: Span) -> Span | None:
    """The reason given for the anonymity: in the formula's own clause, before it, or in the next sentence if that
    takes the source up again."""
    text = article.text
    start, stop = sentence_at(article, formula.start)
    ends = CLAUSE_END.within(text, formula.end, stop)
    given = GIVES.within(text, formula.end, ends.start() if ends else stop)
    given = given or FORBIDDEN.within(text, start, stop) or THREAT.within(text, formula.end, stop)
    given = given or OPENS.at(text, start, formula.start)
    if not given:
        following = sentence_at(article, stop + 2)
        if following.start >= stop and TAKES_UP.at(text, following.start):
            given = RISK.within(text, following.start, following.end)
    return Span(*given.span()) if given else None


def anonymous(article: Article) -> list[tuple[Span | None, Span | None]]:
    """Formulas with their reasons, and reasons that stand without a formula."""
    found: list[tuple[Span | None, Span | None]] = [(mark, reason(article, mark)) for mark in article.get(formulas)]
    for start, end, _ in article.mentions("sources.reason"):
        match = FORBIDDEN.within(article.text, start - 40, end + 12)
        if match and match.end() >= start and not quoted(article, start):
            found.append((None, Span(match.start(), end)))
    return found
