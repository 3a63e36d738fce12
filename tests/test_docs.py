"""What the pages show is what happens: their commands, their examples, what they take from the tool."""

import re
import sys

import click
import commandline
import documented
import pytest

sys.path.insert(0, str(commandline.ROOT / "docs"))
import from_the_tool

from qa_eval import cli
from qa_eval.model import Reason
from qa_eval.reporters.html.rules import RULES

PAGES = [
    commandline.ROOT / "README.md",
    *(
        page
        for page in sorted((commandline.ROOT / "docs").rglob("*.md"))
        if not {"generated", "_build"} & {*page.parts}
    ),
]
BLOCKS = [block for page in PAGES for block in documented.blocks(page)]
EXAMPLES = [
    pytest.param(code, example, id=f"{code}: {example.get('says', 'no answer')}")
    for code, entry in from_the_tool.reasons().items()
    for example in entry["examples"]
]


@pytest.mark.timeout(1800)  # a page is many commands
@pytest.mark.parametrize(
    "page",
    [
        pytest.param(page, id=str(page.relative_to(commandline.ROOT)))
        for page in PAGES
        if any(block.runs and not block.excuse for block in documented.blocks(page))
    ],
)
def test_a_page_shows_what_its_commands_do(page, tmp_path):
    for block in documented.blocks(page):
        if not block.excuse:
            documented.do(block, tmp_path)


@pytest.mark.parametrize("block", [pytest.param(block, id=block.place) for block in BLOCKS if block.excuse])
def test_a_block_that_is_not_run_says_why(block):
    assert block.runs, "only what would run needs an excuse"
    pytest.skip(block.excuse)


@pytest.mark.parametrize("page", [pytest.param(page, id=str(page.relative_to(commandline.ROOT))) for page in PAGES])
def test_every_command_of_a_page_stands_in_a_fence(page):
    assert documented.unfenced(page) == []
    assert [block.place for block in documented.blocks(page) if not block.language] == []


def test_a_command_that_fails_or_prints_something_else_is_noticed(tmp_path):
    page = commandline.ROOT / "README.md"
    documented.do(documented.Block(page, 1, "console", "$ echo one; echo two >&2\none\n...\n"), tmp_path)
    for wrong in ("$ exit 3\n", "$ echo one\ntwo\n", "$ true\nsomething\n"):
        with pytest.raises(AssertionError):
            documented.do(documented.Block(page, 1, "console", wrong), tmp_path)
    with pytest.raises(AssertionError):
        documented.do(documented.Block(page, 1, "sh", "false\ntrue\n"), tmp_path)


def verbs(group=cli.app, name="qa-eval"):
    """Each verb's command line and its options but for those that every verb has."""
    for word in group.list_commands(None):
        found = group.get_command(None, word)
        if isinstance(found, click.Group):
            yield from verbs(found, f"{name} {word}")
        else:
            options = [option.opts for option in found.params if isinstance(option, click.Option)]
            yield f"{name} {word}", [names for names in options if not {*names} & {"--json", "--quiet", "--debug"}]


def test_every_verb_is_run_by_a_page_and_every_option_explained_by_one():
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    run = "\n".join(block.text for block in BLOCKS if block.runs and not block.excuse)
    found = dict(verbs())
    assert len(found) > 15
    assert [verb for verb in found if not re.search(rf"{verb}\b", run)] == []
    bare = {
        f"{verb} {names[-1]}"
        for verb, options in found.items()
        for names in options
        if not any(re.search(rf"(?<![\w-]){name}(?![\w-])", text) for name in names)
    }
    assert bare == set()


def test_every_reason_code_has_its_entry_in_the_handbook():
    assert set(from_the_tool.reasons()) == {reason.value for reason in Reason}
    assert set(RULES) == set(from_the_tool.reasons()), "the page explains each of them, too"
    bare = {code for code, entry in from_the_tool.reasons().items() if not entry["examples"]}
    assert bare == {"same_meaning"}, "the lenient policy's last resort, which no answer is known to reach"


@pytest.mark.parametrize(("code", "example"), EXAMPLES)
def test_an_example_of_the_handbook_is_scored_as_it_says(code, example):
    _, score = from_the_tool.scored(example)
    assert (score.reason, score.verdict) == (code, example["verdict"]), score.message


def test_the_reference_names_every_verb_and_every_option_of_every_plug_in(tmp_path):
    from_the_tool.write(tmp_path)
    commands = (tmp_path / "commands.md").read_text(encoding="utf-8")
    for verb in from_the_tool.verbs():
        assert f"## qa-eval {verb}\n" in commands
    told = commandline.data("list", "answerers", cwd=tmp_path)["rows"]
    plugins = (tmp_path / "plug-ins.md").read_text(encoding="utf-8")
    for row in told:
        assert f"### `{row['name']}`" in plugins
        assert all(f"| `{option['name']}` |" in plugins for option in row["options"])
