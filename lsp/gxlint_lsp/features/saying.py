"""How figures, cells and relations are said in an editor, in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from gxlint.language import Message, tell
from gxlint.report import Cell, FormColumn, FormRow, LaidTable, Relation, Term
from gxlint.text import MARKUP_TOKEN
from gxlint_lsp.analysis import Analysis

BLANK = "□"
"""What stands for a cell in which nothing is printed."""

_SHORT_SUM = 4
_MOST_PARTS = 8
_GROUPED = re.compile(r"[^（）]+（([^（）]+)）( · .+)")


def say(analysis: Analysis, message: Message) -> str:
    """A text of the editor's features in the reader's language."""
    return tell(message.template, message.args, analysis.language, "gxlint_lsp")


def figure(value: int | Decimal) -> str:
    """A figure as people write it, never with an exponent."""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def printed(text: str) -> str:
    """What a cell or a line says, on one line and without marks of conversion."""
    return " ".join(MARKUP_TOKEN.sub("", text).split())


def said_label(text: str) -> str:
    """What a label says: like ``printed``, but a wrapped label is put together without a gap."""
    return "".join(MARKUP_TOKEN.sub("", text).split())


def shown(cell: Cell) -> str:
    """What a cell for a figure shows; ``□`` for a blank one."""
    return figure(cell.value) if cell.value is not None else printed(cell.text) or BLANK


def cut(text: str, most: int) -> str:
    """The text in at most so many characters."""
    return text if len(text) <= most else text[: most - 1] + "…"


def short_column(column: FormColumn) -> str:
    """The column in few words: ``行政诉讼（复议后起诉） · 总计`` is ``复议后起诉 · 总计``."""
    match = _GROUPED.fullmatch(column.name)
    return match[1] + match[2] if match else column.name


def meaning(row: FormRow, column: FormColumn) -> str:
    """What a figure means, in few words: ``（三）不予公开第1项 · 自然人``."""
    return " · ".join(part for part in (row.name, short_column(column)) if part)


def row_said(row: FormRow, table: LaidTable) -> str:
    """What a row is called; the name of the table where the form gives it no label."""
    return row.name or table.form.name


def relation_said(analysis: Analysis, relation: Relation) -> str:
    """A relation with its figures: ``✗ 自然人：（七）总计 5 ≠ （一）予以公开 3 + （二）部分公开 1 = 4，差 1``."""
    at = relation.at.name or relation.left[0].column.name.partition(" · ")[0]
    if not relation.known:
        texts = [term for term in relation.terms if term.cell.kind == "text"]
        args = {"at": at, "cells": [f"{_named(term, relation)}" for term in texts[:_MOST_PARTS]]}
        return "？ " + say(analysis, Message("{at}：有格不是数字，无法核对（{cells}）", args))
    left, right = _side(relation.left, relation), _side(relation.right, relation)
    if relation.holds:
        return f"✓ {at}：{left} {'=' if relation.comparison == '==' else '≤'} {right}"
    sign = "≠" if relation.comparison == "==" else ">"
    one, other = relation.left_sum, relation.right_sum
    gap = say(analysis, Message("，差 {gap}", {"gap": figure(max(one - other, other - one))}))
    return f"✗ {at}：{left} {sign} {right}{gap}"


def _side(terms: Sequence[Term], relation: Relation) -> str:
    """One side of a relation; of a long sum only the parts that are not 0."""
    parts = terms if len(terms) <= _SHORT_SUM else [term for term in terms if term.value]
    said = [_named(term, relation) for term in parts[:_MOST_PARTS]]
    if len(parts) > _MOST_PARTS:
        said.append("…")
    if len(terms) == 1:
        return said[0]
    total = figure(relation.left_sum if terms is relation.left else relation.right_sum)
    return f"{' + '.join(said)} = {total}" if len(said) > 1 else " ".join([*said, f"= {total}"] if said else ["0"])


def _named(term: Term, relation: Relation) -> str:
    name = term.row.name if isinstance(relation.at, FormColumn) else term.column.label
    return f"{name} {shown(term.cell)}"
