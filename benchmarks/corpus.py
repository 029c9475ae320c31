"""Reports to measure on: consistent ones, written by the generator of the tests."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

from gxlint.forms import bundled_forms
from tests.writing import SHAPES, Shape, Wear, figures, render

ORGANS = ("青山县云岭镇人民政府", "临河市水务局", "白石市人民政府", "望江区东桥街道办事处")


def report(random: Random, shape: Shape = "tab-cells") -> str:
    """One report of about 6 KB, worn by conversion as published ones are."""
    form = random.choice(bundled_forms())
    year = random.randint(form.first_year, form.last_year or form.first_year + 4)
    truth = figures(random, form, random.choice((0, 3, 40, 5000)))
    wear = Wear(random, ("wrapped-labels", "odd-spaces", "page-numbers"))
    return render(form, truth, shape, year=year, organ=random.choice(ORGANS), random=random, wear=wear)


def write_reports(folder: Path, count: int, shapes: Sequence[Shape] = SHAPES) -> list[Path]:
    """``count`` reports, the shapes taking turns. The same call writes the same files on every machine."""
    folder.mkdir()
    paths = []
    for number in range(count):
        path = folder / f"report-{number:05}.txt"
        path.write_text(report(Random(number), shapes[number % len(shapes)]), encoding="utf-8")
        paths.append(path)
    return paths


def write_compilation(path: Path, size: int) -> None:
    """A file of at least ``size`` bytes: one report after the other, as in a volume of a whole county."""
    random = Random(0)
    with path.open("w", encoding="utf-8", newline="") as file:
        while file.tell() < size:
            file.write(report(random) + "\n")
