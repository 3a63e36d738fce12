"""The house's rule of imports, held by reading the source: drop-ins see little, the spine names no drop-in."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "qa_eval"
ROOMS = {"answerers", "commands", "executors", "exporters", "formats", "outputs", "reporters", "scorers", "shapes"}
GROUND = {"errors", "late", "model", "reading", "redaction", "values"}
# what a drop-in of each room may see of ours besides its own file or package; commands see the whole spine
SEES = {
    "answerers": GROUND | {"predictions"},
    "executors": GROUND | {"asking", "engine"},
    "exporters": GROUND | {"engine", "exporting"},
    "formats": GROUND | {"dataset"},
    "outputs": GROUND,
    "reporters": GROUND
    | {"analysis", "compare", "gates", "history", "past", "report", "signature", "statistics", "summary"},
    "scorers": GROUND | {"classic"},
    "shapes": GROUND | {"formats"},
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def imports(path):
    """The dotted names of ours that a module imports, without the leading package name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "qa_eval":
            inside = (node.module or "").split(".")[1:]
            for alias in node.names:
                yield ".".join([*inside, alias.name]) if not inside else ".".join(inside), alias.name
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
        elif isinstance(node, ast.Import):
            yield from ((alias.name[8:], "") for alias in node.names if alias.name.startswith("qa_eval."))


def place(path):
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[0], parts


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_what_its_place_allows(path):
    room, parts = place(path)
    for name, member in imports(path):
        target = name.split(".")
        where = f"{path.relative_to(PACKAGE)} imports qa_eval.{name}"
        if room == "model":
            assert name == "values" or target[0] == "model", (
                f"{where}: model imports nothing else of ours but how values are made"
            )
        elif room in {"errors", "late", "values"}:
            pytest.fail(f"{where}: {room} imports nothing of ours")
        elif room == "reading":
            assert target[0] in GROUND, where
        elif room in SEES:
            own = target[0] == room and (len(target) == 1 or target[1] == parts[1] or target[1].startswith("_"))
            assert own or target[0] in SEES[room], where
        elif room != "commands":
            drop_in = target[0] in ROOMS and (len(target) > 1 or (PACKAGE / target[0] / f"{member}.py").exists())
            assert not drop_in, f"{where}: the spine names no drop-in"


def test_every_module_of_the_package_is_looked_at():
    assert {"values.py", "errors.py", "plugins.py", "cli.py"} <= {path.name for path in MODULES}
    assert {path.name for path in PACKAGE.iterdir()} >= ROOMS
