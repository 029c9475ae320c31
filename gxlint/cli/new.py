"""``gxlint new``: a blank report on the form in force, ready to be filled in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gxlint import read_report
from gxlint.cli.options import Parser, add_language_option
from gxlint.cli.terminal import Terminal
from gxlint.drafting import MARKDOWN_TABLES, TAB_ROWS, blank_report
from gxlint.forms import bundled_forms
from gxlint.language import Message
from gxlint.session.files import FileError, create

_MARKDOWN = (".md", ".markdown")
_LAST_YEAR = 9999


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Write the report to standard output, or to a file that is not there yet."""
    made = Parser("new", Message("写一份空白年度报告：现行格式的标题、章节和表格，等待填写。"), terminal)
    say = made.say
    made.add_argument("--year", type=int, required=True, metavar="YEAR", help=say(Message("报告年度，如 2025")))
    made.add_argument("--organ", required=True, metavar="NAME", help=say(Message("机关全称，如 青山县云岭镇人民政府")))
    made.add_argument(
        "--format",
        choices=("text", "markdown"),
        help=say(Message("纯文本（表格一行一排，制表符分隔）或 Markdown；默认看文件名，.md 为 Markdown")),
    )
    made.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help=say(Message("写入这个新文件（默认：标准输出）"))
    )
    add_language_option(made)
    given = made.parse_args(arguments)
    if given.year > _LAST_YEAR:
        made.error(say(Message("--year 应为四位数的年份，现为 {year}", {"year": given.year})))
    form = next((form for form in bundled_forms() if form.in_force(given.year)), None)
    organ = "".join(given.organ.split())
    if form is None:
        terminal.error(
            Message(
                "没有 {year} 年度的官方格式（最早为 {first} 年度）",
                {"year": given.year, "first": bundled_forms()[0].first_year},
            )
        )
        return 2
    if not organ:
        made.error(say(Message("--organ 不能为空")))
    markdown = given.format == "markdown" if given.format else _is_markdown(given.output)
    text = blank_report(form, given.year, organ, MARKDOWN_TABLES if markdown else TAB_ROWS)
    title = read_report(text).title
    if title is None or organ not in title.text:
        made.error(say(Message("“{organ}”不像机关名称：不能有标点和符号，也不能太长", {"organ": organ})))
    if given.output is None:
        terminal.write_bytes(text.encode("utf-8"))
        return 0
    try:
        create(given.output, text.encode("utf-8"))
    except FileError as error:
        terminal.error(Message("{file}：{reason}", {"file": str(given.output), "reason": error.reason}))
        return 2
    terminal.say(
        terminal.told(
            Message(
                "已写入 {file}。请填写表格，把（文字描述）换成正文，再用 gxlint check 检查。",
                {"file": str(given.output)},
            )
        )
    )
    return 0


def _is_markdown(path: Path | None) -> bool:
    return path is not None and path.suffix.lower() in _MARKDOWN
