"""``gxlint ignore``: put a finding on the list of those that a person has decided to leave."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from gxlint.cli.options import Parser, add_settings_options, session_options
from gxlint.cli.rule import find_rule
from gxlint.cli.terminal import Terminal
from gxlint.language import Message
from gxlint.rule import Finding
from gxlint.session import FileError, FileResult, Session, ignore
from gxlint.session.sidefiles import shown_path
from gxlint.text import LineIndex

_PLACE = re.compile(r"(?P<file>.+?):(?P<row>\d+)(?::\d+)?:?")
_MOST_ROWS = 20


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Write the entries. Raises SettingsError."""
    made = Parser(
        "ignore", Message("把一处问题记入忽略清单 gxlint-ignores.toml，写明理由；以后的检查不再提示它。"), terminal
    )
    say = made.say
    made.add_argument("rule", metavar="RULE", help=say(Message("规则代码或规则名，如 GXT003、row-total")))
    made.add_argument("place", metavar="FILE:ROW", help=say(Message("文件和行号，照抄检查结果即可，如 云岭镇.txt:30")))
    made.add_argument("--reason", required=True, metavar="TEXT", help=say(Message("理由（必填）")))
    made.add_argument("--who", default="", metavar="NAME", help=say(Message("谁决定的")))
    made.add_argument("--until", type=day, metavar="DATE", help=say(Message("到哪一天为止，如 2026-03-31（默认长期）")))
    add_settings_options(made, selection=False)
    given = made.parse_args(arguments)
    place = _PLACE.fullmatch(given.place)
    if place is None:
        made.error(say(Message("位置应写作 文件:行号，现为 {text}", {"text": given.place})))
    if not given.reason.strip():
        made.error(say(Message("--reason 不能为空：忽略一个问题必须说明为什么")))
    if given.until is not None and given.until < date.today():
        made.error(say(Message("--until {day} 已经过去", {"day": given.until.isoformat()})))
    path, row = Path(place["file"]), int(place["row"])
    session = Session(session_options(given, made))
    home = session.home(path)
    terminal.language = home.settings.language
    if find_rule(given.rule, home, terminal) is None:
        return 2
    try:
        result = session.result(path)
        found, handled = _found(result, given.rule, row)
        if not found:
            return _nothing(result, given.rule, row, terminal) if not handled else _already(handled, terminal)
        target = ignore(path, result, found, given.reason, given.who, given.until)
    except FileError as error:
        terminal.error(Message("{file}：{reason}", {"file": place["file"], "reason": error.reason}))
        return 2
    counts = {"file": shown_path(target), "count": len(found), "rule": found[0].code}
    terminal.write(terminal.told(Message("已记入 {file}：{rule} {count} 处。", counts)) + "\n")
    return 0


def day(text: str) -> date:
    """A date as it is written in the file of ignores."""
    return date.fromisoformat(text)


def _found(result: FileResult, rule: str, row: int) -> tuple[list[Finding], list[Finding]]:
    """The findings of the rule that touch the row: those that are told, and those that are on the list already."""
    rows_of = _rows(result)

    def wanted(finding: Finding) -> bool:
        return (rule.upper() == finding.code or rule == finding.name) and row in rows_of(finding)

    told = [finding for finding in (*result.findings, *result.known) if wanted(finding)]
    exact = [finding for finding in told if rows_of(finding).start == row]
    return exact or told, [finding for finding in result.ignored if wanted(finding)]


def _rows(result: FileResult) -> Callable[[Finding], range]:
    """The rows of the file, from 1, that a finding touches."""
    lines = LineIndex.of(result.source)

    def of(finding: Finding) -> range:
        span = result.source_span(finding.span)
        return range(lines.row(span.start) + 1, lines.row(max(span.start, span.end - 1)) + 2)

    return of


def _already(handled: Sequence[Finding], terminal: Terminal) -> int:
    terminal.write(terminal.told(Message("{rule} 在这一行已经忽略。", {"rule": handled[0].code})) + "\n")
    return 0


def _nothing(result: FileResult, rule: str, row: int, terminal: Terminal) -> int:
    rows_of = _rows(result)
    here = {one.code for one in result.findings if rows_of(one).start == row}
    rows = [rows_of(one).start for one in result.findings if rule.upper() == one.code or rule == one.name]
    said: dict[str, object] = {"row": row, "rule": rule, "codes": sorted(here), "rows": rows[:_MOST_ROWS]}
    if rows:
        terminal.error(Message("第 {row} 行没有 {rule} 的问题；该规则的问题在第 {rows} 行", said))
    elif here:
        terminal.error(Message("第 {row} 行没有 {rule} 的问题；这一行的问题是 {codes}", said))
    else:
        terminal.error(Message("第 {row} 行没有 {rule} 的问题", said))
    return 2
