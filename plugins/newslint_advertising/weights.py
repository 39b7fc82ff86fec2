"""How much each sign of `evidence` counts; written by `tools/fit_promotion.py`, not by hand."""

BIAS = -4.97

WEIGHTS = {
    "titled": 4.48,
    "counted": 2.90,
    "many": 2.25,
    "hype": 2.25,
    "pointing": 1.53,
    "superlative": 1.31,
    "selling": 1.13,
    "reader": 1.09,
    "between": 0.64,
    "capitals": -0.64,
    "aside": -0.90,
    "numbered": -1.72,
    "few": -1.83,
    "kin": -1.85,
    "stamped": -2.61,
    "colon": -2.87,
    "prose": -4.03,
    "shared": -4.03,
}
