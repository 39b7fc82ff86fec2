"""The words of attribution: cues (verbs of speech and opinion) and nouns for people without a name.

The view `speakers` uses them. A rule adds words by giving them the kinds `cue` and `person` in its own lexicon.
"""

from __future__ import annotations

from newslint.model import Lexicon

# Base form, third person, past, present participle; where the past participle differs, it comes last.
VERB_TABLE = """
say says said saying · tell tells told telling · warn warns warned warning · claim claims claimed claiming
believe believes believed believing · argue argues argued arguing · allege alleges alleged alleging
accuse accuses accused accusing · express expresses expressed expressing · indicate indicates indicated indicating
confirm confirms confirmed confirming · deny denies denied denying · describe describes described describing
note notes noted noting · add adds added adding · insist insists insisted insisting
suggest suggests suggested suggesting · report reports reported reporting
acknowledge acknowledges acknowledged acknowledging · admit admits admitted admitting
caution cautions cautioned cautioning · fear fears feared fearing · estimate estimates estimated estimating
predict predicts predicted predicting · contend contends contended contending
maintain maintains maintained maintaining · assert asserts asserted asserting · blame blames blamed blaming
criticize criticizes criticized criticizing · criticise criticises criticised criticising
condemn condemns condemned condemning · denounce denounces denounced denouncing · doubt doubts doubted doubting
question questions questioned questioning · complain complains complained complaining
stress stresses stressed stressing · emphasize emphasizes emphasized emphasizing
reveal reveals revealed revealing · disclose discloses disclosed disclosing · explain explains explained explaining
conclude concludes concluded concluding · determine determines determined determining
agree agrees agreed agreeing · disagree disagrees disagreed disagreeing · dispute disputes disputed disputing
speculate speculates speculated speculating · suspect suspects suspected suspecting
worry worries worried worrying · hope hopes hoped hoping · expect expects expected expecting
think thinks thought thinking · consider considers considered considering · view views viewed viewing
see sees saw seeing seen · regard regards regarded regarding · call calls called calling
recall recalls recalled recalling · concede concedes conceded conceding · counter counters countered countering
state states stated stating · write writes wrote writing written · voice voices voiced voicing
assess assesses assessed assessing · forecast forecasts forecast forecasting · reckon reckons reckoned reckoning
declare declares declared declaring · welcome welcomes welcomed welcoming · oppose opposes opposed opposing
reject rejects rejected rejecting · dismiss dismisses dismissed dismissing · praise praises praised praising
hail hails hailed hailing · decry decries decried decrying · lament laments lamented lamenting
recount recounts recounted recounting
corroborate corroborates corroborated corroborating · ask asks asked asking · dub dubs dubbed dubbing
wonder wonders wondered wondering · attribute attributes attributed attributing · label labels labelled labelling
brand brands branded branding · slam slams slammed slamming · blast blasts blasted blasting
signal signals signaled signaling · hint hints hinted hinting · point points pointed pointing
interpret interprets interpreted interpreting · perceive perceives perceived perceiving
assume assumes assumed assuming · bet bets bet betting
charge charges charged charging · testify testifies testified testifying
""".replace("\n", " · ")

FORMS = ("base", "third", "past", "ing", "participle")
FORM_OF: dict[str, str] = {}
for _verb in VERB_TABLE.split(" · "):
    FORM_OF.update(zip(_verb.split(), FORMS, strict=False))  # most verbs lack the last form
