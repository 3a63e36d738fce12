"""A user's own file or attribute answers, in whatever form it comes; what is wrong with it is said with file and line."""

import asyncio
import hashlib
import inspect
import sys
import textwrap

import commandline
import pytest

from qa_eval import plugins
from qa_eval.errors import PluginError, QaEvalError, SpecError


@pytest.fixture
def here(tmp_path, monkeypatch):
    """The current folder, with a way to write files into it; what it adds to the import path is taken back."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", list(sys.path))
    before = set(sys.modules)

    def write(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")
        return path

    yield write
    for name in set(sys.modules) - before:
        del sys.modules[name]


def make(spec):
    return plugins.make("answerers", spec)


FORMS = """
    import functools

    def answer(question, document):
        return f"{question}|{document}"

    async def later(question, document):
        return f"later {question}"

    def answer_batch(questions, document):
        return [q.upper() for q in questions]

    class Sized:
        def __init__(self, size: int = 2, *, loud: bool = False, name="x", share: float = 0.5):
            self.said = f"{size!r} {loud!r} {name!r} {share!r}"
        def answer(self, question, document):
            return self.said

    class Batched:
        closed = False
        async def answer_batch(self, questions, document):
            return ["b"] * len(questions)
        def close(self):
            type(self).closed = True

    class Called:
        async def __call__(self, question, document):
            return "called"

    instance = Sized(7)
    called = Called()
    short = functools.partial(answer, document="")
    class Outer:
        inner = Sized(9)
    number = 3
