"""GXF011: cells that hold something else than a plain figure of the column's kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from gxlint import Cell, Edit, Finding, Fix, FormColumn, FormRow, LaidTable, Related, Report, Severity, fold, rule
from gxlint_forms.blanks import stands_for_nothing
from gxlint_forms.saying import sheet_of

Oddity = Literal[
    "full-width", "negative", "decimal", "sign", "letter", "separator", "unit", "spaced", "numeral", "text"
]

_MANY = 3
"""More cells of a table than this with the same oddity are one finding."""
_MOST_RELATED = 20
_LONGEST = 15
"""Digits of the longest figure that could count anything."""
_SIGN = re.compile(r"(?P<up>[+±]|增加?|加)?(?P<down>-|减少?)?(?P<figure>\d{1,15})")
_SEPARATED = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_LETTERS = re.compile(r"[\dOo〇○零]+")
_UNIT = re.compile(r"(?P<figure>-?\d[\d,]*(?:\.\d+)?)(?P<unit>亿元|万元|元|万|件|个|项|条|次|部|宗|起|份|人)")
_NUMERALS = "一二三四五六七八九十"
_ZEROS = str.maketrans("Oo〇○零", "00000")
_YUAN = {"元": Decimal("0.0001"), "万元": Decimal(1), "亿元": Decimal(10000)}


@dataclass(frozen=True, slots=True)
class OddCell:
    """A cell that holds no plain figure of its column's kind; ``plain`` is what to write instead, where it is clear."""

    table: LaidTable
    row: FormRow
    column: FormColumn
    cell: Cell
    oddity: Oddity
    plain: str | None

    @property
    def name(self) -> str:
        """Row and column: ``行政许可 · 本年处理决定数量``."""
        return " · ".join(part for part in (self.row.name, self.column.name) if part)


@rule("GXF011", "not-a-number", severity="warning", basis="数字栏只填阿拉伯数字", fixable="safe")
def not_a_number(report: Report) -> Iterator[Finding]:
    """单元格不是数字

    查什么
        数字栏里填了不是数字的内容：`减4`、`+19`、`251000元`、字母 `O` 或 `〇` 代替 0、千位逗号、汉字数字；件数栏里的
        小数和负数。全角数字每张表提示一次。本年增/减可以是负数，金额可以有小数。

    依据
        数字栏只填阿拉伯数字，单位以表头为准。

    为什么
        这样的单元格不能参加计算，汇总时会丢失或出错。

    例
        错：
            | 行政许可 | ⟦1,208⟧ |
        错：
            | 行政许可 | ⟦１２⟧ |
        错：
            （年份）2020
            | 行政许可 | 12 | ⟦减4⟧ | 208 |
        错：
            （年份）2020
            | 政府集中采购 | 3 | ⟦251000元⟧ |
        对：
            （年份）2020
            | 行政许可 | 12 | -4 | 208 |
            | 政府集中采购 | 3 | 1859950.00 |

    怎样改
        只填数字。全角数字可以安全地改成半角；其余的自动修改须经确认，看不出应填多少的不自动修改。

    何时忽略
        2019年格式的采购总金额没有规定单位，注明单位也可以保留。

    English
        Cell is not a plain figure: letters for zeros, separators, signs, units, numerals in characters, and decimals or
        negative figures in a column of counts. The fix is safe for digits of full width and unsafe otherwise.
    """
    told = {term.cell.start: story.cause for story in report.breaks for term, _ in story.changes}
    found: dict[tuple[str, Oddity], list[OddCell]] = {}
    for one in _odd_cells(report):
        found.setdefault((sheet_of(one.table), one.oddity), []).append(one)
    for (_, oddity), cells in found.items():
        if oddity == "full-width" or len(cells) > _MANY:
            yield _many(cells)
        else:
            yield from (replace(_one(odd), cause=told.get(odd.cell.start), rank=1) for odd in cells)


def _odd_cells(report: Report) -> Iterator[OddCell]:
    for table in report.layout.tables:
        columns = table.form.columns
        for row in table.rows:
            if not row.whole:
                continue
            for index, cell in enumerate(row.cells):
                text = cell.text
                if not text or (cell.value is not None and text.isdigit() and text.isascii()):
                    continue
                odd = _oddity(cell, columns[index])
                if odd is not None:
                    yield OddCell(table, row.form, columns[index], cell, *odd)


