"""What pytest sees of qa_eval: options and two fixtures. Nothing else happens without ``--qa-answerer``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qa_eval.model import Score


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options."""
    group = parser.getgroup("qa-eval", "question answering")
    group.addoption(
        "--qa-answerer",
        action="append",
        default=[],
        metavar="SPEC",
        help="Collect question files as tests and ask this answerer; repeatable.",
    )
    group.addoption(
        "--qa-scorer",
        metavar="SPEC",
        help="What says whether an answer is right; by default strict for curated questions, lenient for plain lists.",
    )
    group.addoption(
        "--qa-threshold",
        metavar="SHARE",
        help="Fail when the share of right answers is below this, such as 0.9 or 90%%, and not on each wrong answer.",
    )
    group.addoption("--qa-timeout", type=float, default=60.0, metavar="SECONDS", help="Seconds for one answer (60).")


def pytest_configure(config: pytest.Config) -> None:
    """Begin to collect question files, if an answerer is there to be asked."""
    if config.getoption("qa_answerer"):
        from qa_eval.collecting import Collecting  # noqa: PLC0415 - what other projects' tests need not load

        config.pluginmanager.register(Collecting(config), "qa_eval.collecting")


@pytest.fixture
def qa_score() -> Callable[..., Score]:
    """Score one answer: ``qa_score(text, accepted, question=…, document=…)``, as ``qa_eval.score``."""
    from qa_eval import score  # noqa: PLC0415 - see above

    return score


@pytest.fixture(scope="session")
def qa_eval_ask(request: pytest.FixtureRequest) -> Iterator[Callable[[str, str], str]]:
    """Ask the first ``--qa-answerer``: ``qa_eval_ask(question, document)`` returns its text; skips the test without one.

    Raises RuntimeError, with the answerer's own message, when there is no answer.
    """
    specs = request.config.getoption("qa_answerer")
    if not specs:
        pytest.skip("needs --qa-answerer")
    from qa_eval.collecting import asking  # noqa: PLC0415 - see above

    with asking(specs[0], request.config.getoption("qa_timeout")) as ask:
        yield ask
