"""A label with a slip in it is told once, in every shape, and nothing is told beside it: its row is not missing, its
figures keep their places and are no page numbers."""

from __future__ import annotations

from random import Random

import pytest

import gxlint_markup
from gxlint import LabelMisspelt, Rule, read_report
from gxlint.engine import lint
from gxlint.fixes import fix_text
from gxlint_forms import gxlint_rules
from gxlint_totals import gxlint_rules as totals
from tests.accuracy.broken.tables import misspelt, slip
from tests.accuracy.drafts import Draft, draft
from tests.accuracy.measure import touches
from tests.accuracy.places import Broken, Injector
from tests.writing import SHAPES, UNMARKED, Shape, figures, form_for, render

RULES: tuple[Rule, ...] = (*gxlint_rules(), *totals(), *gxlint_markup.gxlint_rules())
SEEDS = {shape: [seed for seed in range(300) if draft(seed).shape == shape][:12] for shape in SHAPES}
Places = dict[tuple[str, str, str], object]


def laid(text: str) -> Places:
    return {
        (table.form.key, row.form.key, column.key): cell.value
        for table in read_report(text).layout.tables
        for row in table.rows
        for column, cell in zip(table.form.columns, row.cells, strict=True)
    }


def broken(shape: Shape, injector: Injector) -> list[tuple[Draft, Broken]]:
    made = [(draft(seed), injector(draft(seed), Random(seed))) for seed in SEEDS[shape]]
    return [(sound, one) for sound, one in made if one is not None]


@pytest.mark.parametrize("injector", [misspelt, slip])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_slip_is_one_finding_and_costs_no_figure(shape: Shape, injector: Injector) -> None:
    found = 0
    made = broken(shape, injector)
    for sound, one in made:
        findings = lint(read_report(one.text), RULES)
        assert laid(one.text) == laid(sound.text()), sound.seed
        assert [finding.code for finding in findings if finding.severity != "info"] in (["GXF008"], []), sound.seed
        found += any(finding.code == "GXF008" and touches(finding.span, one) for finding in findings)
    assert len(made) > 5
    assert found == len(made) if injector is misspelt else 4 * found >= 3 * len(made)


@pytest.mark.parametrize("shape", UNMARKED)
def test_a_known_slip_is_mended_letter_by_letter(shape: Shape) -> None:
    for sound, one in broken(shape, misspelt):
        fixed = fix_text(one.text, lambda text: lint(read_report(text), gxlint_rules()), unsafe=False)
        assert fixed.text == sound.text()


def test_labels_in_columns_lined_up_by_spaces_are_not_put_together_across_them() -> None:
    """业 below 商业企 and 构 below 法律服务机: the pieces of one line belong to different columns."""
    form = form_for(2024)
    text = render(form, figures(Random(1), form), "aligned", year=2024, organ="青山县云岭镇人民政府")
    lines = text.split("\n")
    upper = next(at for at, line in enumerate(lines) if line.split() == ["商业", "科研", "社会公", "法律服", "其他"])
    lines[upper] = "商业企  科研机  社会公益    法律服务   其他"
    lines[upper + 2] = "  业      构      组织    业构"
    assert [one for one in read_report("\n".join(lines)).layout.misfits if isinstance(one, LabelMisspelt)] == []


@pytest.mark.parametrize("count", [3, 7])
def test_figures_behind_a_header_that_belong_to_no_row_are_no_page_numbers(count: int) -> None:
    form = form_for(2024)
    text = render(form, figures(Random(1), form), "figures", year=2024, organ="青山县云岭镇人民政府")
    row = next(line for line in text.split("\n") if line.startswith("一、本年新收"))
    figures_only = " ".join(row.split()[1 : 1 + count])
    report = read_report(text.replace(row, f"办件统计 {figures_only}"))
    assert report.page_numbers == ()