def _oddity(cell: Cell, column: FormColumn) -> tuple[Oddity, str | None] | None:
    value = cell.value
    if value is None:
        return None if stands_for_nothing(cell.text) else _of_text(fold(cell.text), column)
    if column.number == "count" and value < 0:
        return "negative", None
    if column.number != "money" and isinstance(value, Decimal):
        return "decimal", str(int(value)) if value == int(value) else None
    plain = "".join(chr(ord(character) - 0xFEE0) if "！" <= character <= "～" else character for character in cell.text)
    return ("full-width", plain) if plain != cell.text else None


def _of_text(said: str, column: FormColumn) -> tuple[Oddity, str | None]:
    """What is odd about a text without white space and full width, and the figure it most likely means."""
    return _signed(said, column) or _of_digits(said) or _with_unit(said, column) or ("text", None)


def _signed(said: str, column: FormColumn) -> tuple[Oddity, str | None] | None:
    match = _SIGN.fullmatch(said)
    if match is None or not (match["up"] or match["down"]):
        return None
    figure = int(match["figure"])
    if match["down"]:
        return "sign", f"-{figure}" if column.number == "change" and not match["up"] else None
    return "sign", None if match["up"] == "±" and figure else str(figure)


def _of_digits(said: str) -> tuple[Oddity, str | None] | None:
    if said.isdigit() and said.isascii():
        return ("spaced", said) if len(said) <= _LONGEST else ("text", None)
    if _SEPARATED.fullmatch(said):
        return "separator", said.replace(",", "")
    if _LETTERS.fullmatch(said):
        return "letter", str(int(said.translate(_ZEROS)))
    if len(said) == 1 and said in _NUMERALS:
        return "numeral", str(_NUMERALS.index(said) + 1)
    return None


def _with_unit(said: str, column: FormColumn) -> tuple[Oddity, str | None] | None:
    match = _UNIT.fullmatch(said)
    return ("unit", _without_unit(match["figure"].replace(",", ""), match["unit"], column)) if match else None


def _without_unit(figure: str, unit: str, column: FormColumn) -> str | None:
    """The figure in the unit of its column; None where the column has no unit of money or counts in another way."""
    if column.number != "money":
        return None if unit in _YUAN or unit == "万" else figure
    if "万元" not in column.label or unit not in _YUAN:
        return None
    value = Decimal(figure) * _YUAN[unit]
    said = format(value, "f")
    return said.rstrip("0").rstrip(".") if "." in said else said


def _severity(oddity: Oddity) -> Severity | None:
    return "info" if oddity in ("unit", "sign", "full-width") else None


def _one(odd: OddCell) -> Finding:
    args = {"place": odd.table.place(odd.row, odd.column), "text": odd.cell.text, "plain": odd.plain or ""}
    fix = Fix((Edit(odd.cell.span, odd.plain),), "unsafe", "改为 {plain}", args) if odd.plain is not None else None
    span, severity = odd.cell.span, _severity(odd.oddity)
    if odd.oddity == "negative":
        return Finding(span, "“{place}”填的是 {text}，件数不能是负数，请核对。", args, severity=severity)
    if odd.oddity == "decimal":
        return Finding(span, "“{place}”填的是 {text}，件数应为整数，请核对。", args, fix=fix, severity=severity)
    if odd.plain is not None:
        return Finding(span, "“{place}”填的是“{text}”，应填数字 {plain}。", args, fix=fix, severity=severity)
    if odd.oddity == "unit" and odd.column.number == "money":
        return Finding(span, "“{place}”填的是“{text}”，数字栏只填数字，单位请在表外说明。", args, severity=severity)
    return Finding(span, "“{place}”填的是“{text}”，不是数字，请核对后填写数字。", args, severity=severity)


def _many(cells: list[OddCell]) -> Finding:
    first = cells[0]
    args = {"table": sheet_of(first.table), "count": len(cells), "text": first.cell.text, "place": first.name}
    edits = tuple(Edit(one.cell.span, one.plain) for one in cells if one.plain is not None)
    related = tuple(Related(one.cell.span, "{place}：{text}", _said(one)) for one in cells[1 : _MOST_RELATED + 1])
    span, severity = first.cell.span, _severity(first.oddity)
    if first.oddity == "full-width":
        fix = Fix(edits, "safe", "把 {count} 个数字改成半角", args)
        message = "{table}有 {count} 个数字是全角（如“{place}”的“{text}”），应改成半角。"
        return Finding(span, message, args, related, fix, severity)
    some = Fix(edits, "unsafe", "改正 {count} 个单元格", {"count": len(edits)}) if edits else None
    message = "{table}有 {count} 个单元格填的不是规定的数字（如“{place}”的“{text}”），请逐一核对。"
    return Finding(span, message, args, related, some, severity)


def _said(one: OddCell) -> dict[str, object]:
    return {"place": one.name, "text": one.cell.text}
