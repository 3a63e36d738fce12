"""Points 23 to 27: two runs, and several answerers."""

import re
from pathlib import Path

import pytest
from pages import ready, until

from qa_eval.intervals import paired_difference
from qa_eval.statistics import mcnemar_exact

pytestmark = pytest.mark.browser
CHANGES = {"fixed", "regressed", "both-correct", "neither-correct", "only-here", "only-there", "changed"}


def counts(page):
    return {text.split()[-2]: int(text.split()[-1]) for text in page.locator(".two-by-two button").all_inner_texts()}


def test_23_every_answer_is_in_one_bucket_and_a_click_filters(opened, ids):
    page = opened("compared", "#/compare")
    found = counts(page)
    assert set(found) == CHANGES
    assert sum(found.values()) == 31
    assert (found["only-here"], found["only-there"], found["changed"]) == (1, 1, 1)
    assert (found["fixed"], found["regressed"]) == (3, 1)
    assert "31 answers in all" in page.locator(".total").inner_text()
    page.locator(".two-by-two button.fixed").click()
    assert ids(page) == ["q00001", "q00003", "q00004"]
    assert page.locator(".chips button", has_text="fixed").get_attribute("aria-pressed") == "true"


def test_23_it_lands_on_what_changed(opened, ids):
    page = opened("compared")
    assert ids(page) == ["q00001", "q00002", "q00003", "q00004"]
    for change, n in (("fixed", 3), ("regressed", 1)):
        chip = page.locator(".chips button", has_text=change)
        assert chip.inner_text().split()[-1] == str(n)
        assert chip.get_attribute("aria-pressed") == "true"
        assert chip.is_enabled()


def test_24_an_edited_question_is_never_compared(opened, ids):
    page = opened("compared", "#/questions?q=diff%3Achanged")
    assert ids(page) == ["q00029"]
    page.locator(".rows .row").click()
    page.locator(".facts", has_text="question then").wait_for()
    assert "How long was wall 29 before?" in page.locator(".detail").inner_text()


def test_25_answers_stand_side_by_side(opened):
    page = opened("compared", "#/questions?id=q00002")
    page.locator(".sides").wait_for()
    left, right = page.locator(".sides > div").all()
    assert left.bounding_box()["y"] == right.bounding_box()["y"]
    assert "about 112 metres" in left.inner_text()
    assert "then " in right.inner_text()
    labels = " ".join(page.locator(".difference p.aside").all_inner_texts())
    for label in ("expected → got", "other run → this run", "expected → other run"):
        assert label in labels


def test_26_the_difference_has_an_interval_and_an_exact_p(opened):
    page = opened("compared", "#/compare")
    found = counts(page)
    fixed, regressed = found["fixed"], found["regressed"]
    low, high = paired_difference(fixed, regressed, found["both-correct"], found["neither-correct"])
    text = page.locator(".comparison .delta-line").inner_text()

    def sign(value):
        return f"{'−' if value < 0 else '+'}{abs(100 * value):.1f}"

    assert f"[{sign(low)}, {sign(high)}]" in text
    assert f"p = {mcnemar_exact(fixed, regressed):.3f}" in text
    assert "not distinguishable" in text
    assert "not distinguishable" in page.locator(".headline").inner_text()


def test_26_differences_that_are_looked_at_together_are_judged_together(chromium):
    page = chromium.new_page()
    page.goto((Path(__file__).parents[2] / "reports" / "example" / "report.html").as_uri() + "#/compare")
    ready(page)
    texts = page.locator(".comparison .delta-line").all_inner_texts()
    page.close()
    (moved,) = [text for text in texts if "±0.0" not in text]
    p, adjusted = (float(part) for part in re.search(r"p = ([\d.]+) \(= ([\d.]+) adjusted\)", moved).groups())
    assert len(texts) == 3
    assert adjusted == pytest.approx(3 * p, abs=0.002)  # Holm's of the least of three
    assert "not distinguishable" in moved


def test_27_more_time_is_drawn_as_worse(chromium, tmp_path):
    import dataclasses  # noqa: PLC0415 - only this test changes a report

    import made_up  # noqa: PLC0415 - see above

    from qa_eval import report  # noqa: PLC0415 - see above

    def slower(result, factor):
        prediction = dataclasses.replace(result.prediction, seconds=result.prediction.seconds * factor)
        return dataclasses.replace(result, prediction=prediction)

    made = made_up.tiny()
    page = chromium.new_page()
    for factor, kind in ((2, "worse"), (0.5, "better")):
        here = dataclasses.replace(
            made, results=tuple(slower(result, factor) for result in made.results), baseline=made
        )
        page.goto(report.write(here, "html", tmp_path).as_uri() + "#/compare")
        page.reload()
        assert page.locator(f".trend.{kind}").inner_text().strip() == (
            "+100 % slower" if factor == 2 else "−50 % faster"
        )
    page.close()


def test_27_repeats_stand_as_a_strip_and_flaky_ones_are_found(opened, ids):
    page = opened("several", "#/questions?q=is%3Aflaky")
    assert ids(page) == ["q00000", "q00006", "q00012", "q00018", "q00024"]
    strip = page.locator('[data-row="0"] .column').nth(2).locator(".mark")
    assert strip.count() == 2
    assert [mark.get_attribute("title") for mark in strip.all()] == [
        "fixed · repeat 0: incorrect",
        "fixed · repeat 1: correct",
    ]


def test_27_several_answerers_have_columns_agreement_and_only_filters(opened, ids):
    page = opened("several", "#/compare")
    rows = page.locator(".agreement tbody tr").all_inner_texts()
    assert len(rows) == 3
    found = re.search(r"([\d.]+) % \((\d+)\) n=30", rows[0])
    assert found
    page.locator(".agreement button", has_text="only gpt 5").click()
    until(page, "document.querySelectorAll('.rows .row').length > 0")
    assert 'only:"gpt 5"' in page.evaluate("document.getElementById('qa-search').value")
    assert all(int(row[1:]) % 2 for row in ids(page))
    heads = page.locator(".head .column").all_inner_texts()
    assert heads == ["lexical", "gpt 5", "fixed"]
