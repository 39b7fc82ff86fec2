"""Words by which the rules of this family read what a number says. Nouns are in the singular."""

# -- People

PEOPLE = frozenset(
    """person man woman child boy girl teenager teen adult student teacher officer soldier troop civilian passenger
    resident worker employee senator lawmaker representative congressman governor democrat republican independent member
    victim suspect prisoner hostage detainee inmate patient doctor nurse player candidate delegate voter migrant refugee
    immigrant citizen national foreigner tourist american briton israeli palestinian russian ukrainian official judge
    justice juror minor infant baby toddler female male survivor protester demonstrator militant fighter gunman attacker
    journalist reporter pilot driver sailor marine guard agent nominee president minister lawyer other conservative
    liberal juvenile brother sister son daughter trustee referee retiree evacuee escapee trainee appointee refugee
    shepherd clerk monk nun priest cook chef guest pilgrim parent cousin friend youth elder pupil captain mechanic
    expert captive athlete coach fan adviser aide relative tenant rebel bandit thief nephew niece twin widow couple
    critic ally chief delegate diplomat dancer engineer""".split()
)
PEOPLE_ENDINGS = ("ist", "ian", "man", "woman", "ese", "boy", "girl", "hand", "person", "child", "er", "or", "eer")
# Other nouns with these endings.
NOT_PEOPLE = frozenset(
    """list human hand thousand number letter paper order center centre tower power water river summer winter border
    corner matter chapter computer counter container trailer tanker freighter helicopter cruiser meter metre
    centimeter kilometer liter litre layer quarter offer answer dinner shower flower finger shoulder newspaper poster
    sticker server router printer scooter cluster disaster encounter theater theatre floor door motor tractor reactor
    sector factor error color colour harbor harbour mirror monitor tumor indicator generator elevator corridor anchor
    cancer barrier carrier charter cover crater transfer register semester trimester burger drawer fiber filter hammer
    ladder loudspeaker marker pier primer rubber sewer shelter starter sweater tiger thriller trigger layover takeover
    silver copper""".split()
)
# After the number of a part that has no noun of its own: "three from the old town".
PART_OPENERS = "for from in on at of to by with below above near aboard under inside outside against".split()
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
    frozenset("student teacher".split()),
    frozenset("pupil teacher".split()),
)
# What became of those of whom a sentence speaks; only one of these: "31 passed and 22 failed".
DISJOINT_RESULTS = (
    frozenset("passed failed".split()),
    frozenset("rescued drowned missing".split()),
    frozenset("survived drowned died missing".split()),
    frozenset("convicted acquitted".split()),
    frozenset("agreed refused declined".split()),
)
RESULTS = frozenset().union(*DISJOINT_RESULTS)

# -- Names

NAME_PARTICLES = frozenset("de la van von bin al el del della da di dos der den y".split())
NAME_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
TITLES = frozenset(
    """suspect officer deputy detective sergeant lieutenant captain major colonel general judge mayor senator president
    governor minister pastor father sister brother private corporal agent trooper constable chief victim""".split()
)
# Between "42-year-old" and a name that is another person's: "the 18-year-old sister of …".
NAMES_ANOTHER_PERSON = frozenset(
    "of who whose with from in at and by to for near on was is said a an the his her their as that before".split()
)
# After capitalized words that are not yet the name: "17-year-old Central High School student …".
AFTER_INSTITUTION = frozenset(
    """senior junior sophomore freshman student graduate pupil resident native teacher employee player worker member man
    woman boy girl teen teenager mother father""".split()
)
# Last words of names that are not of people: "Harlow County, 12", "Harlow Holdings (2)".
GROUPS_AND_PLACES = frozenset(
    """police department county city state river university college school hospital court church club party street road
    avenue park bay beach lake island district province region council union group trust fund holdings bank company inc
    ltd limited airport station team army force service agency office center centre committee act bill law""".split()
)
# Verbs between "42-year-old man" and a name that is the verb's object: "a 42-year-old man called Erika Mustermann".
VERBS_OF_AGED = frozenset(
    "called told met saw hit beat struck phoned rang texted sued robbed stabbed shot killed has had and".split()
)
# In the sentence of an age that is not today's, or of one of two people of one name.
PAST_AGE_SIGNS = "then ago earlier later turned turns became birthday".split()
NAMESAKE_SIGNS = "son father daughter mother grandfather grandson namesake jr sr junior senior elder younger".split()
AFTER_AGE = ("of", "was", "is", "were", "and", "from", "who", "has", "had", "died")

