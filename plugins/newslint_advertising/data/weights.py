"""The weight of each feature of `scoring` for a line being promotion; written by `tools/fit_promotion.py`."""

BIAS = 2.40  # the score of a line without features

WEIGHTS = {
    "opens like a list": 3.73,
    "pointing": 2.32,
    "many words": 2.29,
    "superlative": 2.23,
    "hype": 1.43,
    "reader": 0.88,
    "selling": 0.78,
    "few words": 0.00,
    "numbered": -1.12,
    "opening mark": -1.48,
    "title case subheadings": -2.92,
    "time stamp": -3.40,
    "colon": -4.31,
    "vocabulary overlap": -6.79,
}
