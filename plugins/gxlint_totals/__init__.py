"""Rules on the figures of the official tables: sums, balances and other relations between them (GXT)."""

from __future__ import annotations

from collections.abc import Iterable

from gxlint import Rule, hookimpl
from gxlint_totals.blank_totals import total_blank
from gxlint_totals.disclosure import decisions_equal_items, money_unit
from gxlint_totals.sums import balance, result_total, review_total, row_total, stock_flow


@hookimpl
def gxlint_rules() -> Iterable[Rule]:
    """The rules of this family."""
    return (
        balance,
        result_total,
        row_total,
        total_blank,
        review_total,
        stock_flow,
        decisions_equal_items,
        money_unit,
    )
