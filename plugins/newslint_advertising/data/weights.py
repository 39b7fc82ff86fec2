"""How much each sign of `evidence` counts; written by `tools/fit_promotion.py`, not by hand."""

BIAS = 0.77

WEIGHTS = {
    "counted": 3.84,
    "superlative": 2.46,
    "many": 2.20,
    "hype": 2.10,
    "selling": 1.78,
    "pointing": 1.60,
    "reader": 1.54,
    "aside": -0.28,
    "numbered": -0.75,
    "few": -1.70,
    "kin": -2.12,
    "stamped": -2.97,
    "colon": -3.31,
    "shared": -5.59,
}
