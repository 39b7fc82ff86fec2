"""The words of this family, as tables: nouns for people, determiners, verbs, and the names of outlets."""

from __future__ import annotations

from newslint.api import Lexicon
from newslint_sources.data.anonymity_words import ANONYMITY_FORMULAS, REASON_WORDS
from newslint_sources.data.wordnet import (
    BYSTANDER_NOUNS,
    EXPERT_NOUNS,
    KIN_NOUNS,
    OFFICE_NOUNS,
    PARTISAN_NOUNS,
    STAFF_NOUNS,
    STATEMENT_VERBS,
)

# Nouns for people, in the singular.

# A source may be any of these; the others count only with a formula of anonymity, or with "one" before them.
SOURCES = frozenset(
    "official source aide adviser advisor diplomat insider operative strategist staffer trader banker executive "
    "negotiator confidant ally associate consultant lobbyist expert analyst critic observer economist".split()
)
# People who may know: sources where "one" or "another" of them has a view.
INFORMED_PERSONS = (
    OFFICE_NOUNS
    | EXPERT_NOUNS
    | PARTISAN_NOUNS
    | STAFF_NOUNS
    | frozenset("mp msp mep td mla minister lawyer attorney".split())
)
# A possessive does not identify these: "his aide".
POSSESSED_SOURCES = frozenset("source aide ally confidant associate critic".split())

# Nouns for people, in the singular and the plural.

SPOKESPERSONS = frozenset("spokesman spokeswoman spokesperson spokesmen spokespeople".split())
# These do not describe the source at all.
BARE_NOUNS = frozenset("source sources insider insiders".split())
# These can refer to any anonymous source that the article mentioned before: "the source", "the official".
GENERIC_NOUNS = frozenset("source person official insider people sources officials persons insiders".split())
# These may be anyone, unless the article says what they know.
UNSPECIFIC_PERSONS = frozenset("people persons those person".split())
KNOWING_NOUNS = UNSPECIFIC_PERSONS | BARE_NOUNS

# Nouns for groups.

COLLECTIVES = (
    EXPERT_NOUNS
    | PARTISAN_NOUNS
    | frozenset(
        "officials authorities aides diplomats operatives strategists staffers traders bankers executives critics "
        "observers pundits opponents sympathisers advocates detractors academics watchers allies associates "
        "consultants rivals commanders personnel".split()
    )
)
# Those who speak for their employer, where the article names it.
EXPERTS = EXPERT_NOUNS | frozenset("strategists traders academics consultants".split())
# A possessive does not identify these: "the mayor's critics". His aides speak for him.
POSSESSED_GROUPS = frozenset("backers critics opponents supporters detractors skeptics sceptics".split())
# Those who hold a view: whoever is named next and speaks is one of them.
PARTISANS = POSSESSED_GROUPS | PARTISAN_NOUNS
# Those who hold an office: what they see and hope is policy, and only what they say is a statement.
OFFICE_HOLDERS = frozenset("officials authorities aides commanders diplomats".split())
# Groups that answer for themselves, unless only "some" of them speak.
ACCOUNTABLE_GROUPS = frozenset(
    "lawmakers senators congressmen legislators mps ministers leaders republicans democrats conservatives "
    "liberals deputies employees negotiators envoys investigators politicians".split()
)

# A person with one of these titles may be the official, the aide, or the expert of the sentence before.
OFFICE_TITLES = frozenset(
    "official secretary minister director chief head heads headed chairman chairwoman chair president commissioner "
    "superintendent mayor governor ambassador envoy deputy executive manager administrator adviser advisor aide "
    "commander general admiral colonel officer sheriff senator lawmaker councillor leader leads runs lawyer attorney "
    "prosecutor diplomat strategist captain inspector".split()
)
EXPERT_TITLES = frozenset(
    "expert professor analyst economist strategist researcher scientist fellow director consultant historian lecturer "
    "engineer lawyer specialist doctor head author founder scholar".split()
)
CAPITALIZED_GROUPS = frozenset("mps republicans democrats conservatives liberals".split())

# Parts of a group: "one camp says, another faction says".
FACTIONS = frozenset(("camp", "faction"))
# "Figures" are people who insist, and numbers that show.
FIGURES = "figures"
GROUPS_WITH_FIGURES = frozenset("party government opposition industry security military church coalition".split())
VERBS_OF_NUMBERS = frozenset(
    "show shows showed suggest suggests suggested indicate indicated say said reveal revealed confirm confirmed state "
    "stated estimate estimated report reported point pointed imply implied".split()
)

# A formula of anonymity beside one of these is about its author, who is not the speaker.
DOCUMENTS = frozenset(
    "account article book copy document draft email essay interview interviews letter list memo message poll post "
    "questionnaire recording report statement story study survey tape text video".split()
)

