"""Tables and labels that are not the form's: outdated, missing, narrower, misspelt."""

from __future__ import annotations

from random import Random

from gxlint import Span
from gxlint.forms import bundled_forms
from gxlint.testing import report_of
from tests.accuracy.drafts import Draft
from tests.accuracy.places import Broken, Injector, cut, find, heading, instead, line_of, put
from tests.accuracy.places import table as laid
from tests.writing import figures, render


def outdated(draft: Draft, random: Random) -> Broken | None:
    """The form of 2019 in a later report."""
    if draft.form.last_year is not None:
        return None
    old = next(form for form in bundled_forms() if form.last_year is not None)
    truth = figures(random, old, 20)
    truth["item1"]["regulation"] = dict.fromkeys(truth["item1"]["regulation"], 0)
    text = render(old, truth, draft.shape, year=draft.year, organ=draft.organ.title, random=Random(draft.seed))
    text = text.replace("无其他需要报告的事项", "未收取信息处理费。无其他需要报告的事项")
    return Broken(text, (Span(heading(draft, text, 1).start, heading(draft, text, 4).start),))


def mixed(draft: Draft, random: Random) -> Broken | None:
    """A label of the form of 2019 in the form in force."""
    if draft.form.last_year is not None:
        return None
    text = draft.text()
    label = laid(report_of(text), "item1").rows[1].label
    return None if label is None else put(text, label.span, "规范性文件")


def missing(draft: Draft, random: Random) -> Broken:
    """A section without its table."""
    text = draft.text()
    number = random.choice((1, 2, 3))
    start, end = heading(draft, text, number), heading(draft, text, number + 1).start
    return Broken(text[: start.end] + text[end:], (start,))


def width(draft: Draft, random: Random) -> Broken | None:
    """A cell less in a row of table three."""
    if draft.shape not in ("tab-rows", "pipes", "tab-cells"):
        return None
    text = draft.text()
    row = random.choice(laid(report_of(text), "requests").rows)
    first, last = row.cells[-2], row.cells[-1]
    gone = Span(first.end, last.end)
    made = cut(text, gone)
    return Broken(made.text, (Span(row.span.start, gone.start),))


def _lines(draft: Draft, *, deletable: bool = True) -> tuple[str, list[Span], list[Span]] | None:
    """The text, the lines of （五）不予处理第2项 to 4, and their labels; None where a row is more than a line."""
    if draft.shape not in ("tab-rows", "pipes"):
        return None
    text = draft.text()
    wanted = [f"results.unprocessed.{name}" for name in ("repeated", "publication", "excessive")]
    table = laid(report_of(text), "requests")
    labels = [row.label.span for key in wanted if (row := table.row(key)) is not None and row.label is not None]
    return text, [line_of(text, label.start) for label in labels], labels


def row_missing(draft: Draft, random: Random) -> Broken | None:
    """A row left out whose figures are zeros."""
    found = _lines(draft)
    if found is None or any(draft.truth["requests"]["results.unprocessed.publication"].values()):
        return None
    text, lines, _ = found
    made = cut(text, lines[1])
    return Broken(made.text, (Span(lines[0].start, line_of(made.text, lines[1].start).end),))


def row_unknown(draft: Draft, random: Random) -> Broken | None:
    """A row of the province's own below the form's."""
    if draft.shape not in ("tab-rows", "pipes"):
        return None
    text = draft.text()
    label = laid(report_of(text), "item6").rows[-1].label
    if label is None:
        return None
    line = line_of(text, label.start)
    return put(text, Span(line.end, line.end), text[line.start : line.end].replace("行政强制", "行政检查事项"))


def row_order(draft: Draft, random: Random) -> Broken | None:
    """Two rows in each other's place."""
    found = _lines(draft)
    if found is None:
        return None
    text, (_, first, second), _ = found
    swapped = text[second.start : second.end] + text[first.start : first.end]
    return Broken(text[: first.start] + swapped + text[second.end :], (Span(first.start, second.end),))


def misspelt(draft: Draft, random: Random) -> Broken | None:
    """A label with a wrong character in it."""
    old, new = random.choice(
        (
            ("信访举报投诉类申请", "信访投诉举报类申请"),
            ("结果维持", "结果维护"),
            ("只计这一情形", "只记这一情形"),
            ("总计", "合计"),
            ("不计其他情形", "不记其他情形"),
            ("三安全一稳定", "三安全一稳订"),
            ("结转下年度继续办理", "结转下年度继续办里"),
            ("社会公益组织", "社会公益组只"),
        )
    )
    text = draft.text()
    place = find(text, old, heading(draft, text, 2).end)
    return None if place is None else _respelt(text, place, new)


def _respelt(text: str, place: Span, letters: str) -> Broken:
    """Other letters, as many as before, the white space between them kept."""
    rest = iter(letters)
    printed = text[place.start : place.end]
    return put(text, place, "".join(letter if letter.isspace() else next(rest) for letter in printed))


def slip(draft: Draft, random: Random) -> Broken | None:
    """Another character in a label, one that nobody could have listed."""
    table = random.choice(draft.form.tables)
    labels = [row.label for row in table.rows if len(row.label) >= 6]
    labels += [column.label for column in table.columns if len(column.label) >= 4 and "（" not in column.label]
    if not labels:
        return None
    label = random.choice(labels)
    at = random.choice([at for at, letter in enumerate(label) if at > 2 and "一" <= letter <= "鿿"])
    text = draft.text()
    place = find(text, label, heading(draft, text, 1).end)
    if place is None:
        return None
    return _respelt(text, place, f"{label[:at]}{random.choice('己末入天干千士柬戍')}{label[at + 1 :]}")


def variant(draft: Draft, random: Random) -> Broken | None:
    """A label with words added in brackets, or without its note."""
    if not draft.marked:
        return None
    old, new = random.choice(
        (
            ("行政许可", "行政许可（含变更）"),
            ("行政处罚", "行政处罚（本机关）"),
            ("（区分处理的，只计这一情形，不计其他情形）", ""),
        )
    )
    made = instead(draft, old, new)
    return made and Broken(made.text, (Span(line_of(made.text, made.places[0].start).start, made.places[0].end),))


def duplicate_header(draft: Draft, random: Random) -> Broken | None:
    """A header twice, another one not at all."""
    new = draft.form.last_year is None
    old, twice = ("本年废止件数", "本年制发件数") if new else ("本年新公开数量", "本年新制作数量")
    return instead(draft, old, twice) if draft.marked else None


def unreadable(draft: Draft, random: Random) -> Broken:
    """Something else in the place of table three."""
    text = draft.text()
    start, end = heading(draft, text, 2).end, heading(draft, text, 3).start
    rows = "".join(
        f"| {name} | {random.randint(1, 99)} | {random.randint(1, 99)} |\n" for name in ("来访", "来电", "来函")
    )
    return Broken(text[:start] + rows + text[end:], (Span(start, start + len(rows)),))


INJECTORS: dict[str, tuple[Injector, ...]] = {
    "GXF001": (outdated,),
    "GXF002": (mixed,),
    "GXF003": (missing,),
    "GXF004": (width,),
    "GXF005": (row_missing,),
    "GXF006": (row_unknown,),
    "GXF007": (row_order,),
    "GXF008": (misspelt, slip),
    "GXF009": (variant,),
    "GXF010": (duplicate_header,),
    "GXF014": (unreadable,),
}
