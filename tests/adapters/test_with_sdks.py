"""The answerers of official SDKs pass their tests where the SDKs are installed."""

import commandline


def test_the_official_sdks_ask_and_fail_as_told(place):
    tests = commandline.ROOT / "tests" / "test_answerer_sdks.py"
    done = place.run(
        "python", "-m", "pytest", "-q", "-o", "addopts=", "-p", "no:cacheprovider", "--rootdir", commandline.ROOT, tests
    )
    assert "passed" in done.stdout
    assert "skipped" not in done.stdout
