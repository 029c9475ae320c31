"""Any one wrong figure in a consistent table is one finding, and in table three it is found out."""

from __future__ import annotations

from copy import deepcopy
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from gxlint import Finding, Form, read_report
from gxlint.engine import lint
from gxlint.forms import bundled_forms
from gxlint_totals import gxlint_rules
from tests.plugins.gxlint_totals.tables import place, told
from tests.writing import figures, render
from tests.writing.strategies import Written, written_reports

SUMS = [rule for rule in gxlint_rules() if rule.code in ("GXT001", "GXT002", "GXT003", "GXT004", "GXT005", "GXT006")]
FORMS = st.sampled_from(bundled_forms())
SEEDS = st.integers(0, 2**32 - 1)


def found_in(text: str) -> list[Finding]:
    return list(lint(read_report(text), SUMS))


@settings(max_examples=40, deadline=None)
@given(written_reports())
def test_consistent_reports_have_no_finding_in_any_shape(written: Written) -> None:
    assert found_in(written.text) == []


@settings(max_examples=60, deadline=None)
@given(FORMS, SEEDS, st.data())
def test_one_wrong_cell_in_table_three_is_named_with_its_figure(form: Form, seed: int, data: st.DataObject) -> None:
    table = form.table("requests")
    assert table is not None
    right = figures(Random(seed), form, 20)
    row = data.draw(st.sampled_from(table.rows))
    column = data.draw(st.sampled_from(table.columns))
    truth = right["requests"][row.key][column.key]
    wrong = deepcopy(right)
    wrong["requests"][row.key][column.key] = data.draw(st.integers(0, 60).filter(lambda value: value != truth))
    text = render(form, wrong, "tab-cells", year=form.first_year, organ="白石市人民政府")

    (finding,) = found_in(text)

    assert place(text, finding) == f"表三 · {row.name} · {column.name}"
    assert f"应为 {truth}，" in told(finding)


@settings(max_examples=30, deadline=None)
@given(SEEDS, st.data())
def test_one_wrong_cell_in_table_four_is_one_finding(seed: int, data: st.DataObject) -> None:
    form = bundled_forms()[-1]
    wrong = figures(Random(seed), form, 20)
    cells = wrong["review"]["cases"]
    column = data.draw(st.sampled_from(sorted(cells)))
    truth = cells[column]
    cells[column] = data.draw(st.integers(0, 90).filter(lambda value: value != truth))
    text = render(form, wrong, "pipes", year=2024, organ="白石市人民政府")

    assert [finding.code for finding in found_in(text)] == ["GXT005"]
