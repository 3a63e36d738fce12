"""An event loop whose clock jumps to the next thing that is due: hours pass at once, and nothing depends on the machine."""

import asyncio
import selectors


class Jumping(selectors.DefaultSelector):
    """Waits for nothing; ``now`` moves on by the time that would have been waited."""

    now = 0.0

    def select(self, timeout=None):
        ready = super().select(0)
        if not ready:
            if timeout is None:
                raise RuntimeError("nothing will ever happen: a thread or a process does not run by this clock")
            self.now += timeout
        return ready


def run(coroutine):
    """Like asyncio.run, for what neither blocks nor leaves the loop."""
    selector = Jumping()

    class Loop(asyncio.SelectorEventLoop):
        def time(self):
            return selector.now

    with asyncio.Runner(loop_factory=lambda: Loop(selector)) as runner:
        return runner.run(coroutine)


def now():
    """The seconds that have passed by the clock of the loop."""
    return asyncio.get_running_loop().time()


async def at_once(asker, requests, workers=64):
    """Ask one request a call, so many calls at once; return the predictions in order, and the seconds that it took."""
    waiting = iter(enumerate(requests))
    found = [None] * len(requests)

    async def worker():
        for number, request in waiting:
            (found[number],) = await asker.ask([request])

    started = now()
    await asyncio.gather(*(worker() for _ in range(workers)))
    return found, now() - started
