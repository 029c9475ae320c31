"""Which figure a cell shows."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gxlint.readers import cell_at, figure


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("0", 0),
        ("　9", 9),
        ("\xa00  ", 0),
        ("１２", 12),
        ("-8", -8),
        ("－8", -8),
        ("1859950.00", Decimal("1859950.00")),
        ("1[bookmark: _GoBack]2", 12),
        ("\u200b7", 7),
    ],
)
def test_a_plain_figure_is_exact(printed: str, value: int | Decimal) -> None:
    assert figure(printed) == value
    assert type(figure(printed)) is type(value)


def test_a_decimal_keeps_its_printed_precision() -> None:
    assert str(figure("20.30")) == "20.30"


@pytest.mark.parametrize(
    "printed", ["", "/", "-", "无", "251000元", "减4", "+19", "O", "〇", "1,234", "1 2", "3.", "二", "٣"]
)
def test_anything_else_is_no_figure(printed: str) -> None:
    assert figure(printed) is None


def test_a_cell_is_the_printed_text_without_the_space_around_it() -> None:
    text = "\t 结果\n维持 \n"
    cell = cell_at(text, 1, len(text))
    assert (cell.text, text[cell.start : cell.end], cell.kind) == ("结果\n维持", "结果\n维持", "text")


def test_a_blank_cell_is_the_place_where_the_figure_would_go() -> None:
    cell = cell_at("\t \xa0\n", 1, 3)
    assert (cell.span.start, cell.span.end, cell.kind) == (1, 1, "blank")
