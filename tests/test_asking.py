"""Every accepted shape of answerer is asked alike; whatever it does becomes data on its answer."""

import asyncio
import functools
import itertools
import multiprocessing
import re
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import clock
import pytest
from plain import DOCUMENT, dataset, requests

from qa_eval import plugins
from qa_eval.asking import Patience, Stopped, make_answerer
from qa_eval.asking.threads import Threads
from qa_eval.errors import AnswererError, PluginError, QaEvalError, SpecError
from qa_eval.model import Failure, Prediction, Tokens


def ask(answerer, n=1, **patience):
    """Return the predictions to ``n`` requests and the asker."""
    asker = make_answerer(answerer, dataset(), Patience(**patience))

    async def one():
        try:
            return await asker.ask(requests(n))
        finally:
            await asker.close()

    return asyncio.run(one()), asker


def texts(answerer, n=1, **patience):
    return [prediction.text for prediction in ask(answerer, n, **patience)[0]]


# --- shapes -----------------------------------------------------------------------------------------------------------


class Holder:
    def __init__(self):
        self.prefix = "held"

    def answer(self, question, document):
        return f"{self.prefix} {question} {len(document)}"


class AsyncHolder:
    async def answer(self, question, document):
        await asyncio.sleep(0)
        return f"async {question} {len(document)}"


class Batched:
    batch_size = 3

    def answer_batch(self, questions, document):
        return [f"{question} {len(document)}" for question in questions]


class AsyncBatched:
    async def answer_batch(self, questions, document):
        return (f"{question} {len(document)}" for question in questions)


class Callable:
    def __call__(self, question, document):
        return f"called {question} {len(document)}"


class AsyncCallable:
    async def __call__(self, question, document):
        return f"called {question} {len(document)}"


