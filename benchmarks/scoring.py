"""How fast answers are scored: strict and lenient verdicts and SQuAD's EM and F1, beside the published script and other scorers.

python benchmarks/scoring.py [ROUNDS] prints answers per second of processor time on one core, medians of interleaved rounds, and
each figure as a ratio of the published script's. "as in a run": some answers recur, as right ones do when several answerers are
asked. "all new": only answers that were never scored before, so that nothing read earlier helps. inspect-ai, lm_eval, math-verify
and quantulum3 are installed into environments of their own under .bench/ and score the same answers, a share of them where they
are slow; what cannot be installed is left out with the reason. Last, how long the verdicts on hostile answers of 1 MB take.
"""

from __future__ import annotations

import json
import re
import string
import subprocess
import sys
from collections import Counter
from contextlib import ExitStack
from statistics import median
from time import process_time
from typing import TYPE_CHECKING, Self

from rivals import HERE, PLACE, Tool, install

from qa_eval import classic
from qa_eval.dataset.inference import infer_type, typed_answer
from qa_eval.model import (
    Answer,
    DateAnswer,
    EntityAnswer,
    ListAnswer,
    PhraseAnswer,
    QuantityAnswer,
    Question,
    Unanswerable,
    YesNoAnswer,
    accepted_texts,
)
from qa_eval.scorers.lenient import Scorer as Lenient
from qa_eval.scorers.strict import Scorer

if TYPE_CHECKING:
    from collections.abc import Callable

COPIES = 400
SLOW_COPIES = 20  # for those that score a thousand answers a second
PEERS = {  # scorer, environment and package
    "inspect-ai:f1": "inspect-ai",
    "inspect-ai:exact": "inspect-ai",
    "inspect-ai:match": "inspect-ai",
    "lm_eval:exact_match": "lm_eval",
    "lm_eval:drop": "lm_eval",
    "math-verify": "math-verify",
    "quantulum3": "quantulum3",
}
HOSTILE = {  # 1 MB each
    "digits": "1234567890" * 100_000,
    "commas": "1," * 500_000,
    "brackets": "(" * 500_000 + ")" * 500_000,
    "words": "ab " * 333_333,
}
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
# question, accepted, answers as systems give them; those with {n} or {date} differ from copy to copy
KINDS: tuple[tuple[str, Answer, tuple[str, ...]], ...] = (
    ("What calibre?", QuantityAnswer("170 mm"), ("170 mm", "17 cm", "{n} mm", "The howitzers are 170 mm.", "about {n}")),
    ("How large an area?", QuantityAnswer("1,300 km²"), ("1,300 square kilometers", "502 sq mi", "{n} km²", "1.3 km²")),
    ("How many troops?", QuantityAnswer("up to 12,000 troops"), ("12,000", "more than 12,000", "{n} soldiers", "up to {n}")),
    ("When?", DateAnswer("27 March 2023"), ("March 27, 2023", "2023-03-27", "in March 2023", "{date}")),
    ("Who?", EntityAnswer("Kyrylo Budanov"), ("Kyrylo Budanov", "Budanov", "General Kyrylo Budanov", "Name Number{n}", "Oleh {n}")),
    ("Why?", PhraseAnswer("lack of combat experience"), ("a lack of combat experience", "bad weather in {n}", "no tanks {n}")),
    ("Which?", ListAnswer((("fuel",), ("technology",))), ("fuel and technology", "fuel and {n} tanks", "technology, fuel")),
    ("Is it so?", YesNoAnswer(yes=True), ("Yes", "No, in {n} it was not.", "Yes, {n} of them.")),
    ("How many wounded?", Unanswerable(), ("Not stated.", "{n}", "The article does not say.", "I don't know ({n}).")),
)  # fmt: skip


# questions of which no two are the same, each answered in a sentence
SENTENCES = (
    ("How much did shop {n} earn in May?", "${n}.40 million", "In May, shop {n} earned ${n}.40 million, up 3% on the year before."),
    ("When did bridge {n} open?", "{date}", "Bridge {n} opened on {date}, after four years of work."),
    ("Who designed tower {n}?", "Name Number{n}", "Tower {n} was designed by Name Number{n}, a pupil of Ann Lee."),
    ("Why was tunnel {n} closed?", "because of flooding in {n} places", "It was closed because of flooding in {n} places after the storm."),
)  # fmt: skip


