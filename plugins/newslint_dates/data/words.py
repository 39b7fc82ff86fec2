"""Words around a time expression that say whether it is one, and whether it is relative to the publication date."""

# Words that make a weekday a name: "Black Friday", "Sunday Times".
NAMED_BEFORE = frozenset(
    "Black Good Super Bloody Ash Palm Cyber Easter Ruby Fat Freaky Casual Sheffield Whit Giving Taco Man Maundy Shrove "
    "Holy Happy Joe Manic News Gloomy Trinity".split()
)
NAMED_AFTER = frozenset(
    "Times Mirror Herald Telegraph Express Mail School school Live Football Lights Review Magazine Star Ticket Mass "
    "brunch Brunch mornings nights evenings afternoons".split()
)
# Days that are named for what happened or happens on them: month and day.
NAMED_DAYS = frozenset({(9, 11), (1, 6), (7, 4), (10, 7), (12, 25), (1, 1), (12, 31), (2, 14), (11, 5), (3, 8), (5, 1)})

# Before a weekday: a recurring weekday, or one in another week than the publication date.
OTHER_WEEK = frozenset("every each most many one that following same previous another".split())
RANGE_WORDS = frozenset("through thru to - –".split())
# After "overnight", where it says when and not how long ("overnight stay").
AFTER_OVERNIGHT = frozenset("and in at on when after by near from".split())

# These also mean "nowadays", "in future" and "at night".
AMBIGUOUS_DAY_WORDS = frozenset("today tomorrow overnight".split())
# Verbs and adverbs of an event, before "today" where it means the day; and after it, beside every verb in -ed.
BEFORE_TODAY = "said told says earlier later was were has have is are met won died shot held found hurt".split()
AFTER_TODAY = "said told says that after".split()
# Past tenses that put "today" on one day also from some words away: "took its case to court today".
PAST_TENSES = (
    "took went made gave did came began spoke held met won lost got put left saw told said sent ran stood sold bought "
    "paid struck broke fell rose won beat shot hit cut set led brought caught signed"
).split()
# Words that begin another clause, in which "today" may mean "nowadays".
CLAUSE_OPENERS = "who that which when where while if than as and but or because what how is are has have be".split()
# Nouns of events that a day may name: "the July 7 bombings".
DAY_EVENTS = (
    "attack attacks bombing bombings massacre massacres uprising uprisings revolution coup riot riots tragedy disaster "
    "movement accords"
).split()

# Before and after a month and a number without a year, where they are a date: "until June 31 and".
BEFORE_DATE = "on by until till before after since from dated due".split()
AFTER_DATE = "and at in when after before because as for to".split()

# Words in a caption, a credit or a gallery of pictures.
PICTURE_SIGNS = (
    "photo photos photograph photographer caption captions gallery slideshow pictured image images getty".split()
)
