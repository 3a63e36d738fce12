"""The report against its budgets, and against a plain table of the same rows: size, first row, filters, keys, memory.

python benchmarks/report.py [ROWS …] prints a table (30, 10,000 and 100,000 rows by default; the plain table at 10,000 only).
Times are medians of three openings from disk in Chromium; a frame is the shortest time that can be seen.
"""

from __future__ import annotations

import sys
import tempfile
import time
from html import escape
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "viewer")]

import browser as browsers  # noqa: E402 - found only through the path above
import made_up  # noqa: E402 - see above

from qa_eval import report  # noqa: E402 - see above

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from qa_eval.report import Report

RUNS = 3
PLAIN = 10_000  # rows of the plain table
BUDGETS = {
    "file MB": (5, 40),
    "first row ms": (1000, 3000),
    "filter ms": (250, 250),
    "search ms": (250, 250),
    "next search ms": (250, 250),
    "key ms": (50, 50),
    "open ms": (250, 250),
    "elements": (2500, 2500),
    "heap MB": (80, 80),
}
# sets the search field and waits until the next frame is drawn
SEARCH = """async (query) => {
  const field = document.getElementById("qa-search");
  const start = performance.now();
  field.value = query;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - start;
}"""
KEY = """async (key) => {
  const start = performance.now();
  document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - start;
}"""
PLAIN_FILTER = """async () => {
  const start = performance.now();
  for (const row of document.querySelectorAll("tbody tr")) row.hidden = !row.textContent.includes("incorrect");
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return performance.now() - start;
}"""
ELEMENTS = "document.getElementsByTagName('*').length"


def heap(page: Page) -> float:
    """Megabytes in use after rubbish was collected."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    return float(session.send("Runtime.getHeapUsage")["usedSize"]) / 1e6


def opened(browser: Browser, path: Path, first: str) -> tuple[Page, float]:
    """Return a page and the milliseconds until its first row was there."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    start = time.perf_counter()
    page.goto(path.as_uri(), wait_until="commit")
    page.locator(first).first.wait_for()
    return page, 1000 * (time.perf_counter() - start)


def ours(browser: Browser, path: Path) -> dict[str, float]:
    """Return what one opening of the report costs."""
    page, first = opened(browser, path, ".rows .row")
    page.wait_for_load_state()
    figures = {"first row ms": first}
    for name, query in (("filter ms", "s:correct"), ("search ms", "water"), ("next search ms", "water4")):
        figures[name] = page.evaluate(SEARCH, query)
    page.evaluate(SEARCH, "")
    start = time.perf_counter()
    page.locator(".rows .row").first.click()
    page.locator(".detail .ladder").wait_for()
    figures["open ms"] = 1000 * (time.perf_counter() - start)
    figures["key ms"] = median(page.evaluate(KEY, "j") for _ in range(20))
    figures["elements"] = page.evaluate(ELEMENTS)
    figures["heap MB"] = heap(page)
    page.context.close()
    return figures


def plain(browser: Browser, path: Path) -> dict[str, float]:
    """Return what one opening of the plain table costs."""
    page, first = opened(browser, path, "tbody tr")
    page.wait_for_load_state()
    figures = {"first row ms": first, "filter ms": page.evaluate(PLAIN_FILTER)}
    figures["elements"] = page.evaluate(ELEMENTS)
    figures["heap MB"] = heap(page)
    page.context.close()
    return figures


def plain_table(made: Report, path: Path) -> None:
    """Write the usual alternative: a table with a row an answer, everything in it."""
    with path.open("w", encoding="utf-8") as stream:
        stream.write("<!doctype html><meta charset=utf-8><table><tbody>")
        for question, result in zip(made.dataset.questions, made.results, strict=True):
            score = result.score
            cells = (question.id, question.text, question.answer.text, result.prediction.text or "", score.verdict)
            texts = (*cells, score.reason, score.message, score.read, score.gold, f"{result.prediction.seconds:.3f}")
            stream.write("<tr>" + "".join(f"<td>{escape(str(text))}</td>" for text in texts) + "</tr>\n")


def main(sizes: list[int]) -> None:
    """Measure and print."""
    columns: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder, browsers.chromium() as browser:
        for rows in sizes:
            made = made_up.of_size(rows)
            start = time.perf_counter()
            path = report.write(made, "html", Path(folder))
            written = {"write s": time.perf_counter() - start, "file MB": path.stat().st_size / 1e6}
            columns[f"{rows:,} rows"] = written | medians([ours(browser, path) for _ in range(RUNS)])
            if rows == PLAIN:
                table = Path(folder) / "plain.html"
                plain_table(made, table)
                figures = medians([plain(browser, table) for _ in range(RUNS)])
                columns[f"{rows:,} plain"] = {"file MB": table.stat().st_size / 1e6} | figures
    show(columns)


def medians(runs: list[dict[str, float]]) -> dict[str, float]:
    """Return the median of each figure."""
    return {name: median(run[name] for run in runs) for name in runs[0]}


def show(columns: dict[str, dict[str, float]]) -> None:
    """Print a line a figure, with what is allowed at 10,000 and at 100,000 rows."""
    print("".join(f"{head:>18}" for head in ("", *columns, "budget 10k", "budget 100k")))
    for name in ("write s", *BUDGETS):
        values = [f"{column[name]:,.1f}" if name in column else "–" for column in columns.values()]
        allowed = [f"{value:,}" for value in BUDGETS.get(name, ())]
        print("".join(f"{cell:>18}" for cell in (name, *values, *allowed)))


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [30, PLAIN, 100_000])
