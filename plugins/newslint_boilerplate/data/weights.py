"""Weights for a line being junk, in sixteenths; written by `tools/fit_boilerplate.py`."""

BIAS = 2  # the score of a line without features
CONTEXT_BIAS = -7  # added with the features of the neighbours' scores

FEATURES = {
    "page element": 36,
    "buttons": 29,
    "after the text": 26,
    "section name": 23,
    "half buttons": 21,
    "page's words": 18,
    "says nothing": 18,
    "under a list's heading": 17,
    "no letters": 16,
    "among comments": 12,
    "in a long run": 12,
    "run holds junk": 12,
    "before junk": 10,
    "run is partly junk": 10,
    "words of a form": 10,
    "colon": 9,
    "neighbours are junk": 9,
    "one word": 9,
    "address": 8,
    "label in capitals": 8,
    "shares little": 8,
    "shares nothing": 8,
    "first line": 7,
    "near the end": 7,
    "near junk": 6,
    "in a run": 5,
    "date": 4,
    "eighteen words": 4,
    "words of a related": 4,
    "you": 4,
    "after a colon": 3,
    "after junk": 3,
    "title case": 3,
    "clock": 2,
    "eight words": 2,
    "exclamation": 2,
    "in a short run": 2,
    "label": 2,
    "many neighbours like junk": 2,
    "sentence": 2,
    "stands twice": 2,
    "two words": 2,
    "words of a credit": 2,
    "words run together": 2,
    "many neighbours like text": 0,
    "after a paragraph": -2,
    "alone": -2,
    "many words": -2,
    "neighbours like junk": -2,
    "bullet": -3,
    "in a run of three": -3,
    "like prose": -3,
    "shares half": -3,
    "unended": -3,
    "half title case": -4,
    "neighbours like text": -4,
    "neighbours unlike junk": -4,
    "quoted": -4,
    "capitals": -5,
    "list of names": -5,
    "name": -6,
    "says the headline again": -6,
    "six words": -6,
    "before a paragraph": -7,
    "last line": -7,
    "question": -7,
    "few words": -8,
    "figure": -8,
    "in a pair": -8,
    "mark first": -9,
    "near the start": -9,
    "amid the text": -10,
    "before the text": -11,
    "shares much": -14,
    "shares all": -15,
}
WORDS_BY_WEIGHT = {
    18: "com now",
    17: "gallery",
    16: "back related",
    13: "read video",
    11: "article",
    10: "stories",
    9: "2024 education join",
    8: "advertisement comment mom shot space story",
    7: "college comments crime l young",
    6: "2015 after also autoplay board business copy day different drive explore http middle most murder news over "
    "see site take watch",
    5: "0 amazon american app by can continue cops designer embed facebook give health home how interview lifestyle "
    "listen network next police protests purges reporter right road seattle subscribers support teen ukraine view",
    4: "3 4 agency ago all android arrests artificial ask build buzz censors changed county court delivered do "
    "don't e european event feb from future gay help here hit inbox inside ipo kids kirk main markets message more "
    "obama officials or pay president problems protected scandal school strategy street super suspends this those "
    "top website women work your",
    3: "1 20 39 50 accounts accused agree ahead aim archive articles become biggest binge brooklyn buy call calls "
    "career christmas cover covid dead deals detention died down eating enable expands extends finds free group "
    "heart here's html https id jan let may me meet miss mother on once opinion phone play please pocket policy "
    "politics poll post privacy recent recommended revealed review run s solution sponsor st stop strength "
    "subscribe tags talking tech terms than whole wins www",
    2: "10 2 2022 22 42 add advisor advisory america's andrew another at author auto beat best bowl browser brutal "
    "c california canada channel close contact continues crypto d download due economic email end enter epic ever "
    "experiences eyes find fitness foods foreign friday gave get gets global google grace hair headlines houston "
    "human insider instagram killed league like likes link linkedin list media mobile nearly newsletters night "
    "pandemic party person photos pizza pollution posts powerful previous provided questions rage rally residents "
    "reviews rich russian says sciences secretary shape share show sign signing sony special start summit telegraph "
    "thanks through timeline to too topics transit trending trump's urgent walk warns watching way web whatsapp "
    "worst",
    -2: "12 15 2018 5 6 9 across ai amid any arrested attack attempted avoid b barack battle before being black "
    "brown care cases civil complete connect connected courtesy cyber days debate does dr drops drug earlier east "
    "ed error exercise fall featured feels festive friendly front full goal going govt groups gw him his hole "
    "homicide i'm increase last latest little lost masks missing my national needs new nigerians one open people "
    "prison program r reason record release risks room rs scene score second secret september service sets shooting "
    "some soon star success such sweden teachers thompson thursday times trump trust two uk updated updates used "
    "voters washington we weapons west what's where whether who wine you're",
    -3: "107 11 26 according accuses action against am associated be center ceo challenges chaos date distancing "
    "elizabeth expected fact football fourth futurist h hall hurt into is it january july la le loading make male "
    "man mc member military monitor must n nations need nov out patrick photograph pictures pm protest real respond "
    "retirement she smaller so soldiers streaming surge three tide tom vehicle victims weekly were what while wired "
    "would year you",
    -4: "01 17 2017 2025 21 7 a ap as average china double early estate games george had has have heard her herself "
    "hold i investigation israeli its keep monday of old park reports rest say six states still survivors tests "
    "them things tips today travel w went york",
    -5: "13 and burglary highlights left october san security south state t texas thousands time tv was water world "
    "worth writer",
    -6: "23 an bay bill city co credit image key the they",
    -7: "2016 check he near org p published use",
    -8: "are but if north own shooter",
    -9: "april no",
    -10: "can't photo pic why",
    -14: "march",
}
WEIGHTS = FEATURES | {f"={word}": weight for weight, words in WORDS_BY_WEIGHT.items() for word in words.split()}
