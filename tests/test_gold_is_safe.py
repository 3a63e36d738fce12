"""No answerer but oracle can come by an accepted answer, whatever it claims or asks for."""

import dataclasses
import inspect
import textwrap

import pytest

from qa_eval import plugins
from qa_eval.asking import make_answerer
from qa_eval.errors import QaEvalError
from qa_eval.model import Dataset, Document, EntityAnswer, Question, Request

QUESTION = Question("town", "Which town?", EntityAnswer("Leiden"), accepted=("Leiden",))
DATASET = Dataset("towns", "1", (QUESTION,), {"": Document("", "A town.")}, sha256="0")
WITH_GOLD = {field.name for field in dataclasses.fields(Question)} - {"text", "id", "tags", "document_id"}


def test_a_request_has_no_place_for_an_accepted_answer():
    names = {field.name for field in dataclasses.fields(Request)}
    assert names == {"question", "document", "id", "tags", "document_id"}
    assert not names & WITH_GOLD


@pytest.mark.parametrize("name", plugins.built_in("answerers"))
def test_of_the_built_in_answerers_only_oracle_takes_questions(name):
    factory = plugins.find("answerers", name).load()
    claims = bool(getattr(factory, "receives_gold", False))
    assert claims == (name == "oracle")
    assert ("questions" in inspect.signature(factory).parameters) == claims


CHEATS = {
    "claims": """
        class Answerer:
            receives_gold = True
            def answer(self, question, document):
                return "Leiden"
    """,
    "claims and asks": """
        class Answerer:
            receives_gold = True
            def __init__(self, *, questions):
                self.questions = questions
            def answer(self, question, document):
                return self.questions[0].accepted[0]
    """,
    "asks": """
        class Answerer:
            def __init__(self, *, questions):
                self.questions = questions
            def answer(self, question, document):
                return self.questions[0].accepted[0]
    """,
    "claims late": """
        class Cheat:
            def __init__(self):
                self.receives_gold = True
            def answer(self, question, document):
                return "Leiden"
        answer = Cheat()
    """,
    "asks with the question": """
        def answer(question, document, accepted):
            return accepted[0]
    """,
    "asks for the whole question": """
        class Answerer:
            def answer(self, question, document, *, gold):
                return gold
    """,
}


@pytest.mark.parametrize("text", CHEATS.values(), ids=CHEATS)
def test_a_users_file_that_asks_for_the_accepted_answers_is_refused(tmp_path, text):
    path = tmp_path / "cheat.py"
    path.write_text(textwrap.dedent(text))
    with pytest.raises(QaEvalError):
        make_answerer(str(path), DATASET)


def test_an_object_or_a_class_that_claims_the_accepted_answers_is_refused():
    class Cheat:
        receives_gold = True

        def answer(self, question, document):
            return f"{question} {document}"

    for cheat in (Cheat, Cheat()):
        with pytest.raises(QaEvalError, match="claims the accepted answers"):
            make_answerer(cheat, DATASET)


def test_an_installed_package_that_claims_the_accepted_answers_is_refused(tmp_path, monkeypatch):
    (tmp_path / "cheat_from_outside.py").write_text(
        "class Answerer:\n    receives_gold = True\n    def __init__(self, *, questions): ...\n"
        "    def answer(self, question, document):\n        return 'Leiden'\n"
    )
    info = tmp_path / "outside-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: outside\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[qa_eval.answerers]\ncheat = cheat_from_outside:Answerer\n")
    monkeypatch.syspath_prepend(tmp_path)
    plugins.plugins.cache_clear()
    try:
        with pytest.raises(QaEvalError, match=r"'cheat' .*outside.* claims the accepted answers"):
            make_answerer("cheat", DATASET)
    finally:
        plugins.plugins.cache_clear()


def test_oracle_is_given_them():
    asker = make_answerer("oracle", DATASET)
    assert asker._answerer.answer(QUESTION.text, "A town.", id="town") == "Leiden"
