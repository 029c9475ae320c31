"""One thread for all the work that takes time, and who may use it next.

The event loop decides, the thread works: what an editor waits for goes before the files of the workspace, and of a
document only the newest version is ever looked at.
"""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, Generic, TypeVar

from gxlint_lsp.log import failed

T = TypeVar("T")


class Superseded(BaseException):
    """The work was given up because newer work of the same name took its place, or nobody waits for it any more."""


class Job(Generic[T]):
    """A piece of work. ``name`` is what it is for (a document); ``given_up`` turns True when nobody needs it any more,
    and the work may look at that now and then. ``due`` is the time of the event loop before which it does not begin.
    ``done`` has the outcome, on the event loop."""

    def __init__(self, name: str, work: Callable[[Job[T]], T], done: asyncio.Future[T], due: float = 0.0) -> None:
        self.name = name
        self.work = work
        self.done = done
        self.due = due
        self.given_up = False

    def look(self) -> None:
        """Raises Superseded where the work is no longer wanted."""
        if self.given_up:
            raise Superseded


class Worker:
    """The thread and its queue. All methods are called on the event loop."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._urgent: dict[str, Job[Any]] = {}
        self._patient: deque[Job[Any]] = deque()
        self._running: Job[Any] | None = None
        self._held = False
        self._alarm: asyncio.TimerHandle | None = None
        self._handed: SimpleQueue[Job[Any]] = SimpleQueue()
        threading.Thread(target=self._work, name="gxlint-worker", daemon=True).start()

    @property
    def busy_with(self) -> str:
        """The name of what is being worked on, empty for nothing."""
        return self._running.name if self._running is not None else ""

    def hold(self) -> None:
        """Begin nothing urgent until ``go_on``."""
        self._held = True

    def go_on(self) -> None:
        """Begin what has been held back."""
        self._held = False
        self._next()

    def urgent(self, name: str, work: Callable[[Job[T]], T], after: float = 0.0) -> asyncio.Future[T]:
        """Do this next, but not before so many seconds have passed. Older work of the same name is given up, and
        whoever waits for that gets this outcome."""
        done = self._heirless(name)
        due = self._loop.time() + after if after else 0.0
        job = Job(name, work, done if done is not None else self._loop.create_future(), due)
        self._urgent.pop(name, None)
        self._urgent[name] = job
        self._next()
        return job.done

    def patient(self, work: Callable[[Job[T]], T]) -> asyncio.Future[T]:
        """Do this when nothing is urgent."""
        job = Job("", work, self._loop.create_future())
        self._patient.append(job)
        self._next()
        return job.done

    def give_up(self, name: str) -> None:
        """Nobody needs the work of this name any more: who waits for it is told so."""
        done = self._heirless(name)
        self._urgent.pop(name, None)
        if done is not None and not done.done():
            done.cancel()

    def _heirless(self, name: str) -> asyncio.Future[Any] | None:
        """What is awaited under this name; the work itself is given up."""
        waiting = self._urgent.get(name)
        if waiting is not None:
            return None if waiting.done.done() else waiting.done
        running = self._running
        if running is None or running.name != name or not name or running.given_up:
            return None
        running.given_up = True
        return None if running.done.done() else running.done

    def _next(self) -> None:
        if self._running is not None:
            return
        job = self._due() or (self._patient.popleft() if self._patient else None)
        if job is None:
            return
        if job.done.cancelled():
            self._next()
            return
        self._running = job
        self._handed.put(job)

    def _due(self) -> Job[Any] | None:
        """The oldest urgent work whose time has come; an alarm is set for the rest."""
        if self._held or not self._urgent:
            return None
        now = self._loop.time()
        for name, job in self._urgent.items():
            if job.due <= now:
                return self._urgent.pop(name)
        if self._alarm is not None:
            self._alarm.cancel()
        self._alarm = self._loop.call_at(min(job.due for job in self._urgent.values()), self._next)
        return None

    def _work(self) -> None:
        while True:
            job = self._handed.get()
            outcome: Any = None
            error: BaseException | None = None
            try:
                outcome = job.work(job)
            except Superseded as reason:
                error = reason
            except BaseException as reason:
                failed("work", reason)
                error = reason
            try:
                self._loop.call_soon_threadsafe(self._finished, job, outcome, error)
            except RuntimeError:  # The loop has closed.
                return
            del job, outcome, error

    def _finished(self, job: Job[Any], outcome: Any, error: BaseException | None) -> None:
        self._running = None
        if not job.given_up and not job.done.done():
            if error is None:
                job.done.set_result(outcome)
            else:
                job.done.set_exception(error if isinstance(error, Exception) else RuntimeError(type(error).__name__))
            if error is not None:
                job.done.exception()  # Nobody has to look at it.
        self._next()
