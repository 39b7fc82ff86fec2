"""The weight of each feature of `scoring` for a line being promotion; written by `tools/fit_promotion.py`."""

BIAS = 0.77  # the score of a line without features

WEIGHTS = {
    "opens like a list": 3.84,
    "superlative": 2.46,
    "many words": 2.20,
    "hype": 2.10,
    "selling": 1.78,
    "pointing": 1.60,
    "reader": 1.54,
    "opening mark": -0.28,
    "numbered": -0.75,
    "few words": -1.70,
    "title case subheadings": -2.12,
    "time stamp": -2.97,
    "colon": -3.31,
    "vocabulary overlap": -5.59,
}