def published_normal(text: str) -> str:
    """Return SQuAD's normalising, as published."""

    def white_space_fix(text: str) -> str:
        return " ".join(text.split())

    def remove_articles(text: str) -> str:
        return re.sub(re.compile(r"\b(a|an|the)\b", re.UNICODE), " ", text)

    def remove_punctuation(text: str) -> str:
        exclude = set(string.punctuation)
        return "".join(letter for letter in text if letter not in exclude)

    return white_space_fix(remove_articles(remove_punctuation(text.lower())))


def published_pair(text: str, gold: str) -> tuple[int, float]:
    """Return SQuAD's EM and F1 of an answer and one accepted answer, as published."""
    exact = int(published_normal(gold) == published_normal(text))
    read, wanted = published_normal(text).split(), published_normal(gold).split()
    same = sum((Counter(wanted) & Counter(read)).values())
    if not read or not wanted:
        return exact, int(read == wanted)
    if same == 0:
        return exact, 0
    precision, recall = same / len(read), same / len(wanted)
    return exact, 2 * precision * recall / (precision + recall)


def published(question: Question, text: str) -> tuple[int, float]:
    """Return SQuAD's EM and F1 of an answer, as published."""
    golds = [gold for gold in question.accepted if published_normal(gold)] or [""]
    pairs = [published_pair(text, gold) for gold in golds]
    return max(exact for exact, _ in pairs), max(f1 for _, f1 in pairs)


def ours(question: Question, text: str) -> tuple[bool, float]:
    """Return the same figures as the package gives them."""
    return classic.squad_figures(text, classic.prepare(question.accepted))


