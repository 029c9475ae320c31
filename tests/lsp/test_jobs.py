"""Who may use the worker, and when."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from pathlib import Path

import pytest

from gxlint.session import Options, Project, Session, check_text
from gxlint_lsp.interruptible import interruptible
from gxlint_lsp.jobs import Job, Superseded, Worker
from tests.lsp.reports import with_wrong_total


def on_a_loop(test: Callable[[], Coroutine[None, None, None]]) -> Callable[[], None]:
    """Make a test of a coroutine."""

    def run() -> None:
        asyncio.run(test())

    run.__name__ = test.__name__
    return run


class _Gate:
    """Work that begins, tells so, and goes on when it is let."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.open = threading.Event()
        self.seen: list[bool] = []

    def work(self, job: Job[str]) -> str:
        self.begun.set()
        assert self.open.wait(30)
        self.seen.append(job.given_up)
        job.look()
        return "gate"

    async def reached(self) -> None:
        await asyncio.to_thread(self.begun.wait, 30)


def said(word: str) -> Callable[[Job[str]], str]:
    return lambda job: word


@on_a_loop
async def test_newer_work_of_a_name_takes_the_place_of_older() -> None:
    worker, gate = Worker(), _Gate()
    first = worker.urgent("a", gate.work)
    await gate.reached()
    second = worker.urgent("a", said("old"))
    third = worker.urgent("a", said("new"))
    gate.open.set()
    assert [await first, await second, await third] == ["new", "new", "new"]
    assert gate.seen == [True]


@on_a_loop
async def test_what_is_urgent_goes_before_what_is_patient() -> None:
    worker, gate = Worker(), _Gate()
    order: list[str] = []
    worker.urgent("gate", gate.work)
    await gate.reached()
    patient = worker.patient(lambda job: order.append("patient"))
    urgent = worker.urgent("a", lambda job: order.append("urgent"))
    gate.open.set()
    await asyncio.gather(patient, urgent)
    assert order == ["urgent", "patient"]


@on_a_loop
async def test_work_that_fails_does_not_end_the_worker() -> None:
    worker = Worker()

    def leave(job: Job[str]) -> str:
        raise SystemExit(3)

    def fail(job: Job[str]) -> str:
        raise KeyError("x")

    with pytest.raises(RuntimeError, match="SystemExit"):
        await worker.urgent("a", leave)
    with pytest.raises(KeyError):
        await worker.urgent("a", fail)
    assert await worker.urgent("a", said("fine")) == "fine"


@on_a_loop
async def test_work_that_is_given_up_is_never_begun() -> None:
    worker, gate = Worker(), _Gate()
    worker.urgent("gate", gate.work)
    await gate.reached()
    waiting = worker.urgent("a", said("never"))
    worker.give_up("a")
    gate.open.set()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert await worker.patient(said("fine")) == "fine"


@on_a_loop
async def test_work_that_is_held_begins_when_it_may() -> None:
    worker = Worker()
    worker.hold()
    held = worker.urgent("a", said("held"))
    assert await worker.patient(said("patient")) == "patient"
    assert not held.done()
    worker.go_on()
    assert await held == "held"


@on_a_loop
async def test_work_for_later_lets_other_work_pass() -> None:
    worker = Worker()
    later = worker.urgent("a", said("later"), after=0.2)
    assert await worker.urgent("b", said("now")) == "now"
    assert await worker.patient(said("patient")) == "patient"
    assert not later.done()
    assert await later == "later"


@pytest.fixture
def project() -> Project:
    return Session(Options(isolated=True)).project(Path.cwd())


def test_an_interruptible_check_finds_the_same(project: Project) -> None:
    text = "\n".join([with_wrong_total()] * 3)
    looks: list[None] = []
    result = check_text(text, "a.md", interruptible(project, lambda: looks.append(None)))
    assert result.findings == check_text(text, "a.md", project).findings
    assert len(looks) > 3


@pytest.mark.parametrize("after", [0, 1, 3, 5])
def test_a_check_breaks_off_where_nobody_waits(project: Project, after: int) -> None:
    looks = iter(range(after + 1))

    def look() -> None:
        if next(looks) == after:
            raise Superseded

    with pytest.raises(Superseded):
        check_text("\n".join([with_wrong_total()] * 3), "a.md", interruptible(project, look))
