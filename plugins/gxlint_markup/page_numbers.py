"""GXM002: feet of printed pages left in the text."""

from __future__ import annotations

from collections.abc import Iterator

from gxlint import Edit, Finding, Fix, PageNumber, Report, Span, rule
from gxlint_markup.lines import line_end_at, whole_lines


@rule("GXM002", "page-number-residue", severity="info", basis="页码属于版面，不属于报告正文", fixable="safe")
def page_number_residue(report: Report) -> Iterator[Finding]:
    """页码残留

    查什么
        单独成行的页码，如 `- 1 -`、`— 1 —`、`第1页 共5页`，包括夹在表格行之间的。

    依据
        页码属于版面，不属于报告正文。

    为什么
        从 Word 或 PDF 转成文本时，页脚会混进正文，把句子或表格从中间隔断。

    例
        错：
            ⟦- 3 -⟧
        错：
            ⟦第3页 共8页⟧
        对：
            2023年，我镇制发文件3件。

    怎样改
        删除这一行。自动修改只删页码行，表格的行列不变。没有横线、不能肯定是页码的单个数字只提示，不自动删除。

    何时忽略
        需要保留分页的底稿。表格单元格里的 `-8` 是数字，不算页码。

    English
        Page number left in the text. The foot of a printed page stands on a line of its own. The safe fix deletes the
        line and leaves every table as it is; a bare figure that only may be a page number is never deleted.
    """
    for number in report.page_numbers:
        args = {"number": report.text[number.start : number.end]}
        if number.bare:
            yield Finding(number.span, "这一行的“{number}”不像表格中的数字，可能是残留的页码，请核对。", args)
            continue
        gone = _deletion(report.text, number)
        fix = Fix((gone,), "safe", "删除页码“{number}”所在的行", args) if gone else None
        yield Finding(number.span, "残留页码“{number}”，应删除。", args, fix=fix)


def _deletion(text: str, number: PageNumber) -> Edit | None:
    """The edit that takes the page number away; None where something else stands on its line.

    Inside a table the empty lines around the page number mean something once it is gone: one ends a row, two end the
    table. So of those on both sides one stays, and none between the rows of a table of pipes.
    """
    line = whole_lines(text, number.start, number.end)
    around = text[line.start : number.start] + text[number.end : line.end]
    if around.strip() or "\t" in around:
        return None
    if not number.inside_table:
        return Edit(line, "")
    start, end = _with_empty_lines(text, line)
    behind = text[end : whole_lines(text, end, end).end]
    removed = text[start : line.start] + text[line.end : end]
    if "|" in behind:
        row_on_a_line = behind.count("|") > 2
        return Edit(Span(start, end), "" if row_on_a_line else line_end_at(removed, 0))
    if "\t" in behind:
        return Edit(Span(start, end), line_end_at(removed, 0))
    return Edit(line, "")


def _with_empty_lines(text: str, line: Span) -> tuple[int, int]:
    start, end = line.start, line.end
    while start > 0:
        line_end = start - (2 if text[max(0, start - 2) : start] == "\r\n" else 1)
        above = whole_lines(text, line_end, line_end)
        if above.start < line_end:
            break
        start = above.start
    while end < len(text) and text[end] in "\r\n":
        end += len(line_end_at(text, end))
    return start, end
