"""Reports of any size made by rule, not by chance: every verdict, type and change occurs in known numbers."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache

from qa_eval import model, signature, summary
from qa_eval.analysis import Analysis, Section
from qa_eval.analysis.section import Curve
from qa_eval.report import Report
from qa_eval.reviews import Review

V = model.Verdict
STARTED = datetime(2026, 11, 29, 8, 28, 19, tzinfo=UTC)
WORDS = [
    "river",
    "bridge",
    "north",
    "year",
    "water",
    "stone",
    "report",
    "troops",
    "village",
    "engine",
    "summer",
    "letter",
    "market",
    "winter",
    "road",
    "harbour",
]
REASONS = {V.CORRECT: "equal_value", V.INCORRECT: "wrong_value", V.ABSTAINED: "abstained", V.FAILED: "answerer_failed"}


def words(seed, count):
    """So many words, the same ones for the same seed."""
    made = []
    for place in range(count):
        seed = (seed * 1103515245 + 12345 + place) % 2**31
        made.append(f"{WORDS[(seed >> 8) % len(WORDS)]}{(seed >> 13) % 97}")
    return " ".join(made)


SENTENCES = [
    f"Sentence {place} tells of {words(place, 6)} and of a wall that is {100 + place} metres long."
    for place in range(40)
]
TEXT = "\n".join(" ".join(SENTENCES[start : start + 4]) for start in range(0, 40, 4))


def question(place):
    """Question ``place``: a wall's length, or every fifth a name, every seventh a date."""
    if place % 7 == 6:
        answer = model.DateAnswer(f"{1 + place % 28} May 19{10 + place % 80}")
    elif place % 5 == 4:
        answer = model.EntityAnswer(f"Anna Keller {place}")
    else:
        tolerance = model.Tolerance(absolute=10) if place % 3 == 0 else model.Tolerance()
        answer = model.QuantityAnswer(f"{100 + place} metres", tolerance=tolerance)
    quote = f"a wall that is {100 + place} metres long"
    start = TEXT.find(quote)
    evidence = (model.Evidence(quote, start, start + len(quote)),) if start >= 0 else ()
    return model.Question(
        id=f"q{place:05d}",
        text=f"How long is wall {place} beside {words(place, 8)}?",
        answer=answer,
        accepted=model.accepted_texts(answer, (f"{100 + place} m",)),
        document_id="walls",
        evidence=evidence,
        tags=("size",) if place % 2 else ("size", "numeric") if place % 4 else ("rare",),
        difficulty=("easy", "hard")[place % 3 == 0],
    )


def verdict(place):
    """Of ten answers seven are correct; the rest is incorrect, and every 25th abstained, every 49th failed."""
    if place % 50 == 49:
        return V.FAILED
    if place % 25 == 24:
        return V.ABSTAINED
    return V.INCORRECT if place % 10 in (2, 5, 8) else V.CORRECT


def result(place, answerer="lexical", repeat=0, given=None, text=None, reason="", long=False, **details):
    """The answer to question ``place``."""
    what = verdict(place) if given is None else given
    said = {
        V.CORRECT: f"It is {100 + place} metres.",
        V.INCORRECT: f"about {110 + place} metres",
        V.ABSTAINED: "I do not know.",
        V.FAILED: None,
    }[what]
    said = said if text is None or said is None else text
    if long and said is not None:
        said = f"{said} {words(place + 7, 52)}"
    failure = model.Failure("timeout", "no answer within 60 s") if what is V.FAILED else None
    return model.Result(
        question_id=f"q{place:05d}",
        answerer=answerer,
        repeat=repeat,
        prediction=model.Prediction(
            said,
            0.05 + (place * 37 % 1000) / 250,
            tokens=model.Tokens(120, 12),
            attempts=3 if failure else 1,
            failure=failure,
            details=details,
        ),
        score=model.Score(
            what,
            float(what is V.CORRECT),
            reason or REASONS[what],
            f"expected {100 + place} metres",
            read=f"{110 + place} metres" if what is V.INCORRECT else "",
            gold=f"{100 + place} m",
            exact_match=False,
            f1=0.5,
        ),
    )


def report(questions, results, *, baseline=None, seed="0", state="complete", folder="reports/made"):
    """A report of these questions and results."""
    documents = {"walls": model.Document("walls", TEXT, "The walls")}
    dataset = model.Dataset(
        "walls", "1.0", tuple(questions), documents, "cd" * 32, "Walls & words.", "CC0", "walls.yaml"
    )
    entries = (("qa_eval", "0.1.0"), ("dataset", "walls@1.0"), ("scorer", "strict"), ("seed", seed))
    results = tuple(results)
    counted = summary.of(results, dataset)
    times = {"started": STARTED, "finished": STARTED + timedelta(seconds=192)}
    return Report(dataset, signature.Signature(entries), counted, results, state, folder, baseline, **times)


