"""What all tests share."""

import asyncio
import signal
from collections import Counter
from pathlib import Path

import browser as browsers
import pytest
from hypothesis import HealthCheck, settings

# An example may take as long as a busy machine needs, and the same code is held to the same examples; `pytest
# --hypothesis-profile searching` tries others.
settings.register_profile("searching", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("steady", settings.get_profile("searching"), derandomize=True)
settings.load_profile("steady")

ARTEFACTS = Path(__file__).parent.parent / ".artefacts"


def pytest_addoption(parser):
    parser.addoption("--accept", action="store_true", help="take the golden files as they are written now")


def pytest_configure():
    """Take Ctrl-C again where whoever started the tests ignores it: a child would inherit that, and be deaf to its test."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items):
    """Begin with modules of few tests: they start processes and browsers, and one that came last would leave a worker idle."""
    sizes = Counter(item.path for item in items)
    items.sort(key=lambda item: sizes[item.path])


@pytest.fixture(scope="session")
def artefacts():
    """The folder where tests leave pictures for a person to look at."""
    ARTEFACTS.mkdir(exist_ok=True)
    return ARTEFACTS


@pytest.fixture(scope="session")
def chromium():
    """A running browser, the only one of its process: a second one cannot start beside it."""
    with browsers.chromium() as running:
        yield running


@pytest.fixture(autouse=True)
def loop_of_its_own(request):
    """Put the browser driver's event loop aside for tests without a browser: it stands still, yet counts as running here."""
    standing = asyncio._get_running_loop()
    if standing is None or "chromium" in request.fixturenames:
        yield
        return
    asyncio._set_running_loop(None)
    yield
    asyncio._set_running_loop(standing)
