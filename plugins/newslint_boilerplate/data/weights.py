"""Weights for a line being junk, in sixteenths; written by `tools/fit_boilerplate.py`."""

BIAS = 9  # the score of a line without features
CONTEXT_BIAS = -9  # added with the features of the neighbours' scores

FEATURES = {
    "page element": 29,
    "after the text": 22,
    "buttons": 18,
    "half buttons": 17,
    "under a list's heading": 16,
    "one word": 15,
    "page's words": 12,
    "first line": 11,
    "among comments": 10,
    "neighbours unlike junk": 10,
    "section name": 10,
    "in a run": 9,
    "shares little": 9,
    "two words": 9,
    "neighbours are junk": 8,
    "shares nothing": 8,
    "you": 8,
    "numbered": 7,
    "colon": 6,
    "label in capitals": 6,
    "near the end": 6,
    "words of a form": 6,
    "words of a related": 6,
    "holds a quotation": 5,
    "in a long run": 5,
    "in a short run": 5,
    "label": 5,
    "no letters": 5,
    "unended": 5,
    "after a colon": 4,
    "run holds junk": 4,
    "says nothing": 4,
    "shares half": 4,
    "stands twice": 4,
    "address": 3,
    "after junk": 3,
    "before junk": 3,
    "exclamation": 3,
    "in a run of three": 3,
    "opens its run": 3,
    "our": 3,
    "run is partly junk": 3,
    "bar": 2,
    "eighteen words": 2,
    "lower case": 2,
    "many words": 2,
    "title case": 2,
    "many neighbours like junk": 1,
    "many neighbours like text": 1,
    "date": -2,
    "eight words": -2,
    "neighbours like junk": -2,
    "before prose": -3,
    "near the start": -3,
    "words of a credit": -3,
    "quoted": -4,
    "bullet": -5,
    "half title case": -5,
    "last line": -5,
    "shares much": -5,
    "twelve words": -5,
    "before the text": -6,
    "few words": -6,
    "question": -6,
    "alone": -7,
    "before a paragraph": -7,
    "in a pair": -7,
    "says the headline again": -7,
    "six words": -7,
    "name": -9,
    "amid the text": -10,
    "neighbours like text": -10,
    "shares all": -11,
}
WORDS_BY_WEIGHT = {
    14: "com",
    13: "now",
    12: "gallery",
    11: "related",
    10: "read video",
    9: "back",
    8: "also by",
    7: "2024 county your",
    6: "advertisement after comment education news stories",
    5: "american comments eating space ukraine",
    4: "agency ago arrests article binge continue copy court do european extends get http l network problems "
    "russian see",
    3: "1 4 accused amazon android august board box business career climate covid day detention different don't e "
    "embed explore facebook give how interview join latest lifestyle link list main man may message more most on or "
    "out party right says site story subscribers trump view watch with work",
    2: "0 20 3 39 42 6 agree app articles ask at beat become below best biggest brutal buy c california call "
    "censors chinese continues crypto deals delivered destruction document download email enable event expensive "
    "family feb fight find fitness from going have help here's html https inbox instagram ipo jan know lax look "
    "made makes me media meet miss must next page phone photos play please president privacy protected public "
    "recommended school self share solution sponsor st street subscribe support tags tech terms thanks timeline top "
    "trending trump's us walk war watching web",
    -2: "10 19 5 any avoid be bill canadian ceo claims connected crime cybersecurity distancing electric experts "
    "facing false feature following found him i impeachment its just life member million my need only outskirts "
    "people potential record report security she smaller stage takes taking target teachers training users water "
    "we're what would",
    -3: "107 12 2020 2025 26 accuses as attack check china city connect currency dollar early east elizabeth enough "
    "error festive fire friendly goal hall high india into it loading military nations off overall p personal pm "
    "research respond rest sets should six so social south sports such their things through travel trust tv two use "
    "vehicle was we west wine world year",
    -4: "7 am before being chaos co football her keep monday n national needed north say source t urgent what's",
    -5: "11 2016 23 9 about ap featured left texas the tips uk went worth",
    -6: "an are credit he october of pic state time",
    -8: "a",
    -9: "can't org own shooter",
    -10: "image march no why",
    -12: "key",
    -13: "photo",
}
WEIGHTS = FEATURES | {f"={word}": weight for weight, words in WORDS_BY_WEIGHT.items() for word in words.split()}
