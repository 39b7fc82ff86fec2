"""Weights for a line being junk, in sixteenths; written by `tools/fit_boilerplate.py`."""

BIAS = 9  # the score of a line without features
CONTEXT_BIAS = -8  # added with the features of the neighbours' scores

FEATURES = {
    "page element": 30,
    "after the text": 22,
    "buttons": 17,
    "half buttons": 17,
    "one word": 16,
    "under a list's heading": 15,
    "page's words": 12,
    "first line": 11,
    "section name": 10,
    "two words": 10,
    "among comments": 9,
    "in a run": 9,
    "shares little": 9,
    "shares nothing": 9,
    "neighbours are junk": 8,
    "numbered": 7,
    "words of a form": 7,
    "you": 7,
    "colon": 6,
    "label in capitals": 6,
    "in a long run": 5,
    "in a short run": 5,
    "label": 5,
    "near the end": 5,
    "neighbours unlike junk": 5,
    "no letters": 5,
    "words of a related": 5,
    "after a colon": 4,
    "after junk": 4,
    "before junk": 4,
    "holds a quotation": 4,
    "opens its run": 4,
    "run holds junk": 4,
    "says nothing": 4,
    "shares half": 4,
    "stands twice": 4,
    "unended": 4,
    "exclamation": 3,
    "many neighbours like text": 3,
    "our": 3,
    "address": 2,
    "eighteen words": 2,
    "in a run of three": 2,
    "run is partly junk": 2,
    "sentence": 2,
    "title case": 2,
    "many neighbours like junk": 1,
    "date": -2,
    "figure": -2,
    "neighbours like junk": -2,
    "before prose": -3,
    "handle": -3,
    "quoted": -3,
    "words of a credit": -3,
    "half title case": -5,
    "last line": -5,
    "shares much": -5,
    "twelve words": -5,
    "before a paragraph": -6,
    "before the text": -6,
    "bullet": -6,
    "few words": -6,
    "question": -6,
    "alone": -7,
    "in a pair": -7,
    "says the headline again": -7,
    "six words": -7,
    "name": -8,
    "neighbours like text": -8,
    "amid the text": -10,
    "shares all": -11,
}
WORDS_BY_WEIGHT = {
    14: "com",
    13: "now",
    12: "gallery",
    11: "related",
    10: "read video",
    9: "back by",
    8: "2024 also",
    7: "county",
    6: "advertisement after comment education news stories your",
    5: "american comments copy eating space ukraine",
    4: "agency ago arrests article binge continue court do e european extends get http l network on problems "
    "russian see",
    3: "4 accused amazon android august below best board business career climate covid day detention embed explore "
    "facebook have how interview join latest lifestyle link list main man may more most or party protected right "
    "says site story subscribers trump view watch work",
    2: "0 3 39 42 6 agree app articles ask at beat become biggest box brutal buy c california call censors chinese "
    "continues crypto d deals delivered destruction don't download email enable event expensive family feb find "
    "fitness from gets give going help here's html inbox instagram ipo jan know lax let look made makes media meet "
    "message miss month must next one phone photos play please president privacy public recommended school self "
    "share solution st street subscribe support tags terms thanks timeline top trending trump's up us walk war "
    "watching web with",
    -2: "10 2019 5 any as avoid bill canadian claims come crime currency cybersecurity distancing electric error "
    "experts false feature following for found high him i if its life matters member million my need only outskirts "
    "people potential record report review security september sets she six smaller sports stage started takes "
    "taking target teachers three training used users water we're what world would years",
    -3: "107 12 2025 26 7 accuses attack before china city connect connected dollar early east enough festive fire "
    "friendly goal hall india into it just loading military nations north off overall p personal pm research "
    "respond rest should social south such their things through travel tv two use vehicle was west wine year",
    -4: "2020 9 am be being chaos elizabeth football her keep monday n national needed source the then trust urgent "
    "we what's",
    -5: "11 23 about an ap check featured left say so texas tips uk went worth",
    -6: "are credit he october of pic state t time",
    -7: "2016 a co",
    -8: "can't",
    -9: "no org own shooter",
    -10: "image march",
    -11: "why",
    -12: "key",
    -13: "photo",
}
WEIGHTS = FEATURES | {f"={word}": weight for weight, words in WORDS_BY_WEIGHT.items() for word in words.split()}
