"""The words that the rules on sources listen for, and what the nouns for people are good for."""

from __future__ import annotations

from newslint.api import Lexicon

# A source may be any of these; the others count only with a formula of anonymity, or with "one" before them.
SOURCES = frozenset(
    "official source aide adviser advisor diplomat insider operative strategist staffer trader banker executive "
    "negotiator confidant ally associate consultant lobbyist expert analyst critic observer economist".split()
)
POLITICAL = frozenset("lawmaker senator congressman congresswoman legislator mp minister".split())
# People whom a reporter meets: sources where they tell an outlet something, not in every "a resident said".
WITNESS_NOUNS = frozenset(
    "resident witness student teacher worker fighter doctor nurse medic relative activist protester volunteer "
    "lawyer attorney soldier employee commander officer neighbor neighbour friend agent".split()
)
SPOKESPERSON = frozenset("spokesman spokeswoman spokesperson spokesmen spokespeople".split())
# These say nothing of who it is.
BARE = frozenset("source sources insider insiders".split())
# These can stand for any anonymous source when it is taken up again: "the source", "the official".
GENERIC = frozenset("source person official insider people sources officials persons insiders".split())
# Anybody at all, unless it is said what they know.
PERSONS = frozenset("people persons those person".split())
KNOWING = PERSONS | BARE

COLLECTIVE = frozenset(
    "officials authorities aides advisers advisors diplomats operatives strategists staffers traders bankers "
    "executives experts analysts critics observers economists commentators pundits opponents supporters "
    "sympathisers sympathizers proponents advocates skeptics sceptics detractors historians scholars scientists "
    "academics specialists watchers pollsters allies associates consultants rivals campaigners activists "
    "commanders".split()
)
# Those who speak for the house that employs them, where it is named.
EXPERTS = frozenset(
    "experts analysts economists strategists traders historians scholars scientists academics specialists pollsters "
    "consultants".split()
)
# Whose they are does not make them known: "the mayor's critics". His aides speak for him.
POSSESSED_GROUPS = frozenset("critics opponents supporters detractors skeptics sceptics".split())
POSSESSED_SOURCES = frozenset("source aide ally confidant associate critic".split())
# Those who hold an office: what they see and hope is policy, and only what they say is a statement.
OFFICE_HOLDERS = frozenset("officials authorities aides commanders diplomats".split())
# Groups that answer for themselves, unless only "some" of them are said to speak.
GROUPS = frozenset(
    "lawmakers senators congressmen legislators mps ministers leaders republicans democrats conservatives "
    "liberals employees negotiators envoys investigators politicians lobbyists".split()
)
VAGUE = frozenset("some many several certain various numerous".split())
# Attitudes: enough to make critics or "some" speak, but officials who "oppose" or "see" have not spoken to anyone.
ATTITUDES = frozenset(
    "see sees view views viewed regard regards regarded consider considers considered call calls called hope "
    "hopes hoped welcome welcomes welcomed praise praises praised think thinks thought wonder wonders wondered "
    "reject rejects rejected dismiss dismisses dismissed label labels brand brands dub dubs dubbed slam slams "
    "slammed".split()
)
OPPOSING = frozenset("oppose opposes opposed agree agrees agreed disagree disagrees disagreed".split())

ADJECTIVES = frozenset("anonymous unnamed unidentified".split())
FORMULAS = (
    "anonymity", "anonymous", "anonymously", "be named", "be identified", "be quoted", "be publicly named",
    "be publicly identified", "named publicly", "identified publicly", "on background", "not for attribution",
    "identify himself", "identify herself", "identify themselves", "give his name", "give her name", "give their name",
    "give their names", "name not be", "names not be", "name be withheld", "names be withheld",
)  # fmt: skip
# A reason that needs no formula beside it.
REASONS = (
    "authorized", "authorised", "unauthorized", "authorization", "permitted to", "cleared to", "allowed to speak",
    "allowed to talk", "allowed to discuss",
)  # fmt: skip

LEXICON: Lexicon = {"sources.formula": FORMULAS, "sources.reason": REASONS}

ADVERBS = ("reportedly", "allegedly", "supposedly", "purportedly")
PASSIVE_BELIEF_VERBS = ("believed", "thought", "reported", "understood", "rumored", "rumoured", "alleged", "said")
AGENTLESS: Lexicon = {
    "sources.agentless": (
        *ADVERBS,
        *(f"{verb} as" for verb in ("seen", "viewed", "regarded", "perceived")),
        *(f"widely {verb}" for verb in ("considered", "seen", "viewed", "regarded")),
        *(f"{verb} {link}" for verb in PASSIVE_BELIEF_VERBS for link in ("to", "that")),
        *(
            f"it {be} {verb}"
            for be in ("is", "was", "has been")
            for verb in (*PASSIVE_BELIEF_VERBS, "feared", "claimed", "suggested")
        ),
        *(f"{be} {noun}" for be in ("been", "are", "were") for noun in ("reports", "rumors", "rumours", "claims")),
    ),
}

SELF_ATTRIBUTION: Lexicon = {
    "sources.self": (
        "has learned", "has learnt", "have learned", "has been told", "can reveal", "can exclusively reveal",
        "understands that", "this newspaper", "this website", "this publication", "this reporter",
    ),
}  # fmt: skip
