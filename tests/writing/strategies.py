"""Hypothesis strategies for consistent reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from hypothesis import strategies as st

from gxlint.forms import bundled_forms
from gxlint.report import Form
from tests.writing.figures import Figures, figures
from tests.writing.render import SHAPES, Shape, render
from tests.writing.wear import KINDS, Kind, Wear

ORGANS = ("青山县云岭镇人民政府", "临河市水务局", "白石市人民政府", "望江区东桥街道办事处")


@dataclass(frozen=True)
class Written:
    """A report and what it says."""

    form: Form
    year: int
    organ: str
    shape: Shape
    figures: Figures
    text: str


@st.composite
def written_reports(
    draw: st.DrawFn,
    shapes: Sequence[Shape] = SHAPES,
    wear: Sequence[Kind] = KINDS,
    line_ends: Sequence[str] = ("\n", "\r\n"),
) -> Written:
    """Consistent reports in the given shapes, with any of the given marks of conversion."""
    form = draw(st.sampled_from(bundled_forms()))
    year = draw(st.integers(form.first_year, form.last_year or form.first_year + 4))
    organ = draw(st.sampled_from(ORGANS))
    shape = draw(st.sampled_from(shapes))
    kinds = draw(st.sets(st.sampled_from(wear))) if wear else set()
    random = Random(draw(st.integers(0, 2**32 - 1)))
    truth = figures(random, form, draw(st.sampled_from((0, 3, 40, 5000))))
    text = render(
        form,
        truth,
        shape,
        year=year,
        organ=organ,
        line_end=draw(st.sampled_from(line_ends)),
        random=random,
        wear=Wear(random, kinds),
    )
    return Written(form, year, organ, shape, truth, text)