# Determiners: the first words of a noun phrase.

# These do not distinguish sources: "two officials" may be "the officials".
UNDESCRIPTIVE_DETERMINERS = frozenset(
    "a an one another some the this that these those both all two three four five six seven eight nine ten".split()
)
COUNT_WORDS = frozenset("two three four five six seven eight nine ten several multiple numerous dozens both".split())
INDEFINITE_DETERMINERS = frozenset("a an one another some".split())
DEFINITE_DETERMINERS = frozenset("the this that these those both all our".split())
POSSESSIVE_DETERMINERS = frozenset("its his her their my your".split())
ADDITIVE_WORDS = frozenset("another second third".split())
# A possessive of a whole class of people identifies none: "women's rights activists".
GENERIC_POSSESSORS = frozenset(
    "women's men's children's people's veterans' patients' consumers' workers' victims' students' farmers' migrants' "
    "immigrants' tenants' parents' voters' prisoners' refugees'".split()
)
NEGATIVE_DETERMINERS = frozenset("no few any".split())
VAGUE_DETERMINERS = frozenset("some many several certain various numerous".split())
ANONYMOUS_ADJECTIVES = frozenset("anonymous unnamed unidentified".split())

# After "a source in", "sources on": these tell when or how a source spoke, and not who it is.
NO_DESCRIPTION = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
    "april", "may", "june", "july", "august", "september", "october", "november", "december", r"\d+", "condition",
    "background", "recent", "late", "early", "that", "this", "response", "addition", "fact", "turn", "private",
)  # fmt: skip
NO_DESCRIPTION_NOUNS = (
    "interview", "statement", "condition", "record", "time", "phone", "telephone", "email", "message", "moment", "past",
    "morning", "afternoon", "evening", "day", "week", "month", "year",
)  # fmt: skip

# Verbs.

# Even "a plumber" is a source: "a plumber told the Herald".
CREDITING = frozenset("told tells quoted likened likens characterized characterised".split())
# In confidence: "an MP worries that".
CANDID = frozenset("admits admitted concedes conceded confided worries fears suspects".split())
SPEECH = frozenset("said says told tells added adds wrote writes recalled recalls explained explains".split())
# Attitudes: enough to make critics or "some" speak, but officials who "oppose" or "see" have not spoken to anyone.
ATTITUDES = frozenset(
    "see sees view views viewed regard regards regarded consider considers considered call calls called hope "
    "hopes hoped welcome welcomes welcomed praise praises praised think thinks thought wonder wonders wondered "
    "reject rejects rejected dismiss dismisses dismissed label labels brand brands dub dubs dubbed slam slams "
    "slammed felt urge urges urged urging".split()
)
OPPOSING = frozenset("oppose opposes opposed agree agrees agreed disagree disagrees disagreed".split())

ANYONE = frozenset(("man", "woman", "caller"))  # sources only where they say who they are
OTHER_NOUNS = frozenset(("msp", "mep", "td", "mla", "deputies", FIGURES)) | FACTIONS | ANYONE
OPEN_NOUNS = OTHER_NOUNS | KIN_NOUNS | OFFICE_NOUNS | PARTISAN_NOUNS | EXPERT_NOUNS | STAFF_NOUNS | BYSTANDER_NOUNS
LEXICON: Lexicon = {
    "sources.formula": ANONYMITY_FORMULAS,
    "sources.reason": REASON_WORDS,
    "person": tuple(sorted(OPEN_NOUNS)),
    "cue": tuple(sorted(STATEMENT_VERBS)),
}

# An outlet that names itself as the source.

SELF_ATTRIBUTION: Lexicon = {
    "sources.self": (
        "has learned", "has learnt", "have learned", "have learnt", "has been told", "has gathered", "can reveal",
        "can exclusively reveal", "understands", "learnt", "learned", "gathered", "this newspaper", "this website",
        "this publication", "this reporter", "i understand", "i am told", "i'm told", "we are told",
    ),
}  # fmt: skip
# The last words of the names of outlets.
OUTLET_NAMES = (
    "News", "Times", "Post", "Journal", "Press", "Guardian", "Telegraph", "Herald", "Tribune", "Globe", "Mail",
    "Mirror", "Standard", "Observer", "Chronicle", "Gazette", "Star", "Insider", "Magazine", "Today", "Reuters",
    "Bloomberg", "Politico", "POLITICO", "Axios", "CNN", "NBC", "ABC", "CBS", "BBC", "AP", "AFP", "NPR", "Fox", "Sky",
    "ITV", "Newsweek", "Nation", "Punch", "Independent", "Courier", "Dispatch", "Examiner", "Express", "Sentinel",
    "Bulletin", "Reporter", "Reporters", "Daily", "Weekly", "Online", "Vanguard",
)  # fmt: skip