"""


def test_three_lines_are_an_answerer(here):
    here("mine.py", "# mine.py\ndef answer(question, document):\n    return '170 mm'\n")
    assert make("./mine.py:answer").answer("What calibre?", "") == "170 mm"


@pytest.mark.parametrize(
    ("spec", "said"),
    [
        ("./forms.py:answer", "q|d"),
        ("forms.py:answer", "q|d"),
        ("forms.py", "q|d"),
        ("python:forms.py:answer", "q|d"),
        ("./forms.py:instance", "7 False 'x' 0.5"),
        ("./forms.py:Outer.inner", "9 False 'x' 0.5"),
        ("./forms.py:Sized", "2 False 'x' 0.5"),
        ("./forms.py:Sized?size=30&loud=yes&name=y+z&share=1", "30 True 'y z' 1.0"),
    ],
)
def test_a_function_an_object_and_a_class_answer_at_once(here, spec, said):
    here("forms.py", FORMS)
    assert make(spec).answer("q", "d") == said


@pytest.mark.parametrize(("spec", "said"), [("./forms.py:later", "later q"), ("./forms.py:called", "called")])
def test_async_forms_are_seen_as_async(here, spec, said):
    here("forms.py", FORMS)
    answerer = make(spec)
    assert inspect.iscoroutinefunction(answerer.answer)
    assert asyncio.run(answerer.answer("q", "d")) == said


def test_a_function_named_answer_batch_is_batched(here):
    here("forms.py", FORMS)
    answerer = make("./forms.py:answer_batch")
    assert answerer.answer_batch(["a", "b"], "") == ["A", "B"]
    assert not hasattr(answerer, "answer")


def test_close_reaches_the_users_object(here):
    here("forms.py", FORMS)
    answerer = make("./forms.py:Batched")
    assert inspect.iscoroutinefunction(answerer.answer_batch)
    answerer.close()
    assert answerer.closed
    assert not hasattr(make("./forms.py:Sized"), "close")


def test_a_file_without_attribute_gives_its_class(here):
    here("mine.py", "class Answerer:\n    def answer(self, question, document):\n        return 'of the class'\n")
    assert make("./mine.py").answer("", "") == "of the class"


def test_a_file_may_import_its_neighbour(here):
    here("deep/neighbour_of_mine.py", "WORD = 'near'\n")
    here("deep/mine.py", "from neighbour_of_mine import WORD\ndef answer(question, document):\n    return WORD\n")
    assert make("deep/mine.py:answer").answer("", "") == "near"


def test_two_files_of_one_name_stay_apart_and_shadow_no_module(here):
    here("a/json.py", "def answer(question, document):\n    return 'a'\n")
    here("b/json.py", "def answer(question, document):\n    return 'b'\n")
    first, second = make("a/json.py:answer"), make("b/json.py:answer")
    assert (first.answer("", ""), second.answer("", "")) == ("a", "b")
    assert not hasattr(sys.modules["json"], "answer")


def test_dataclasses_work_in_a_users_file(here):
    here(
        "mine.py",
        """
        from __future__ import annotations
        from dataclasses import dataclass
        from typing import ClassVar

        @dataclass
        class Answerer:
            size: int = 1
            seen: ClassVar[int] = 0
            def answer(self, question, document):
                return repr(self.size)
        """,
    )
    assert make("./mine.py?size=4").answer("", "") == "4"


def test_a_module_of_the_current_folder_or_of_a_package_answers(here):
    here("bag_of_mine/__init__.py", "")
    here("bag_of_mine/inner.py", "def answer(question, document):\n    return 'inner'\n")
    assert make("bag_of_mine.inner:answer").answer("", "") == "inner"


def test_identity_is_the_digest_of_the_file(here):
    path = here("mine.py", "def answer(question, document):\n    return ''\n")
    assert make("./mine.py:answer").identity == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        ("./mime.py:answer", r"there is no file 'mime.py'\nhint: did you mean \"mine.py\"\?"),
        (
            "nowhere/mine.py:answer",
            r"there is no file 'nowhere/mine.py'\nhint: the path counts from the current folder",
        ),
        ("./mine.py:anwser", r"mine.py has no 'anwser'\nhint: did you mean \"answer\"\?"),
        ("./mine.py:number", r"'./mine.py:number' is a int: neither a function nor an object with a method `answer`"),
        ("./mine.py:answer?size=3", r"'./mine.py:answer' is no class, so it takes no options\nhint: drop size"),
        ("./mine.py:Sized?sise=3", r"Sized has no option 'sise' in './mine.py:Sized'\nhint: did you mean \"size\"\?"),
        ("./mine.py:Sized?size=big", r"option 'size' of './mine.py:Sized' takes a int, got 'big'"),
        ("./mine.py:Sized?loud=perhaps", r"option 'loud' of './mine.py:Sized' takes a bool, got 'perhaps'"),
        ("./mine.py:Needs", r"Needs needs model\nhint: write ./mine.py:Needs\?model=…"),
        ("./empty.py", r"empty.py defines none of answer, Answerer, answer_batch\nhint: write which attribute"),
        ("./empty.py:answer", r"empty.py has no 'answer'\nhint: it defines nothing that can be called"),
        (
            "no.such.package:answer",
            r"there is no module 'no.such.package'\nhint: .*install the package that brings 'no'",
        ),
        (
            "stored.jsonl",
            r"there is no module 'stored.jsonl'\nhint: write replay:stored.jsonl for answers that are stored",
        ),
        (
            "./stored.jsonl",
            r"'stored.jsonl' is no Python file\nhint: write replay:stored.jsonl for answers that are stored",
        ),
        ("other.jsonl", r"there is no module 'other.jsonl'\nhint: write ./other.jsonl.py for a file"),
    ],
)
def test_a_wrong_target_says_what_is_there(here, spec, message):
    here("mine.py", FORMS + "    class Needs:\n        def __init__(self, model, *more, **others): ...\n")
    here("empty.py", "")
    here("stored.jsonl", '{"id": "a", "answer": "x"}')
    with pytest.raises(SpecError, match=message):
        make(spec)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "def answer(question, document)\n    return 1\n",
            "broken.py:1:31: error: expected ':'\n    def answer(question",
        ),
        (
            "import json\nimport no_such_library\n",
            "broken.py:2:1: error: ModuleNotFoundError: No module named 'no_such_library'\n    import no_such_library\n    ^\nhint: install",
        ),
        ("def load():\n    return {}['weights']\nload()\n", "broken.py:2:1: error: KeyError: 'weights'\n    return"),
        (
            "import sys\nsys.exit(3)\n",
            "broken.py:2:1: error: SystemExit: 3\n    sys.exit(3)\n    ^\nhint: keep what runs",
        ),
        (
            "class Answerer:\n    def __init__(self):\n        raise OSError('no weights')\n",
            "broken.py:3:1: error: OSError: no weights",
        ),
    ],
)
def test_a_file_that_does_not_load_is_named_with_its_line(here, text, message):
    here("broken.py", text)
    with pytest.raises(PluginError) as caught:
        make("./broken.py")
    assert message in str(caught.value)
    assert not any(name.startswith("answerer_broken") and not hasattr(m, "Answerer") for name, m in sys.modules.items())


def test_an_answerer_that_cannot_be_made_is_named_by_its_line_and_called_an_error_once(here, tmp_path):
    here("broken.py", "class Mine:\n    def __init__(self):\n        raise OSError('no weights')\n")
    said = commandline.run("run", "-a", "./broken.py:Mine", cwd=tmp_path, code=2).stderr
    assert said.startswith("./broken.py:3:1: error: OSError: no weights\n")


def test_a_package_that_lacks_a_library_is_not_called_absent(here):
    here("bag_of_mine/__init__.py", "import no_such_library\n")
    with pytest.raises(QaEvalError, match="No module named 'no_such_library'"):
        make("bag_of_mine.inner:answer")


def identities(here, spec, changes):
    """The identity as the files stand, and after each of them was written."""
    found = []
    for name, text in [(None, ""), *changes.items()]:
        if name is not None:
            here(name, text)
        for loaded in [
            each for each in sys.modules if each.startswith(("answerer_", "kit", "mine", "shared", "parts"))
        ]:
            del sys.modules[loaded]
        found.append(make(spec).identity)
    return found


def test_identity_follows_the_imported_files_of_its_folder(here, tmp_path):
    here(
        "mine.py",
        """
        import shared
        from parts.words import WORD
        def answer(question, document):
            from later import said
            return shared.text + WORD
    """,
    )
    here("shared.py", "import json\nimport mine\ntext = 'a'\n")
    here("parts/__init__.py", "")
    here("parts/words.py", "from . import letters\nfrom .signs import SIGN\nWORD = letters.A\n")
    here("parts/letters.py", "A = 'a'\n")
    here("parts/signs.py", "SIGN = '!'\n")
    here("later.py", "said = 1\n")
    here("unused.py", "x = 1\n")
    here("kit/mine.py", "from mine import answer\n")
    touched = ["shared.py", "parts/__init__.py", "parts/words.py", "parts/letters.py", "parts/signs.py", "later.py"]
    changes = {"unused.py": "x = 2\n", "notes.txt": "changed"}
    for spec in ("./mine.py:answer", "kit.mine:answer"):
        before, *same = identities(here, spec, changes)
        assert same == [before, before]
        found = identities(here, spec, {name: (tmp_path / name).read_text() + f"# {spec}\n" for name in touched})
        assert len(set(found)) == len(touched) + 1


def test_identity_of_a_file_that_imports_none_of_its_folder_is_its_digest(here):
    path = here("mine.py", "import json\n\ndef answer(question, document):\n    return json.dumps(question)\n")
    assert make("./mine.py:answer").identity == hashlib.sha256(path.read_bytes()).hexdigest()


def test_an_installed_package_is_known_by_its_own_files_alone(here, tmp_path):
    here(
        "site/installed/main.py",
        "import other\nfrom installed import inner\n\ndef answer(question, document):\n    return inner.X\n",
    )
    here("site/installed/inner.py", "X = '1'\n")
    here("site/other.py", "")
    sys.path.append(str(tmp_path / "site"))

    def identity():
        for loaded in [each for each in sys.modules if each.startswith("installed")]:
            del sys.modules[loaded]
        return make("installed.main:answer").identity

    first = identity()
    here("site/other.py", "# changed\n")
    assert identity() == first
    here("site/installed/inner.py", "X = '2'\n# changed\n")
    assert identity() != first
