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
    ("Am Freitag, dem 3. Mai 2019, schloss die Bahn.", ["Am Freitag, dem 3. Mai 2019, schloss die Bahn."]),
    ("Samstag, 7. April: Lauf. Ab der 40. Minute.", ["Samstag, 7. April: Lauf.", "Ab der 40. Minute."]),
    ("Ihr 2. Rennen. Die 8. Etage. Der 1. SC.", ["Ihr 2. Rennen.", "Die 8. Etage.", "Der 1. SC."]),
    (
        "Heinrich der 4. Seine Frau kam. Es waren 12. Dann",
        ["Heinrich der 4.", "Seine Frau kam.", "Es waren 12.", "Dann"],
    ),
    ("Es kostet 3 Mio. Euro bzw. Franken. Dort", ["Es kostet 3 Mio. Euro bzw. Franken.", "Dort"]),
    ("I am 12. Tom is 13. It fell to 9. April was dry.", ["I am 12.", "Tom is 13.", "It fell to 9.", "April was dry."]),
    ("It rose by 40. Stock fell by 3. Trees grew.", ["It rose by 40.", "Stock fell by 3.", "Trees grew."]),
    ("Say no. 7 came. The answer is no. Then he left.", ["Say no. 7 came.", "The answer is no.", "Then he left."]),
]


@pytest.mark.parametrize(("text", "parts"), SENTENCES)
def test_a_text_is_split_into_its_sentences(text, parts):
    assert [text[start:end] for start, end in sentence_spans(text)] == parts
