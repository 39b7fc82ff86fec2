"""Why a source has no name: the reason beside a formula of anonymity, or one that stands alone."""

from __future__ import annotations

from newslint.api import Article, Pattern, Span, in_quotation, sentence_at
from newslint_sources.view.formulas import formulas

NEAR = 600  # characters: what is farther from a formula is no reason for it
# What opens a reason. "To" opens one before a verb, not before those who were told.
REASON_OPENER = r"""(?:cit(?:ing|ed)
    |because|since\ |as\ (?:they|he|she|it|the)\b|for\ fear|out\ of|fearing|due\ to|owing\ to|given\s
    |in\ (?:order|line|keeping|accordance|return|exchange)\b|so\ (?:as|that|they|he|she)\b|lest\b
    |for\ [^,.;]{0,30}(?:reasons?|safety|security)|under\ |per\ |pending|ahead\ of|until\s|before\s
    |(?:when|while)\ (?:discuss|describ|talk|negotiat|the|they|it|he|she)|(?:in\ )?(?:describ|discuss)ing
    |saying\ (?:he|she|they)\b
    |to\ (?!the\b|an?\b|his\b|her\b|their\b|our\b|this\b|be\b
        |(?:[\w-]+\ ){0,3}(?:reporter|journalist|media|press|newspaper|outlet
        |agency|agencies|television|radio|website|paper))[a-z]+)"""
# In the formula's own clause; that ends at what is said, at a quotation, at a comma that no reason follows.
REASON = Pattern(r"(?<![\w-])" + REASON_OPENER, case_sensitive=True)
SAID = r"\s(?:said|says|say|told|that|confirmed|added|described|reported|noted|warned)\b"
CLAUSE_END = Pattern(SAID + r"""|["“”]|[;:.!?](?=\s|$)|,\s+(?!""" + REASON_OPENER + ")", case_sensitive=True)
# Anywhere in the sentence: leave that the source does not have.
PERMIT = r"(?:authori[sz]|allowed|permitted|cleared|at\ liberty)"
WITHOUT = r"""(?:\bnot?\b|n[’']t\b|\bnever\b|\bwithout\b|\black\w*)[^.;,“”"\n]{0,40}"""
SPEAK = r"(?:speak|talk|discuss|comment|brief|disclose|share|reveal|describe|address|be\ (?:quoted|named|identified))"
NOT_AUTHORIZED = Pattern(
    WITHOUT + PERMIT + r"\w*\s+to\s+(?:\w+ly\s+)?" + SPEAK + r"|could(?:\ not|n[’']t)\ (?:\w+ly\ )?" + SPEAK
)
# Before the formula, where it opens the sentence.
OPENING = Pattern(r"""(?:because|citing|fearing|out\ of|for\ fear|since|due\ to|given
    |to\ (?:speak|discuss|describe|protect|avoid|preserve))\b""")
FEAR = r"""(?:fear(?:s|ed|ing)?\b|afraid|repris|retaliat|retribution|jailed|tortured|prosecut|lose\ \w+\ job|safety
    |backlash)"""
THREAT = Pattern(r"saying\b.{0,60}" + FEAR)
# Before it, where a clause says what the source dreads: "A nurse, who feared for her job, spoke on condition of …".
DREADED = Pattern(
    r"""\b(?:who|she|he|they)\s(?:\w+\s)?(?:fear(?:s|ed)|worr(?:ies|ied)|(?:is|was|are|were)\s(?:afraid|fearful|worried))\b
    [^.;“”"\n]{0,90},\s(?:\w+\s){0,2}(?:sp[eo]|ask|request|insist|declin|said|want)"""
)
# In the next sentence, where that takes the source up again.
ANAPHORIC_SUBJECT = Pattern(r"""["“]?(?:(?:he|she|they|both|all|neither|none)\b|the\ (?:[\w’'-]+\ ){0,3}?[\w’'-]+
    (?=,\ who\b|\ (?:who|spoke|speaks?|was|were|is|are|asked|requested|declined|insisted|wanted|agreed|had|has|did|could
    |would|feared|fears|said|told)\b))""")
RISK = Pattern(r"\b" + FEAR + r"|because|sensitiv|policy|not\ to\ be\ named|not?\b[^.;,]{0,30}" + PERMIT)
# Reasons that tell nothing: "not authorized to speak publicly about it", and there an end.
PUBLICLY = r"(?:publicly|on\ the\ record|(?:to|with)\ (?:the\ )?(?:media|press|reporters)|about|on|it|the|this|matter)"
STOCK_REASON = Pattern(
    PERMIT + r"\w*\s+to\s+(?:speak|talk|comment|discuss|be\ quoted)(?:\s+" + PUBLICLY + r")*\s*[,.;”\"]"
)


def reason(article: Article, formula: Span) -> Span | None:
    """The reason given for a formula: in its own clause, before it, or in the next sentence."""
    text = article.text
    start, end = sentence_at(article, formula.start)
    start, stop = max(start, formula.start - NEAR), min(end, formula.end + NEAR)
    clause_end = CLAUSE_END.search(text, formula.end, stop)
    given = (
        REASON.search(text, formula.end, clause_end.start() if clause_end else stop)
        or NOT_AUTHORIZED.search(text, start, stop)
        or THREAT.search(text, formula.end, stop)
        or OPENING.match(text, start, formula.start)
        or DREADED.search(text, start, formula.start)
    )
    if not given:
        following = sentence_at(article, end + 2)
        if following.start >= end and ANAPHORIC_SUBJECT.match(text, following.start):
            given = RISK.search(text, following.start, min(following.end, following.start + NEAR))
    return Span(*given.span()) if given else None


def anonymity_statements(article: Article) -> list[tuple[Span | None, Span | None]]:
    """Formulas, each with its reason or None, and reasons that stand without a formula."""
    found: list[tuple[Span | None, Span | None]] = [(mark, reason(article, mark)) for mark in article.get(formulas)]
    for start, end, _ in article.mentions("sources.reason"):
        match = NOT_AUTHORIZED.search(article.text, start - 40, end + 30)
        if match and match.end() >= end and not in_quotation(article, start):
            found.append((None, Span(match.start(), end)))
    return found
