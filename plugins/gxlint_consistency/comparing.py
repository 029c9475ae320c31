"""Statements held against the cells of the tables: what the rules on requests, cases and documents share."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace

from gxlint import (
    OUTCOMES,
    Cell,
    Finding,
    LaidTable,
    Message,
    Related,
    Report,
    Severity,
    Statement,
    Topic,
    read_statements,
)

_ROWS: dict[Topic, str] = {
    "new": "new",
    "carried_in": "carried_in",
    "answered": "results.total",
    "carried_out": "carried_out",
    "granted": "results.granted",
    "partial": "results.partial",
    "denied": "results.denied",
    "unavailable": "results.unavailable",
    "unprocessed": "results.unprocessed",
    "other_result": "results.other",
}
"""Rows of table three by what is counted; a group of rows by the words in front of their keys."""

NAMES: dict[Topic, Message] = {
    "received": Message("收到申请"),
    "new": Message("新收申请"),
    "carried_in": Message("上年结转"),
    "answered": Message("办结"),
    "carried_out": Message("结转下年度"),
    "granted": Message("予以公开"),
    "partial": Message("部分公开"),
    "denied": Message("不予公开"),
    "unavailable": Message("无法提供"),
    "unprocessed": Message("不予处理"),
    "other_result": Message("其他处理"),
    "review": Message("行政复议"),
    "review.upheld": Message("行政复议结果维持"),
    "review.corrected": Message("行政复议结果纠正"),
    "review.other": Message("行政复议其他结果"),
    "review.pending": Message("行政复议尚未审结"),
    "lawsuit": Message("行政诉讼"),
    "lawsuit.direct": Message("未经复议直接起诉"),
    "lawsuit.after_review": Message("复议后起诉"),
    "lawsuit.upheld": Message("行政诉讼结果维持"),
    "lawsuit.corrected": Message("行政诉讼结果纠正"),
    "lawsuit.other": Message("行政诉讼其他结果"),
    "lawsuit.pending": Message("行政诉讼尚未审结"),
    "regulation.issued": Message("制定规章"),
    "regulation.repealed": Message("废止规章"),
    "regulation.in_force": Message("现行有效规章"),
    "normative.issued": Message("制发规范性文件"),
    "normative.repealed": Message("废止规范性文件"),
    "normative.in_force": Message("现行有效规范性文件"),
}
REQUESTS: tuple[Topic, ...] = ("received", "new", "carried_in")
RESULTS: tuple[Topic, ...] = (*OUTCOMES, "answered", "carried_out")


@dataclass(frozen=True, slots=True)
class Held:
    """A figure that the tables hold, and the cells it is the sum of."""

    value: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A statement that agrees with none of the figures it could mean. ``held`` is the one it should be.
    ``unsure``: another statement on the same thing agrees, so that this one may speak of something narrower."""

    statement: Statement
    held: Held
    others: tuple[Held, ...] = ()
    unsure: bool = False

    @property
    def cause(self) -> Hashable:
        """Equal for the same statement, whichever rule tells it."""
        return ("statement", self.statement.span.start, self.statement.topics)


def request_figures(report: Report, topics: Sequence[Topic]) -> tuple[Held, ...]:
    """What table three holds of requests, the figure meant first, others that the same words may mean after it; empty
    where the table cannot tell."""
    table = report.layout.table("requests")
    if table is None:
        return ()
    if topics[0] in ("received", "new"):
        return _received(table)
    parts = [_row(table, topic) for topic in topics]
    known = [part for part in parts if part is not None]
    if len(known) != len(parts):
        return ()
    if topics == ("answered",):
        return (known[0], *_received(table))
    total = _sum(known)
    if topics == ("granted",) and (partial := _row(table, "partial")) is not None:
        return total, _sum([total, partial])
    return (total,)


def _received(table: LaidTable) -> tuple[Held, ...]:
    """Requests of the year, those with the ones carried in, the settled ones, and each column of this year's."""
    new = _row(table, "new")
    row = table.row("new")
    if new is None or row is None:
        return ()
    carried, settled = _row(table, "carried_in"), _row(table, "answered")
    found = [new]
    if carried is None:
        return ()
    found.append(_sum([new, carried]))
    if settled is not None:
        found.append(settled)
    found += [Held(cell.value, (cell,)) for cell in row.cells[:-1] if isinstance(cell.value, int) and cell.value]
    return tuple(found)


