"""Weights for a line being junk, in sixteenths; written by `tools/fit_boilerplate.py`."""

BIAS = 9  # the score of a line without features
CONTEXT_BIAS = -10  # added with the features of the neighbours' scores

FEATURES = {
    "page element": 31,
    "after the text": 20,
    "buttons": 18,
    "half buttons": 16,
    "one word": 16,
    "under a list's heading": 16,
    "in a run": 11,
    "neighbours are junk": 11,
    "neighbours unlike junk": 11,
    "among comments": 10,
    "section name": 10,
    "shares nothing": 10,
    "two words": 10,
    "shares little": 9,
    "words of a form": 9,
    "numbered": 8,
    "page's words": 8,
    "colon": 7,
    "first line": 7,
    "in a long run": 7,
    "you": 7,
    "near the end": 6,
    "label": 5,
    "label in capitals": 5,
    "no letters": 5,
    "opens its run": 5,
    "stands twice": 5,
    "after a colon": 4,
    "after junk": 4,
    "before junk": 4,
    "in a short run": 4,
    "many neighbours like text": 4,
    "says nothing": 4,
    "shares half": 4,
    "unended": 4,
    "address": 3,
    "eighteen words": 3,
    "exclamation": 3,
    "holds a quotation": 3,
    "many neighbours like junk": 3,
    "run holds junk": 3,
    "in a run of three": 2,
    "lower case": 2,
    "our": 2,
    "run is partly junk": 2,
    "date": -2,
    "neighbours like junk": -2,
    "words of a credit": -2,
    "words of a read more": -2,
    "near the start": -3,
    "before prose": -4,
    "figure": -4,
    "half title case": -4,
    "handle": -4,
    "last line": -4,
    "quoted": -4,
    "twelve words": -4,
    "before a paragraph": -6,
    "before the text": -6,
    "bullet": -6,
    "neighbours like text": -6,
    "question": -6,
    "alone": -7,
    "few words": -7,
    "in a pair": -7,
    "says the headline again": -7,
    "shares much": -7,
    "six words": -7,
    "amid the text": -8,
    "name": -8,
    "shares all": -11,
}
WORDS_BY_WEIGHT = {
    14: "com",
    13: "now",
    12: "gallery",
    11: "related",
    10: "back read video",
    9: "by",
    8: "2024 also county",
    7: "stories",
    6: "advertisement after comment education news",
    5: "american comments copy do eating get http space ukraine your",
    4: "agency ago arrests article binge business continue court european extends l more network or problems "
    "russian",
    3: "4 accused amazon android ask august best board brutal career climate covid day deals detention e embed "
    "explore facebook family find help how html interview join link list main may most on party protected right see "
    "site solution street subscribers support top trump view war watch work",
    2: "0 1 18 2022 3 39 42 add agree app articles at beat become below biggest buy c california call censors "
    "chinese continues crypto d delivered don't download email enable event expensive feb fitness from gets give "
    "going here's inbox insider instagram ipo jan know let lifestyle look made makes me media meet message miss "
    "month must next obama one out phone photos play please president privacy public rally says school self share "
    "shot st story subscribe tags tech terms than thanks timeline trending trump's us walk warns watching web with",
    -2: "10 2017 2019 26 300 address any avoid been bill breaking city claims come connected currency cybersecurity "
    "days distancing early electric error experts false feature following found h i its latest man member million "
    "my need nick people potential record report rest review send september set sets six smaller social south "
    "sports stage started such takes target teachers twitter used users water we're west what world would years",
    -3: "107 12 2025 7 accuses as be before box china connect death dollar east enough fact festive fire for "
    "friendly goal hall has high india into just keep loading military nations needed north off overall p personal "
    "pm research respond security she should source their then through training travel trust use vehicle was wine "
    "year",
    -4: "2020 5 9 am attack being chaos elizabeth football her him it monday n national tv two uk we what's",
    -5: "11 23 about ap are bay featured la left october san say so state texas the things tips went worth",
    -6: "2016 april check credit he of t time",
    -7: "a co pic",
    -8: "can't org own",
    -9: "an march no",
    -10: "image shooter why",
    -12: "key",
    -13: "photo",
}
WEIGHTS = FEATURES | {f"={word}": weight for weight, words in WORDS_BY_WEIGHT.items() for word in words.split()}
