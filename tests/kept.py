"""A program that runs questions into a folder, to be killed, interrupted and resumed by the tests.

python kept.py FOLDER QUESTIONS ANSWERER SECONDS LOG: resumes the run in FOLDER, or begins it; each question asked is a line
of LOG; prints "asking" when the first is asked, and the run's state at the end.
"""

import asyncio
import os
import sys
import time
from pathlib import Path

from plain import Plain, dataset, number

from qa_eval import journal
from qa_eval.engine import Settings, run_questions

WELL = bool(os.environ.get("WELL"))  # whether what fails or hangs answers this time


def say(text):
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


class Asked:
    """Notes what is asked before it answers, by a write that survives the kill."""

    def __init__(self, log, seconds):
        self.log = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        self.seconds = seconds
        self.told = False

    def note(self, *ids):
        if not self.told:
            self.told = True
            say("asking")
        os.write(self.log, "".join(f"{one}\n" for one in ids).encode())


class Sync(Asked):
    def answer(self, question, id):  # noqa: A002 - the name by which it is given
        self.note(id)
        time.sleep(self.seconds)
        return number(question)


class Async(Asked):
    async def answer(self, question, id):  # noqa: A002 - as above
        self.note(id)
        await asyncio.sleep(self.seconds)
        return number(question)


class Batched(Asked):
    batch_size = 7
    concurrency = 4

    def answer_batch(self, questions, ids):
        self.note(*ids)
        time.sleep(self.seconds)
        return [number(question) for question in questions]


class Hanging(Asked):
    def answer(self, question, id):  # noqa: A002 - as above
        self.note(id)
        if not WELL:
            time.sleep(3600)
        return number(question)


class Blocking(Asked):
    async def answer(self, question, id):  # noqa: A002 - as above
        self.note(id)
        if not WELL:
            time.sleep(3600)  # noqa: ASYNC251 - the mistake that the run has to survive
        return number(question)


class Flaky(Asked):
    def answer(self, question, id):  # noqa: A002 - as above
        self.note(id)
        time.sleep(self.seconds)
        if int(id[1:]) % 3 == 0 and not WELL:
            raise ValueError("not today")
        return number(question)


class Crashing(Asked):
    def answer(self, question, id):  # noqa: A002 - as above
        self.note(id)
        if id == "q20" and not WELL:
            os.abort()
        return number(question)


class Told:
    """Says the notices, as the command line does."""

    def on_result(self, result, tally):
        pass

    def on_notice(self, text):
        say(f"notice: {text}")


def main(folder, questions, answerer, seconds, log):
    path = Path(folder)
    resume = (path / journal.HEADER).is_file()
    place = journal.Place(path, exact=True, resume=resume, force=not resume)
    made = globals()[answerer](log, float(seconds))
    settings = Settings(concurrency=16, retries=0)
    run = run_questions(dataset(int(questions), documents=3), [made], Plain(), settings, place, Told())
    say(f"{run.state} {len(run.results)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
