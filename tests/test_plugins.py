"""A name finds its file, a spec finds its options, and what is wrong is named with the nearest right one."""

import sys
from typing import Annotated

import pytest

from qa_eval import plugins
from qa_eval.errors import PluginError, SpecError


def test_a_misspelt_name_gets_the_nearest():
    with pytest.raises(SpecError, match=r'there is no answerer .orcale.\nhint: did you mean "oracle"'):
        plugins.find("answerers", "orcale")


def test_a_scorer_named_by_a_file_is_told_how_one_is_installed():
    with pytest.raises(SpecError, match=r"there is no scorer .*\nhint: .*an entry point of the group qa_eval\.scorers"):
        plugins.find("scorers", "./mine.py:Scorer")


@pytest.mark.parametrize(
    ("spec", "name", "argument"),
    [
        ("oracle", "oracle", ""),
        ("fixed:170 mm", "fixed", "170 mm"),
        ("fixed:What? No: never", "fixed", "What? No: never"),
        ("replay:folder/answers.jsonl", "replay", "folder/answers.jsonl"),
        ("./mine.py:answer", "python", "./mine.py:answer"),
        ("mine.py", "python", "mine.py"),
        ("package.module:attribute", "python", "package.module:attribute"),
        ("command:./program --flag", "command", "./program --flag"),
        ("http://localhost:8000/ask", "http", "http://localhost:8000/ask"),
        ("http:http://localhost:8000/ask", "http", "http://localhost:8000/ask"),
        ("https://example.org/ask?tenant=7", "http", "https://example.org/ask?tenant=7"),
    ],
)
def test_a_spec_is_split_into_name_and_argument(spec, name, argument):
    plugin, found, options = plugins.read_spec("answerers", spec)
    assert (plugin.name, found, options) == (name, argument, {})


@pytest.mark.parametrize(
    ("spec", "options"),
    [
        ("http://localhost:8000/ask?timeout=3", {"timeout": 3.0}),
        (
            "openai:tiny?base_url=http://localhost:1/v1&temperature=0.5",
            {"base_url": "http://localhost:1/v1", "temperature": 0.5},
        ),
    ],
)
def test_options_are_converted_to_their_declared_types(spec, options):
    assert plugins.read_spec("answerers", spec)[2] == options


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        ("openai:tiny?temprature=0", r"has no option 'temprature'.*\nhint: did you mean \"temperature\""),
        ("openai:tiny?temperature=hot", r"option 'temperature' of 'openai' takes a float, got 'hot'"),
        ("openai:tiny?max_tokens=many", r"option 'max_tokens' of 'openai' takes an int, got 'many'"),
        ("lexical?foo=1", r"'lexical' has no option 'foo'\nhint: it takes none"),
        ("fixed", r"'fixed' needs its text.*\nhint: write fixed:TEXT"),
        ("abstain:please", r"'abstain' takes no argument, got 'please'"),
    ],
)
def test_a_wrong_spec_says_what_is_wrong_and_what_to_write(spec, message):
    with pytest.raises(SpecError, match=message):
        plugins.make("answerers", spec)


def test_an_annotation_declares_type_default_and_meaning():
    def factory(word: str, *, size: Annotated[int, "how many"] = 3, loud: bool = False, key: str) -> None:
        raise NotImplementedError

    assert list(plugins.parameters(factory).values()) == [
        plugins.Parameter("size", int, 3, "how many"),
        plugins.Parameter("loud", bool, False, ""),
        plugins.Parameter("key", str, plugins.REQUIRED, ""),
    ]


@pytest.fixture
def outsider(tmp_path, monkeypatch):
    """An installed distribution that registers an answerer, as pip leaves it behind."""

    def install(name, made="pass"):
        (tmp_path / "outside.py").write_text(
            "class Answerer:\n    '''From outside.'''\n    def answer(self, question, document):\n        return 'here'\n"
            f"    def __init__(self):\n        {made}\n"
        )
        info = tmp_path / "outside-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: outside\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(f"[qa_eval.answerers]\n{name} = outside:Answerer\n")
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.delitem(sys.modules, "outside", raising=False)
        plugins.plugins.cache_clear()

    yield install
    plugins.plugins.cache_clear()


def test_an_installed_package_brings_a_plugin_by_entry_point(outsider):
    outsider("afar")
    assert plugins.find("answerers", "afar").origin == "outside"
    assert plugins.make("answerers", "afar").answer("?", "") == "here"


def test_a_name_of_our_own_that_a_package_claims_stays_ours_and_is_told(outsider):
    outsider("oracle")
    assert plugins.plugins("answerers")["oracle"].origin == "built-in"
    assert str(plugins.left_out("answerers")["oracle"]).startswith(
        "answerer 'oracle' is claimed by built-in and by outside"
    )


def test_what_an_installed_plugin_raises_when_it_is_made_is_told_as_its_own(outsider):
    outsider("afar", made="raise RuntimeError('no weights')")
    with pytest.raises(PluginError, match=r"^answerer 'afar' \(outside\) cannot be made: RuntimeError: no weights$"):
        plugins.make("answerers", "afar")
