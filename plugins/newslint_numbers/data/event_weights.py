"""The weights of the evidence that two reports are of one event; written by `tools/fit_events.py`."""

BIAS = -0.24  # less the threshold, which is 1.0

WEIGHTS = {
    "names": 2.26,
    "other kind": -1.30,
    "day": 1.66,
    "days apart": -0.57,
    "other count": 1.73,
    "ratio": -0.91,
}
