"""A text is taken apart into its sentences, none of which ends with an abbreviation within it."""

import pytest

from qa_eval.reading.sentences import sentence_spans

SENTENCES = [
    ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
    ("A title\nIt is 1.5 km. So", ["A title", "It is 1.5 km.", "So"]),
    ("Dr. Ada A. Byron came to the U.S. in May.", ["Dr. Ada A. Byron came to the U.S. in May."]),
    ('He said "No." Then (slowly.) It…  \n\n —\n', ['He said "No."', "Then (slowly.)", "It…"]),
    ("mid. lower case goes on. 3 more", ["mid. lower case goes on.", "3 more"]),
    ("", []),
    (
        "It was signed on Jan. 5, 2020. He came in Dec. The ice held.",
        ["It was signed on Jan. 5, 2020.", "He came in Dec.", "The ice held."],
    ),
    ("See Fig. 3, pp. 4 and No. 7. She was born c. 1850.", ["See Fig. 3, pp. 4 and No. 7.", "She was born c. 1850."]),
    ("It was made in the U.S. The U.S. Army paid.", ["It was made in the U.S.", "The U.S. Army paid."]),
    ("Say no. 7 came. The answer is no. Then he left.", ["Say no. 7 came.", "The answer is no.", "Then he left."]),
]


@pytest.mark.parametrize(("text", "parts"), SENTENCES)
def test_a_text_is_split_into_its_sentences(text, parts):
    assert [text[start:end] for start, end in sentence_spans(text)] == parts
