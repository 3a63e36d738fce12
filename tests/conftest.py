"""What all tests share."""

from pathlib import Path

import browser as browsers
import pytest

ARTEFACTS = Path(__file__).parent.parent / ".artefacts"


def pytest_addoption(parser):
    parser.addoption("--accept", action="store_true", help="take the golden files as they are written now")


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
