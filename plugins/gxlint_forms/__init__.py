"""Rules on the official tables as such: the right form, all its rows and columns, its words, its cells (GXF)."""

from __future__ import annotations

from collections.abc import Iterable

from gxlint import Rule, hookimpl
from gxlint_forms.blanks import blank_cell, slash_cell
from gxlint_forms.editions import mixed_form, outdated_form
from gxlint_forms.figures import not_a_number
from gxlint_forms.labels import duplicate_header, label_typo, label_variant
from gxlint_forms.rows import row_missing, row_order, row_unknown, row_width
from gxlint_forms.tables import table_missing, unreadable_table


@hookimpl
def gxlint_rules() -> Iterable[Rule]:
    """The rules of this family."""
    return (
        outdated_form,
        mixed_form,
        table_missing,
        row_width,
        row_missing,
        row_unknown,
        row_order,
        label_typo,
        label_variant,
        duplicate_header,
        not_a_number,
        blank_cell,
        slash_cell,
        unreadable_table,
    )
