"""How much each sign of `evidence` counts; written by `tools/fit_promotion.py`, not by hand."""

BIAS = 0.82

WEIGHTS = {
    "counted": 3.91,
    "superlative": 2.52,
    "hype": 2.27,
    "pointing": 2.21,
    "many": 2.19,
    "reader": 1.85,
    "selling": 1.57,
    "aside": -0.26,
    "numbered": -0.68,
    "few": -1.65,
    "kin": -2.17,
    "stamped": -3.11,
    "colon": -3.32,
    "shared": -5.75,
}
