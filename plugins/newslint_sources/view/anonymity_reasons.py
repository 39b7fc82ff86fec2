"""Why a source has no name: the reason beside a formula of anonymity, or one that stands alone."""

from __future__ import annotations

from newslint.api import Article, Pattern, Span, in_quotation, mask_abbreviations, sentence_at
from newslint_sources.data.anonymity_words import (
    AFTER_ANAPHOR,
    DISCLOSURE_STEMS,
    FEAR_STEMS,
    PERMISSION_STEMS,
    PRESS_STEMS,
    STATEMENT_OPENERS,
)
from newslint_sources.view.anonymity_formulas import anonymity_formulas

MAX_REASON_DISTANCE_CHARS = 600  # what is farther from a formula is not a reason for it
MAX_CHARS_BEFORE_PERMISSION = 40
# What opens a reason. "To" opens one before a verb, not before the people whom the source told something.
REASON_OPENER = (
    r"""(?:cit(?:ing|ed)
    |because|since\ |as\ (?!an?\b|part\b|well\b|of\b|to\b)\w|for\ fear|out\ of|fearing|due\ to|owing\ to|given\s
    |in\ (?:order|line|keeping|accordance|return|exchange)\b|so\ (?:as|that|they|he|she)\b|lest\b
    |for\ [^,.;]{0,30}(?:reasons?|safety|security)|under\ |per\ |pending|ahead\ of|until\s|before\s
    |(?:when|while)\ (?:discuss|describ|talk|negotiat|the|they|it|he|she)|(?:in\ )?(?:describ|discuss)ing
    |saying\ (?:he|she|they)\b
    |to\ (?!the\b|an?\b|his\b|her\b|their\b|our\b|this\b|be\b
        |(?:[\w-]+\ ){0,3}(?:"""
    + "|".join(PRESS_STEMS)
    + "))[a-z]+)"
)
# In the formula's own clause, which ends at a statement, at a quotation, or at a comma that no reason follows.
REASON = Pattern(
    r"(?<![\w-])" + REASON_OPENER,
    case_sensitive=True,
    method="search",
    matches=(" because the plan is secret", " to avoid a scandal", " for legal reasons"),
    misses=(" to a foreign reporter", " to local newspapers", " on Monday"),
)
CLAUSE_END = Pattern(
    rf"(?<!\bso)\s(?:{'|'.join(STATEMENT_OPENERS)})\b" + r"""|[“”]|[;:.!?](?=\s|$)|,\s+(?!""" + REASON_OPENER + ")",
    case_sensitive=True,
    method="search",
    matches=(" that the dam leaked", ", and left", "; he left"),
    misses=(", citing the law", " on a bridge"),
)
# Anywhere in the sentence: the permission that the source lacks.
PERMISSION = rf"(?:{'|'.join(PERMISSION_STEMS)}|at\ liberty)"
NEGATION = r"""(?:\bnot?\b|n't\b|\bnever\b|\bwithout\b|\black\w*)[^.;,“”\n]{0,40}"""
DISCLOSURE = rf"(?:{'|'.join(DISCLOSURE_STEMS)}|be\ (?:quoted|named|identified))"
NOT_AUTHORIZED = Pattern(
    NEGATION
    + PERMISSION
    + r"\w*\s+to\s+(?:\w+ly\s+)?"
    + DISCLOSURE
    + r"|\bunauthori[sz]ed\s+to\s+(?:\w+ly\s+)?"
    + DISCLOSURE
    + r"|could(?:\ not|n't)\ (?:\w+ly\ )?"
    + DISCLOSURE,
    method="search",
    matches=(
        "was not authorized to publicly discuss it",
        "but unauthorized to discuss it",
        "couldn't speak about it",
        "without being cleared to talk",
    ),
    misses=("was authorized to speak", "tankers were not allowed to leave"),
)
# At the start of the sentence, before the formula.
REASON_BEFORE_FORMULA = Pattern(
    r"""(?:because|citing|fearing|out\ of|for\ fear|since|due\ to|given
    |to\ (?:speak|discuss|describe|protect|avoid|preserve))\b""",
    matches=("Fearing for her job, a nurse", "To protect his family, a guard"),
    misses=("To everyone's surprise, a guard", "Speaking softly, a guard"),
)
FEAR = rf"(?:fear(?:s|ed|ing)?\b|lose\ \w+\ job|{'|'.join(FEAR_STEMS)})"
# After the formula: the source says what it fears.
STATED_FEAR = Pattern(
    r"saying\b.{0,60}" + FEAR,
    method="search",
    matches=("saying that she might lose her job", "saying it would bring reprisals"),
    misses=("saying that the dam was old", "afraid of heights"),
)
# Before the formula: "A nurse, who feared for her job, spoke on condition of …".
FEAR_CLAUSE = Pattern(
    r"""\b(?:who|she|he|they)\s(?:\w+\s)?(?:fear(?:s|ed)|worr(?:ies|ied)|(?:is|was|are|were)\s(?:afraid|fearful|worried))\b
    [^.;“”\n]{0,90},\s(?:\w+\s){0,2}(?:sp[eo]|ask|request|insist|declin|said|want)""",
    method="search",
    matches=("A nurse, who feared for her job, spoke", "A guard, who is afraid of the gang, asked"),
    misses=("A nurse, who feared for her job.", "A nurse, who liked her job, spoke"),
)
# The subject of the next sentence, where that refers to the source again.
ANAPHORIC_SUBJECT = Pattern(
    r"""“?(?:(?:he|she|they|both|all|neither|none)\b|the\ (?:[\w'-]+\ ){0,3}?(?-i:[a-z])[\w'-]*
    (?=,\ who\b|\ (?:"""
    + "|".join(AFTER_ANAPHOR)
    + r")\b))",
    matches=("They asked for silence", "The harbor official spoke", "“The aide, who left"),
    misses=("The road along the river", "The Herald asked"),
)
REASON_IN_NEXT_SENTENCE = Pattern(
    rf"\b{FEAR}" + r"|not\ to\ be\ named|not?\b[^.;,]{0,30}" + PERMISSION,
    method="search",
    matches=("She was not yet cleared", "He feared a backlash"),
    misses=("The aide gave no details", "She left the room"),
)
# The same, where no statement stands before it: what the source says "because" of is another thing.
REASON_BEFORE_STATEMENT = Pattern(
    rf"(?:(?!\s(?:{'|'.join(STATEMENT_OPENERS)})\b)[^“”;])*?\b(?:because|sensitiv|policy)",
    matches=("The aide cited the sensitivity of the talks", "He spoke because he was angry"),
    misses=("The aide said it failed because of him", "She left the room"),
)
# Reasons that explain nothing: "not authorized to speak publicly about it", and nothing after it.
STOCK_REASON = Pattern(
    PERMISSION
    + r"""\w*\s+to\s+(?:speak|talk|comment|discuss|be\ quoted)
    (?:\s+(?:publicly|on\ the\ record|(?:to|with)\ (?:the\ )?(?:media|press|reporters)|about|on|it|the|this|matter))*
    \s*[,.;”\"]""",
    method="search",
    matches=("not authorized to speak publicly about the matter.", "was not allowed to talk to reporters,"),
    misses=("not authorized to speak before the vote.", "not cleared to name the ship."),
)


