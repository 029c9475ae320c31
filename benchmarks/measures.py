"""The measures. Each returns figures with a name, a unit and, where the project has set itself one, a target."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.corpus import write_compilation, write_reports
from benchmarks.process import GXLINT, NOTHING, run
from gxlint.text import decode
from tests.writing import SHAPES, Shape


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of the table. ``target`` is the largest value the project allows itself, None where it set none."""

    name: str
    value: float
    unit: str
    target: float | None = None


def cold_start(folder: Path, repeat: int) -> Iterator[Measure]:
    """One report from the shell, start of the interpreter included. The two commands take turns, so that a busy
    machine slows both down."""
    (path,) = write_reports(folder / "cold", 1)
    pairs = [(run(NOTHING), run((*GXLINT, "check", str(path)))) for _ in range(repeat)]
    nothing, check = median(pair[0].wall for pair in pairs), median(pair[1].wall for pair in pairs)
    yield Measure("python -c pass", 1000 * nothing, "ms wall")
    yield Measure("one report, cold", 1000 * check, "ms wall")
    yield Measure("one report, cold / python -c pass", check / nothing, "×", 8)
    yield Measure("peak memory, one report", max(pair[1].peak for pair in pairs), "MiB", 60)


def throughput(folder: Path, reports: int, repeat: int) -> Iterator[Measure]:
    """Many reports in CPU time, so that the number of cores does not matter: in the shape of converted Word documents,
    and in all shapes by turns. What one report costs, the start of the interpreter included, is subtracted."""
    (one,) = write_reports(folder / "one", 1)
    start = median(run((*GXLINT, "check", str(one))).cpu for _ in range(repeat))
    mixtures: dict[str, tuple[Shape, ...]] = {"tab cells": ("tab-cells",), "all shapes": SHAPES}
    for name, shapes in mixtures.items():
        paths = write_reports(folder / name, reports, shapes)
        many = [run((*GXLINT, "check", str(folder / name))) for _ in range(repeat)]
        check = (median(each.cpu for each in many) - start) / (reports - 1)
        reading = median(_reading(paths) for _ in range(max(repeat, 3))) / reports
        yield Measure(f"reading and decoding a report, {name}", 1000 * reading, "ms CPU")
        yield Measure(f"checking a report, {name}", 1000 * check, "ms CPU", 2)
        yield Measure(f"checking / reading and decoding, {name}", check / reading, "×")
        yield Measure(f"peak memory, {reports} reports, {name}", max(each.peak for each in many), "MiB", 60)


def linearity(folder: Path, largest: int, repeat: int) -> Iterator[Measure]:
    """Files of growing size: the time a KB takes should stay the same. ``largest`` in KB. One report of about 6 KB,
    the start of the interpreter included, is subtracted from each."""
    one = write_reports(folder / "first", 1)
    start = median(run((*GXLINT, "check", str(one[0]))).cpu for _ in range(repeat))
    costs = []
    size = max(largest // 100, 12)
    while True:
        path = folder / f"compilation-{size}.txt"
        write_compilation(path, 1024 * size)
        runs = [run((*GXLINT, "check", str(path))) for _ in range(repeat)]
        kilobytes = (path.stat().st_size - one[0].stat().st_size) / 1024
        costs.append(max(median(each.cpu for each in runs) - start, 0.0) / kilobytes)
        yield Measure(f"a file of {size} KB", 1000 * costs[-1], "ms CPU a KB")
        if size >= largest:
            break
        size = min(10 * size, largest)
    yield Measure(f"peak memory, {size} KB", max(each.peak for each in runs), "MiB")
    if costs[0] > 0:
        yield Measure("a KB of the largest / of the smallest", costs[-1] / costs[0], "×", 1.5)


def _reading(paths: list[Path]) -> float:
    started = time.process_time()
    for path in paths:
        decode(path.read_bytes())
    return time.process_time() - started