# -- Casualties

# Of the people of an event, only those whom an earlier count leaves out: "two others died".
REST_WORDS = frozenset("other others more another additional further".split())
# After "of", where only some of a group are counted.
PARTITIVE_WORDS = "the them those whom his her its their".split()

# -- Parts and wholes

DEFINITE_DETERMINERS = "the all these those its their his her".split()
# What is counted in parts as people are.
OTHER_WHOLES = frozenset("seat medal vacancy chair".split())
# Between the numbers of a whole and the number of its parts, instead of a dash or a colon.
CONSISTING = ("comprising", "consisting of", "made up of", "comprised of", "composed of")
# Of those who were asked, the others: "nine refused and two were not sure".
REMAINING = (
    "not",
    "abstained",
    "refused",
    "declined",
    "undecided",
    "neither",
    "nobody",
    "nothing",
    "against",
    "opposed",
)
# What else a whole may be called, by the noun of its part.
WIDER_NOUNS = {"count": ("crime", "charge", "offense", "felony", "count"), "death": ("casualty", "fatality")}

# Two shares that together are at most the whole.
OPPOSITES = (
    *(
        ("domestic", "external"),
        ("domestic", "foreign"),
        ("local", "foreign"),
        ("urban", "rural"),
        ("public", "private"),
    ),
    *(("men", "women"), ("male", "female"), ("males", "females"), ("boys", "girls"), ("yes", "no")),
)
# Two answers to one question, and what the others say.
OPPOSITE_ANSWERS = (
    *(("for", "against"), ("approve", "disapprove"), ("support", "oppose"), ("approved", "disapproved")),
    *(
        ("favor", "against"),
        ("favour", "against"),
        ("favor", "opposed"),
        ("favour", "opposed"),
        ("supported", "opposed"),
        ("support", "opposed"),
        ("yes", "no"),
    ),
)
# Verbs after a share of those who may give several answers, or have several troubles: "54 percent named prices".
SEVERAL_ANSWERS = (
    "had have has felt feel feels were are was is said say says named name mentioned cited cite listed reported report "
    "thought think believed believe knew know used use owned own saw see suffered suffer wanted want "
    "did do chose choose picked pick"
).split()
NO_ANSWER = "undecided unsure neither know opinion".split()

# -- Changes and ranges

CHANGE_STEMS = (
    "increas grow grew climb jump soar surg gain spik leap swell decreas drop declin reduc cut shrink shrank shrunk "
    "slump plung plummet dip loss lost slid tumbl rais lower lift boost expand advanc edg slip slash trim recover "
    "rebound contract sank sunk appreciat depreciat"
).split()
CHANGE_WORDS = (
    "rise rises rising risen rose growth up hike hikes hiked rally rallied higher fall falls fallen falling fell down"
).split()
# After "a 20 percent".
CHANGE_NOUNS = (
    "increase rise jump gain growth surge spike hike climb boost leap upswing improvement uptick drop fall decline "
    "decrease reduction cut dip loss plunge slump contraction slide discount"
).split()
# Between a number and "a 20 percent rise".
INDICATING = ("representing indicating showing marking reflecting signifying recording").split()
# A percentage beside one of these is not the change between the two numbers.
YEARLY = "annual yearly monthly weekly daily average compound compounded annualized annualised".split()
# They begin a clause in which the numbers are about something else.
CLAUSE_OPENERS = "while as but when after because although though whereas".split()
# Before "between": what follows is not a range.
NOT_A_RANGE = (
    "difference differences gap distinction choice choose choosing decide deciding split divided divides dividing "
    "ratio match game series relationship comparison toss-up gulf ground compromise spread midway"
).split()

# -- Sentences that repeat

# Long words that say little about what a sentence is about.
LONG_STOP_WORDS = frozenset(
    "people have been were that which with from will would could said more than about after their".split()
)
# A sentence with one of these may give another figure than the headline for a reason.
SIGNS_OF_OTHER_FIGURES = (
    "more another additional extra further including respectively each per than first between earlier compared "
    "previous other others plus rest part half some initial total separate"
).split()
# A sentence that compares has two numbers for a reason.
COMPARISON_WORDS = "compared another earlier additional respectively while whereas versus".split()

