"""GXW005: white space that prints nothing or tears a date apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxlint import Edit, Finding, Fix, Message, Related, Report, Span, rule
from gxlint_wording.prose import Lines

_BLANK = " \xa0\u3000\u2002\u2003\u2009"
_BLANK_LINE = re.compile(rf"\n([{_BLANK}]+)(?=[\r\n]|\Z)")
_IN_DATE = re.compile(rf"[{_BLANK}]{{1,4}}(?=[年月日]|\d{{1,2}}[{_BLANK}]?[月日])")
_DATE_PART = re.compile(r"\d[年月日]")


@rule("GXW005", "stray-whitespace", severity="info", basis="公文版面应当整洁", fixable="safe")
def stray_whitespace(report: Report) -> Iterator[Finding]:
    """多余空白

    查什么
        只有空格的空行、日期中间的空格（2023 年 1 月）、章节标题前的半角空格。整篇合并为一条。

    依据
        公文版面应当整洁；空格不是排版手段。

    为什么
        看不见的空格会让标题和日期检索不到，转成网页后出现大片空白。

    例
        错：
            统计期限为2023⟦ ⟧年1月1日至2023年12月31日。
        对：
            统计期限为2023年1月1日至2023年12月31日，共办理 3 件。

    怎样改
        删除多余的空格。可以自动修改：不动表格，不动段首全角空格，不会把两个数字连在一起。

    何时忽略
        整篇数字前后都加空格、或全文按版面缩进的转换文本不会提示。

    English
        Stray white space. Lines of nothing but blanks, blanks inside dates and in front of section headings, told once
        for the whole document. Tables and paragraph indents are left alone.
    """
    headings, laid_out = _before_headings(report)
    lines = _blank_lines(report)
    dates = [] if laid_out else _in_dates(report)
    places = sorted((*headings, *lines, *dates))
    if not places:
        return
    parts = [
        Message("空行中 {count} 处", {"count": len(lines)}) if lines else None,
        Message("日期中间 {count} 处", {"count": len(dates)}) if dates else None,
        Message("标题前 {count} 处", {"count": len(headings)}) if headings else None,
    ]
    args = {"count": len(places), "parts": [part for part in parts if part is not None]}
    yield Finding(
        places[0],
        "有 {count} 处多余空白：{parts}。",
        args,
        related=tuple(Related(place, "多余空白") for place in places[1:]),
        fix=Fix(tuple(Edit(place, "") for place in places), "safe", "删除 {count} 处多余空白", args),
    )


def _before_headings(report: Report) -> tuple[list[Span], bool]:
    """The blanks in front of section headings, and whether the whole text is laid out with blanks: then every heading
    is indented and none of them is stray. Automatic numbering that was converted brings a blank of its own."""
    places = []
    for section in report.sections:
        line = section.heading
        width = len(line.text) - len(line.text.lstrip(" \xa0"))
        if width and not section.converted:
            places.append(Span(line.start, line.start + width))
    laid_out = len(places) > 1 and 2 * len(places) >= len(report.sections)
    return ([], True) if laid_out else (places, False)


def _blank_lines(report: Report) -> list[Span]:
    found = [Span(*match.span(1)) for match in _BLANK_LINE.finditer(report.text)]
    if not found:
        return []
    lines = Lines(report.paragraphs)
    return [span for span in found if not _in_table(report, lines, span)]


def _in_table(report: Report, lines: Lines, span: Span) -> bool:
    """Whether the place is inside a table, or between two without a line of prose on either side: there an empty line
    is read otherwise than a blank one."""
    end_above, start_below = -1, -1
    for table in report.tables:
        place = table.span
        if place.start <= span.start < place.end:
            return True
        if place.end <= span.start:
            end_above = max(end_above, place.end)
        elif start_below < 0 or place.start < start_below:
            start_below = place.start
    return end_above >= 0 and start_below >= 0 and not lines.any_between(end_above, start_below)


def _in_dates(report: Report) -> list[Span]:
    text = report.text
    found = [span for match in _IN_DATE.finditer(text) if _tears_date(text, span := _whole_run(text, *match.span()))]
    if not found:
        return []
    lines = Lines(report.paragraphs)
    found = [span for span in found if span.start in lines]
    close = sum(match.start() in lines for match in _DATE_PART.finditer(text))
    return found if len(found) < close else []


def _whole_run(text: str, start: int, end: int) -> Span:
    while start and text[start - 1] in _BLANK:
        start -= 1
    return Span(start, end)


def _tears_date(text: str, span: Span) -> bool:
    before = text[span.start - 1 : span.start]
    behind = text[span.end]
    return before.isdigit() if behind in "年月日" else before in ("年", "月")
