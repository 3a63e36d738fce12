"""The page of all runs: newest first, a trend for each dataset and answerer, links that work from disk."""

import json
import re
import shutil

import pytest
from commandline import data, run

from qa_eval import history

ASKED = ("north-korea-russia", "--limit", "12")


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """A folder of three runs, the last one interrupted by hand, a broken one, and one of a hostile name."""
    folder = tmp_path_factory.mktemp("history")
    names = []
    for answerers in (("abstain",), ("abstain", "oracle"), ("oracle",)):
        given = [word for name in answerers for word in ("-a", name)]
        names.append(data("run", *ASKED, *given, "--report", "html", cwd=folder)["runs"][0]["folder"])
    for place, name in enumerate(names):
        path = folder / name / "run.json"
        header = json.loads(path.read_text(encoding="utf-8"))
        header["started"] = f"2026-11-2{place + 1}T10:00:00+00:00"
        header["state"] = "interrupted" if place == 2 else header["state"]
        path.write_text(json.dumps(header), encoding="utf-8")
    (folder / "reports" / "broken").mkdir()
    (folder / "reports" / "broken" / "run.json").write_text("{", encoding="utf-8")
    hostile = folder / "reports" / "a<script>window.broken=1<"
    shutil.copytree(folder / names[0], hostile)
    header = json.loads((hostile / "run.json").read_text(encoding="utf-8"))
    header["dataset"]["name"] = "<img src=x onerror='window.broken=1'>\u202e"
    header["started"] = "2026-11-20T10:00:00+00:00"
    (hostile / "run.json").write_text(json.dumps(header), encoding="utf-8")
    run("index", cwd=folder)
    return folder, names


def test_a_run_writes_the_page_beside_its_folder(tmp_path):
    said = run("run", *ASKED, "-a", "oracle", "--report", "html", cwd=tmp_path).stdout
    assert "all runs: reports/index.html" in said
    assert "oracle" in (tmp_path / "reports" / "index.html").read_text(encoding="utf-8")


def test_a_page_that_is_not_ours_is_left_alone(tmp_path):
    page = tmp_path / "reports" / "index.html"
    page.parent.mkdir()
    page.write_text("my own", encoding="utf-8")
    said = run("run", *ASKED, "-a", "oracle", "--report", "html", cwd=tmp_path).stdout
    assert "is another program's" in said
    assert page.read_text(encoding="utf-8") == "my own"
    assert "is another program's" in run("index", cwd=tmp_path, code=2).stderr


def test_runs_are_newest_first_and_trends_oldest_first(runs):
    folder, names = runs
    found = history.of(folder / "reports")
    readable = [past for past in found.runs if not past.trouble]
    assert [f"reports/{past.name}" for past in readable][:3] == names[::-1]
    trends = {key: [f"reports/{past.name}" for past in pasts] for key, pasts in found.trends.items()}
    assert trends["north-korea-russia", "abstain"] == names[:2]
    assert trends["north-korea-russia", "oracle"] == names[1:]
    (oracle,) = [one for one in readable[0].scores if one.answerer == "oracle"]
    assert (oracle.correct, oracle.n) == (12, 12)
    assert oracle.interval.low == pytest.approx(0.757, abs=0.001)
    (broken,) = [past for past in found.runs if past.trouble]
    assert broken.name == "broken"


def test_a_change_is_said_with_what_it_is_worth_and_controls_have_no_trend(runs):
    folder, names = runs
    page = (folder / "reports" / "index.html").read_text(encoding="utf-8")
    assert "since the run before: +0.0 [-24.2, +24.2] points: not distinguishable" in page
    found = history.of(folder / "reports")
    assert ("north-korea-russia", "abstain", names[1].partition("/")[2]) in found.changes
    kept = folder / "controls" / "one"
    kept.mkdir(parents=True)
    header = json.loads((folder / names[1] / "run.json").read_bytes())
    header["summary"]["answerers"] += [{"answerer": "a @closed-book", "overall": {"n": 1, "correct": 1}}]
    (kept / "run.json").write_text(json.dumps(header), encoding="utf-8")
    assert {scored.answerer for scored in history.of(kept.parent).runs[0].scores} == {"abstain", "oracle"}


def test_the_same_runs_give_the_same_bytes(runs):
    folder, _ = runs
    before = (folder / "reports" / "index.html").read_bytes()
    run("index", "reports", cwd=folder)
    assert (folder / "reports" / "index.html").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [(("nowhere",), "there is no folder nowhere"), (("reports", "--format", "csv"), "draws no page of runs")],
)
def test_what_index_cannot_do_is_said(runs, arguments, says):
    assert says in run("index", *arguments, cwd=runs[0], code=2).stderr


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_opens_from_disk_links_to_reports_and_nothing_runs(runs, chromium, artefacts, scheme):
    folder, names = runs
    page = chromium.new_page(viewport={"width": 1100, "height": 900}, color_scheme=scheme)
    noted = []
    page.on("console", lambda message: noted.append(message.text))
    page.on("pageerror", lambda error: noted.append(str(error)))
    page.on("request", lambda sent: noted.append(sent.url))
    address = (folder / "reports" / "index.html").as_uri()
    page.goto(address)
    assert noted == [address]
    rows = page.locator("tbody tr")
    assert rows.count() == 5
    assert page.evaluate("window.broken") is None
    assert "interrupted" in rows.nth(0).inner_text()
    assert "100.0 %" in rows.nth(0).inner_text()
    assert "[75.8–100.0] n=12" in rows.nth(0).inner_text()
    assert "U+202E" in page.locator("main").inner_text()
    assert page.locator(".history circle").count() == 5
    assert page.locator("polyline").nth(1).get_attribute("points").count(",") == 2
    title = page.locator(".history g title").last.text_content()
    assert re.match(r"2026-11-2\d 10:00:00 · \d+\.\d % \[\d+\.\d–\d+\.\d\] n=12 · 1\.0\.0", title)
    page.screenshot(path=artefacts / f"history-{scheme}.png", full_page=True)
    rows.nth(0).locator("a").first.click()
    page.wait_for_url("**/report.html*")
    assert names[2] in page.url
    page.close()
