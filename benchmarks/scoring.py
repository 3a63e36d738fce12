"""How fast answers are scored: strict and lenient verdicts, SQuAD's EM and F1 as here, and the same as the published script does it.

python benchmarks/scoring.py [ROUNDS] prints answers per second on one core, medians of interleaved rounds in one process,
and each figure as a ratio of the published script's. "as in a run": some answers recur, as right ones do when several
answerers are asked. "all new": only answers that were never scored before, so that nothing read earlier helps.
"""

from __future__ import annotations

import re
import string
import sys
from collections import Counter
from statistics import median
from time import process_time
from typing import TYPE_CHECKING

from qa_eval import classic
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


def main(rounds: int) -> None:
    """Print the table."""
    scorers: dict[str, tuple[Callable[[Question, str], object], bool]] = {
        "strict, EM and F1, as in a run": (Scorer().score, False),
        "strict, EM and F1, all new": (Scorer().score, True),
        "lenient, as in a run": (Lenient().score, False),
        "lenient, all new": (Lenient().score, True),
        "EM and F1": (ours, False),
        "EM and F1 as published": (published, False),
    }
    rates: dict[str, list[float]] = {name: [] for name in scorers}
    for turn in range(rounds + 1):
        for place, (name, (score, new)) in enumerate(scorers.items()):
            first = 10_000 * (place + 1) + turn * COPIES  # numbers of its own: what one has read, another must not find
            found = rate(score, pairs(first, new=new))
            if turn:  # the first round fills what is kept: units, accepted answers
                rates[name].append(found)
    base = median(rates["EM and F1 as published"])
    print(f"{len(pairs(0)):,} answers a round, {len(pairs(0, new=True)):,} of them new, {rounds} rounds")
    for name, found in rates.items():
        print(f"{name:32} {median(found):>10,.0f} answers/s  {median(found) / base:5.2f} × published")
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


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