def tiny():
    """30 questions, one answerer with confidences and costs."""
    questions = [question(place) for place in range(30)]
    results = [result(place, confidence=round(0.3 + place % 7 / 10, 2), cost=place / 1000) for place in range(30)]
    return report(questions, results)


def stored():
    """30 answers that were there already: to take one took no time."""
    made = tiny()
    results = [replace(one, prediction=replace(one.prediction, seconds=0.00001)) for one in made.results]
    return report(made.dataset.questions, results)


def compared():
    """30 questions against another run: known numbers of each change, one question edited, one new, one gone."""
    questions = [question(place) for place in range(30)]
    edited = model.Question(**{**_fields(questions[29]), "text": "How long was wall 29 before?"})
    before = [*questions[1:29], edited, question(30)]
    flipped = {1: V.INCORRECT, 3: V.INCORRECT, 2: V.CORRECT, 4: V.ABSTAINED}
    there = [
        result(place, given=flipped.get(place), text=f"then {words(place, 5)}" if place in (1, 2) else None)
        for place in range(1, 31)
    ]
    here = [result(place) for place in range(30)]
    return report(questions, here, baseline=report(before, there, seed="1"))


def _fields(question):
    return {name: getattr(question, name) for name in question.__dataclass_fields__}


def crowded():
    """30 questions, six answerers."""
    names = [
        "lexical",
        "openai:gpt 5",
        "fixed",
        "abstain",
        "hf:owner/a-model-of-a-long-name",
        "command:python program.py",
    ]
    results = [result(place, name) for name in names for place in range(30)]
    return report([question(place) for place in range(30)], results)


def several():
    """30 questions, three answerers, the last asked twice and of two minds about every sixth."""
    questions = [question(place) for place in range(30)]
    results = [result(place) for place in range(30)]
    results += [result(place, "openai:gpt 5", given=V.CORRECT if place % 2 else V.INCORRECT) for place in range(30)]
    for repeat in (0, 1):
        results += [
            result(place, "fixed", repeat, given=V.CORRECT if place % 6 == 0 and repeat else V.INCORRECT, text="Yes")
            for place in range(30)
        ]
    return report(questions, results)


def reviewed():
    """30 questions by two policies that differ on four, one review applied, and two tables of findings."""
    made = tiny()
    results = []
    for place, one in enumerate(made.results):
        right = one.score.verdict is V.CORRECT
        passes = right != (place in (2, 3, 5, 6))
        other = model.Opinion(
            "lenient", V.CORRECT if passes else V.INCORRECT, 0.5, "close", f"people would say {passes}"
        )
        results.append(replace(one, score=replace(one.score, other=other)))
    made = replace(made, results=tuple(results))
    review = Review(
        made.digest,
        "q00002",
        made.question_digests["q00002"],
        "lexical",
        0,
        V.INCORRECT,
        V.CORRECT,
        "the wall was measured again",
        "Ada",
        "2026-11-25T10:00:00.000Z",
        {"time": "2026-11-25T11:00:00+00:00", "file": "exported.jsonl", "sha256": "ab" * 32, "qa_eval": "0.1.0"},
    )
    findings = (
        Section(
            "one", "Controls", ("control", "share"), (("no document", "12.0 %"), (HOSTILE[0], "1 %")), ("Without it.",)
        ),
        Section(
            "two",
            "Nothing to see",
            (),
            (),
            ("No table.",),
            curves=(Curve("Risk by coverage", "the surest", "of them wrong", ((0.5, 0.0), (1.0, 0.25))),),
        ),
    )
    return replace(made, reviews=(review,), analysis=Analysis(findings))


LODGING = "Mrs. Gray let rooms in St. Ives. Dr. Penrose paid her 4 pounds. Nobody else came."
PIER = "The pier at Brill was built of oak and iron.\nIt is 210 metres long."


def documents():
    """Three questions about two documents without a title, of which one is evidence for something."""
    kept = {name: model.Document(name, text) for name, text in (("0a", PIER), ("0b", LODGING))}
    start = LODGING.index("Dr. Penrose paid her 4 pounds")
    evidence = model.Evidence(LODGING[start : start + 29], start, start + 29)
    asked = [
        replace(question(place), document_id=name, evidence=(evidence,) if place == 2 else ())
        for place, name in enumerate(("0a", "0a", "0b"))
    ]
    results = tuple(result(place, evidence=["a quote of nobody"]) for place in range(3))
    dataset = model.Dataset("plain", "", tuple(asked), kept, "ee")
    return Report(dataset, signature.Signature((("seed", "0"),)), summary.of(results, dataset), results, "complete")


