"""What the page explains: rules, keys, the search; and whose work is built into it."""

from __future__ import annotations

import unicodedata

_NAMED = (0xAD, 0x61C, 0x180E, 0xFEFF, *range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070))
_CONTROLS = (*range(9), *range(0x0B, 0x20), *range(0x7F, 0xA0))

RULES = {
    "exact": "The same text as the expected answer.",
    "alias": "The same text as another accepted answer.",
    "equal_value": "Another way to write the same value.",
    "converted_unit": "The same value in another unit.",
    "within_tolerance": "Not equal, but as near as the question allows.",
    "rounds_to_gold": "Agrees with the expected figure at the precision that is shown.",
    "same_date": "The same date in another format.",
    "same_items": "Every item of the list, and no other.",
    "contains_gold": "An accepted answer inside a longer one that adds nothing else.",
    "required_words": "Says everything that the question requires.",
    "same_words": "The accepted words in another order or form.",
    "enough_words": "A part of the accepted words that people take for the whole, such as a surname.",
    "same_meaning": "Close enough for people, by nothing that has a code of its own.",
    "agrees": "The same yes or no.",
    "rightly_abstained": "The document does not say, and the answer says so.",
    "wrong_value": "Another figure, or the opposite, of what is expected.",
    "wrong_unit": "The figure stands in a unit of another kind.",
    "missing_unit": "The question requires a unit and the answer has none.",
    "scale_error": "Off by a power of ten that a scale word or a unit prefix explains.",
    "wrong_bound": "Limits the figure otherwise: “more than” where “up to” is expected.",
    "other_figure_of_the_document": "A figure of the document, but of something else.",
    "wrong_date": "Another date.",
    "less_precise": "Right as far as it goes, but coarser than what is asked.",
    "wrong_name": "Another name.",
    "wrong_words": "Other words than the accepted ones.",
    "missing_items": "Items of the list are missing.",
    "extra_items": "Items that are not of the list.",
    "wrong_order": "The right items in another order.",
    "partial": "Part of the answer.",
    "contradiction": "Says it and takes it back.",
    "several_answers": "Offers more than one answer.",
    "answered_unanswerable": "The document does not say; to abstain would be correct.",
    "unreadable": "Nothing of the wanted type was found in the answer.",
    "abstained": "Says that it does not know, where the document does say.",
    "answerer_failed": "No answer came: an error, a timeout or a crash.",
    "missing_answer": "The stored answers hold none to this question.",
    "scorer_failed": "The answer could not be scored.",
}
UNKNOWN = "A rule of this run’s scorer; its message stands beside each answer."

NOTICES = """\
qa_eval, Apache License 2.0

Preact 11.2.0, MIT License
Copyright (c) 2015-present Jason Miller
Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without
limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the
Software, and to permit persons to whom the Software is furnished to do so, subject to the following
conditions: The above copyright notice and this permission notice shall be included in all copies or
substantial portions of the Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS
OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE
AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR
OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION
WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""

KEYS = (
    ("j / k", "next, previous row"),
    ("n / p", "next, previous answer that is not correct"),
    ("/", "search"),
    ("Enter", "open the row"),
    ("Esc", "back; in the search: empty it"),
    ("x", "difference in words, in characters, off"),
    ("e", "evidence"),
    ("o", "overturn the verdict of that answer, or of the first that is not correct"),
    ("?", "this help"),
)
SEARCH = (
    ("s:incorrect,failed", "verdict: correct, incorrect, abstained, failed"),
    ("@tag  -@tag", "with, without a tag"),
    ('"exact words"', "in id, question, expected or the beginning of an answer"),
    (
        "lat:>2  cost:>0.01  conf:0.8..1",
        "seconds from the call to the answer, waiting for other answerers of the run included; cost; confidence",
    ),
    ("type:date  difficulty:hard", "kind of question"),
    ("reason:wrong_unit", "the rule that decided"),
    ("diff:regressed", "change from the other run"),
    ("by:NAME  only:NAME", "one answerer; where only it is correct"),
    ("is:near  is:debated", "near misses; the strict and the lenient policy differ"),
    ("is:differ  is:same", "answerers have unlike verdicts, the same verdict"),
    ("is:flaky  is:reviewed", "repeats differ; reviewed"),
    ("id:q7  doc:2", "one question; the questions about the second document"),
)

TEXTS = {
    "fixed": "correct here, not there",
    "regressed": "correct there, not here",
    "both-correct": "correct in both",
    "neither-correct": "correct in neither",
    "only-here": "answered only in this run",
    "only-there": "answered only in the other run",
    "changed": "the question or its answer was edited: not compared",
    "slices": "The dark line on a bar is the 95 % interval; the difference is to the answerer’s whole. Under 10 answers "
    "a share says little: greyed and marked “few”.",
    "policies": "The verdicts are those of the first policy. Lenient lets pass what readers would, strict only what is right in every "
    "part. Where they differ, a person should look.",
    "compare": "Answers are joined on the question’s id and on what it asks and accepts: an edited question is never compared.",
    "agreement": "How often two answerers are both correct or both not; in brackets, where only the one of the row is "
    "correct. Whether one is better than another by more than chance stands under Findings, head to head.",
    "alone": "Nothing to compare with: write a report of two runs with qa-eval report RUN --against RUN, or ask several "
    "answerers.",
    "memory": "The browser keeps nothing here: reviews are lost when this page closes, unless they are exported.",
    "details": "only the beginnings of the texts are in this file.",
    "example": 'search: s:incorrect @tag "exact words" lat:>2',
    "nothing": "These filters together leave nothing.",
    "nobody": "No answerer of this run stands in the other one.",
    "bare": "The question names no evidence.",
    "unmarked": "Nothing is marked: its questions name no evidence, or this file leaves it out.",
    "chips": "questions with an answer that is",
    "strip": "sentences in order, in the colours of the answers of",
    "abstain": "not stated: to abstain is right",
    "search": "All words and keys have to hold; a dash before one excludes every question with such an answer; several values of one key are alternatives.",
    "note": "say why: a verdict is overturned with a note",
    "name": "say who you are",
    "histogram": "arrow keys choose a bar, Shift extends, Enter filters",
    "signature": "Everything that could change a number.",
    "stretch": "A marked stretch says how its questions fared:",
    "reliability": "The figure in a bar is how many answers it holds.",
}


def hidden_names() -> dict[str, str]:
    """Return the names of characters that nobody sees, by "U+202E"; a control character has none of its own.

    >>> hidden_names()["U+202E"]
    'right-to-left override'
    """
    names = dict.fromkeys(_CONTROLS, "control character")
    names |= {code: unicodedata.name(chr(code), "unassigned character").lower() for code in _NAMED}
    return {f"U+{code:04X}": name for code, name in names.items()}
