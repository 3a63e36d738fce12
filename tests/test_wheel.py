"""An installed wheel, outside any clone, runs the bundled questions offline and carries all that it needs."""

import subprocess
import sys
import zipfile

import commandline
import pytest


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
        "qa_eval-0.1.0.dist-info/licenses/LICENSE",
    ],
)
def test_the_wheel_carries(site, name):
    assert (site / name).is_file()


def test_the_article_is_byte_for_byte_the_seed(site):
    seed = commandline.ROOT / "seeds" / "north-korea-russia.txt"
    assert (site / "qa_eval/bundled/seeds/north-korea-russia.txt").read_bytes() == seed.read_bytes()
