"""The reports that tests write are consistent and complete, whatever their shape."""

from __future__ import annotations

import re
from random import Random

import pytest

from gxlint.forms import bundled_forms
from gxlint.report import Form
from tests.writing import KINDS, SHAPES, Shape, Wear, figures, form_for, render

FORMS = {form.key: form for form in bundled_forms()}
ORGAN = "青山县云岭镇人民政府"

# Cells a row, counted in the official blank forms as a converter of Word documents writes them.
WIDTHS_2019 = [1, 4, 4, 4, 1, 4, 4, 4, 1, 4, 4, 4, 1, 3, 3, 1, 3, 3]
WIDTHS_2019 += [2, 4, 8, 8, 8, 9, 9, *[10] * 16, 9, 9, 8, 2, 7, 15, 15]
WIDTHS_2021 = [1, 4, 4, 4, 1, 2, 2, 1, 2, 2, 2, 1, 2, 2]
WIDTHS_2021 += [2, 4, 8, 8, 8, 9, 9, *[10] * 19, 9, 8, 2, 7, 15, 15]


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("magnitude", [0, 1, 40, 5000])
def test_written_figures_keep_every_relation_of_the_form(form: Form, magnitude: int) -> None:
    for seed in range(20):
        truth = figures(Random(seed), form, magnitude)
        for table in form.tables:
            rows = truth[table.key]
            for relation in table.relations:
                if relation.each == "column":
                    sides = [
                        [sum(rows[key][column.key] for key in side) for side in (relation.left, relation.right)]
                        for column in table.columns
                    ]
                else:
                    sides = [
                        [sum(row[key] for key in side) for side in (relation.left, relation.right)]
                        for row in rows.values()
                    ]
                for left, right in sides:
                    assert left == right if relation.comparison == "==" else left <= right, (seed, relation)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_written_counts_are_never_negative(form: Form) -> None:
    for seed in range(20):
        truth = figures(Random(seed), form, 40)
        for table in form.tables:
            for column in table.columns:
                if column.number != "change":
                    assert all(row[column.key] >= 0 for row in truth[table.key].values())


@pytest.mark.parametrize(("key", "widths"), [("2019", WIDTHS_2019), ("2021", WIDTHS_2021)])
def test_tab_cells_have_the_widths_of_the_official_form(key: str, widths: list[int]) -> None:
    form = FORMS[key]
    text = render(form, figures(Random(1), form), "tab-cells", year=form.first_year, organ=ORGAN)
    # A row is a run of lines that begin with a tab.
    runs = re.findall(r"(?:^\t[^\n]*\n)+", text, re.MULTILINE)
    assert [run.count("\n") for run in runs] == widths


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_shape_prints_every_heading_and_as_many_figures_as_the_form_has(form: Form, shape: Shape) -> None:
    truth = figures(Random(2), form, 40)
    text = render(form, truth, shape, year=form.first_year, organ=ORGAN)
    for section in form.sections:
        assert section.title in text
    tables = text[text.index(form.sections[1].title) : text.index(form.sections[4].title)]
    figures_printed = re.findall(r"(?<![\w.、-])-?\d+(?:\.\d+)?(?![\w.、）])", tables)
    expected = [str(value) for table in form.tables for row in truth[table.key].values() for value in row.values()]
    assert figures_printed == expected


@pytest.mark.parametrize("shape", SHAPES)
def test_wear_changes_no_character_that_a_reader_sees(shape: Shape) -> None:
    form = form_for(2024)
    truth = figures(Random(3), form, 40)
    clean = render(form, truth, shape, year=2024, organ=ORGAN, random=Random(4))
    worn = render(form, truth, shape, year=2024, organ=ORGAN, random=Random(4), wear=Wear(Random(5), KINDS))
    assert "[bookmark: " in worn
    assert re.search(r"^ *[-—] ?\d+ ?[-—]$", worn, re.MULTILINE)
    if shape in ("tab-cells", "pipes", "tab-rows", "pipe-cells"):
        assert _seen(worn) == _seen(clean)


def test_line_ends_are_those_asked_for() -> None:
    form = form_for(2020)
    text = render(form, figures(Random(1), form), "tab-cells", year=2020, organ=ORGAN, line_end="\r\n")
    assert text.count("\n") == text.count("\r\n") > 300


def test_the_same_seed_writes_the_same_report() -> None:
    form = form_for(2024)
    first, second = (
        render(form, figures(Random(9), form, 40), "aligned", year=2024, organ=ORGAN, random=Random(9)) for _ in "12"
    )
    assert first == second


def _seen(text: str) -> str:
    without_pages = re.sub(r"^ *[-—] ?\d+ ?[-—]$", "", text, flags=re.MULTILINE)
    return re.sub(r"\[bookmark: \w+\]|\s", "", without_pages)
