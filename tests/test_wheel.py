"""An installed wheel, outside any clone, runs the bundled questions offline and carries all that it needs."""

import json
import subprocess
import sys
import zipfile

import commandline
import pytest
import yaml

import qa_eval
from qa_eval.reporters.html.rules import NOTICES

sys.path.insert(0, str(commandline.ROOT / "scripts"))
import sbom


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A folder that holds the wheel's files as an installation would lay them out."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=commandline.ROOT, check=True, capture_output=True)
    unpacked = folder / "site"
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(unpacked)
    return unpacked


def test_the_wheel_runs_the_bundled_questions(site, tmp_path):
    where = subprocess.run(
        [sys.executable, "-c", "import qa_eval; print(qa_eval.__file__)"],
        cwd=tmp_path,
        env=commandline.environment(PYTHONPATH=str(site)),
        capture_output=True,
        text=True,
        check=True,
    )
    assert where.stdout.startswith(str(site))
    done = commandline.run("run", "-a", "oracle", "-a", "abstain", cwd=tmp_path, PYTHONPATH=str(site))
    assert "100.0 %" in done.stdout
    assert list(tmp_path.glob("reports/*/report.html"))
    assert "0 errors" in commandline.run("check", cwd=tmp_path, PYTHONPATH=str(site)).stdout


@pytest.mark.parametrize(
    "name",
    [
        "qa_eval/py.typed",
        "qa_eval/dataset/questions.schema.json",
        "qa_eval/reporters/html/template.html",
        "qa_eval/bundled/questions/north-korea-russia.yaml",
        "qa_eval/bundled/seeds/north-korea-russia.txt",
        f"qa_eval-{qa_eval.__version__}.dist-info/licenses/LICENSE",
        f"qa_eval-{qa_eval.__version__}.dist-info/licenses/NOTICE",
    ],
)
def test_the_wheel_carries(site, name):
    assert (site / name).is_file()


def test_the_article_is_byte_for_byte_the_seed(site):
    seed = commandline.ROOT / "seeds" / "north-korea-russia.txt"
    assert (site / "qa_eval/bundled/seeds/north-korea-russia.txt").read_bytes() == seed.read_bytes()


def test_the_notices_name_every_work_that_the_page_is_built_from():
    lock = json.loads((commandline.ROOT / "viewer" / "package-lock.json").read_text(encoding="utf-8"))
    bundled = sbom.bundled(lock)
    assert [part["name"] for part in bundled] == sorted(lock["packages"][""]["dependencies"])
    notice = (commandline.ROOT / "NOTICE").read_text(encoding="utf-8")
    for part in bundled:
        line = f"{part['name'].capitalize()} {part['version']}, {part['licenses'][0]['license']['id']} License"
        assert line in notice
        assert line in NOTICES
        assert part["hashes"][0]["alg"] == "SHA-512"
        assert len(part["hashes"][0]["content"]) == 128


def test_the_bill_of_materials_says_what_stands_on_what():
    bom = {
        "metadata": {"component": {"bom-ref": "root", "name": "qa-eval"}},
        "components": [{"bom-ref": "click==8", "name": "click"}],
        "dependencies": [{"ref": "root", "dependsOn": ["click==8"]}, {"ref": "click==8"}],
    }
    lock = {
        "packages": {
            "": {},
            "node_modules/kept": {"version": "2", "integrity": "sha512-AAAA", "license": "MIT"},
            "node_modules/tool": {"version": "3", "integrity": "sha512-AAAA", "license": "MIT", "dev": True},
        }
    }
    made = sbom.completed(bom, lock, "1.0")
    assert made["metadata"]["component"]["purl"] == "pkg:pypi/qa-eval@1.0"
    assert [part["name"] for part in made["components"]] == ["click", "kept"]
    assert made["dependencies"] == [
        {"ref": "click==8"},
        {"ref": "pkg:npm/kept@2"},
        {"ref": "root", "dependsOn": ["click==8", "pkg:npm/kept@2"]},
    ]


def test_the_citation_names_the_version_of_the_package():
    citation = yaml.safe_load((commandline.ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["version"] == qa_eval.__version__