def _row(table: LaidTable, topic: Topic) -> Held | None:
    """The total of a row, or of a group of rows of the form, all of which have to be there with a figure."""
    key = _ROWS[topic]
    rows = [row for row in table.form.rows if row.key == key or row.key.startswith(f"{key}.")]
    cells = [table.cell(row.key, "total") for row in rows]
    found = [cell for cell in cells if cell is not None and isinstance(cell.value, int)]
    if not rows or len(found) != len(rows):
        return None
    return Held(sum(int(cell.value or 0) for cell in found), tuple(found))


def _sum(parts: Sequence[Held]) -> Held:
    cells = tuple(cell for part in parts for cell in part.cells)
    return Held(sum(part.value for part in parts), cells)


def mismatches(report: Report, topics: Sequence[Topic], *, zero: bool | None = None) -> Iterator[Mismatch]:
    """The statements on requests, first counted among ``topics``, that table three contradicts.

    ``zero``: only (True) or none (False) of those where the text or the table says that there was nothing at all.
    Where one statement on the same thing agrees with the table, the others speak of something narrower.
    """
    said = [one for one in read_statements(report) if one.comparable and one.topics[0] in topics]
    agreeing: set[tuple[Topic, ...]] = set()
    found: list[Mismatch] = []
    for one in said:
        held = request_figures(report, one.topics)
        if not held:
            continue
        if one.denied and one.topics[0] == "received":
            held = held[:1]
        if any(one.quantity.value == figure.value for figure in held):
            agreeing.add(_kind(one))
        else:
            found.append(Mismatch(one, held[0], held[1:]))
    for mismatch in found:
        nothing = mismatch.statement.quantity.value == 0 or not any(
            figure.value for figure in (mismatch.held, *mismatch.others[:1])
        )
        if zero is None or zero == nothing:
            yield replace(mismatch, unsure=_kind(mismatch.statement) in agreeing)


def _kind(statement: Statement) -> tuple[Topic, ...]:
    return ("received",) if statement.topics == ("new",) else statement.topics


def printed(report: Report, statement: Statement) -> str:
    """The words of a statement as printed, without white space."""
    return "".join(report.text[statement.span.start : statement.span.end].split())


def cells_of(report: Report, held: Held) -> tuple[Related, ...]:
    """The cells that hold a figure, as related places."""
    return tuple(
        Related(cell.span, "{place}：{value}", {"place": report.place(cell.span), "value": cell.text})
        for cell in held.cells[:8]
    )


def of_cells(report: Report, held: Sequence[Held], finding_cause: Hashable) -> tuple[Hashable, int]:
    """Cause and rank of a finding that rests on cells: where a cell belongs to a broken relation, the broken relation
    is the story and this finding follows from it."""
    starts = {cell.start for figure in held for cell in figure.cells}
    for story in report.breaks:
        for relation in story.relations:
            if any(term.cell.start in starts for term in relation.terms):
                return story.cause, 1
    return finding_cause, 0


def told(report: Report, mismatch: Mismatch) -> Finding:
    """The finding on a statement about requests that table three contradicts."""
    statement, held = mismatch.statement, mismatch.held
    cause, rank = of_cells(report, (held, *mismatch.others[:1]), mismatch.cause)
    related = cells_of(report, held)
    severity: Severity | None = "info" if mismatch.unsure else None
    said = printed(report, statement)
    if statement.topics[0] in ("received", "new") and mismatch.others:
        both = mismatch.others[0]
        if both.value != held.value:
            return Finding(
                statement.span,
                "文中{name}“{said}”，表三本年新收为 {new} 件，加上年结转共 {both} 件，请核对。",
                {"name": named(statement), "said": said, "new": held.value, "both": both.value},
                related=related,
                severity=severity,
                cause=cause,
                rank=rank,
            )
    return Finding(
        statement.span,
        "文中{name}“{said}”，表三为 {value} 件，请核对。",
        {"name": named(statement), "said": said, "value": held.value},
        related=related,
        severity=severity,
        cause=cause,
        rank=rank,
    )


def named(statement: Statement) -> Sequence[Message]:
    """What a statement counts, for a message."""
    return [NAMES[topic] for topic in statement.topics]
