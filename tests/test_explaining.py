"""--explain says how an answer was read, what was dropped and why, and the rule that decided."""

import json

import pytest
from commandline import run

HARD = [
    ("How large is it?", "1,300 km²", "1.300 km²", ['"1.300 km²" is ambiguous', "1,300 km² too", "read as 1,300 km²"]),
    ("When was it published?", "3 April 2023", "03/04/2023", ["is ambiguous", "3 April 2023 or 4 March 2023"]),
    ("What calibre?", "152 mm", "Not 170 mm but 152 mm.", ["dropped: the answer denies it", "152 mm, kept"]),
    ("What calibre?", "170 mm", "170 or 152 mm", ["one side of an alternative", "several_answers"]),
    ("Which of the 12 came first?", "7", "Of the 12, number 7.", ["dropped: the question gives it", "7, kept"]),
    ("What was the margin?", "14.3%", "0.143", ["0.143, kept", "lenient"]),
    ("Who wrote it?", "Sir Arthur Conan Doyle", "It was Conan Doyle.", ["name     Conan Doyle", "decided  by"]),
    ("Who was it?", "Kyrylo Budanov", "I'm sorry, but the text does not say.", ["refusal", "abstained"]),
    (
        "Who founded it?",
        "Jack Ma",
        "Ma Yun (Jack Ma)",
        ["name     Ma Yun, kept; taken for", "name     Jack Ma, kept\n"],
    ),
    ("Who founded it?", "Jack Ma", "Wei Li and Jack Ma", ["name     Wei Li, kept\n"]),
    ("Is it so?", "yes", "Yes and no.", ["polarity", "contradiction"]),
    ("Does the ferry run?", "no", "Not any more.", ["polarity no, kept; as an answer to this question", "says no"]),
    ("Does the ferry run?", "no", "No.", ["polarity no, kept\n", "says no"]),
    ("Does the ferry run?", "no", "A boat.", ["polarity neither or both, kept\n"]),
    ("What calibre?", "152 mm", "170 mm, no wait, 152 mm", ["the answer takes it back", "152 mm, kept"]),
]


@pytest.mark.parametrize(("asked", "accepted", "said", "parts"), HARD)
def test_hard_cases_are_explained(tmp_path, asked, accepted, said, parts):
    (tmp_path / "set.jsonl").write_text(json.dumps({"id": "q", "question": asked, "answers": [accepted]}) + "\n")
    (tmp_path / "said.jsonl").write_text(json.dumps({"id": "q", "answer": said}) + "\n")
    shown = run("score", "set.jsonl", "said.jsonl", "--explain", "--scorer", "strict", cwd=tmp_path).stdout
    for part in parts:
        assert part in shown, shown


def test_jsonl_lines_hold_the_explanation(tmp_path):
    (tmp_path / "set.jsonl").write_text('{"id": "q", "question": "How many?", "answers": ["12"]}\n')
    (tmp_path / "said.jsonl").write_text('{"id": "q", "answer": "12"}\n')
    row = json.loads(run("score", "set.jsonl", "said.jsonl", "--explain", "--jsonl", cwd=tmp_path).stdout)
    assert any("12, kept" in line for line in row["explanation"])
