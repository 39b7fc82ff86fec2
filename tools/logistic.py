"""Logistic regression by Newton's method, with a ridge, for the scripts that fit weights."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

RIDGE = 1.0
MAX_STEPS = 25
MAX_LOGIT = 30.0


def fit(sample: Sequence[tuple[Mapping[str, float], bool]], names: Sequence[str]) -> list[float]:
    """Return the bias and the weights of the features for the label being true."""
    size = len(names) + 1
    rows = [([1.0, *(features[name] for name in names)], label) for features, label in sample]
    beta = [0.0] * size
    for _ in range(MAX_STEPS):
        gradient = [-RIDGE * value if index else 0.0 for index, value in enumerate(beta)]
        hessian = [[(RIDGE if i else 1e-6) if i == j else 0.0 for j in range(size)] for i in range(size)]
        for row, label in rows:
            logit = sum(weight * value for weight, value in zip(beta, row, strict=True))
            probability = 1 / (1 + math.exp(-max(-MAX_LOGIT, min(MAX_LOGIT, logit))))
            for i, value in enumerate(row):
                gradient[i] += (label - probability) * value
                for j, other in enumerate(row):
                    hessian[i][j] += probability * (1 - probability) * value * other
        step = solve(hessian, gradient)
        beta = [old + new for old, new in zip(beta, step, strict=True)]
        if max(map(abs, step)) < 1e-5:
            break
    return beta


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve a system of linear equations by Gaussian elimination; the matrix is symmetric and positive definite."""
    size = len(right)
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for i in range(size):
        for k in range(i + 1, size):
            share = rows[k][i] / rows[i][i]
            rows[k] = [one - share * other for one, other in zip(rows[k], rows[i], strict=True)]
    found = [0.0] * size
    for i in reversed(range(size)):
        found[i] = (rows[i][size] - sum(rows[i][j] * found[j] for j in range(i + 1, size))) / rows[i][i]
    return found


def weighted_sum(features: Mapping[str, float], names: Sequence[str], beta: Sequence[float]) -> float:
    """Return the score of features by a bias and weights."""
    return beta[0] + sum(weight * features[name] for name, weight in zip(names, beta[1:], strict=True))
