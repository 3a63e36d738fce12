"""Versions and sections are told from amounts by what a question asks, and compared part by part."""

import pytest

from qa_eval.dataset.inference import infer_type
from qa_eval.reading.labels import asks_label, labels_in


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Which version of Python is it?", True),
        ("In which section is it defined?", True),
        ("Which firmware release fixed it?", True),
        ("How long is the section?", False),
        ("What was the price of the release?", False),
    ],
)
def test_a_question_asks_for_a_label(question, asks):
    assert asks_label(question) is asks


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("3.10", ((3, 10),)),
        ("v3.10.0", ((3, 10),)),
        ("3.1 and 3.10", ((3, 1), (3, 10))),
        ("$3.10", ()),
        ("3.10 %", ((3, 10),)),
        ("in 2021", ()),
    ],
)
def test_each_part_of_a_label_is_a_number(text, labels):
    assert labels_in(text) == labels


def test_a_section_is_a_name_and_a_length_a_quantity():
    assert infer_type(["4.10"], "Which section covers it?") == "entity"
    assert infer_type(["4.10 m"], "How long is the section?") == "quantity"
