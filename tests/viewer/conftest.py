"""Reports written once a session, and pages opened from disk that note every request and complaint."""

import time
from types import SimpleNamespace

import made_up
import pytest
from pages import ready

from qa_eval import report


@pytest.fixture(scope="session")
def written(tmp_path_factory):
    """Write a report by its name, once; ``{"path", "seconds"}``."""
    kept = {}

    def write(name):
        if name not in kept:
            made = made_up.REPORTS[name]()
            started = time.perf_counter()
            path = report.write(made, "html", tmp_path_factory.mktemp(name))
            kept[name] = SimpleNamespace(path=path, report=made, seconds=time.perf_counter() - started)
        return kept[name]

    return write


@pytest.fixture
def opened(chromium, written):
    """Open a report: ``opened(name, hash="", early=script, **context)`` gives the page, with everything that it noted."""
    contexts = []

    def open_report(name, place="", early="", **options):
        context = chromium.new_context(
            **{"viewport": {"width": 1280, "height": 900}, "accept_downloads": True, **options}
        )
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(early)
        page.noted = []
        page.on("console", lambda message: page.noted.append(message.text))
        page.on("pageerror", lambda error: page.noted.append(str(error)))
        page.on("request", lambda sent: page.noted.append(sent.url))
        page.goto(written(name).path.as_uri() + place)
        return ready(page)

    yield open_report
    for context in contexts:
        context.close()


@pytest.fixture
def ids():
    """The ids of the rows in sight."""
    return lambda page: page.locator(".rows .c-id").all_inner_texts()
