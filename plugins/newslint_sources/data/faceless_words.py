"""The words of reports and opinions that have no source, and the words that name one near them."""

from __future__ import annotations

from newslint.api import Lexicon

# Doubt ("supposedly") and legal status ("allegedly", "alleged to") are not hearsay, so they are not here.
ADVERBS = ("reportedly",)
BELIEF_VERBS = ("believed", "thought", "reported", "understood", "rumored", "rumoured", "said")
# "It is feared": what stands after "it is" with any of these is hearsay, with or without "that".
IMPERSONAL_VERBS = (
    "believed", "thought", "understood", "rumored", "rumoured", "feared", "learnt", "learned", "gathered",
)  # fmt: skip
# With these, "it" may be a thing: "it was reported to the police".
AMBIGUOUS_IMPERSONAL_VERBS = ("reported", "said", "claimed", "suggested")
OPINION_VERBS = ("seen", "viewed", "regarded", "perceived", "described")
WIDE_OPINION_VERBS = ("considered", "seen", "viewed", "regarded")
RUMOR_NOUNS = ("rumors", "rumours", "speculation")
REPORT_NOUNS = ("reports", "report", "media", "information", "claims", *RUMOR_NOUNS)
# What may stand before these nouns and names no one.
REPORT_MODIFIERS = frozenset(
    "local foreign international national domestic western online news media press newspaper television tv some "
    "several multiple various numerous many other unconfirmed conflicting contradictory initial early preliminary "
    "recent earlier fresh new persistent widespread us u.s. uk british american".split()
)
# What stands before them.
ACCORDING_TO = ("according to", "according to the", "according to a", "according to an")
THERE_ARE = (
    "there is", "there are", "there was", "there were", "there is also", "there are also", "there were also",
    "there have been", "there has been", "there had been", "there have also been",
)  # fmt: skip
BEFORE_EVENT = ("following", "amid", "after", "despite")
BEFORE_CLAUSE = ("and", "but", "as", "while", "after", "when", "that", "though", "although", "because", "with")
PRESS_WORDS = frozenset("local news media press newspaper television tv unconfirmed".split())  # of "a local report"

KIND_OF_PHRASE: dict[str, str] = {
    **dict.fromkeys(ADVERBS, "adverb"),
    **dict.fromkeys((f"{verb} as" for verb in OPINION_VERBS), "opinion"),
    **dict.fromkeys((f"widely {verb}" for verb in WIDE_OPINION_VERBS), "opinion"),
    **dict.fromkeys((f"{verb} to" for verb in BELIEF_VERBS), "belief"),
    **dict.fromkeys(("said to", "reported to"), "hearsay"),
    **dict.fromkeys(
        (
            f"it {be} {verb}"
            for be in ("is", "was", "has been")
            for verb in (*IMPERSONAL_VERBS, *AMBIGUOUS_IMPERSONAL_VERBS)
        ),
        "impersonal",
    ),
    **dict.fromkeys((f"{verb} that" for verb in (*BELIEF_VERBS, "feared", "claimed", "suggested")), "impersonal"),
    **dict.fromkeys(REPORT_NOUNS, "report"),
}
FACELESS: Lexicon = {"sources.faceless": tuple(KIND_OF_PHRASE)}

# Verbs of an outlet, a document or a speaker, and phrases that lead to one.
REPORT_CUES = frozenset(
    "reported reports reporting wrote writes told tells quoted quotes quoting describes described".split()
) | {"according to", "citing", "cites", "cited"}
STATEMENT_CUES = frozenset("said says say stated states confirmed added claimed claims".split())
OPINION_CUES = (
    REPORT_CUES | STATEMENT_CUES | frozenset("tells warned warns believe believes argue argues think".split())
)
OUTLET_NOUNS = frozenset("newspaper paper daily magazine website outlet station broadcaster".split())
DOCUMENT_NOUNS = (
    "report", "study", "survey", "poll", "statement", "document", "documents", "letter", "indictment", "affidavit",
    "complaint", "lawsuit", "suit", "filing", "memo", "transcript", "ruling", "verdict",
)  # fmt: skip
# Before a cue, or after "according to", these are a source that can be found.
IDENTIFIABLE_NOUNS = (
    OUTLET_NOUNS
    | frozenset(DOCUMENT_NOUNS)
    | frozenset(
        "agency network police prosecutors prosecutor investigators detectives court judge ministry government "
        "spokesman spokeswoman sheriff coroner mayor company he she".split()
    )
)
# Before a cue at the start of a sentence, these are no name.
NOT_NAMES = frozenset("this that it these they others some many reports media rumors rumours one another".split())
# The outlet's own work: nothing around it names a source.
OWN_WORK = ("learnt", "learned", "gathered")
# A sentence that holds one of these rests on a charge or a document.
RECORD_WORDS = (
    "indictment", "affidavit", "court papers", "court documents", "court filing", "court filings", "lawsuit",
    "charges", "charged", "prosecutor", "prosecutors", "criminal complaint", "charge sheet",
)  # fmt: skip
RECORDS: Lexicon = {"sources.record": RECORD_WORDS}
