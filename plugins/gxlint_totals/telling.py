"""From stories about broken relations to findings: message, other cells, fix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gxlint import Break, Change, Finding, Fix, FormColumn, Message, Related, Relation, Report, Term
from gxlint_totals.saying import added, figure, listed, name_of, named, relation_said, shown, side, where, written

_MOST_RELATED = 12
_TWO = 2


def findings_of(report: Report, kind: str) -> Iterator[Finding]:
    """The findings of the rule on relations of this kind; a story of several kinds is shown by one rule only."""
    of_table: dict[int, list[Relation]] = {}
    for relation in report.relations:
        of_table.setdefault(id(relation.table), []).append(relation)
    for story in report.breaks_of(kind):
        told = _with_culprit(story) if story.changes else _without_culprit(story)
        yield Finding(
            told.span,
            told.message,
            told.args,
            related_cells(story),
            _fix(of_table[id(story.relations[0].table)], story, kind),
            cause=story.cause,
            rank=0 if story.kind == kind else 1,
        )


def _with_culprit(story: Break) -> Finding:
    culprit, expected = story.changes[0]
    args: dict[str, object] = {
        "place": culprit.place,
        "actual": shown(culprit),
        "expected": figure(expected),
        "relations": listed([relation_said(relation) for relation in story.relations]),
    }
    if len(story.changes) == 1 and culprit.cell.kind == "blank":
        message = "“{place}”空着，应为 {expected}，有关各式才都成立：{relations}。请核对这一格。"
        return Finding(culprit.cell.span, message, args)
    if len(story.changes) == 1:
        message = "“{place}”填的是 {actual}，应为 {expected}，有关各式才都成立：{relations}。请核对这一格。"
        return Finding(culprit.cell.span, message, args)
    total, value = story.changes[1]
    if len(story.changes) > 2 or total.table is not culprit.table or not _is_total_of(total, culprit):
        return _with_culprits(story)
    message = (
        "“{place}”填的是 {actual}，应为 {expected}（该行总计相应由 {total} 改为 {value}），有关各式才都成立："
        "{relations}。请核对这两格。"
    )
    return Finding(culprit.cell.span, message, {**args, "total": shown(total), "value": figure(value)})


def _is_total_of(total: Term, part: Term) -> bool:
    return total.row.key == part.row.key and total.column.key == total.table.form.columns[-1].key


def _with_culprits(story: Break) -> Finding:
    """A story that several cells explain together: figures in each other's place, or several wrong ones in a line."""
    terms = [term for term, _ in story.changes]
    first = terms[0]
    in_one_row = len({term.row.key for term in terms}) == 1
    cells = [
        Message(
            "“{cell}”填 {actual}、应为 {expected}",
            {
                "cell": term.column.name if in_one_row else term.row.name,
                "actual": shown(term),
                "expected": figure(value),
            },
        )
        for term, value in story.changes
    ]
    moved = sorted(term.value for term in terms) == sorted(value for _, value in story.changes)
    args: dict[str, object] = {"table": first.table.form.name, "cells": listed(cells), "count": len(cells)}
    if not in_one_row and not (moved and len(terms) == _TWO):
        args["column"] = first.column.name
        message = "{table}“{column}”列有 {count} 格与所在的行和列都对不上：{cells}，有关各式才都成立。请核对这几格。"
        return Finding(first.cell.span, message, args)
    if not in_one_row:
        args |= {"one": terms[0].row.name, "other": terms[1].row.name, "column": first.column.name}
        message = (
            "{table}“{one}”行与“{other}”行的“{column}”多半填颠倒了：对调之后这两行各式都成立（{cells}）。请核对这两格。"
        )
        return Finding(first.cell.span, message, args)
    args["row"] = first.row.name
    if moved:
        message = "{table}“{row}”行的数字多半填错了列：改后各列的式子都成立（{cells}）。请核对这一行。"
    else:
        message = "{table}“{row}”行有 {count} 格与其他各行对不上：{cells}，有关各式才都成立。请核对这一行。"
    return Finding(first.cell.span, message, args)


def _is_unfilled(story: Break) -> bool:
    """Whether the story is about rows that were not filled in: all its totals are larger than their parts."""
    return not story.changes and all(
        one.unfilled_rows and one.total is not None and one.left_sum > one.right_sum for one in story.relations
    )


