"""Files that appear whole or not at all."""

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