def find_reason(article: Article, formula: Span) -> Span | None:
    """Return the reason given for a formula: in its own clause, before it, or in the next sentence."""
    text = article.text
    start, end = sentence_at(article, formula.start)
    start = max(start, formula.start - MAX_REASON_DISTANCE_CHARS)
    window = mask_abbreviations(text, start, min(end, formula.end + MAX_REASON_DISTANCE_CHARS))
    before, after, stop = formula.start - start, formula.end - start, len(window)
    clause_end = CLAUSE_END.search(window, after, stop)
    match = (
        REASON.search(window, after, clause_end.start() if clause_end else stop)
        or NOT_AUTHORIZED.search(window, 0, stop)
        or STATED_FEAR.search(window, after, stop)
        or REASON_BEFORE_FORMULA.match(window, 0, before)
        or FEAR_CLAUSE.search(window, 0, before)
    )
    if not match:
        following = sentence_at(article, end + 2)
        if following.start >= end and ANAPHORIC_SUBJECT.match(text, following.start):
            start = following.start
            window = mask_abbreviations(text, start, min(following.end, start + MAX_REASON_DISTANCE_CHARS))
            stop = len(window)
            match = REASON_IN_NEXT_SENTENCE.search(window, 0, stop) or REASON_BEFORE_STATEMENT.match(window, 0, stop)
    return Span(start + match.start(), start + match.end()) if match else None


def anonymity_statements(article: Article) -> list[tuple[Span | None, Span | None]]:
    """Return pairs (formula, reason): each formula with its reason or None, then reasons that have no formula."""
    statements: list[tuple[Span | None, Span | None]] = [
        (formula, find_reason(article, formula)) for formula in article.get(anonymity_formulas)
    ]
    for start, end, _ in article.mentions("sources.reason"):
        first = max(0, start - MAX_CHARS_BEFORE_PERMISSION)
        match = NOT_AUTHORIZED.search(mask_abbreviations(article.text, first, end + 30), 0, end + 30 - first)
        if match and first + match.end() >= end and not in_quotation(article, start):
            statements.append((None, Span(first + match.start(), end)))
    return statements
