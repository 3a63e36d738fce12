"""The report as JUnit XML: an answerer is a suite, a question a test case."""

from __future__ import annotations

import re
from itertools import chain, islice
from typing import TYPE_CHECKING, ClassVar
from xml.etree import ElementTree as ET

from qa_eval.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from qa_eval.gates import Gated
    from qa_eval.model import Question, Result
    from qa_eval.report import Report
    from qa_eval.summary import Summary

MOST = 100_000  # test cases; of more, no build server makes anything
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Reporter:
    """JUnit XML for a build server: incorrect is a failure, failed an error, abstained is skipped."""

    filename: ClassVar[str] = "junit.xml"

    def render(self, report: Report) -> Iterable[str]:
        """Yield the document, a test case at a time; of a very large run, those that are not correct."""
        root = ET.Element("testsuites", name=_legal(f"{report.dataset.name} {report.dataset.version}"))
        suites = [_cases(report, summary) for summary in report.summaries]
        if report.gates:
            gates = _gates(report.gates, report.dataset.name)
            suites.append((gates, iter(gates)))
        yield '<?xml version="1.0" encoding="utf-8"?>\n'
        yield _opened(root, empty=not suites)
        for suite, cases in suites:
            yield from _indented(suite, cases)
        if suites:
            yield "</testsuites>\n"


def _cases(report: Report, summary: Summary) -> tuple[ET.Element, Iterator[ET.Element]]:
    questions, name = report.questions, report.dataset.name
    all_of_them = len(report.results) <= MOST
    cases = (
        _test(questions[result.question_id], result, name)
        for result in report.results
        if result.answerer == summary.answerer and (all_of_them or result.score.verdict is not Verdict.CORRECT)
    )
    return _suite(summary, name), cases if all_of_them else islice(cases, MOST)


def _indented(suite: ET.Element, cases: Iterator[ET.Element]) -> Iterator[str]:
    first = next(cases, None)
    yield "  " + _opened(suite, empty=first is None)
    if first is None:
        return
    for case in chain([first], cases):
        ET.indent(case, level=2)
        yield f"    {ET.tostring(case, encoding='unicode')}\n"
    yield "  </testsuite>\n"


def _opened(element: ET.Element, *, empty: bool) -> str:
    """Return the element's first tag, or the whole of it where it is empty."""
    alone = ET.tostring(ET.Element(element.tag, element.attrib), encoding="unicode")
    return f"{alone if empty else alone.removesuffix(' />') + '>'}\n"


def _suite(summary: Summary, name: str) -> ET.Element:
    counts = summary.overall
    return ET.Element(
        "testsuite",
        name=_legal(f"{name}: {summary.answerer}"),
        tests=str(counts.n),
        failures=str(counts.incorrect),
        errors=str(counts.failed),
        skipped=str(counts.abstained),
        time=f"{summary.latency.total:.6f}",
    )


def _gates(gates: Sequence[Gated], name: str) -> ET.Element:
    missed = sum(not gate.passed for gate in gates)
    suite = ET.Element(
        "testsuite",
        name=_legal(f"{name}: gates"),
        tests=str(len(gates)),
        failures=str(missed),
        errors="0",
        skipped="0",
        time="0",
    )
    for gate in gates:
        test = ET.SubElement(
            suite, "testcase", classname="gates", name=_legal(f"{gate.gate} ({gate.answerer})"), time="0"
        )
        if not gate.passed:
            ET.SubElement(test, "failure", message=_legal(f"{gate.gate}: {gate.reason}"), type="gate")
    return suite


def _test(question: Question, result: Result, name: str) -> ET.Element:
    repeat = f" (repeat {result.repeat + 1})" if result.repeat else ""
    test = ET.Element(
        "testcase",
        classname=_legal(name),
        name=_legal(f"{question.id}{repeat}: {question.text}"),
        time=f"{result.prediction.seconds:.6f}",
    )
    score, prediction = result.score, result.prediction
    message = _legal(f"{score.reason}: {score.message}")
    got = prediction.failure.message if prediction.failure else prediction.text or ""
    details = _legal(f"question: {question.text}\nexpected: {question.answer.text or '(not stated)'}\ngot: {got}\n")
    if score.verdict is Verdict.INCORRECT:
        ET.SubElement(test, "failure", message=message, type=_legal(str(score.reason))).text = details
    elif score.verdict is Verdict.FAILED:
        kind = prediction.failure.kind if prediction.failure else str(score.reason)
        ET.SubElement(test, "error", message=message, type=_legal(kind)).text = details
    elif score.verdict is Verdict.ABSTAINED:
        ET.SubElement(test, "skipped", message=message)
    return test


def _legal(text: str) -> str:
    """Replace what XML 1.0 cannot hold."""
    return _NOT_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
