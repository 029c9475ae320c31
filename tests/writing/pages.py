"""A whole report as a page of a web site: merged cells, words torn by tags, white space of the source."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from random import Random

from gxlint.report import Form
from tests.writing import prose
from tests.writing.figures import Figures
from tests.writing.grid import Grid, HeaderCell, Line, grid
from tests.writing.render import section_prose

_CHROME = '<div class="nav"><a href="/">首页</a> &gt; <a href="/x">信息公开</a></div>'


def page(form: Form, figures: Figures, *, year: int, organ: str, random: Random, torn: bool = True) -> str:
    """The source of a page. ``torn`` puts tags inside words and figures, and white space where browsers show none."""
    write = _Writer(random, torn)
    body = [f"<h1>{write.words(''.join(prose.title(organ, year)))}</h1>"]
    body += [write.paragraph(text) for text in prose.preface(random, year)]
    for section in form.sections:
        body.append(write.paragraph(section.title))
        body += [write.paragraph(text) for text in section_prose(section, form, figures, random, year, organ)]
        for table in form.tables:
            if table.section == section.key:
                body.append(write.table(grid(table, figures[table.key])))
    content = "\n".join(body)
    if random.randrange(2):
        content = f"<table width=100%><tr><td>{content}</td></tr></table>"
    head = f"<title>{organ}{year}年政府信息公开工作年度报告</title><style>p {{ text-indent: 2em }}</style>"
    script = "<script>if (1 < 2) document.write('<p>三、收到和处理政府信息公开申请情况</p>')</script>"
    return (
        f"<!DOCTYPE html>\n<html><head>{head}</head>\n<body><nav>{_CHROME}</nav>\n"
        f"<!-- 正文 --><div>{content}</div>{script}<footer>主办：{organ}</footer></body></html>\n"
    )


class _Writer:
    def __init__(self, random: Random, torn: bool) -> None:
        self.random = random
        self.torn = torn

    def words(self, text: str) -> str:
        """The text with tags in it."""
        pieces = []
        while self.torn and len(text) > 2 and self.random.randrange(3) == 0:
            at = self.random.randrange(1, len(text))
            pieces.append(f"{escape(text[:at])}<span lang=EN-US>{escape(text[at])}</span>")
            text = text[at + 1 :]
        return "".join(pieces) + escape(text)

    def paragraph(self, text: str) -> str:
        indent = self.random.choice(("", "　　", "&nbsp;&nbsp;&nbsp;&nbsp;", "\n    ")) if self.torn else ""
        tag = self.random.choice(("p", "div"))
        return f"<{tag}>{indent}{self.words(text)}</{tag}>"

    def table(self, laid: Grid) -> str:
        rows = [self.header(cells) for cells in laid.headers]
        for number, line in enumerate(laid.lines):
            rows.append("".join(self.line(line, laid, number)))
        space = self.random.choice(("", "\n", "\r\n  ")) if self.torn else ""
        return "<table><tbody>" + "".join(f"<tr>{space}{row}{space}</tr>" for row in rows) + "</tbody></table>"

    def header(self, cells: tuple[HeaderCell, ...]) -> str:
        return "".join(self.cell(cell.text, columns=cell.span) for cell in cells if cell.text)

    def line(self, line: Line, laid: Grid, number: int) -> Iterator[str]:
        for level, (group, opens) in enumerate(zip(line.groups, line.opens, strict=True)):
            if opens:
                same = [one.groups[: level + 1] == line.groups[: level + 1] for one in laid.lines[number:]]
                yield self.cell(group, rows=(*same, False).index(False))
        if line.label:
            yield self.cell(line.label, columns=laid.label_columns - len(line.groups))
        yield from (self.cell(figure) for figure in line.figures)

    def cell(self, text: str, columns: int = 1, rows: int = 1) -> str:
        merged = (f' colspan="{columns}"' if columns > 1 else "") + (f' rowspan="{rows}"' if rows > 1 else "")
        content = self.words(text)
        if self.torn and self.random.randrange(3) == 0:
            content = f"<p>&nbsp;{content}\n</p>"
        return f"<td{merged}>{content}</td>"
