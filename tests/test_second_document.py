"""A second document, of another field, is asked, checked and scored with no line of code of its own."""

import re

import commandline
import pytest

from qa_eval import dataset

SECOND = "speed-of-light"


def test_it_asks_about_every_sentence_and_its_examples_score_as_they_say(tmp_path):
    done = commandline.run("check", SECOND, "--strict", cwd=tmp_path)
    assert done.stdout.splitlines()[-1] == "0 errors, 0 warnings"


def test_it_has_every_type_of_question_and_enough_of_them():
    loaded = dataset.load(SECOND)
    kinds = [str(question.answer.type) for question in loaded.questions]
    assert len(kinds) >= 40
    assert set(kinds) == {"quantity", "date", "entity", "phrase", "list", "yes_no", "unanswerable"}
    assert all(len(question.accept) >= 3 and len(question.reject) >= 3 for question in loaded.questions)


def test_its_tags_are_those_that_its_file_explains():
    loaded = dataset.load(SECOND)
    head = (commandline.ROOT / "questions" / f"{SECOND}.yaml").read_text(encoding="utf-8").partition("schema:")[0]
    explained = set(re.findall(r"^#   (\S+)  ", head, re.MULTILINE))
    assert {tag for question in loaded.questions for tag in question.tags} == explained


@pytest.mark.parametrize(("answerer", "least", "most"), [("oracle", 1, 1), ("lexical", 0.2, 0.95), ("abstain", 0, 0.2)])
def test_the_built_in_answerers_answer_it(tmp_path, answerer, least, most):
    run = commandline.data("run", SECOND, "-a", answerer, cwd=tmp_path)["runs"][0]
    assert least <= run["summary"]["answerers"][0]["overall"]["accuracy"] <= most
