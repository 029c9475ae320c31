"""GXF012, GXF013: cells without a figure where 0 belongs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gxlint import Cell, Edit, Finding, Fix, FormColumn, FormRow, LaidTable, Related, Report, fold, rule
from gxlint_forms.saying import sheet_of

_MOST_NAMED = 3
_MOST_RELATED = 20
_NOTHING = frozenset({"/", "\\", "-", "--", "—", "——", "–", "―", "无", "空"})


@dataclass(frozen=True, slots=True)
class EmptyCell:
    """A cell without a figure, and its place on the form."""

    table: LaidTable
    row: FormRow
    column: FormColumn
    cell: Cell

    @property
    def name(self) -> str:
        """Row and column: ``行政许可 · 本年处理决定数量``."""
        return " · ".join(part for part in (self.row.name, self.column.name) if part)


def stands_for_nothing(text: str) -> bool:
    """Whether a cell says with a stroke or a word that there is nothing: ``/``, ``—``, ``无``."""
    return len(text) <= 4 and fold(text) in _NOTHING


@rule("GXF012", "blank-cell", severity="info", basis="没有发生的应当填 0", fixable="unsafe")
def blank_cell(report: Report) -> Iterator[Finding]:
    """空白单元格

    查什么
        应填数字的单元格空着。每张表只提示一次；整张表都没有填的也在此提示。合并单元格留下的空格不算；各项已填、
        只有总计空着的，由 GXT004 提示。

    依据
        没有发生的应当填 0，空白、“/”与 0 的含义不同。

    为什么
        看不出是没有发生，还是漏填。核对时空白当作 0。

    例
        错：
            | 行政许可 |⟦⟧ |
        对：
            | 行政许可 | 0 |

    怎样改
        没有发生的填 0，有的填实际数字。须人工核对的修正填 0；整张表、整行没有填的，金额，以及总计等于多少说不准的，
        不自动填。

    何时忽略
        不应忽略。

    English
        Blank cell. A cell that should hold a figure is blank; one finding for a table with the count. The unsafe fix
        writes 0, but never into a table, an item of section two or a row that was not filled in at all, nor where an
        amount of money belongs.
    """
    totals = {relation.left[0].cell.start for relation in report.relations if relation.total_blank}
    causes = {term.cell.start: story.cause for story in report.breaks for term, _ in story.changes}
    for sheet, cells, filled in _sheets(report, blank=True):
        blanks = [one for one in cells if one.cell.start not in totals]
        if not blanks:
            continue
        # A blank that the sums show to be a figure is the story of its sum.
        cause = causes.get(blanks[0].cell.start) if len(blanks) == 1 else None
        blanks = [one for one in blanks if one.cell.start not in causes] or blanks
        if not filled:
            message = "{table}整张表没有填写数字。请如实填写，没有发生的填 0。"
            yield Finding(blanks[0].cell.span, message, {"table": sheet})
            continue
        args = {"table": sheet, "count": len(blanks), "cells": _named(blanks)}
        if len(blanks) > _MOST_NAMED:
            message = "{table}有 {count} 个单元格空着，如{cells}。没有发生的填 0，有的填实际数字。"
        else:
            message = "{table}有 {count} 个单元格空着：{cells}。没有发生的填 0，有的填实际数字。"
        fix = _zeros(report, _fillable(blanks))
        yield Finding(blanks[0].cell.span, message, args, _related(blanks), fix, cause=cause, rank=1)


@rule("GXF013", "slash-cell", severity="info", basis="没有发生的应当填 0", fixable="unsafe")
def slash_cell(report: Report) -> Iterator[Finding]:
    """以斜杠代零

    查什么
        应填数字的单元格填了 `/`、`-`、`—`、`无`。每张表只提示一次。

    依据
        没有发生的应当填 0，空白、“/”与 0 的含义不同。

    为什么
        “/”可以理解为不适用，也可以理解为没有，无法核对，也不能汇总。

    例
        错：
            | 行政许可 | ⟦/⟧ |
        对：
            | 行政许可 | 0 |

    怎样改
        没有发生的填 0。须人工核对的修正填 0；所在行、列已有数字的总计不自动填。

    何时忽略
        上级通知要求不适用的栏目填“/”。

    English
        Stroke in place of 0. A cell holds /, -, — or 无; one finding for a table. The unsafe fix writes 0, but not into
        a total whose parts are not 0.
    """
    for sheet, strokes, _ in _sheets(report, blank=False):
        said = list(dict.fromkeys(f"“{one.cell.text}”" for one in strokes))
        args = {"table": sheet, "count": len(strokes), "said": said, "cells": _named(strokes)}
        if len(strokes) > _MOST_NAMED:
            message = "{table}有 {count} 个单元格填的是{said}，如{cells}。没有发生的填 0，有的填实际数字。"
        else:
            message = "{table}有 {count} 个单元格填的是{said}：{cells}。没有发生的填 0，有的填实际数字。"
        yield Finding(strokes[0].cell.span, message, args, _related(strokes), _zeros(report, strokes))


def _sheets(report: Report, *, blank: bool) -> Iterator[tuple[str, list[EmptyCell], bool]]:
    """For every sheet that has some: its name, its blank cells (or those with a stroke), and whether any other cell
    of it is filled in."""
    found: dict[str, list[EmptyCell]] = {}
    for table in report.layout.tables:
        for row in table.rows:
            if row.whole:
                for index, cell in enumerate(row.cells):
                    if cell.value is None and (stands_for_nothing(cell.text) if not blank else not cell.text):
                        one = EmptyCell(table, row.form, table.form.columns[index], cell)
                        found.setdefault(sheet_of(table), []).append(one)
    for sheet, cells in found.items():
        yield sheet, cells, _filled(report, sheet)


def _filled(report: Report, sheet: str) -> bool:
    return any(
        cell.text
        for table in report.layout.tables
        if sheet_of(table) == sheet
        for row in table.rows
        for cell in row.cells
    )


def _fillable(blanks: list[EmptyCell]) -> list[EmptyCell]:
    """The blanks that most likely mean 0: somebody went through the other cells of their row, or through the other rows
    where a row has one cell only. An amount of money is not 0 because nobody wrote it down."""
    filled = {(one.table.span.start, one.row.key): _row_filled(one) for one in blanks}
    return [one for one in blanks if one.column.number != "money" and filled[one.table.span.start, one.row.key]]


def _row_filled(one: EmptyCell) -> bool:
    rows = one.table.rows if len(one.table.form.columns) == 1 else (one.table.row(one.row.key),)
    return any(cell.text for row in rows if row is not None for cell in row.cells)


def _zeros(report: Report, cells: list[EmptyCell]) -> Fix | None:
    """Zeros in all cells but the totals that are certainly not 0."""
    starts = {one.cell.start for one in cells}
    not_zero = {
        relation.left[0].cell.start
        for relation in report.relations
        if relation.left[0].cell.start in starts and relation.total is not None and relation.right_sum
    }
    edits = tuple(Edit(one.cell.span, "0") for one in cells if one.cell.start not in not_zero)
    return Fix(edits, "unsafe", "在 {count} 个单元格填 0", {"count": len(edits)}) if edits else None


def _named(cells: list[EmptyCell]) -> list[str]:
    return [f"“{one.name}”" for one in cells[:_MOST_NAMED]]


def _related(cells: list[EmptyCell]) -> tuple[Related, ...]:
    return tuple(Related(one.cell.span, "{place}", {"place": one.name}) for one in cells[1 : _MOST_RELATED + 1])
