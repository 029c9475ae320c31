"""The measures of the language server, each beside what a pygls server takes that does nothing."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from benchmarks.corpus import report, write_compilation
from benchmarks.measures import Measure
from benchmarks.process import GXLINT
from benchmarks.server_client import Server
from benchmarks.server_typing import Typist
from tests.writing.prose import problems

SERVER = (*GXLINT, "server", "--stdio")
EMPTY = (sys.executable, "-m", "benchmarks.server_empty")

_URI = "untitled:report"
_LARGE_URI = "untitled:compilation"
_BURST = 10


@dataclass(frozen=True, slots=True)
class Comparison(Measure):
    """A measure with ``empty``: what the server that does nothing takes, None where that says nothing."""

    empty: float | None = None


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is measured. ``edits``: keystrokes for the documents of 7 and 100 KB, ``memory_edits`` for the memory;
    ``gap``: seconds between two keystrokes; ``large``: KB of the largest document; ``repeat``: starts of the server."""

    edits: int = 500
    memory_edits: int = 10_000
    gap: float = 0.02
    large: int = 5000
    repeat: int = 7


def measured(folder: Path, effort: Effort) -> Iterator[Measure]:
    """All measures. ``folder`` is for what is written along the way."""
    small = _small(7000)
    yield from _start(folder, small, effort.repeat)
    yield from _typing(folder, "7 KB", small, effort, 20)
    yield from _typing(folder, "100 KB", _compilation(folder, 100), effort, 150)
    yield from _features(folder, small, effort)
    yield from _memory(folder, small, effort.memory_edits)
    yield from _large(folder, small, _compilation(folder, effort.large), effort)


def _small(size: int) -> str:
    """One report of about so many bytes, with as much prose as published ones have."""
    random = Random(0)
    text = report(random)
    place = text.index("\n二、") + 1
    while len(text.encode()) < size:
        text = text[:place] + "\n".join((*problems(random, 2024, "青山县云岭镇人民政府"), "")) + text[place:]
    return text


def _compilation(folder: Path, size: int) -> str:
    path = folder / f"compilation-{size}.txt"
    write_compilation(path, 1024 * size)
    return path.read_text(encoding="utf-8")


def _start(folder: Path, text: str, repeat: int) -> Iterator[Measure]:
    """From the start of the process to the first diagnostics; the two servers take turns. The first of each is not
    counted: it may have to compile."""
    pairs = [(_first(folder, EMPTY, text), _first(folder, SERVER, text)) for _ in range(repeat + 1)][1:]
    for place, name in enumerate(("start to first diagnostics, 7 KB", "CPU time of the same")):
        empty, own = ([times[place] for times in side] for side in zip(*pairs, strict=True))
        yield Comparison(name, median(own), "ms", None, median(empty))
        more = median(one - other for one, other in zip(own, empty, strict=True))
        yield Measure(f"{name}, more than empty pygls", more, "ms", 150)


def _first(folder: Path, command: Sequence[str], text: str) -> tuple[float, float]:
    """Wall and CPU time in ms."""
    with Server(command, folder) as server:
        server.greet()
        server.open(_URI, text)
        server.result(server.diagnose(_URI))
        return 1000 * (perf_counter() - server.started), server.cpu


@dataclass(frozen=True, slots=True)
class _Typed:
    """ms from keystrokes to diagnostics, one by one and from the last of bursts; CPU time in ms of one keystroke."""

    single: list[float]
    bursts: list[float]
    cpu: float


def _typing(folder: Path, size: str, text: str, effort: Effort, target: float) -> Iterator[Measure]:
    """From a keystroke to its diagnostics: one by one, and from the last of a burst."""
    empty, own = (_typed(folder, command, text, effort) for command in (EMPTY, SERVER))
    name = f"keystroke to diagnostics, {size}"
    yield Comparison(f"{name}, p50", _part(own.single, 0.5), "ms", None, _part(empty.single, 0.5))
    yield Comparison(f"{name}, p99", _part(own.single, 0.99), "ms", target, _part(empty.single, 0.99))
    yield Comparison(f"{name}, CPU time", own.cpu, "ms", None, empty.cpu)
    name = f"last of a burst of {_BURST} to diagnostics, {size}"
    yield Comparison(f"{name}, p50", _part(own.bursts, 0.5), "ms", None, _part(empty.bursts, 0.5))
    yield Comparison(f"{name}, p99", _part(own.bursts, 0.99), "ms", target, _part(empty.bursts, 0.99))


