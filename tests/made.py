"""A small report made by hand: every type, every verdict, two answerers, and texts that try to break out."""

from qa_eval import model, signature, summary
from qa_eval.analysis import analyse
from qa_eval.report import Report

TEXT = (
    "The Linth bridge opened on 4 May 1911. It is 155 metres long & carries two tracks.\n"
    "<script>document.title='broken out'</script> Anna Keller led the work for 2.4 million francs.\n"
)
HOSTILE = "<script>document.title='broken out'</script><img src=x onerror=\"document.title='broken out'\">"
BIDI = "155\u202e m\u200b \x07 \ud800 javascript:alert(1)"


def question(number, answer, *aliases, quote="", **more):
    start = TEXT.find(quote)
    evidence = (model.Evidence(quote, start, start + len(quote)),) if quote else ()
    return model.Question(
        id=f"question-{number}",
        text=f"What about number {number}?",
        answer=answer,
        accepted=model.accepted_texts(answer, aliases),
        document_id="bridge",
        evidence=evidence,
        **more,
    )


QUESTIONS = (
    question(1, model.QuantityAnswer("155 metres"), "155 m", quote="155 metres", tags=("size",), difficulty="easy"),
    question(2, model.DateAnswer("4 May 1911"), quote="4 May 1911", tags=("dates", "size"), difficulty="easy"),
    question(3, model.EntityAnswer("Anna Keller"), quote="Anna Keller led the work", difficulty="hard"),
    question(4, model.PhraseAnswer("<b>bold</b> & brash"), quote="155 metres long & carries"),
    question(5, model.ListAnswer((("rail", "train"), ("road",)))),
    question(6, model.YesNoAnswer(yes=True), tags=("size",)),
    question(7, model.Unanswerable(), tags=("=1+1",)),
)


def result(answerer, number, verdict, text="", reason="exact", failure=None, attempts=1):
    right = verdict is model.Verdict.CORRECT
    return model.Result(
        question_id=f"question-{number}",
        answerer=answerer,
        prediction=model.Prediction(None if failure else text, 0.25 * number, attempts=attempts, failure=failure),
        score=model.Score(
            verdict, float(right), reason, f"the sentence about {text[:20]}", text[:9], "gold", right, 0.5
        ),
    )


V = model.Verdict
RESULTS = (
    result("one", 1, V.CORRECT, "155 m"),
    result("one", 2, V.INCORRECT, "5 May 1911", "wrong_date"),
    result("one", 3, V.INCORRECT, HOSTILE, "wrong_name"),
    result("one", 4, V.INCORRECT, "word " * 400, "wrong_words"),
    result("one", 5, V.FAILED, reason="answerer_failed", failure=model.Failure("timeout", "none in 60 s"), attempts=3),
    result("one", 6, V.CORRECT, "Yes."),
    result("one", 7, V.CORRECT, "Not stated.", "rightly_abstained"),
    result("<two>", 1, V.INCORRECT, BIDI, "unreadable"),
    result("<two>", 2, V.CORRECT, "May 4, 1911"),
    result("<two>", 3, V.ABSTAINED, "", "abstained"),
    result("<two>", 4, V.INCORRECT, "=HYPERLINK(1)", "wrong_words"),
    result("<two>", 5, V.CORRECT, "rail | road\nroad"),
    result("<two>", 6, V.INCORRECT, "No", "wrong_value"),
    result("<two>", 7, V.INCORRECT, "9 ± 2^53+1 = 9007199254740993", "answered_unanswerable"),
)


# "one" without the document, and beside the constant answer
CONTROLS = (
    *(result("one @closed-book", number, V.INCORRECT, "no idea") for number in range(2, 7)),
    result("one @closed-book", 1, V.CORRECT, "155 m"),
    result("one @closed-book", 7, V.CORRECT, "Not stated.", "rightly_abstained"),
    *(result("fixed:|<b> @baseline", number, V.INCORRECT, "|<b>", "wrong_words") for number in range(1, 8)),
)


def report(questions=QUESTIONS, results=RESULTS, state="complete"):
    """The report of these questions and results."""
    documents = {"bridge": model.Document("bridge", TEXT, "The bridge <1911>")}
    dataset = model.Dataset(
        "bridge <set>", "1.0", tuple(questions), documents, "ab" * 32, "About a bridge & <i>more</i>."
    )
    entries = (("dataset", "bridge <set>@1.0"), ("scorer", "strict"), ("seed", "0"))
    counted = summary.of(results, dataset, {"one": 7, "<two>": 7})
    analysis = analyse(dataset, (*results, *(CONTROLS if results is RESULTS else ())))
    return Report(dataset, signature.Signature(entries), counted, tuple(results), state, analysis=analysis)