def of_size(count):
    """So many questions with answers of 58 words."""
    return report((question(place) for place in range(count)), (result(place, long=True) for place in range(count)))


HOSTILE = (
    "<script>window.broken=1</script>",
    "</script><script>window.broken=1</script>",
    '<img src=x onerror="window.broken=1">',
    "[click](javascript:window.broken=1)",
    "<!-- <script>",
    "]]> --> {{constructor}} ${window.broken=1} %s",
    "155\u202e m\u200b \x07 \ud800 \u0000 end",
    "2^53+1 = 9007199254740993",
    "cafe\u0301",
    "=HYPERLINK(1)",
)


def hostile():
    """Texts that try to break out, in every place that a report takes from outside."""
    documents = {"d</script>": model.Document("d</script>", f"{HOSTILE[1]} is the text. {HOSTILE[0]}", HOSTILE[2])}
    questions, results = [], []
    for place, text in enumerate(HOSTILE):
        big = text == HOSTILE[7]
        answer = (
            model.QuantityAnswer("9007199254740992")
            if big
            else model.PhraseAnswer("café" if place == 8 else text + "!")
        )
        questions.append(
            model.Question(
                f"{place}{HOSTILE[0]}",
                text,
                answer,
                model.accepted_texts(answer, (text,)),
                "d</script>",
                (model.Evidence("not in the text" + text, 0, 3), model.Evidence("is the text", 3, 14)),
                (text, "=1+1"),
                text[:9],
                note=text,
            )
        )
        details = {"evidence": ["is the text", "is not there"], text: [float("nan"), float("inf"), 2**53 + 1, None]}
        score = model.Score(V.INCORRECT, 0.0, "<b>rule", text, text, text, f1=float("nan"))
        prediction = model.Prediction("9007199254740993" if big else text, float(place), details=details)
        results.append(model.Result(questions[-1].id, HOSTILE[2], prediction, score))
    entries = (("qa_eval", "0"), (HOSTILE[0], HOSTILE[1]))
    dataset = model.Dataset(
        HOSTILE[1], HOSTILE[0], tuple(questions), documents, "00", HOSTILE[2], HOSTILE[3], HOSTILE[1]
    )
    return Report(
        dataset,
        signature.Signature(entries),
        summary.of((), dataset, {HOSTILE[2]: 9}),
        tuple(results),
        "inter<b>",
        "a/</script>",
    )


def empty():
    """Nothing asked."""
    return report((), ())


def all_failed():
    """Ten questions, and no answer came to any."""
    return report([question(place) for place in range(10)], [result(place, given=V.FAILED) for place in range(10)])


def all_right():
    """One question, answered."""
    return report([question(0)], [result(0, given=V.CORRECT)])


def long_answers():
    """Answers of 40 lines, and one of 10 MB."""
    lines = "\n".join(f"line {number}" for number in range(40))
    questions = [question(0), question(1)]
    big = "word " * 2_000_000 + "the end"
    return report(questions, [result(0, given=V.INCORRECT, text=lines), result(1, given=V.INCORRECT, text=big)])


@cache
def article_of_1_mb():
    """A document of a megabyte, asked about at its end."""
    text = "\n".join(f"Line {number} of the long article: {words(number, 12)}." for number in range(9000))
    quote = "Line 8990 of the long article"
    start = text.find(quote)
    asked = model.Question(
        "far",
        "What is far down?",
        model.EntityAnswer("Line"),
        ("Line",),
        "long",
        (model.Evidence(quote, start, start + len(quote)),),
    )
    dataset = model.Dataset("long", "1", (asked,), {"long": model.Document("long", text, "Long")}, "ee")
    score = model.Score(V.INCORRECT, 0.0, "wrong_name", "another name")
    results = (model.Result("far", "one", model.Prediction("Line 17 of the long article"), score),)
    return Report(dataset, signature.Signature((("seed", "0"),)), summary.of(results, dataset), results, "complete")


REPORTS = {
    "tiny": tiny,
    "stored": stored,
    "compared": compared,
    "several": several,
    "crowded": crowded,
    "reviewed": reviewed,
    "documents": documents,
    "hostile": hostile,
    "empty": empty,
    "all_right": all_right,
    "all_failed": all_failed,
    "long_answers": long_answers,
    "article": article_of_1_mb,
    "mid": lambda: of_size(10_000),
    "huge": lambda: of_size(100_000),
}