def _typed(folder: Path, command: Sequence[str], text: str, effort: Effort) -> _Typed:
    with Server(command, folder) as server:
        server.greet()
        typist = _opened(server, _URI, text)

        def keystroke() -> None:
            typist.type()
            server.result(server.diagnose(_URI))

        def burst() -> None:
            for _ in range(_BURST - 1):
                typist.type()

        before = server.cpu
        single = _timed(effort.edits, effort.gap, lambda: None, keystroke)
        cpu = (server.cpu - before) / effort.edits
        bursts = _timed(max(effort.edits // _BURST, 1), effort.gap, burst, keystroke)
    return _Typed(single, bursts, cpu)


def _opened(server: Server, uri: str, text: str) -> Typist:
    """A person before a document that has been checked once."""
    server.open(uri, text)
    server.result(server.diagnose(uri))
    time.sleep(0.5)  # The first checks are over, and what is warmed up is warm.
    return Typist(server, uri, text)


def _timed(times: int, gap: float, before: Callable[[], object], timed: Callable[[], object]) -> list[float]:
    """How many ms ``timed`` takes, each time."""
    found = []
    for _ in range(times):
        time.sleep(gap)
        before()
        begun = perf_counter()
        timed()
        found.append(1000 * (perf_counter() - begun))
    return found


def _features(folder: Path, text: str, effort: Effort) -> Iterator[Measure]:
    """What an editor asks for after every keystroke, once the diagnostics are there, and right behind the keystroke."""
    document = {"textDocument": {"uri": _URI}}
    lines = text.count("\n")
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": lines, "character": 0}}
    asked = {
        "hints": ("textDocument/inlayHint", {**document, "range": whole}),
        "tokens": ("textDocument/semanticTokens/full", document),
        "symbols": ("textDocument/documentSymbol", document),
        "lenses": ("textDocument/codeLens", document),
    }
    times = max(effort.edits // 5, 1)
    with Server(SERVER, folder) as server:
        server.greet()
        typist = _opened(server, _URI, text)
        for name, (method, params) in asked.items():

            def ready() -> None:
                typist.type()
                server.result(server.diagnose(_URI))

            def typed_and_asked() -> object:
                typist.type()
                return server.ask(method, params)  # noqa: B023

            found = _timed(times, effort.gap, ready, lambda: server.ask(method, params))  # noqa: B023
            at_once = _timed(times, effort.gap, lambda: None, typed_and_asked)
            target = 20 if name in ("hints", "tokens") else None
            yield Measure(f"{name}, 7 KB, p99", _part(found, 0.99), "ms", target)
            yield Measure(f"keystroke to {name}, 7 KB, p99", _part(at_once, 0.99), "ms")


def _memory(folder: Path, text: str, edits: int) -> Iterator[Measure]:
    """Memory after a fifth of the edits, when all caches are full, and after all of them."""
    figures = [_held(folder, command, text, edits) for command in (EMPTY, SERVER)]
    (empty_early, empty_late), (early, late) = figures
    yield Comparison(f"memory after {edits // 5} edits", early, "MiB", None, empty_early)
    yield Comparison(f"memory after {edits} edits", late, "MiB", None, empty_late)
    yield Comparison("growth between the two", late - early, "MiB", 1, empty_late - empty_early)


def _held(folder: Path, command: Sequence[str], text: str, edits: int) -> tuple[float, float]:
    with Server(command, folder) as server:
        server.greet()
        typist = _opened(server, _URI, text)
        held = []
        for count in (edits // 5, edits - edits // 5):
            for _ in range(max(count // _BURST, 1)):
                for _ in range(_BURST):
                    typist.type()
                server.result(server.diagnose(_URI))
            held.append(server.memory)
    return held[0], held[1]


def _large(folder: Path, small: str, large: str, effort: Effort) -> Iterator[Measure]:
    """The largest document: how long its diagnostics take, and how long other answers take meanwhile."""
    size = f"{effort.large} KB"
    checks, own, others = _while_checking(folder, SERVER, small, large)
    empty_checks, _, empty = _while_checking(folder, EMPTY, small, large)
    yield Comparison(f"keystroke to diagnostics, {size}", max(checks), "ms", None, max(empty_checks))
    yield Comparison(f"hover meanwhile, 7 KB, p50 of {len(others)}", _part(others, 0.5), "ms", None, _part(empty, 0.5))
    yield Measure("hover meanwhile, 7 KB, p99", _part(others, 0.99), "ms", 50)
    yield Measure(f"hover meanwhile, {size}, p50 of {len(own)}", _part(own, 0.5), "ms")
    yield Measure(f"hover meanwhile, {size}, p99", _part(own, 0.99), "ms", 50)


def _while_checking(
    folder: Path, command: Sequence[str], small: str, large: str
) -> tuple[list[float], list[float], list[float]]:
    """Of three keystrokes in the large document: ms to its diagnostics, and meanwhile to hovers there and in the
    small one."""
    checks: list[float] = []
    own: list[float] = []
    others: list[float] = []
    with Server(command, folder) as server:
        server.greet()
        here = _opened(server, _URI, small)
        there = _opened(server, _LARGE_URI, large)
        for _ in range(3):
            begun = perf_counter()
            there.type()
            asked = server.diagnose(_LARGE_URI)
            while not server.answered(asked):
                own += _timed(1, 0.01, lambda: None, lambda: _hover(there))
                others += _timed(1, 0.01, lambda: None, lambda: _hover(here))
            checks.append(1000 * (perf_counter() - begun))
            server.result(asked)
    return checks, own, others


def _hover(typist: Typist) -> None:
    params = {"textDocument": {"uri": typist.uri}, "position": {**typist.place, "character": 0}}
    typist.server.ask("textDocument/hover", params)


def _part(figures: Sequence[float], part: float) -> float:
    """The figure that ``part`` of the others do not exceed; 0 for no figures."""
    if not figures:
        return 0.0
    return sorted(figures)[min(int(part * len(figures)), len(figures) - 1)]
