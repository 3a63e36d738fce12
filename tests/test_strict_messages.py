"""What a curator is told: the sentence, what was read and what is accepted."""

import pytest
from asked import asked

from qa_eval.model import Document
from qa_eval.scorers.strict import Scorer

DOCUMENT = Document("document", "North Korea sent 3,000 troops in early 2023 and lost 4,000 by 27 March 2023.")
AREA = asked("How large an area was captured?", "quantity", "1,300 km²")
TROOPS = asked("How many troops were sent?", "quantity", "up to 12,000 troops")
DAY = asked("When was it reported?", "date", "27 March 2023")
CHIEF = asked("Who is the chief?", "entity", "Kyrylo Budanov")
WHY = asked(
    "Why?",
    "phrase",
    {
        "text": "inexperience and human waves",
        "must_say": [["inexperience"], ["human waves"]],
        "must_not_say": ["drones"],
    },
)
GIVES = asked("What does Russia give?", "list", ["oil", "technology"])

MESSAGES = [
    (AREA, "1,300 km²", "the accepted answer, word for word", "1,300 km²"),
    (AREA, "1.3 km²", "off by a factor of 1,000: read 1.3 km², accepted 1,300 km²", "1.3 km²"),
    (AREA, "1,300 sq mi", "the same number in another unit: read 1,300 mi², accepted 1,300 km²", "1,300 mi²"),
    (AREA, "1,300 km² (900 sq mi)", "says it twice and differently: 1,300 km² and 900 mi²", "1,300 km² and 900 mi²"),
    (AREA, "dunno", "declines to answer, accepted 1,300 km²", "dunno"),
    (AREA, "large", "no number in the answer, accepted 1,300 km²", ""),
    (TROOPS, "more than 12,000", '"more than" is not "up to": read more than 12,000, accepted up to 12,000 troops', "more than 12,000"),
    (TROOPS, "3,000", "the document gives this figure for something else: read 3,000, accepted up to 12,000 troops", "3,000"),
    (TROOPS, "12,000 or 3,000", "gives several figures, one is wanted: 12,000 and 3,000", "12,000 and 3,000"),
    (DAY, "March 2023", "agrees, but says less: read March 2023, accepted 27 March 2023", "March 2023"),
    (DAY, "03/04/2023", "only the year agrees: read 3 April 2023 or 4 March 2023, accepted 27 March 2023", "3 April 2023 or 4 March 2023"),
    (CHIEF, "Budanov", "only a part of the accepted Kyrylo Budanov", "Budanov"),
    (CHIEF, "Kyrylo Budanov or Oleh Ivanov", "also names Oleh Ivanov, accepted Kyrylo Budanov", "Kyrylo Budanov or Oleh Ivanov"),
    (WHY, "They show inexperience.", 'does not say "human waves", accepted inexperience and human waves', "They show inexperience"),
    (WHY, "inexperience, human waves and drones", 'says "drones", which it must not', "inexperience, human waves and drones"),
    (GIVES, "oil", "does not name technology", "oil"),
    (GIVES, "oil and gas", "does not name technology; names gas instead", "oil; gas"),
    (GIVES, "oil, gas and technology", "names gas as well", "oil; gas; technology"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "says", "message", "read"), MESSAGES)
def test_a_curator_is_told(question, says, message, read):
    score = Scorer().score(question, says, DOCUMENT)
    assert (score.message, score.read, score.gold) == (message, read, question.answer.text)
