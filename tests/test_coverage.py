"""Intervals hold the true figure as often as they say, where the normal interval does not; the table is benchmarks/coverage.py's."""

import importlib.util
from math import comb, sqrt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_eval.intervals import clustered, mean_interval
from qa_eval.statistics import wilson

SOURCE = Path(__file__).parent.parent / "benchmarks" / "coverage.py"
SPEC = importlib.util.spec_from_file_location("coverage_table", SOURCE)
table = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(table)

NEAR = 0.015  # of 95 %
DRAWS = 5000


@pytest.mark.parametrize("rate", table.RATES)
@pytest.mark.parametrize("n", table.SIZES)
def test_the_interval_of_a_share_holds_in_95_percent_of_cases(n, rate):
    assert table.single(wilson, n, rate) == pytest.approx(0.95, abs=NEAR)


@pytest.mark.parametrize(
    ("n", "rate", "most"), [(20, 0.02, 0.35), (20, 0.95, 0.65), (50, 0.98, 0.65), (100, 0.02, 0.85)]
)
def test_the_normal_interval_does_not(n, rate, most):
    assert table.single(table.normal, n, rate) < most


def held(size, alike, clusters):
    """The coverage of the three intervals at each rate up to a half, and what chance may add where it is simulated."""
    exact = comb(clusters + size, size) <= table.ENUMERATED
    noise = 0 if exact else 2 * sqrt(0.95 * 0.05 / DRAWS)  # two standard errors: 0.6 points
    return {rate: table.related(rate, clusters, size, alike, DRAWS) for rate in table.RATES if rate <= 0.5}, noise


@pytest.mark.parametrize(
    ("size", "alike", "clusters"),
    [(size, alike, k) for size, alike, _ in table.CLUSTERS for k in table.SOME if k * size <= table.SIZES[-1]],
)
def test_the_interval_of_related_answers_holds_at_every_rate(size, alike, clusters):
    found, noise = held(size, alike, clusters)
    for rate, (ours, _, _) in found.items():
        assert ours == pytest.approx(0.95, abs=NEAR + noise), rate
    if alike >= 0.3:
        assert sum(plain for _, plain, _ in found.values()) / len(found) < 0.92
        assert sum(normal for _, _, normal in found.values()) / len(found) < 0.9


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 5)).filter(lambda row: row[0] <= row[1]), min_size=1))
def test_wrong_and_right_answers_count_alike(rows):
    low, high = clustered(rows)
    assert clustered([(n - right, n) for right, n in rows]) == pytest.approx((1 - high, 1 - low))


@pytest.mark.parametrize(("values", "chances"), [row[1:] for row in table.MEANS], ids=[row[0] for row in table.MEANS])
@pytest.mark.parametrize("n", [20, 100, 1000])
def test_the_bootstrap_of_a_mean_holds_at_least_so_often(values, chances, n):
    ours, normal = table.mean(values, chances, n, 400)
    assert ours > 0.925
    if chances[-1] > 0.9 and n == 20:
        assert normal < 0.65


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(1, 5)).filter(lambda row: row[0] <= row[1]), min_size=1))
def test_no_interval_of_related_answers_has_no_width(rows):
    low, high = clustered(rows)
    share = sum(right for right, _ in rows) / sum(n for _, n in rows)
    assert 0 <= low <= share <= high <= 1
    assert high - low > 0.001


@given(st.lists(st.tuples(st.integers(0, 1), st.just(1)), min_size=1, max_size=200))
def test_answers_that_stand_alone_get_wilsons_interval(rows):
    assert clustered(rows) == pytest.approx(wilson(sum(right for right, _ in rows), len(rows)))


@given(st.integers(1, 60), st.sampled_from([0.0, 0.5, 1.0]))
def test_equal_values_have_an_interval_with_a_width(n, value):
    low, high = mean_interval({value: n})
    assert 0 <= low <= value <= high <= 1
    assert high - low > 0.001


@pytest.mark.parametrize(("documents", "size"), [(10, 10), (20, 5)])
@pytest.mark.parametrize(("sides", "uneven"), [row[1:] for row in table.SIDES], ids=[row[0] for row in table.SIDES])
def test_the_interval_of_a_paired_difference_holds_where_questions_share_documents(documents, size, sides, uneven):
    held, alone, shown, shown_alone = table.paired(documents, size, sides, uneven, 1000)
    noise = 2 * sqrt(0.95 * 0.05 / 1000)
    assert 0.94 - noise < held < 0.965 + noise
    if sides[0] == sides[1]:
        assert shown < 0.05 + noise
    if uneven == 1.0 and size == 10:
        assert alone < 0.91
        assert shown_alone > shown


def test_repeating_every_answer_tells_nothing_more():
    once = clustered([(1, 1)] * 30 + [(0, 1)] * 10)
    thrice = clustered([(3, 3)] * 30 + [(0, 3)] * 10)
    assert thrice == pytest.approx(once, abs=0.01)
    assert mean_interval({0.0: 3, 1.0: 7}) == mean_interval({1.0: 7, 0.0: 3})
