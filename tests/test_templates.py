"""A compiled template is kept beside its source and used again, wherever that is allowed."""

import shutil

import jinja2
import pytest

from qa_eval.reporters.html import FOLDER
from qa_eval.reporters.html.templates import environment

NAME = "history.html.jinja"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    shutil.copy(FOLDER / NAME, tmp_path)
    (tmp_path / "__pycache__").mkdir()
    return tmp_path


def kept(folder):
    return list((folder / "__pycache__").iterdir())


def test_a_kept_template_is_not_compiled_again(folder, monkeypatch):
    environment(folder).get_template(NAME)
    assert [jinja2.__version__ in path.name for path in kept(folder)] == [True]
    monkeypatch.setattr(jinja2.Environment, "compile", lambda *_, **__: pytest.fail("compiled again"))
    assert environment(folder).get_template(NAME)


def test_a_template_that_was_edited_is_compiled_again(folder):
    environment(folder).get_template(NAME)
    (folder / NAME).write_text("edited")
    assert environment(folder).get_template(NAME).render() == "edited"


def test_nothing_is_kept_where_python_keeps_nothing(folder, monkeypatch):
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    environment(folder).get_template(NAME)
    assert kept(folder) == []


def test_a_template_is_drawn_where_nothing_can_be_kept(folder):
    (folder / "__pycache__").rmdir()
    (folder / "__pycache__").write_text("a file in the way")
    assert environment(folder).get_template(NAME)