# -- Measures and spans of time

DIMENSION_ADJECTIVES = "tall long wide deep high away thick".split()
CONVERSION_HEDGES = ("about", "around", "roughly", "some", "nearly", "almost", "over", "more than", "approximately")
DAYS_OF_PERIOD = {"day": 1, "week": 7, "month": 30, "year": 365}
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

# -- Events

# Names that do not distinguish an event: thousands of other articles have them.
COMMON_NAMES = frozenset(
    # words at the start of sentences, titles and offices
    "the and but for not you she they this that these those there when while after before with from his her its our "
    "who what where how why all any some many most more one two three four five six seven eight nine ten also about "
    "according officials authorities police sheriff deputies officer officers chief sgt lieutenant lt captain capt "
    "detective deputy mayor governor gov senator sen rep representative president minister secretary attorney judge "
    "spokesman spokeswoman department office county city state states national federal bureau district court hospital "
    "medical center school high university college street avenue road drive boulevard block park north south east west "
    "northern southern eastern western photo image file video news press associated reuters staff writer posted "
    "updated published copyright click read here story update breaking local mr mrs ms dr jr sir saint fire crime "
    "gen col maj rev prof professor ambassador "
    "stoppers neighbors witnesses investigators residents family victims anyone facebook twitter google youtube "
    "instagram monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december jan feb mar apr jun jul aug sept oct nov dec est edt pst pdt cst cdt "
    # countries, peoples, states and cities that are often in the news
    "america american americans united kingdom britain british england english france french germany german europe "
    "european union china chinese japan japanese russia russian russians ukraine ukrainian israel israeli palestinian "
    "iran iranian iraq iraqi syria syrian turkey turkish india indian pakistan afghanistan mexico mexican canada "
    "canadian korea korean australia australian africa african washington london moscow beijing kyiv kiev york chicago "
    "angeles los san houston dallas philadelphia boston atlanta miami detroit texas california florida ohio illinois "
    "michigan georgia virginia carolina pennsylvania jersey tennessee missouri indiana louisiana arizona colorado "
    # wars that are often in the news
    "gaza hamas jerusalem islamic isis taliban kabul baghdad mosul beirut hezbollah damascus aleppo yemen saudi arabia "
    # politics of the day
    "white house congress senate republican republicans democrat democrats democratic party donald trump joe biden "
    "barack obama hillary clinton bernie sanders vladimir putin pence bush supreme security council nato pentagon fbi "
    "cia kremlin parliament government committee campaign gop vice speaker leader leaders general justice "
    # words around articles, and names of outlets
    "new today times daily post herald tribune journal chronicle gazette channel network media group newspapers "
    "newsletter newsletters reporter editor correspondent contributing coverage alert eyewitness action live latest "
    "trending related stories fox continued below caption gallery close replay just watch videos photos images getty "
    "llc inc corp ltd usa bloomberg television radio saharareporters channels punch vanguard thecable cnn bbc "
    "area command corps force forces air affairs home internal operations division spokesperson urgent poll approve "
    # words that reports on violence and accidents capitalize
    "suspect suspects dead killed killing wounded injured hurt shot shots shooting mass unit homicide major crimes "
    "trauma memorial regional general central international national community county metro public safety services "
    "board commissioner superintendent director inspector neighborhood emergency alert suv ceo "
    # streets and states in addresses
    "ave blvd rd lane way place circle terrace ala ariz ark calif colo conn del fla ill ind kan mass mich minn miss "
    "neb nev okla ore tenn tex wash wis "
    # words before the name of a town; more peoples
    "las san santa saint fort lake mount grand east west upper lower middle kurdish kurds turks arab arabs jewish "
    "muslim muslims christian christians islam spanish italian dutch polish greek asian europeans asia "
    # common first names; the last name stands beside them
    "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark "
    "paul steven andrew kenneth george kevin brian edward ronald timothy jason jeffrey ryan jacob gary nicholas eric "
    "stephen jonathan larry scott mike bill jim tom bob steve chris matt dan tony martin peter alex adam henry frank "
    "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy maria anna laura".split()
)
