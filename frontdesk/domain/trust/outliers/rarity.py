"""How rare a number is: the few formulas that the outlier report stands on, without a library.

* `record_tail`: block maxima follow Gumbel's law (E. J. Gumbel, Statistics of Extremes, 1958). Fitted by the
  method of moments to the shop's own weekly records, it says how often a week would see such a record: a
  p-value that is already counted in false alarms per week, over all cards together.
* `rate_tail`: the beta-binomial posterior predictive (A. Gelman et al., Bayesian Data Analysis, ch. 2): how
  often somebody with the others' unknown rate would do a thing so many times.
"""

from collections.abc import Sequence
from math import exp, expm1, inf, lgamma, log, pi, sqrt
from operator import mul
from statistics import fmean, stdev
from typing import Final

EULER: Final = 0.5772156649
_NEGLIGIBLE: Final = 1e-9


def record_tail(value: float, records: Sequence[float]) -> float:
    """The chance that one more block of the same sort has a record of `value` or above.

    Few and whole numbers can happen to be all alike; so their spread is never taken to be below half of
    what counts that come by chance (Poisson) have, and is widened for having been learnt from few blocks.
    Raises `ValueError` for fewer than two records.
    """
    if len(records) < 2:
        raise ValueError("a record is compared with two others at least")
    middle = fmean(records)
    spread = max(stdev(records) * sqrt(1 + 2 / len(records)), sqrt(max(middle, 0.0)) / 2, 0.5)
    scale = spread * sqrt(6) / pi
    place = (value - middle) / scale + EULER
    return -expm1(-exp(-place)) if place > -5 else 1.0


def rate_tail(times: int, of: int, others_times: int, others_of: int) -> float:
    """The chance to do a thing `times` or more `of` so many, by the rate that the others showed."""
    if times <= 0:
        return 1.0
    a, b = others_times + 1.0, others_of - others_times + 1.0
    total, most = 0.0, 0.0
    for k in range(times, of + 1):
        term = exp(_choose(of, k) + _beta(a + k, b + of - k) - _beta(a, b))
        total, most = total + term, max(most, term)
        if term < most * _NEGLIGIBLE:
            break
    return min(total, 1.0)


def log_mean_exp(values: Sequence[float], weights: Sequence[float]) -> float:
    """log of the weighted mean of exp(values); the weights add up to one."""
    top = max(values, default=-inf)
    if top == -inf:
        return -inf
    return top + log(sum(map(mul, weights, [exp(value - top) for value in values])))


def _choose(n: int, k: int) -> float:
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)


def _beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)
