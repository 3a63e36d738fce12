"""What fuzzing found (benchmarks/fuzz.py): each input broke something once, and is read or refused properly now."""

import pytest

from qa_eval import dataset
from qa_eval.errors import DatasetError

FILES = {
    "a misspelt key above made a missing key below vanish": (
        "yaml",
        b'quest:ebsion: "1"\nquestions:\n  - id: x\n    questons:\n  - id: y\n    question: "What?"\n',
        ['has no "type"'],
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_questions_file_is_refused_with_its_problems(tmp_path, name):
    suffix, content, problems = FILES[name]
    path = tmp_path / f"file.{suffix}"
    path.write_bytes(content)
    with pytest.raises(DatasetError) as caught:
        dataset.load(path)
    for problem in problems:
        assert problem in str(caught.value)
