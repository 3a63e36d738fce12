"""Figures equal those of the statistics packages, at a hundredth of their import."""

import math
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from qa_eval.intervals import paired_difference
from qa_eval.statistics import Interval, mcnemar_exact, percentile, wilson

COUNTS = st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(COUNTS, st.sampled_from([0.8, 0.9, 0.95, 0.99]))
def test_wilson_is_that_of_statsmodels(counts, level):
    k, n = counts
    low, high = proportion_confint(k, n, alpha=1 - level, method="wilson")
    assert wilson(k, n, level) == pytest.approx((low, high), abs=1e-12)


def test_wilson_is_that_of_its_own_paper():
    """Newcombe 1998, table I, method 3: 81/263, 15/148, 0/20, 1/29."""
    table = [
        ((81, 263), (0.2553, 0.3662)),
        ((15, 148), (0.0624, 0.1605)),
        ((0, 20), (0, 0.1611)),
        ((1, 29), (0.0061, 0.1718)),
    ]
    for counts, interval in table:
        assert wilson(*counts) == pytest.approx(interval, abs=5e-5)


@given(COUNTS)
def test_wilson_holds_the_share_within_its_bounds_and_mirrors(counts):
    k, n = counts
    low, high = wilson(k, n)
    assert 0 <= low <= k / n <= high <= 1
    assert wilson(n - k, n) == pytest.approx((1 - high, 1 - low), abs=1e-12)
    assert (low == 0, high == 1) == (k == 0, k == n)


@given(st.lists(st.floats(0, 1), min_size=2, max_size=50))
def test_wilson_of_a_sum_is_never_narrower_than_the_spread_of_its_values_asks_for(values):
    n, mean = len(values), sum(values) / len(values)
    spread = math.sqrt(sum((value - mean) ** 2 for value in values) / n / n)
    low, high = wilson(min(sum(values), n), n)
    z = 1.96
    assert high - low >= 2 * z * spread / (1 + z * z / n) - 1e-9


def test_nothing_has_no_interval_and_nonsense_is_refused():
    assert wilson(0, 0) is None
    for k, n in ((-1, 5), (6, 5), (1, 0), (float("nan"), 5)):
        with pytest.raises(ValueError, match="successes must be within"):
            wilson(k, n)
    for level in (0, 1, 95):
        with pytest.raises(ValueError, match="level must be between 0 and 1"):
            wilson(1, 2, level)


PERCENTILES = [
    ([], 50, None),
    ([3.0], 0, 3.0),
    ([3.0], 100, 3.0),
    ([1.0, 2.0], 50, 1.0),
    ([1.0, 2.0], 51, 2.0),
    ([1.0, 2.0, 3.0, 4.0, 5.0], 50, 3.0),
    ([1.0, 2.0, 3.0, 4.0, 5.0], 95, 5.0),
    ([float(i) for i in range(1, 101)], 95, 95.0),
]


@pytest.mark.parametrize(("ordered", "percent", "value"), PERCENTILES)
def test_a_percentile_is_a_value_that_occurs(ordered, percent, value):
    assert percentile(ordered, percent) == value


@given(st.lists(st.floats(allow_nan=False), min_size=1), st.integers(0, 100))
def test_so_many_values_do_not_exceed_a_percentile(values, percent):
    ordered = sorted(values)
    found = percentile(ordered, percent)
    assert sum(value <= found for value in ordered) * 100 >= percent * len(ordered)
    assert sum(value < found for value in ordered) * 100 <= percent * len(ordered)


@given(st.integers(0, 200), st.integers(0, 200))
def test_mcnemar_is_that_of_statsmodels(fixed, regressed):
    expected = mcnemar([[7, fixed], [regressed, 9]], exact=True).pvalue if fixed + regressed else 1.0
    assert mcnemar_exact(fixed, regressed) == pytest.approx(min(1.0, expected), abs=1e-9)


@pytest.mark.parametrize(("fixed", "regressed"), [(600, 500), (5000, 4900), (0, 1100), (700, 700)])
def test_mcnemar_of_many_pairs_is_the_binomial_test(fixed, regressed):
    expected = binomtest(min(fixed, regressed), fixed + regressed).pvalue
    assert mcnemar_exact(fixed, regressed) == pytest.approx(expected, rel=1e-6)


PAIRS = st.integers(0, 300)


def test_a_paired_difference_is_that_of_its_own_paper():
    """Newcombe 1998, improved intervals for paired data, method 10: 36 both, 12 and 2 in one only, 0 neither."""
    assert paired_difference(12, 2, 36, 0) == pytest.approx((0.0569, 0.3404), abs=5e-5)


@given(PAIRS, PAIRS, PAIRS, PAIRS)
def test_a_paired_difference_holds_the_difference_and_mirrors(fixed, regressed, both, neither):
    n = fixed + regressed + both + neither
    interval = paired_difference(fixed, regressed, both, neither)
    if n == 0:
        assert interval is None
        return
    assert -1 <= interval.low <= (fixed - regressed) / n + 1e-12
    assert interval.high + 1e-12 >= (fixed - regressed) / n
    low, high = paired_difference(regressed, fixed, both, neither)
    assert (-high, -low) == pytest.approx(interval, abs=1e-12)


def test_pairs_that_are_not_correlated_have_the_interval_of_two_samples():
    low, high = confint_proportions_2indep(40, 100, 40, 100, method="newcomb")
    assert paired_difference(24, 24, 16, 36) == pytest.approx((low, high), abs=1e-9)


def test_an_interval_has_names():
    assert Interval(0.1, 0.2).low == 0.1


def test_no_statistics_package_is_imported():
    script = (
        "import sys, qa_eval.statistics as s; s.wilson(1, 2); print({'numpy', 'scipy', 'statistics'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
