"""Weights for a line being junk, in sixteenths; written by `tools/fit_boilerplate.py`."""

BIAS = 2  # the score of a line without features
CONTEXT_BIAS = -7  # added with the features of the neighbours' scores

FEATURES = {
    "page element": 36,
    "buttons": 26,
    "after the text": 24,
    "half buttons": 22,
    "section name": 21,
    "page's words": 18,
    "says nothing": 16,
    "under a list's heading": 16,
    "no letters": 15,
    "run holds junk": 15,
    "among comments": 12,
    "neighbours are junk": 11,
    "first line": 10,
    "in a long run": 10,
    "run is partly junk": 10,
    "words of a form": 10,
    "before junk": 9,
    "colon": 9,
    "shares little": 9,
    "address": 8,
    "label in capitals": 8,
    "one word": 7,
    "shares nothing": 7,
    "in a run": 5,
    "near junk": 5,
    "near the end": 5,
    "after junk": 4,
    "many neighbours like junk": 4,
    "run is mostly junk": 4,
    "clock": 3,
    "date": 3,
    "eighteen words": 3,
    "label": 3,
    "numbered": 3,
    "title case": 3,
    "words of a related": 3,
    "you": 3,
    "eight words": 2,
    "exclamation": 2,
    "in a short run": 2,
    "sentence": 2,
    "stands twice": 2,
    "words of a credit": 2,
    "words run together": 2,
    "bullet": -2,
    "like prose": -2,
    "many neighbours like text": -2,
    "neighbours like junk": -2,
    "unended": -2,
    "after a paragraph": -3,
    "neighbours like text": -3,
    "quoted": -3,
    "shares half": -3,
    "in a run of three": -4,
    "neighbours unlike junk": -4,
    "before the text": -5,
    "half title case": -5,
    "says the headline again": -5,
    "six words": -5,
    "capitals": -6,
    "figure": -6,
    "last line": -6,
    "list of names": -6,
    "before a paragraph": -7,
    "in a pair": -7,
    "few words": -8,
    "name": -8,
    "question": -8,
    "mark first": -9,
    "near the start": -10,
    "shares much": -12,
    "amid the text": -13,
    "shares all": -14,
}
WORDS_BY_WEIGHT = {
    18: "com gallery now",
    16: "related",
    15: "back",
    14: "read",
    13: "video",
    11: "article",
    10: "2024 stories",
    9: "education join",
    8: "advertisement after also comment mom",
    7: "explore how l shot space story",
    6: "arrests business comments crime different http middle most over police see site subscribers view watch young",
    5: "2015 all amazon american app autoplay binge board can continue cops day designer do drive eating get give "
    "here's home interview lifestyle listen murder network news protests reporter seattle support take teen ukraine",
    4: "3 accused agency ago artificial at buzz by censors changed copy county court delivered detention e european "
    "extends facebook feb from health help hit inbox inside list markets message pay president problems protected "
    "purges road says scandal school st strategy street super tags work your",
    3: "0 1 39 50 agree ahead android archive articles ask author become build calls christmas cnbc could covid "
    "dead died don't embed enable expands finds free gay html https in ipo jan kids kirk let main may me meet miss "
    "more mother next officials on once opinion or phone photos play please politics privacy pro recommended review "
    "reviews right run russian share solution sponsor strength subscribe summit talking tech terms than thanks this "
    "those top trump's warns whole wins with women www years",
    2: "20 2022 2023 22 30 4 42 add advisor aim america's andrew beat bernie best biggest bowl brooklyn browser "
    "brutal buy c california call canada career channel contact continues crypto d deals down download during email "
    "end epic event ever experiences fitness followed following foods foreign friday future gave gets grace group "
    "hair headlines houston human id insider intelligence killed leadership league like likes link linkedin mobile "
    "night pandemic party person pizza pocket policy poll pollution posts powerful provided quality rage rally "
    "recent residents revealed rich s secretary show sign signing sony special start stop system telegraph through "
    "timeline to topics transit trending trip volkswagen walk watching way web website whatsapp",
    -2: "100 107 19 2019 2020 8 9 about across attack attempted avoid b barack battle before black blocked brown "
    "cases club complete connect courtesy currency cybersecurity days debate does dollar dr earlier east ed error "
    "experts fall feature featured feels festive former friendly full gw have him his hole homicide i i'm important "
    "increase india investigation july last le little military million national needs open outskirts preparing r "
    "reason release reuters rocket room rs scene score second six slain smaller social soon star such sweden "
    "teachers they thompson times twitter two up updates used voters weapons west what's where whether will wine x "
    "year york you're",
    -3: "12 2025 26 5 6 according action against amid any associated average being center challenges chaos "
    "connected date double early elizabeth expected fact football front futurist george goal h had hall hold hurt "
    "its loading make male masks member monitor must nations need nov old out patrick people photograph pm program "
    "protest real respond september she some surge survivors thousands tom uk updated vehicle victims washington "
    "water we weekly while who wired worth would you",
    -4: "11 13 2017 accuses am ap as be bill china estate games has into is israeli it january keep la latest man "
    "monday n park pictures reports rest retirement say so state streaming tests them things today travel tv w were "
    "world",
    -5: "01 7 a an and burglary check her herself left of security south t went",
    -6: "23 city co credit he image near october p texas the time use was writer",
    -7: "2016 are bay highlights if org published san",
    -8: "but key north",
    -9: "april no own shooter",
    -10: "can't photo pic",
    -11: "why",
    -14: "march",
}
WEIGHTS = FEATURES | {f"={word}": weight for weight, words in WORDS_BY_WEIGHT.items() for word in words.split()}
