"""Several wrong figures: never more findings than needed, and never a right figure called wrong."""

from __future__ import annotations

from copy import deepcopy
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from gxlint import read_report
from gxlint.engine import lint
from gxlint.forms import bundled_forms
from gxlint_totals import gxlint_rules
from tests.writing import figures, render

FORM = bundled_forms()[-1]
TABLE = FORM.tables[4]
SEEDS = st.integers(0, 2**32 - 1)
SIZES = st.sampled_from((3, 20, 5000, 10**12))
SUMS = [rule for rule in gxlint_rules() if rule.code in ("GXT001", "GXT002", "GXT003", "GXT004")]
Place = tuple[str, str]


def named(text: str) -> dict[Place, object]:
    """The cells that are called wrong, each with the figure it should hold."""
    return {(term.row.key, term.column.key): value for one in read_report(text).breaks for term, value in one.changes}


@settings(max_examples=80, deadline=None)
@given(SEEDS, SIZES, st.integers(2, 3))
def test_cells_in_different_rows_and_columns_are_each_named(seed: int, size: int, count: int) -> None:
    random = Random(seed)
    truth = figures(random, FORM, size)
    wrong = deepcopy(truth)
    rows, columns = random.sample(TABLE.rows, count), random.sample(TABLE.columns, count)
    # Amounts of which no sum of some is another: nothing explains two of them at once.
    for row, column, by in zip(rows, columns, (1, 3, 11), strict=False):
        wrong["requests"][row.key][column.key] += by
    text = render(FORM, wrong, "pipes", year=2024, organ="白石市人民政府")

    expected = {
        (row.key, column.key): truth["requests"][row.key][column.key] for row, column in zip(rows, columns, strict=True)
    }
    assert named(text) == expected
    assert len(list(lint(read_report(text), SUMS))) == count


@settings(max_examples=80, deadline=None)
@given(SEEDS, SIZES, st.integers(2, 4))
def test_no_right_figure_is_ever_called_wrong(seed: int, size: int, count: int) -> None:
    random = Random(seed)
    truth = figures(random, FORM, size)
    wrong = deepcopy(truth)
    places = {(random.choice(TABLE.rows).key, random.choice(TABLE.columns).key) for _ in range(count)}
    for at, (row, column) in enumerate(sorted(places)):
        wrong["requests"][row][column] += 7**at
    text = render(FORM, wrong, "pipes", year=2024, organ="白石市人民政府")

    for place, value in named(text).items():
        assert place in places
        assert value == truth["requests"][place[0]][place[1]]
    assert len(list(lint(read_report(text), SUMS))) <= 2 * len(places)


@settings(max_examples=60, deadline=None)
@given(SEEDS, SIZES)
def test_figures_in_each_others_column_are_one_finding(seed: int, size: int) -> None:
    random = Random(seed)
    wrong = figures(random, FORM, size)
    row = wrong["requests"][random.choice(TABLE.rows).key]
    one, other = (column.key for column in random.sample(TABLE.columns[:-1], 2))
    row[one], row[other] = row[other], row[one]
    text = render(FORM, wrong, "pipes", year=2024, organ="白石市人民政府")

    assert len(list(lint(read_report(text), SUMS))) == (row[one] != row[other])