def _unfilled(story: Break) -> Finding:
    """Totals that count what blank rows do not say."""
    first = story.relations[0]
    gaps = [f"{one.total.column.name} {figure(one.left_sum - one.right_sum)}" for one in story.relations if one.total]
    args: dict[str, object] = {
        "table": first.table.form.name,
        "rows": [f"“{row.name}”" for row in first.unfilled_rows],
        "total": first.left[0].row.name,
        "gaps": gaps,
    }
    message = "{table}{rows}行空着，“{total}”却比各项之和多：{gaps}。请先填写空着的行，再核对总计。"
    return Finding(story.at.cell.span, message, args)


def _offsetting(story: Break) -> Finding:
    """Columns that are off by as much in one direction as in the other."""
    args: dict[str, object] = {
        "table": story.at.table.form.name,
        "count": len(story.relations),
        "relations": listed([relation_said(relation) for relation in story.relations]),
    }
    message = (
        "{table}有 {count} 列不平，差数正好相抵，各行的总计却都对，多半有一行的数填错了列：{relations}。请逐行核对。"
    )
    return Finding(story.at.cell.span, message, args)


def _without_culprit(story: Break) -> Finding:
    relation = story.relations[0]
    span = story.at.cell.span
    if _is_unfilled(story):
        return _unfilled(story)
    if len({one.at.key for one in story.relations}) > 1:
        return _offsetting(story)
    args: dict[str, object] = {
        "at": where(relation),
        "gap": figure(max(relation.left_sum - relation.right_sum, relation.right_sum - relation.left_sum)),
        "also": _also(story),
    }
    if relation.total is None:
        args |= {"left": side(relation.left, relation), "right": side(relation.right, relation)}
        return Finding(span, "{at}收办不平衡：{left}，{right}，差 {gap}{also}。请核对这几格。", args)
    args |= {"total": named(name_of(relation.total, relation), relation.total), "sum": _sum_of_parts(relation)}
    return Finding(span, "{at}：{total}，各项相加是 {sum}，差 {gap}{also}。请核对总计和各项。", args)


def _sum_of_parts(relation: Relation) -> Message | str:
    total, parts = figure(relation.right_sum), added(relation.right, relation)
    return Message("{sum}（{parts}）", {"sum": total, "parts": parts}) if parts else total


def _also(story: Break) -> Message | str:
    columns = [relation.at.name for relation in story.implied if isinstance(relation.at, FormColumn)]
    return Message("，“{column}”列随之不平", {"column": columns[0]}) if columns else ""


def related_cells(story: Break) -> tuple[Related, ...]:
    """The other cells of the story; of long sums those that are not 0."""
    found: dict[int, Related] = {}
    for relation in story.relations:
        for term in relation.terms:
            if term.cell.start != story.at.cell.start and (term.value or _is_end(term, relation)):
                args = {"place": term.place, "value": shown(term)}
                found.setdefault(term.cell.start, Related(term.cell.span, "{place}：{value}", args))
    return tuple(found.values())[:_MOST_RELATED]


def _is_end(term: Term, relation: Relation) -> bool:
    return len(relation.terms) <= 5 or term is relation.left[0]


def _fix(relations: Sequence[Relation], story: Break, kind: str) -> Fix | None:
    """The fix of a story; ``relations`` are all relations of its table."""
    changes = story.changes
    if kind == "balance":
        return None
    if not changes:
        total = story.relations[0].total
        if _is_unfilled(story):
            return None
        if kind == "row-total" or total is None:
            return None
        changes = ((total, story.relations[0].right_sum),)
    if not all(relation.would_hold(changes) for relation in _touched(relations, changes)):
        return None
    if kind == "result-total" and not _balance_would_hold(relations, changes):
        return None
    edits = tuple(written(term.cell, value) for term, value in changes)
    told = [Message("“{place}”改为 {value}", {"place": term.place, "value": figure(value)}) for term, value in changes]
    return Fix(edits, "unsafe", "{changes}", {"changes": listed(told)})


def _balance_would_hold(relations: Sequence[Relation], changes: Sequence[Change]) -> bool:
    columns = {term.column.key for term, _ in changes}
    balances = [relation for relation in relations if relation.kind == "balance" and relation.at.key in columns]
    return len(balances) == len(columns) and all(relation.would_hold(changes) for relation in balances)


def _touched(relations: Sequence[Relation], changes: Sequence[Change]) -> Iterator[Relation]:
    """The relations that hold one of the cells."""
    keys = {term.key for term, _ in changes}
    return (relation for relation in relations if any(term.key in keys for term in relation.terms))
