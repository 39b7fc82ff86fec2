"""The weight of each feature of `scoring` for a line being promotion; written by `tools/fit_promotion.py`."""

BIAS = -0.31  # the score of a line without features

WEIGHTS = {
    "length": 2.55,
    "opens like a list": 2.20,
    "hype": 1.66,
    "superlative": 1.20,
    "selling": 0.70,
    "wording": 0.69,
    "question": -0.58,
    "subject": -0.89,
    "title case subheadings": -1.70,
    "vocabulary overlap": -2.96,
}
