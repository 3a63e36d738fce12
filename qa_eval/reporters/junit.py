"""The report as JUnit XML: an answerer is a suite, a question a test case."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING, ClassVar

from qa_eval.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from qa_eval.gates import Gated
    from qa_eval.model import Question, Result
    from qa_eval.report import Report
    from qa_eval.summary import Summary

INTERRUPTED = "interrupted"  # the state of a run that was cut off
MOST = 100_000  # test cases; of more, no build server makes anything
_NOT_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what XML 1.0 cannot hold


class Reporter:
    """JUnit XML for a build server: incorrect is a failure, failed an error, abstained is skipped."""

    filename: ClassVar[str] = "junit.xml"

    def render(self, report: Report) -> Iterable[str]:
        """Yield the document, a test case at a time; of a very large run, those that are not correct."""
        suites = [_cases(report, summary) for summary in report.summaries]
        if missing := sum(one.expected - one.overall.n for one in report.summaries if report.state == INTERRUPTED):
            suites.insert(0, _cut_off(report.dataset.name, missing))
        if report.gates:
            suites.append((_gates_suite(report.gates, report.dataset.name), _gates(report.gates)))
        yield '<?xml version="1.0" encoding="utf-8"?>\n'
        name = _attribute("name", report.dataset.title)
        yield _opened("testsuites", name, empty=not suites)
        for suite, cases in suites:
            first = next(cases, None)
            yield _opened("testsuite", suite, empty=first is None)
            if first is not None:
                yield from chain([first], cases)
                yield "</testsuite>\n"
        if suites:
            yield "</testsuites>\n"


def _cases(report: Report, summary: Summary) -> tuple[str, Iterator[str]]:
    questions, name = report.questions, report.dataset.name
    class_name = _attribute(
        "classname", f"{name}: {summary.answerer}"
    )  # servers tell tests by it and their names alone
    all_of_them = len(report.results) <= MOST
    listed = report.results if all_of_them else report.results_at(report.seen.wrong)
    cases = (_test(questions, result, class_name) for result in listed if result.answerer == summary.answerer)
    return _suite(summary, name), cases if all_of_them else islice(cases, MOST)


def _cut_off(name: str, missing: int) -> tuple[str, Iterator[str]]:
    """Return a suite whose one case is an error: what a build server counts is not all that was to be asked."""
    said = f"interrupted: {missing:,} answer{'' if missing == 1 else 's'} {'is' if missing == 1 else 'are'} missing"
    case = _case(
        ' classname="run" name="complete" time="0"', f'error{_attribute("message", said)} type="interrupted"/>'
    )
    return f'{_attribute("name", f"{name}: run")} tests="1" failures="0" errors="1" skipped="0" time="0"', iter([case])


def _opened(tag: str, attributes: str, *, empty: bool) -> str:
    """Return an element's first tag, or the whole of it where it is empty."""
    return f"<{tag}{attributes}{'/' if empty else ''}>\n"


def _suite(summary: Summary, name: str) -> str:
    counts = summary.overall
    return (
        f'{_attribute("name", f"{name}: {summary.answerer}")} tests="{counts.n}" failures="{counts.incorrect}"'
        f' errors="{counts.failed}" skipped="{counts.abstained}" time="{_seconds(summary.latency.total)}"'
    )


def _gates_suite(gates: Sequence[Gated], name: str) -> str:
    missed = sum(not gate.passed for gate in gates)
    return (
        f'{_attribute("name", f"{name}: gates")} tests="{len(gates)}" failures="{missed}"'
        ' errors="0" skipped="0" time="0"'
    )


def _gates(gates: Sequence[Gated]) -> Iterator[str]:
    for gate in gates:
        case = f' classname="gates"{_attribute("name", f"{gate.gate} ({gate.answerer})")} time="0"'
        missed = f'failure{_attribute("message", f"{gate.gate}: {gate.reason}")} type="gate"/>'
        yield _case(case, "" if gate.passed else missed)


def _test(questions: Mapping[str, Question], result: Result, class_name: str) -> str:
    """Return the test of an answer. Its name stays when the question is worded anew: servers tell tests by their names."""
    repeat = f" (repeat {result.repeat})" if result.repeat else ""
    name = _attribute("name", f"{result.question_id}{repeat}")
    right = result.score.verdict is Verdict.CORRECT
    outcome = "" if right else _outcome(questions[result.question_id], result)
    return _case(f'{class_name}{name} time="{_seconds(result.prediction.seconds)}"', outcome)


def _case(attributes: str, child: str) -> str:
    if not child:
        return f"<testcase{attributes}/>\n"
    return f"<testcase{attributes}>\n<{child}\n</testcase>\n"


def _seconds(seconds: float) -> str:
    """Return seconds to the millisecond, as build servers show them.

    >>> _seconds(0.25), _seconds(0.0004), _seconds(10.0)
    ('0.25', '0', '10')
    """
    return f"{seconds:.3f}".rstrip("0").rstrip(".")


def _outcome(question: Question, result: Result) -> str:
    """Return the element that says what was not right, without its first bracket."""
    score, prediction = result.score, result.prediction
    message = _attribute("message", f"{score.reason}: {score.message}")
    got = prediction.failure.message if prediction.failure else prediction.text or ""
    details = _text(f"question: {question.text}\nexpected: {question.expected or '(not stated)'}\ngot: {got}\n")
    if score.verdict is Verdict.ABSTAINED:
        return f"skipped{message}>{details}</skipped>"
    if score.verdict is Verdict.INCORRECT:
        return f"failure{message}{_attribute('type', str(score.reason))}>{details}</failure>"
    kind = prediction.failure.kind if prediction.failure else str(score.reason)
    return f"error{message}{_attribute('type', kind)}>{details}</error>"


def _text(text: str) -> str:
    """Return text as XML; what that cannot hold is replaced."""
    if not text.isprintable():
        text = _NOT_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attribute(name: str, value: str) -> str:
    """Return an attribute with a blank before it."""
    value = _text(value).replace('"', "&quot;")
    if not value.isprintable():  # a reader would make blanks of them
        value = value.replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#09;")
    return f' {name}="{value}"'
