"""What threads import beside the answerers waits until the event loop rests, and no longer than it may."""

import asyncio
import importlib
import sys
import threading
import time

import pytest

from qa_eval.asking import beside, rests
from qa_eval.engine.timely import new_event_loop

LONG = 30  # seconds, for what ought to be there at once


@pytest.fixture
def modules(tmp_path, monkeypatch):
    """Names of modules that can be imported, and that are forgotten afterwards."""
    names = [f"imported_beside_{number}" for number in range(5)]
    for name in names:
        (tmp_path / f"{name}.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    yield names
    for name in names:
        sys.modules.pop(name, None)


@pytest.fixture(autouse=True)
def at_rest():
    yield
    rests.rest()


def importing(names):
    """Return a thread that imports them beside the answerers, begun."""

    def work():
        with beside():
            for name in names:
                importlib.import_module(name)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread


def test_an_import_waits_while_the_loop_works_and_comes_when_it_rests(modules, monkeypatch):
    monkeypatch.setattr(rests, "PATIENCE", LONG)
    rests.work()
    thread = importing(modules)
    thread.join(0.05)
    assert not sys.modules.keys() & set(modules)
    rests.rest()
    thread.join(LONG)
    assert sys.modules.keys() >= set(modules)


def test_a_loop_that_never_rests_holds_it_up_for_so_long_in_all(modules, monkeypatch):
    monkeypatch.setattr(rests, "PATIENCE", 0.05)
    rests.work()
    began = time.perf_counter()
    importing(modules).join(LONG)
    assert time.perf_counter() - began >= 0.05
    assert sys.modules.keys() >= set(modules)


def test_other_imports_do_not_wait(modules, monkeypatch):
    monkeypatch.setattr(rests, "PATIENCE", LONG)
    importing([]).join(LONG)  # from then on imports are watched
    rests.work()
    thread = threading.Thread(target=importlib.import_module, args=(modules[0],), daemon=True)
    thread.start()
    thread.join(LONG / 2)
    assert modules[0] in sys.modules


def test_the_loop_may_need_what_a_thread_that_gives_way_is_importing(modules, monkeypatch):
    monkeypatch.setattr(rests, "PATIENCE", 0.2)
    rests.work()
    thread = importing(modules)
    time.sleep(0.05)  # it waits, and nobody else can import the module before it has
    importlib.import_module(modules[0])
    thread.join(LONG)
    assert sys.modules.keys() >= set(modules)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems' loops do not say when they rest")
def test_the_loop_of_a_run_tells_when_it_rests(monkeypatch):
    told = []
    monkeypatch.setattr(rests, "rest", lambda: told.append("rest"))
    monkeypatch.setattr(rests, "work", lambda: told.append("work"))
    loop = new_event_loop()
    try:
        loop.run_until_complete(asyncio.sleep(0))
        assert not told  # it had something to do all the time
        waited = loop.create_future()

        def end_once_it_rests():
            while not told:
                time.sleep(0.001)
            loop.call_soon_threadsafe(waited.set_result, None)

        threading.Thread(target=end_once_it_rests).start()
        loop.run_until_complete(waited)
        assert told[:2] == ["rest", "work"]
        told.clear()
    finally:
        loop.close()
    assert told == ["rest"]
