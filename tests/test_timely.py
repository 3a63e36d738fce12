"""The loop of a run does what Python's own does, with timers on time."""

import asyncio
import os
import resource
import sys

import pytest

from qa_eval.engine.timely import MOST, new_event_loop

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems' timers are on time")


def run(work):
    loop = new_event_loop()
    try:
        return loop.run_until_complete(work)
    finally:
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()


async def talk():
    """Send a line through a real server while timers run."""

    async def serve(reader, writer):
        writer.write(await reader.readline())
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    await asyncio.sleep(0.001)
    writer.write(b"said\n")
    said = await asyncio.wait_for(reader.readline(), 30)
    writer.close()
    server.close()
    return said


def test_connections_and_timers_work_side_by_side():
    assert run(talk()) == b"said\n"


def test_a_timer_is_never_early():
    async def late():
        now = asyncio.get_running_loop().time
        began = now()
        await asyncio.sleep(0.0123)
        return now() - began

    assert all(run(late()) >= 0.0123 for _ in range(5))


def test_a_call_from_another_thread_wakes_it():
    async def wait():
        loop = asyncio.get_running_loop()
        called = asyncio.Event()
        await loop.run_in_executor(None, loop.call_soon_threadsafe, called.set)
        await asyncio.wait_for(called.wait(), 30)

    run(wait())


def test_it_works_where_more_files_are_open_than_select_knows():
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < MOST + 100:
        pytest.skip("no so many files may be open here")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, MOST + 100), hard))
    taken = []
    try:
        while not taken or taken[-1] < MOST:
            taken.append(os.open(os.devnull, os.O_RDONLY))
        assert run(talk()) == b"said\n"
    finally:
        for each in taken:
            os.close(each)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


@pytest.mark.skipif(sys.version_info >= (3, 16), reason="there are no policies any more")
@pytest.mark.filterwarnings(r"ignore:'asyncio\.\w+' is deprecated:DeprecationWarning")  # from Python 3.14 on
def test_a_loop_of_another_kind_that_is_set_for_the_process_stays():
    class Own(asyncio.SelectorEventLoop):
        pass

    class Policy(asyncio.DefaultEventLoopPolicy):
        def new_event_loop(self):
            return Own()

    asyncio.set_event_loop_policy(Policy())
    try:
        loop = new_event_loop()
        assert type(loop) is Own
        loop.close()
    finally:
        asyncio.set_event_loop_policy(None)
