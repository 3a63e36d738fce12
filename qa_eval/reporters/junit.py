"""The report as JUnit XML: an answerer is a suite, a question a test case."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar
from xml.etree import ElementTree as ET

from qa_eval.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qa_eval.gates import Gated
    from qa_eval.model import Question, Result
    from qa_eval.report import Report
    from qa_eval.summary import Summary

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Reporter:
    """JUnit XML for a build server: incorrect is a failure, failed an error, abstained is skipped."""

    filename: ClassVar[str] = "junit.xml"

    def render(self, report: Report) -> Iterable[str]:
        """Yield the document."""
        root = ET.Element("testsuites", name=_legal(f"{report.dataset.name} {report.dataset.version}"))
        questions = report.questions
        for summary in report.summaries:
            suite = _suite(summary, report.dataset.name)
            for result in report.results:
                if result.answerer == summary.answerer:
                    suite.append(_test(questions[result.question_id], result, report.dataset.name))
            root.append(suite)
        if report.gates:
            root.append(_gates(report.gates, report.dataset.name))
        ET.indent(root)
        yield '<?xml version="1.0" encoding="utf-8"?>\n'
        yield ET.tostring(root, encoding="unicode") + "\n"


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
