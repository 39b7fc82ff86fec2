"""The weight of each feature of `scoring` for a line being promotion; written by `tools/fit_promotion.py`."""

BIAS = 4.29  # the score of a line without features

WEIGHTS = {
    "opens like a list": 3.07,
    "many words": 2.12,
    "superlative": 1.34,
    "pointing": 1.11,
    "hype": 0.92,
    "reader": 0.33,
    "opening mark": 0.27,
    "few words": 0.00,
    "time stamp": 0.00,
    "colon": 0.00,
    "numbered": 0.00,
    "selling": -0.46,
    "title case subheadings": -3.62,
    "vocabulary overlap": -6.12,
}
