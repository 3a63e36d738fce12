"""The literature's scorers give the published figures, on 100,000 perturbed answers each; the definitions stand here anew."""

import random
import re
import string
import unicodedata
from collections import Counter

import pytest
from test_classic import drop_published

from qa_eval import plugins
from qa_eval.classic import drop_figures
from qa_eval.model import EntityAnswer, Question, Unanswerable, accepted_texts

pytestmark = pytest.mark.timeout(3600)  # 100,000 answers each take their time on a busy machine
PERTURBED = 100_000
ACCEPTED = (
    ("The Marx Brothers", "Marx_Brothers (film)"), ("170 mm", "17 cm"), ("Beyoncé",), ("A",), ("the",), ("",), ("…", "an"), ("3,000", "3000"),
    ("Joint Chiefs-of-Staff", "J.C.S."), ("‘quoted’ ´text`",), ("İstanbul",), ("a\u00a0b", "x\x00the"), ("rock 'n' roll", "rock & roll"), (),
)  # fmt: skip
PIECES = [
    "the",
    "a",
    "an",
    "The",
    " ",
    "  ",
    "_",
    "-",
    ".",
    "’",
    "´",
    "`",
    "é",
    "e\u0301",
    "\u00a0",
    "\t",
    "ß",
    "İ",
    "1",
    "(",
    "\x1c",
    "Ⅳ",
    "“",
]


def perturbed(seed):
    """Pairs of accepted texts and an answer that is like one of them, or like nothing."""
    draw = random.Random(seed)  # noqa: S311 - nothing is secret here
    for _ in range(PERTURBED):
        accepted = draw.choice(ACCEPTED)
        letters = list(draw.choice(accepted or ("nothing at all",)))
        for _ in range(draw.randrange(4)):
            place = draw.randrange(len(letters) + 1)
            change = draw.randrange(4)
            if change == 0:
                letters.insert(place, draw.choice(PIECES))
            elif change == 1 and letters:
                del letters[min(place, len(letters) - 1)]
            elif change == 2 and letters:
                letters[min(place, len(letters) - 1)] = draw.choice(PIECES)
            else:
                letters = list("".join(letters).swapcase())
        yield accepted, "".join(letters)


def squad_normal(text):
    text = "".join(letter for letter in text.lower() if letter not in set(string.punctuation))
    return " ".join(re.sub(r"\b(a|an|the)\b", " ", text).split())


def trivia_normal(text):
    excluded = set(string.punctuation + "‘’´`")
    text = "".join(letter if letter not in excluded else " " for letter in text.replace("_", " ").lower())
    return " ".join(re.sub(r"\b(a|an|the)\b", " ", text).split()).strip()


def nq_normal(text):
    return squad_normal(unicodedata.normalize("NFD", text))


def overlap(read, wanted):
    same = sum((Counter(read) & Counter(wanted)).values())
    if same == 0:
        return 0.0
    precision, recall = 1.0 * same / len(read), 1.0 * same / len(wanted)
    return (2 * precision * recall) / (precision + recall)


def squad_one(text, accepted):
    golds = list(accepted) or [""]
    read = squad_normal(text)
    return any(read == squad_normal(gold) for gold in golds), max(
        overlap(read.split(), squad_normal(gold).split()) for gold in golds
    )


def squad_two(text, accepted):
    golds = [gold for gold in accepted if squad_normal(gold)] or [""]
    read = squad_normal(text).split()
    pairs = [(read, squad_normal(gold).split()) for gold in golds]
    figures = [float(one == two) if not one or not two else overlap(one, two) for one, two in pairs]
    return any(one == two for one, two in pairs), max(figures)


def trivia(text, accepted):
    read = trivia_normal(text)
    golds = [trivia_normal(gold) for gold in accepted]
    return read in golds, max((overlap(read.split(), gold.split()) for gold in golds), default=0.0)


def nq(text, accepted):
    read = nq_normal(text)
    golds = [nq_normal(gold) for gold in accepted]
    return read in golds, max((overlap(read.split(), gold.split()) for gold in golds), default=0.0)


@pytest.mark.parametrize(
    ("name", "published"), [("squad", squad_one), ("squad_v2", squad_two), ("triviaqa", trivia), ("nq_open", nq)]
)
def test_figures_equal_the_published_definition(name, published):
    scorer = plugins.make("scorers", name)
    questions = {}
    for number, (accepted, text) in enumerate(perturbed(name)):
        answer = EntityAnswer(accepted[0]) if accepted else Unanswerable()
        question = questions.setdefault(accepted, Question(str(number), "?", answer, accepted))
        score = scorer.score(question, text)
        assert (score.exact_match, score.f1) == published(text, accepted), (accepted, text)
        assert (score.verdict == "correct") == score.exact_match


def test_drop_figures_equal_the_published_definition():
    scorer = plugins.make("scorers", "drop")
    parts = random.Random("parts")  # noqa: S311 - nothing is secret here
    for accepted, text in perturbed("drop"):
        gold = accepted or ("nothing",)
        spans = text.split(" ", parts.randrange(3)) or [text]
        assert drop_figures([text], [gold[:1]]) == drop_published([text], gold[:1]), (gold, text)
        assert drop_figures(spans, [gold[:1], *([gold[-1:]] if len(gold) > 1 else [])]) == drop_published(
            spans, [gold[0], *([gold[-1]] if len(gold) > 1 else [])]
        )
        if accepted:
            score = scorer.score(Question("q", "?", EntityAnswer(accepted[0]), accepted), text)
            assert (score.exact_match, score.f1) == max(drop_published([text], [each]) for each in accepted)


def test_each_of_them_is_listed_by_its_name():
    assert {"squad", "squad_v2", "drop", "triviaqa", "nq_open", "strict", "lenient"} <= set(plugins.plugins("scorers"))
    assert accepted_texts(EntityAnswer("A"), ("A", "B")) == ("A", "B")
