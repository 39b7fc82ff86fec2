"""Words by which the rules of this family read what a number says. Nouns are in the singular."""

# People:

PEOPLE = frozenset(
    """person man woman child boy girl teenager teen adult student teacher officer soldier troop civilian passenger
    resident worker employee senator lawmaker representative congressman governor democrat republican independent member
    victim suspect prisoner hostage detainee inmate patient doctor nurse player candidate delegate voter migrant refugee
    immigrant citizen national foreigner tourist american briton israeli palestinian russian ukrainian official judge
    justice juror minor infant baby toddler female male survivor protester demonstrator militant fighter gunman attacker
    journalist reporter pilot driver sailor marine guard agent nominee president minister lawyer other conservative
    liberal juvenile brother sister son daughter""".split()
)
# Any person: a list after a comma that follows one of these says who they are.
ANY_PERSON = frozenset("person victim suspect other member passenger hostage".split())
PARTIES = frozenset("democrat republican independent".split())
# Of one group, a person is only one: there may be children among the civilians, but no women among the men.
DISJOINT_GROUPS = (
    frozenset("man woman child minor".split()),
    frozenset("man woman boy girl".split()),
    frozenset("adult child minor juvenile".split()),
    frozenset("male female".split()),
    PARTIES,
    frozenset("conservative liberal moderate".split()),
    frozenset("soldier civilian".split()),
)

# Names:

NAME_PARTICLES = frozenset("de la van von bin al el del della da di dos der den y".split())
NAME_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
TITLES = frozenset(
    """suspect officer deputy detective sergeant lieutenant captain major colonel general judge mayor senator president
    governor minister pastor father sister brother private corporal agent trooper constable chief victim""".split()
)
# Between "42-year-old" and a name that is another person's: "the 18-year-old sister of …".
NAMES_ANOTHER_PERSON = frozenset(
    "of who whose with from in at and by to for near on was is said a an the his her their".split()
)
# After capitalized words that are not yet the name: "17-year-old Central High School student …".
AFTER_INSTITUTION = frozenset(
    """senior junior sophomore freshman student graduate pupil resident native teacher employee player worker member man
    woman boy girl teen teenager mother father""".split()
)
AFTER_AGE = ("of", "was", "is", "were", "and", "from", "who", "has", "had", "died")

# Casualties:

CASUALTY_WORDS = (
    *("killed", "killing", "kills", "dead", "died", "deaths", "slain", "murdered", "fatally"),
    *("wounded", "wounding", "wounds", "injured", "injuring", "injures", "hurt", "hurting", "hospitalized"),
    *("shot", "shooting"),
)
# One of them is in each headline that counts casualties.
OUTCOME_STEMS = (
    "kill dead die death injur wound hurt shot arrest detain releas slain murder swap exchang free fatal"
).split()
# Nouns that say nothing about who was counted; "" where there is no noun.
GENERAL_NOUNS = frozenset(("", "person", "other", "victim", "more", "casualty"))
SEVERAL_EVENTS = "shootings attacks crashes fires bombings incidents storms killings".split()
PERIODS = "year month week decade".split()
# In the sentence of a count that is of another event, or of many events.
OTHER_EVENT_PHRASES = (
    *("so far", "since", "nationwide", "annual", "year ago", "years ago", "earlier attack", "earlier shooting"),
    *("another shooting", "another attack", "another incident"),
    *(
        f"{which} {period}"
        for which in "this previous each every past".split()
        for period in "year month week decade".split()
    ),
)
OTHER_EVENT_IN_HEADLINE = (*(f"last {period}" for period in PERIODS), "earlier incident")
OTHER_EVENT_IN_REPORT = (*"massacre violent bloody across total previous separate".split(), *SEVERAL_EVENTS)
# In a headline about several events, or a period of time.
ROUND_UP_WORDS = (*SEVERAL_EVENTS, *"weekend night overnight hours days".split())
INJURY_DEGREES = "seriously critically slightly severely badly lightly gravely".split()
ATTACKERS = (
    "gunman gunmen shooter shooters attacker attackers suspect suspects bomber bombers assailant assailants himself "
    "herself themselves perpetrator perpetrators"
).split()
# After "of", where only some of a group are counted.
PARTITIVE_WORDS = "the them those whom his her its their".split()

# Parts and wholes:

DETERMINERS = "the all these those its their his her".split()
# Between the people of a whole and "including": "nine people were killed in the attack on Monday, including …".
BETWEEN_WHOLE_AND_PARTS = (
    "were was are have has had been also reportedly fatally shot killed dead died wounded injured hurt arrested "
    "detained missing hospitalized rescued in the attack on"
).split()
# What else a whole may be called, by the noun of its part.
WIDER_NOUNS = {"count": ("crime", "charge", "offense", "felony", "count"), "death": ("casualty", "fatality")}

# Changes and ranges:

CHANGE_STEMS = (
    "increas grow grew climb jump soar surg gain spik leap swell decreas drop declin reduc cut shrink shrank shrunk "
    "slump plung plummet dip loss lost slid tumbl"
).split()
CHANGE_WORDS = (
    "rise rises rising risen rose growth up hike hikes hiked rally rallied higher fall falls fallen falling fell down "
    "lower"
).split()
# They begin a clause in which the numbers are about something else.
CLAUSE_OPENERS = "while as but when after because although though whereas".split()
# Before "between": what follows is not a range.
NOT_A_RANGE = (
    "difference differences gap distinction choice choose choosing decide deciding split divided divides dividing "
    "ratio match game series relationship comparison toss-up gulf"
).split()

# Sentences that repeat:

# Long words that say little about what a sentence is about.
STOP_WORDS = frozenset(
    "people have been were that which with from will would could said more than about after their".split()
)
# A sentence that compares has two numbers for a reason.
COMPARISON_WORDS = "compared another earlier additional respectively while whereas versus".split()

# Measures and spans of time:

DIMENSION_ADJECTIVES = "tall long wide deep high away thick".split()
CONVERSION_HEDGES = ("about", "around", "roughly", "some", "nearly", "almost", "over", "more than", "approximately")
# Before a number of years beside the years themselves.
SPAN_AT_LEAST = ("more than", "over", "at least", "well over")
SPAN_AT_MOST = ("less than", "under", "up to", "fewer than", "nearly", "almost")
SPAN_ABOUT = ("about", "some", "around", "roughly", "nearly", "almost", "approximately")
# Before a number of years that may be only a part of a span.
PART_OF_SPAN = "first last past next every final only spent for".split()
# Before a number of years since the last time.
LAST_TIME_AT_LEAST = ("more than", "over", "at least", "just over")
LAST_TIME_AT_MOST = ("nearly", "almost", "just under")
LAST_TIME_ABOUT = ("about", "around", "some")
# What the first of its kind is called in different reports.
SYNONYMS = dict.fromkeys("talk talks negotiation negotiations dialogue discussion discussions meeting".split(), "talks")
