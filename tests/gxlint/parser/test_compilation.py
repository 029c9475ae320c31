"""Files that hold several reports."""

from __future__ import annotations

from random import Random

import pytest

from gxlint import PLAIN, bundled_forms
from gxlint.parser import Part, parse_all
from tests.writing import SHAPES, Shape, figures, form_for, render

ORGANS = ("青山县云岭镇人民政府", "临河市水务局", "白石市人民政府")


def parts(text: str) -> tuple[Part, ...]:
    return parse_all(text, "汇编.txt", PLAIN.blocks, bundled_forms())


@pytest.mark.parametrize("shape", SHAPES)
def test_every_report_of_a_compilation_is_read_on_its_own(shape: Shape) -> None:
    form = form_for(2024)
    texts = [
        render(form, figures(Random(n), form, 30), shape, year=2024, organ=organ) for n, organ in enumerate(ORGANS)
    ]
    text = "\n\n".join(texts)
    found = parts(text)
    assert [part.report.organ.name for part in found] == list(ORGANS)
    assert "".join(part.report.text for part in found) == text
    assert all(text[part.offset :].startswith(part.report.text) for part in found)
    assert all(len(part.report.sections) == 6 and part.report.breaks == () for part in found)


def test_one_report_is_one_part_at_the_start() -> None:
    form = form_for(2024)
    text = render(form, figures(Random(1), form), "pipes", year=2024, organ=ORGANS[0])
    (part,) = parts(text)
    assert (part.offset, part.report.text) == (0, text)


def test_a_title_repeated_inside_a_report_does_not_cut_it() -> None:
    form = form_for(2024)
    text = render(form, figures(Random(1), form), "pipes", year=2024, organ=ORGANS[0])
    at = text.index("五、存在")
    again = f"{text[:at]}青山县云岭镇人民政府2024年政府信息公开工作年度报告\n{text[at:]}"
    assert len(parts(again)) == 1
