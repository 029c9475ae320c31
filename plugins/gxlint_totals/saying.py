"""How figures, cells and sums of a table are said in a message, and written into a cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from gxlint import Cell, Edit, FormColumn, Message, Relation, Term

_CHAPTER = re.compile(r"([一二三四五六七八九十]+)、")
_ITEM = re.compile(r"（[一二三四五六七八九十]+）")
_FULL_WIDTH = {ord(digit): chr(ord(digit) + 0xFEE0) for digit in "0123456789.-"}
_SHORT_SUM = 4
_MOST_PARTS = 8
"""A sum is written out with at most so many parts; a row of the form has at most seven."""


def figure(value: int | Decimal) -> str:
    """A figure as people write it, never with an exponent."""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def shown(term: Term) -> str:
    """The figure of a cell; ``□`` for a blank one, which counts as 0."""
    return figure(term.cell.value) if term.cell.value is not None else "□"


def name_of(term: Term, relation: Relation) -> str:
    """What a cell is called among the cells of its relation: its row within a column, its column within a row.

    Where both sides are sums, rows are called by the numbers that the form itself uses for them.
    """
    if not isinstance(relation.at, FormColumn):
        return term.column.label
    return number_of(term) if relation.total is None else term.row.name


def number_of(term: Term) -> str:
    """The number by which the form itself speaks of a row (``一``, ``三（七）``); its name where it has none."""
    chapter = _CHAPTER.match(term.row.label)
    if chapter:
        return chapter[1]
    item = _ITEM.match(term.row.label)
    above = _CHAPTER.match(term.row.groups[0]) if term.row.groups else None
    return above[1] + item[0] if item and above else term.row.name


def named(name: str, term: Term) -> str:
    """A cell with its figure: ``自然人 3``, ``三（七）2``."""
    return f"{name}{'' if name.endswith('）') else ' '}{shown(term)}"


def added(terms: Sequence[Term], relation: Relation) -> str:
    """The parts of a sum with their figures: ``自然人 3 + 其他 1``. Of a long sum only those that are not 0."""
    parts = terms if len(terms) <= _SHORT_SUM else [term for term in terms if term.value]
    said = [named(name_of(term, relation), term) for term in parts[:_MOST_PARTS]]
    if len(parts) > _MOST_PARTS:
        said.append("…")
    return " + ".join(said)


def side(terms: Sequence[Term], relation: Relation) -> str:
    """One side of a relation with its sum: ``一 3 + 二 0 = 3``, ``（七）总计 5``, ``0``."""
    parts = added(terms, relation)
    if " + " not in parts:
        return parts or "0"
    total = relation.left_sum if terms is relation.left else relation.right_sum
    return f"{parts} = {figure(total)}"


def relation_said(relation: Relation) -> Message:
    """A broken relation in a list of several: ``“自然人”列 （七）总计 5 ≠ （一）予以公开 3 + （二）部分公开 1 = 4``."""
    left, right = side(relation.left, relation), side(relation.right, relation)
    return Message("{at} {left} ≠ {right}", {"at": where(relation), "left": left, "right": right})


def where(relation: Relation) -> Message | str:
    """The column or row in which a relation holds."""
    if isinstance(relation.at, FormColumn):
        return Message("“{column}”列", {"column": relation.at.name})
    if relation.at.name:
        return Message("“{row}”行", {"row": relation.at.name})
    return relation.left[0].column.name.partition(" · ")[0]


def listed(parts: Sequence[Message]) -> Message:
    """Several parts with a semicolon between them."""
    if len(parts) == 1:
        return parts[0]
    return Message("{first}；{rest}", {"first": parts[0], "rest": listed(parts[1:])})


def written(cell: Cell, value: int | Decimal) -> Edit:
    """The edit that puts a figure into a cell, in digits of the width printed there."""
    said = figure(value)
    wide = any("０" <= character <= "９" for character in cell.text)
    return Edit(cell.span, said.translate(_FULL_WIDTH) if wide else said)
