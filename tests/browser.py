"""The browser that the tests drive: Debian's Chromium, a Chrome that is installed, or playwright's own."""

import shutil
import sys
from contextlib import contextmanager
from pathlib import Path

FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
APPLICATIONS = ("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",)


def executable():
    """The path of an installed browser, or None for playwright's own."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    return found or next((path for path in APPLICATIONS if Path(path).exists()), None)


@contextmanager
def chromium():
    """A running browser."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - the other tests do without it

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=FLAGS)
        yield browser
        browser.close()


if __name__ == "__main__":
    with chromium() as running:
        sys.stdout.write(f"{running.version}\n")