def filled(answer: str, number: int) -> str:
    """Return an answer that no other number gives."""
    month, year = MONTHS[number // 28 % 12], 1500 + number // 336 % 600
    return answer.format(n=number, date=f"{number % 28 + 1} {month} {year}")


def pairs(first: int, *, new: bool = False) -> list[tuple[Question, str]]:
    """Return questions with answers, only those with a number that was not used before when ``new``."""
    questions = [
        Question(str(number), text, answer, accepted_texts(answer)) for number, (text, answer, _) in enumerate(KINDS)
    ]
    return [
        (question, filled(answer, first + copy))
        for copy in range(COPIES)
        for question, (_, _, answers) in zip(questions, KINDS, strict=True)
        for answer in answers
        if not new or "{" in answer
    ]


def rate(score: Callable[[Question, str], object], work: list[tuple[Question, str]]) -> float:
    """Return answers per second of processor time."""
    start = process_time()
    for question, text in work:
        score(question, text)
    return len(work) / (process_time() - start)


class Peer:
    """Another scorer in its own environment, kept running; leave it to end it."""

    def __init__(self, name: str, program: str) -> None:
        self._child = subprocess.Popen(
            [program, str(HERE / "scoring_peer.py"), name],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        if self._line() != "ready":
            raise RuntimeError(f"{name} did not start; run {program} {HERE / 'scoring_peer.py'} {name} to see why")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._child.communicate()

    def rate(self, work: list[tuple[Question, str]]) -> float:
        """Return answers per second of its processor time."""
        if self._child.stdin is None:
            raise RuntimeError("the scorer has no stdin")
        self._child.stdin.write(json.dumps([(text, question.accepted or ("",)) for question, text in work]) + "\n")
        self._child.stdin.flush()
        return float(self._line())

    def _line(self) -> str:
        return "" if self._child.stdout is None else self._child.stdout.readline().strip()


def peers(stack: ExitStack) -> dict[str, Peer]:
    """Return the other scorers that can be installed, started."""
    found = {}
    for name, package in PEERS.items():
        program = PLACE / package.replace("_", "-") / "bin" / "python"
        if why := install(Tool(package, (str(program),), package=package)):
            print(f"{name} is left out, it cannot be installed: {why}")
        else:
            found[name] = stack.enter_context(Peer(name, str(program)))
    return found


def table(rounds: int) -> None:
    """Print the rates of everything that scores."""
    scorers: dict[str, tuple[Callable[[Question, str], object], bool]] = {
        "strict, EM and F1, as in a run": (Scorer().score, False),
        "strict, EM and F1, all new": (Scorer().score, True),
        "lenient, as in a run": (Lenient().score, False),
        "lenient, all new": (Lenient().score, True),
        "EM and F1": (ours, False),
        "EM and F1 as published": (published, False),
    }
    rates: dict[str, list[float]] = {}
    with ExitStack() as stack:
        others = peers(stack)
        for turn in range(rounds + 1):
            for place, (name, (score, new)) in enumerate(scorers.items()):
                first = (
                    10_000 * (place + 1) + turn * COPIES
                )  # numbers of its own: what one has read, another must not find
                found = rate(score, pairs(first, new=new))
                if turn:  # the first round fills what is kept: units, accepted answers
                    rates.setdefault(name, []).append(found)
            for name, peer in others.items():
                found = peer.rate(pairs(90_000 + turn * COPIES)[:: COPIES // SLOW_COPIES])
                if turn:
                    rates.setdefault(name, []).append(found)
    base = median(rates["EM and F1 as published"])
    print(f"{len(pairs(0)):,} answers a round, {len(pairs(0, new=True)):,} of them new, {rounds} rounds")
    for name, each in rates.items():
        print(f"{name:32} {median(each):>10,.0f} answers/s  {median(each) / base:6.3f} × published")


def kinds() -> None:
    """Print the rates of verdicts kind by kind."""
    for text, answer, answers in KINDS:
        question = Question("q", text, answer, accepted_texts(answer))
        forms = [form for form in answers if "{" in form]
        work = [(question, filled(form, 60_000 + copy)) for copy in range(COPIES) for form in forms]
        scorer = Scorer()
        scorer.score(question, "")
        lenient = Lenient()
        lenient.score(question, "")
        each, other = rate(scorer.score, work), rate(lenient.score, work)
        print(
            f"  {answer.type.value:12} {each:>9,.0f} strict {other:>9,.0f} lenient verdicts/s, all new  {', '.join(forms)}"
        )


def sentences(rounds: int) -> None:
    """Print the rates where every question is new and every answer a sentence: nothing that was read serves again."""
    scorers: dict[str, Callable[[Question, str], object]] = {
        "strict": Scorer().score,
        "lenient": Lenient().score,
        "EM and F1 as published": published,
    }
    rates: dict[str, list[float]] = {name: [] for name in scorers}
    for turn in range(rounds):
        for place, (name, score) in enumerate(scorers.items()):
            rates[name].append(rate(score, told_in_sentences(30_000 * (place + 1) + 300 * turn)))
    base = median(rates["EM and F1 as published"])
    print("every question new, each answered in a sentence")
    for name, each in rates.items():
        print(f"  {name:32} {median(each):>8,.0f} answers/s  {median(each) / base:6.3f} × published")


def told_in_sentences(first: int) -> list[tuple[Question, str]]:
    """Return questions about things of which each has a number of its own, with the right answers to them."""
    work = []
    for number in range(first, first + 300):
        asked, accepted, said = (filled(part, number) for part in SENTENCES[number % len(SENTENCES)])
        answer, texts = typed_answer([accepted], infer_type([accepted], asked))
        work.append((Question(str(number), asked, answer, texts), said))
    return work


def hostile() -> None:
    """Print how long a verdict on a megabyte takes at most, over every kind of question."""
    questions = [Question("q", text, answer, accepted_texts(answer)) for text, answer, _ in KINDS]
    print("1 MB of …, the slowest kind of question: s of processor time   (held: ≤ 1 s)")
    for name, text in HOSTILE.items():
        worst = {
            policy: max(1 / rate(scorer.score, [(question, text)]) for question in questions)
            for policy, scorer in (("strict", Scorer()), ("lenient", Lenient()))
        }
        print(f"  {name:12} {worst['strict']:6.3f} strict {worst['lenient']:6.3f} lenient")


def main(rounds: int) -> None:
    """Print the tables."""
    table(rounds)
    kinds()
    sentences(rounds)
    hostile()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