FORM_OF["felt"] = "past"  # "feel the same" is no statement
# Directly before the speaker: "according to officials", "in the eyes of critics".
PREPOSITIONAL_CUES = (
    "according to", "in the eyes of", "in the view of", "in the words of", "in the opinion of", "citing", "cites",
    "cited", "quoting", "quoted", "quotes", "fire from", "put forward by", "raised by",
)  # fmt: skip
FORM_OF |= dict.fromkeys(PREPOSITIONAL_CUES, "prepositional")
# After a form of "be": "critics are skeptical of the plan".
PREDICATE_CUES = (
    "critical of", "skeptical of", "skeptical about", "skeptical that", "sceptical of", "sceptical about",
    "sceptical that", "doubtful that", "wary of", "concerned that", "concerned about",
    "confident that", "convinced that", "optimistic that", "optimistic about", "pessimistic about", "adamant that",
)  # fmt: skip
FORM_OF |= dict.fromkeys(PREDICATE_CUES, "adjective")
# Nouns for statements: "criticism from experts", "concern among officials".
STATEMENT_NOUNS = (
    "criticism", "warnings", "accusations", "allegations", "concern", "concerns", "skepticism", "scepticism",
    "doubts", "complaints", "speculation", "confirmation", "assessments", "condemnation", "backlash", "outcry",
    "unease", "anger", "calls", "fears", "hopes", "claims", "praise", "worries",
)  # fmt: skip
FORM_OF |= {noun: "noun" for noun in STATEMENT_NOUNS if noun not in FORM_OF}  # "calls" is a verb as well

PERSON_NOUNS = (
    "official", "source", "aide", "adviser", "advisor", "diplomat", "insider", "operative", "strategist", "staffer",
    "officer", "commander", "trader", "banker", "executive", "lawmaker", "senator", "congressman", "congresswoman",
    "legislator", "mp", "negotiator", "envoy", "minister", "person", "expert", "analyst", "critic",
    "observer", "economist", "spokesman", "spokeswoman", "spokesperson", "soldier", "employee", "confidant", "ally",
    "associate", "consultant", "investigator", "prosecutor", "agent", "friend", "neighbor", "neighbour", "lobbyist",
    "resident", "witness", "student", "teacher", "worker", "fighter", "doctor", "nurse", "medic", "relative",
    "activist", "protester", "volunteer", "lawyer", "attorney",
)  # fmt: skip
PEOPLE_NOUNS = (
    "officials", "authorities", "sources", "aides", "advisers", "advisors", "diplomats", "insiders", "operatives",
    "strategists", "staffers", "officers", "commanders", "traders", "bankers", "executives", "lawmakers", "senators",
    "congressmen", "legislators", "mps", "negotiators", "envoys", "ministers", "persons", "experts",
    "analysts", "critics", "observers", "economists", "commentators", "pundits", "opponents", "supporters",
    "sympathisers", "sympathizers", "proponents", "advocates", "activists", "skeptics", "sceptics", "detractors",
    "campaigners", "historians", "scholars", "scientists", "academics", "specialists", "strategists", "watchers",
    "pollsters", "allies", "associates", "consultants", "investigators", "leaders", "republicans", "democrats",
    "conservatives", "liberals", "spokesmen", "spokespeople", "employees", "lobbyists", "rivals", "politicians",
    "personnel",
    "people familiar", "people close", "people briefed", "people with", "people involved",
    "those familiar", "those close", "those briefed", "two people", "three people",
    "several people", "the people", "both people",
)  # fmt: skip
INDEFINITE_PRONOUNS = ("some", "many", "others")

UNNAMED_SPEAKER_NOUNS = (
    dict.fromkeys(PERSON_NOUNS, "person")
    | dict.fromkeys(PEOPLE_NOUNS, "people")
    | dict.fromkeys(INDEFINITE_PRONOUNS, "some")
)
"""Nouns and pronouns for people without a name, in lower case, each with its kind: person, people or some."""
UNNAMED_SPEAKER_NOUNS |= {"people": "people", "those": "people"}  # of "people familiar", "those close"

LEXICON: Lexicon = {"cue": tuple(FORM_OF), "person": tuple(UNNAMED_SPEAKER_NOUNS)[:-2]}


def verb_form(word: str) -> str:
    """Return the form of a cue: "noun", "prepositional" or one of `FORMS`; for an unknown word, guess by its ending."""
    form = FORM_OF.get(word)
    if form:
        return form
    return (
        "past" if word.endswith("ed") else "ing" if word.endswith("ing") else "third" if word.endswith("s") else "base"
    )
