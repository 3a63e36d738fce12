"""Files that appear whole or not at all."""

import os
import subprocess
import sys

import pytest

from qa_eval.files import write_whole


@pytest.mark.parametrize("lasting", [False, True])
def test_text_and_bytes_stand_there_in_order_and_nothing_else(tmp_path, lasting):
    path = write_whole(tmp_path / "a.txt", ["Köln ", b"\x00", "\ud800"], lasting=lasting)
    assert path.read_bytes() == "Köln \x00\\ud800".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_the_old_file_stays_where_the_pieces_fail(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old")

    def pieces():
        yield "new"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_whole(path, pieces())
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_in_its_place_is_an_error_and_leaves_nothing(tmp_path):
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(OSError, match=r"a\.txt"):
        write_whole(tmp_path / "a.txt", ["new"])
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_the_part_that_a_killed_process_left_goes_and_a_living_ones_stays(tmp_path):
    code = (
        "import os, pathlib\nfrom qa_eval.files import write_whole\n"
        "def pieces():\n    yield 'part'\n    os._exit(0)\n"
        f"write_whole(pathlib.Path({str(tmp_path / 'file')!r}), pieces())"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    (left,) = tmp_path.iterdir()
    assert left.name.startswith(".file.")
    living = tmp_path / f".file.{os.getppid()}"
    others = [living, tmp_path / ".file.txt", tmp_path / ".files.1"]
    for other in others:
        other.touch()
    path = write_whole(tmp_path / "file", ["whole"])
    assert sorted(tmp_path.iterdir()) == sorted([path, *others])


@pytest.mark.parametrize("length", [1, 100, 8_191, 8_192, 20_000])
def test_pieces_of_any_length_stand_there_in_order(tmp_path, length):
    pieces = ["a" * length, "b", b"\x01", "c" * length, "", "d" * length, b"", "e"]
    path = write_whole(tmp_path / "a.txt", [*pieces, *("fg" * 9_000)])
    whole = b"".join(piece.encode() if isinstance(piece, str) else piece for piece in pieces)
    assert path.read_bytes() == whole + b"fg" * 9_000