def wrapped(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        return function(*args, **kwargs)

    return inner


async def coroutine(question, document):
    return f"{question} {len(document)}"


def swapped(document, question):
    return f"{question} {len(document)}"


def everything(question, document, id, tags, document_id):  # noqa: A002 - the name by which it is given
    return f"{question} {len(document)} {id} {tags} {document_id}"


def only_by_name(*, tags, id):  # noqa: A002 - as above
    return f"{id} {tags}"


def keywords(**given):
    return " ".join(sorted(given))


def other_names(q, context, temperature=0.5):
    return f"{q} {len(context)} {temperature}"


def answer_batch(questions, document, ids, tags):
    return [f"{question} {len(document)} {i} {tag}" for question, i, tag in zip(questions, ids, tags, strict=True)]


SIZE = len(DOCUMENT)
SHAPES = [
    (lambda question, document: f"{question} {len(document)}", f"What is 0? {SIZE}"),
    (coroutine, f"What is 0? {SIZE}"),
    (wrapped(coroutine), f"What is 0? {SIZE}"),
    (functools.partial(other_names, temperature=1), f"What is 0? {SIZE} 1"),
    (other_names, f"What is 0? {SIZE} 0.5"),
    (swapped, f"What is 0? {SIZE}"),
    (everything, f"What is 0? {SIZE} q0 ('tag',) d0"),
    (only_by_name, "q0 ('tag',)"),
    (keywords, "document document_id id question tags"),
    (lambda *both: f"{both[0]} {len(both[1])}", f"What is 0? {SIZE}"),
    (lambda question: question, "What is 0?"),
    (lambda: "nothing asked", "nothing asked"),
    (Holder(), f"held What is 0? {SIZE}"),
    (Holder, f"held What is 0? {SIZE}"),
    (AsyncHolder(), f"async What is 0? {SIZE}"),
    (Callable(), f"called What is 0? {SIZE}"),
    (AsyncCallable(), f"called What is 0? {SIZE}"),
    (Batched(), f"What is 0? {SIZE}"),
    (AsyncBatched, f"What is 0? {SIZE}"),
    (answer_batch, f"What is 0? {SIZE} q0 ('tag',)"),
    (str.upper, "WHAT IS 0?"),
]


@pytest.mark.parametrize(("answerer", "said"), SHAPES)
def test_every_shape_of_answerer_is_asked(answerer, said):
    assert texts(answerer) == [said]


@pytest.mark.parametrize("answerer", [Batched(), AsyncBatched(), answer_batch])
def test_a_batched_answerer_gets_its_questions_in_one_call(answerer):
    assert [text.split("?")[0] for text in texts(answerer, 3)] == ["What is 0", "What is 1", "What is 2"]


def test_a_batched_answerer_says_how_many_questions_it_takes():
    assert ask(Batched())[1].batch_size == 3
    assert ask(AsyncBatched())[1].batch_size == 32
    assert ask(Holder())[1].batch_size == 1


def needs_more(question, document, model, *, key):
    return question + document + model + key


class Oddly:
    batch_size = 0

    def answer_batch(self, questions):
        return questions


class Greedy:
    receives_gold = True

    def answer(self, question):
        return question


class Incomplete:
    def __init__(self, model):
        self.model = model

    def answer(self, question):
        return question


@pytest.mark.parametrize(
    ("answerer", "error", "says"),
    [
        (needs_more, PluginError, "needs_more needs model, key"),
        (5, PluginError, "int (5) is neither a function nor an object"),
        (Oddly(), PluginError, "batch_size 0"),
        (Greedy(), PluginError, "claims the accepted answers"),
        (Incomplete, PluginError, "Incomplete"),
        ("orcale", SpecError, 'did you mean "oracle"'),
    ],
)
def test_an_answerer_that_cannot_be_asked_is_refused_before_the_run(answerer, error, says):
    with pytest.raises(error) as refused:
        make_answerer(answerer, dataset())
    assert says in str(refused.value)


def test_the_gold_reaches_the_oracle_and_no_plugin_from_outside(monkeypatch, tmp_path):
    assert texts("oracle") == ["0"]
    module = tmp_path / "outsider.py"
    module.write_text("class Answerer:\n    receives_gold = True\n    def __init__(self, *, questions): ...\n")
    made = tmp_path / "outsider-1.0.dist-info"
    made.mkdir()
    (made / "METADATA").write_text("Metadata-Version: 2.1\nName: outsider\nVersion: 1.0\n")
    (made / "entry_points.txt").write_text("[qa_eval.answerers]\ngreedy = outsider:Answerer\n")
    monkeypatch.syspath_prepend(tmp_path)
    plugins.plugins.cache_clear()
    try:
        with pytest.raises(PluginError, match="'greedy' of outsider claims the accepted answers"):
            make_answerer("greedy", dataset())
    finally:
        plugins.plugins.cache_clear()


def test_an_answerer_is_named_by_its_spec_or_its_own_name():
    assert ask("fixed:170 mm")[1].name == "fixed:170 mm"
    assert ask(coroutine)[1].name == "coroutine"
    assert ask(Holder())[1].name == "Holder"


def test_the_identity_of_a_function_changes_with_its_file(tmp_path, monkeypatch):
    path = tmp_path / "mine_for_identity.py"
    monkeypatch.syspath_prepend(tmp_path)
    identities = set()
    for text in ("one", "two"):
        path.write_text(f"def answer(question):\n    return {text!r}\n")
        sys.modules.pop("mine_for_identity", None)
        spec = make_answerer(f"{path}:answer", dataset())
        module = __import__("mine_for_identity")
        identities |= {spec.identity, make_answerer(module.answer, dataset()).identity}
    assert len(identities) == 2
    assert all(len(identity) == 64 for identity in identities)


# --- what comes back --------------------------------------------------------------------------------------------------


class Word(str):
    __slots__ = ()


class Silent:
    def __repr__(self):
        raise RuntimeError("no")


RETURNED = [
    ("170 mm", "170 mm", ""),
    ("", "", ""),
    (Word("170 mm"), "170 mm", ""),
    ("\ud800", "\ud800", ""),
    (Prediction("170 mm"), "170 mm", ""),
    ({"answer": "170 mm", "confidence": 1}, "170 mm", ""),
    ({"answer": 170}, "170", ""),
    ({"answer": 1.5}, "1.5", ""),
    ({"answer": True}, "yes", ""),
    ({"answer": ["170"]}, None, "it returned dict {'answer': ['170']}"),
    ({"text": "170 mm"}, None, "it returned dict"),
    (None, None, 'it returned None; return a string, "" to abstain'),
    (5, "5", ""),
    (-1.5, "-1.5", ""),
    (False, "no", ""),
    (float("nan"), None, "it returned float nan"),
    ({"answer": float("inf")}, None, "it returned dict"),
    (5j, None, "it returned complex 5j"),
    (b"170 mm", None, "it returned bytes b'170 mm'"),
    (["170 mm"], None, "it returned list ['170 mm']"),
    ("x" * 1_000_000, "x" * 1_000_000, ""),
    ("x" * 1_000_001, None, "it returned 1,000,001 characters; an answer has 1,000,000 at most"),
    (Prediction("x" * 10_000_000), None, "it returned 10,000,000 characters; an answer has 1,000,000 at most"),
    (["x" * 500], None, f"it returned list ['{'x' * 78}…"),
    (Silent(), None, "it returned Silent (repr of it raises RuntimeError)"),
    (Prediction(None), None, "it returned Prediction"),
    (Prediction("text", failure=Failure("server", "both")), None, "it returned Prediction"),
    (Prediction(7), None, "it returned Prediction"),
    (Prediction("text", tokens=(1, 2)), None, "it returned Prediction"),
    (Prediction("text", details=["list"]), None, "it returned Prediction"),
    (Prediction(None, failure=Failure("server", "down")), None, "down"),
]


@pytest.mark.parametrize(("returned", "text", "message"), RETURNED, ids=range(len(RETURNED)))
def test_an_answer_is_a_text_and_anything_else_is_garbage(returned, text, message):
    (prediction,), _ = ask(lambda: returned)
    assert prediction.text == text
    assert type(prediction.text) in {str, type(None)}
    assert (prediction.failure is None) == (text is not None)
    assert message in (prediction.failure.message if prediction.failure else "")
    if prediction.failure and message != "down":
        assert prediction.failure.kind == "garbage"


BATCHES = [
    (["a", "b"], ["a", "b"], ""),
    (("a", "b"), ["a", "b"], ""),
    (iter(["a", "b"]), ["a", "b"], ""),
    (["a", None], ["a", None], "it returned None; return a string"),
    ([AnswererError("refused", "too long"), "b"], [None, "b"], "too long"),
    (["a"], [None, None], "a list of 1 for a batch of 2"),
    ([], [None, None], "a list of 0 for a batch of 2"),
    ("ab", [None, None], "it returned str 'ab'; return a list"),
    (None, [None, None], "it returned None; return a list"),
    ({"q0": "a", "q1": "b"}, [None, None], "it returned dict"),
    (2, [None, None], "it returned int 2"),
]


@pytest.mark.parametrize(("returned", "said", "message"), BATCHES, ids=range(len(BATCHES)))
def test_a_batch_is_as_many_texts_as_questions(returned, said, message):
    class Answerer:
        def answer_batch(self, questions, document):
            return returned

    predictions, _ = ask(Answerer(), 2)
    assert [prediction.text for prediction in predictions] == said
    assert [(prediction.failure is None) for prediction in predictions] == [text is not None for text in said]
    assert message in " ".join(prediction.failure.message for prediction in predictions if prediction.failure)


def test_a_generator_that_breaks_is_data_on_the_whole_batch():
    class Answerer:
        def answer_batch(self, questions):
            yield questions[0]
            raise ValueError("the second one")

    predictions, _ = ask(Answerer(), 2)
    assert [(p.text, told(p.failure)) for p in predictions] == [
        (None, Failure("exception", "ValueError: the second one"))
    ] * 2


def told(failure):
    """A failure without the line of this file that raised it."""
    return replace(failure, message=re.sub(rf" \({Path(__file__).name}:\d+\)\Z", "", failure.message))


def test_an_error_of_an_answerer_names_the_line_that_raised_it(tmp_path):
    (tmp_path / "mine.py").write_text(
        "def deeper(question):\n    return {'a': 1}[question]\n\n\ndef answer(question):\n    return deeper('b')\n"
    )
    sys.path.insert(0, str(tmp_path))
    try:
        import mine  # noqa: PLC0415 - made above
    finally:
        sys.path.remove(str(tmp_path))
        sys.modules.pop("mine", None)
    predictions, _ = ask(mine.answer, 1, retries=0)
    assert predictions[0].failure == Failure("exception", "KeyError: 'b' (mine.py:2)")


def test_tokens_and_details_are_kept_and_details_made_plain():
    loop = []
    loop.append(loop)
    given = {"logprob": float("nan"), "when": Path("x"), "list": (1, 2)}
    (prediction,), _ = ask(lambda: Prediction("170 mm", tokens=Tokens(3, 4), details=given))
    assert prediction.tokens == Tokens(3, 4)
    assert prediction.details == {"logprob": "NaN", "when": repr(Path("x")), "list": [1, 2]}
    (prediction,), _ = ask(lambda: Prediction("170 mm", details={"loop": loop}))
    assert list(prediction.details) == ["unreadable"]


def test_the_time_and_the_attempts_are_the_runs_own():
    def answer():
        time.sleep(0.05)
        return Prediction("170 mm", seconds=1e9, attempts=77)

    (prediction,), _ = ask(answer)
    assert 0.05 <= prediction.seconds < 1e6
    assert prediction.attempts == 1


def test_each_answer_of_a_batch_took_its_share_of_the_time():
    class Answerer:
        def answer_batch(self, questions):
            time.sleep(0.2)
            return questions

    started = time.monotonic()
    predictions, _ = ask(Answerer(), 4)
    (share,) = {prediction.seconds for prediction in predictions}
    assert 0.2 <= 4 * share <= time.monotonic() - started


# --- what goes wrong --------------------------------------------------------------------------------------------------


class UnspeakableError(Exception):
    def __str__(self):
        raise RuntimeError("no words")


RAISED = [
    (ValueError("no such calibre"), "exception", "ValueError: no such calibre"),
    (ValueError(), "exception", "ValueError"),
    (SystemExit(3), "exception", "SystemExit: 3"),
    (KeyboardInterrupt(), "exception", "KeyboardInterrupt"),
    (StopIteration(), "exception", "StopIteration"),
    (asyncio.CancelledError(), "exception", "CancelledError"),
    (UnspeakableError(), "exception", "UnspeakableError: (str of it raises RuntimeError)"),
    (TimeoutError("its own"), "timeout", "TimeoutError: its own"),
    (ConnectionResetError("cut"), "connection", "ConnectionResetError: cut"),
    (AnswererError("rate_limited", "slow down"), "rate_limited", "slow down"),
    (AnswererError("refused", "x" * 5000), "refused", "x" * 2000 + "…"),
]


@pytest.mark.parametrize(("error", "kind", "message"), RAISED, ids=[type(row[0]).__name__ for row in RAISED])
@pytest.mark.parametrize("form", ["sync", "async", "batch"])
def test_what_an_answerer_raises_is_data_on_its_answer(error, kind, message, form):
    def answer():
        raise error

    async def answer_async():
        raise error

    def answer_batch():
        raise error

    answerer = {"sync": answer, "async": answer_async, "batch": answer_batch}[form]
    if form == "sync" and isinstance(error, StopIteration):
        message = "StopIteration"
    if form == "async" and isinstance(error, StopIteration):
        message = "RuntimeError: coroutine raised StopIteration"
    predictions, _ = ask(answerer, 1, retries=0)
    assert [(p.text, told(p.failure), p.attempts) for p in predictions] == [(None, Failure(kind, message), 1)]


class Flaky:
    """Fails so many times before it answers."""

    def __init__(self, times, error):
        self.left = times
        self.error = error
        self.calls = []

    def answer(self, question):
        self.calls.append(time.monotonic())
        if self.left:
            self.left -= 1
            raise self.error
        return question


RETRYABLE = AnswererError("server", "busy", retryable=True)


@pytest.mark.parametrize(
    ("times", "error", "retries", "attempts", "answered"),
    [
        (0, RETRYABLE, 2, 1, True),
        (1, RETRYABLE, 2, 2, True),
        (2, RETRYABLE, 2, 3, True),
        (3, RETRYABLE, 2, 3, False),
        (1, RETRYABLE, 0, 1, False),
        (1, ConnectionError("cut"), 1, 2, True),
        (1, TimeoutError("its own"), 1, 2, True),
        (1, AnswererError("refused", "no key"), 2, 1, False),
        (1, ValueError("a defect"), 2, 1, False),
        (1, AnswererError("rate_limited", "tomorrow", retryable=True, retry_after=86400), 2, 1, False),
    ],
)
def test_another_attempt_is_made_where_it_makes_sense(times, error, retries, attempts, answered):
    flaky = Flaky(times, error)
    (prediction,), _ = ask(flaky, retries=retries)
    assert (prediction.attempts, prediction.text is not None) == (attempts, answered)
    assert len(flaky.calls) == attempts


@pytest.mark.parametrize(
    ("times", "error", "retries", "pauses"),
    [
        (3, RETRYABLE, 3, [(0.25, 0.5), (0.5, 1.0), (1.0, 2.0)]),
        (1, AnswererError("server", "busy", retryable=True, retry_after=1.2), 1, [(1.2, 1.2)]),
        (2, AnswererError("rate_limited", "wait", retryable=True, retry_after=1.2), 1, [(1.2, 1.2), (1.2, 1.2)]),
    ],
)
def test_the_pauses_between_attempts_double_and_honour_what_the_server_asks_for(times, error, retries, pauses):
    called = []

    async def answer():
        called.append(clock.now())
        if len(called) <= times:
            raise error
        return "170 mm"

    (prediction,), _ = clock.run(clock.at_once(make_answerer(answer, dataset(), Patience(retries=retries)), requests()))
    assert prediction.text == "170 mm"
    between = [later - earlier for earlier, later in itertools.pairwise(called)]
    assert all(least <= pause <= most + 1e-9 for pause, (least, most) in zip(between, pauses, strict=True)), between


def test_a_stop_ends_the_pause_before_another_attempt():
    flaky = Flaky(1, AnswererError("rate_limited", "wait", retryable=True, retry_after=30))
    asker = make_answerer(flaky, dataset())

    async def one():
        asking = asyncio.create_task(asker.ask(requests()))
        await asyncio.sleep(0.2)
        asker.stop()
        with pytest.raises(Stopped):
            await asking
        with pytest.raises(Stopped):
            await asker.ask(requests())

    started = time.monotonic()
    asyncio.run(one())
    assert time.monotonic() - started < 25
    assert len(flaky.calls) == 1


# --- what hangs -------------------------------------------------------------------------------------------------------


def hang_in_thread():
    time.sleep(3600)


async def hang_on_loop():
    await asyncio.sleep(3600)


async def hang_for_good():
    while True:
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            continue


async def hang_in_a_thread_of_the_loop():
    await asyncio.to_thread(time.sleep, 3600)


@pytest.mark.parametrize(("answerer", "attempts"), [(hang_in_thread, 1), (hang_on_loop, 2)])
def test_an_answer_that_does_not_come_in_time_is_given_up(answerer, attempts):
    (prediction,), _ = ask(answerer, timeout=0.3, retries=1)
    assert prediction.failure == Failure("timeout", "no answer within 0.3 s")
    assert prediction.attempts == attempts


def test_a_batch_has_the_time_of_all_its_questions():
    class Answerer:
        async def answer_batch(self, questions):
            await asyncio.sleep(0.5)
            return questions

    def said(n):
        asker = make_answerer(Answerer(), dataset(), Patience(timeout=0.3))
        return [prediction.text for prediction in clock.run(asker.ask(requests(n)))]

    assert said(3) == ["What is 0?", "What is 1?", "What is 2?"]
    assert said(1) == [None]


def test_a_late_answer_takes_no_other_questions_place():
    release = threading.Event()

    def answer(id):  # noqa: A002 - the name by which it is given
        if id == "q0":
            release.wait(60)
        return id

    asker = make_answerer(answer, dataset(), Patience(timeout=1.0, concurrency=1))

    async def several():
        first = await asker.ask(requests(3)[:1])
        release.set()
        rest = [await asker.ask([request]) for request in requests(3)[1:]]
        async with asyncio.timeout(30):
            while asker._calls.stuck:  # noqa: ASYNC110 - nothing else tells when a thread has come back
                await asyncio.sleep(0.01)
        return [one[0].text for one in (first, *rest)]

    assert asyncio.run(several()) == [None, "q1", "q2"]


def test_after_many_calls_that_hang_nothing_more_is_asked_of_the_answerer():
    asked = []

    def answer(id):  # noqa: A002 - the name by which it is given
        asked.append(id)
        time.sleep(3600)

    asker = make_answerer(answer, dataset(), Patience(timeout=0.3, concurrency=2))
    heard = []
    asker.listen(heard.append)

    async def several():
        return [(await asker.ask([request]))[0] for request in requests(20)]

    predictions = asyncio.run(several())
    assert {prediction.failure.kind for prediction in predictions} == {"timeout"}
    assert len(asked) == 8
    assert predictions[-1].failure.message == "not asked: 8 calls before it hang"
    assert heard == ["answer: 2 calls hang in threads that cannot be ended; they are left behind and fresh ones go on"]


def hang_in_a_process():
    child = multiprocessing.get_context("spawn").Process(target=time.sleep, args=(3600,))
    child.start()
    child.join()


@pytest.mark.parametrize(
    "name", ["hang_in_thread", "hang_for_good", "hang_in_a_thread_of_the_loop", "hang_in_a_process"]
)
def test_what_hangs_does_not_keep_the_process_from_ending(name):
    script = (
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "import test_asking, plain\n"
        "from qa_eval.engine import run_questions, Settings\n"
        f"run = run_questions(plain.dataset(3), [test_asking.{name}], plain.Plain(), Settings(timeout=0.2))\n"
        "print(run.state, [result.prediction.failure.kind for result in run.results])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=30, check=True)
    assert done.stdout == "complete ['timeout', 'timeout', 'timeout']\n"
    assert done.stderr == ""


# --- how many, how fast -----------------------------------------------------------------------------------------------


class Counting:
    """Counts how many calls are in flight at once; none comes back before ``enough`` of them are."""

    def __init__(self, concurrency, enough):
        self.concurrency = concurrency
        self.now = self.most = 0
        self.lock = threading.Lock()
        self.enough, self.reached = enough, threading.Event()

    def answer(self, question):
        with self.lock:
            self.now += 1
            self.most = max(self.most, self.now)
            if self.now == self.enough:
                self.reached.set()
        self.reached.wait(50)
        time.sleep(0.005)
        with self.lock:
            self.now -= 1
        return question


@pytest.mark.parametrize(("own", "wanted", "at_once"), [(None, 8, 8), (3, 8, 3), (30, 8, 8), (1, 8, 1)])
def test_an_answerer_may_limit_its_calls_at_once(own, wanted, at_once):
    counting = Counting(own, enough=at_once)
    asker = make_answerer(counting, dataset(), Patience(concurrency=wanted))

    async def all_at_once():
        askers = [asker.ask([request]) for request in requests(40)]
        async with asyncio.Semaphore(1):
            places = asyncio.Semaphore(wanted)

            async def one(asking):
                async with places:
                    return await asking

            return await asyncio.gather(*map(one, askers))

    assert len(asyncio.run(all_at_once())) == 40
    assert counting.most == at_once


def test_a_blocking_batch_is_asked_one_call_at_a_time_unless_it_says_otherwise():
    batched, several = Batched(), Batched()
    several.concurrency = 5
    assert ask(batched)[1].concurrency == 1
    assert ask(several)[1].concurrency == 5
    assert ask(AsyncBatched())[1].concurrency == 2
    assert ask(AsyncBatched(), concurrency=8)[1].concurrency == 1
    assert ask(Holder())[1].concurrency == 64


def test_a_rate_is_held_evenly():
    called = []

    async def answer():
        called.append(clock.now())
        return ""

    asker = make_answerer(answer, dataset(), Patience(rate=1200))
    clock.run(clock.at_once(asker, requests(11)))
    assert called == pytest.approx([0.05 * i for i in range(11)])


def test_quick_calls_share_a_thread_and_slow_ones_get_one_each():
    threads = set()

    def quick():
        threads.add(threading.get_ident())
        return ""

    def slow():
        threads.add(threading.get_ident())
        time.sleep(0.02)
        return ""

    async def ask_all(asker):
        waiting = iter(requests(640))

        async def worker():
            for request in waiting:
                await asker.ask([request])

        await asyncio.gather(*(worker() for _ in range(32)))
        await asker.close()

    asyncio.run(ask_all(make_answerer(quick, dataset())))
    assert len(threads) <= 4
    threads.clear()
    asyncio.run(ask_all(make_answerer(slow, dataset())))
    assert len(threads) >= 24


def test_calls_of_which_none_comes_back_get_a_thread_each_at_the_first_look(monkeypatch):
    monkeypatch.setattr("qa_eval.asking.threads.FIRST_LOOK", 1_000)  # by hand below
    begun, over = threading.Event(), threading.Event()

    def call(requests):
        begun.set()
        over.wait(10)

    async def look():
        loop, threads = asyncio.get_running_loop(), Threads(48)
        tickets = [threads.submit(call, []) for _ in range(40)]
        before = threads._live
        begun.wait(10)
        await asyncio.sleep(0.02)  # in which the process computes nothing
        threads._look(loop)
        live = threads._live
        over.set()
        await asyncio.gather(*(ticket.future for ticket in tickets))
        threads.close()
        return before, live

    assert asyncio.run(look()) == (1, 40)


# --- the end ----------------------------------------------------------------------------------------------------------


def closing(close):
    class Answerer:
        def answer(self, question):
            return question

    Answerer.close = close
    return Answerer()


def test_an_answerer_is_closed_sync_or_async():
    closed = []

    async def later(self):
        await asyncio.sleep(0)
        closed.append("async")

    ask(closing(lambda self: closed.append("sync")))
    ask(closing(later))
    assert closed == ["sync", "async"]


def test_a_close_that_fails_or_hangs_is_said_and_ends_nothing():
    def broken(self):
        raise ValueError("stuck lid")

    heard = []
    for close, says in [
        (broken, "Answerer: its close() failed: ValueError: stuck lid"),
        (lambda self: time.sleep(3600), "Answerer: its close() failed: no answer within 0.2 s"),
    ]:
        asker = make_answerer(closing(close), dataset())
        asker.listen(heard.append)
        asyncio.run(asker.close(0.2))
        assert re.sub(r" \(test_asking\.py:\d+\)\Z", "", heard.pop()) == says


def preparing(prepare):
    class Answerer:
        def answer(self):
            return "x"

    Answerer.prepare = prepare
    return Answerer()


def test_an_answerer_is_prepared_once_sync_or_async_before_it_is_asked():
    done = []

    async def later(self):
        await asyncio.sleep(0)
        done.append("async")

    ask(preparing(lambda self: done.append("sync")))
    ask(preparing(later))
    assert done == ["sync", "async"]


def test_a_prepare_that_fails_is_said_and_fails_every_question():
    def broken(self):
        raise ValueError("no weights")

    async def broken_later(self):
        raise SystemExit("no weights")

    for prepare, says in [(broken, "ValueError"), (broken_later, "SystemExit")]:
        heard = []
        asker = make_answerer(preparing(prepare), dataset())
        asker.listen(heard.append)
        (prediction,) = asyncio.run(asker.ask(requests()))
        told = f"its prepare() failed: {says}: no weights"
        assert prediction.failure.kind == "exception"
        assert prediction.failure.message.startswith(told)
        (again,) = asyncio.run(asker.ask(requests()))
        assert again.failure == prediction.failure
        (said,) = heard
        assert said.startswith(f"Answerer: {told}")


def test_errors_of_making_an_answerer_are_ours():
    with pytest.raises(QaEvalError):
        make_answerer("./nowhere.py:answer", dataset())


def test_a_late_call_is_made_again_where_it_was_taken_back():
    calls = []

    async def slow_at_first(question, document):
        calls.append(question)
        await asyncio.sleep(5 if len(calls) == 1 else 0)
        return "170 mm"

    def slow_in_a_thread(question, document):
        calls.append(question)
        time.sleep(0.5 if len(calls) == 1 else 0)
        return "170 mm"

    (found,) = ask(slow_at_first, timeout=0.1, retries=1)[0]
    assert (found.text, found.attempts) == ("170 mm", 2)
    calls.clear()
    (found,) = ask(slow_in_a_thread, timeout=0.1, retries=1)[0]
    assert (found.failure.kind, found.attempts) == ("timeout", 1)
