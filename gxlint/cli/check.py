"""``gxlint check``: check files and folders, show what was found, mend what can be mended."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from gxlint.cli.options import Parser, add_settings_options, session_options
from gxlint.cli.terminal import Terminal
from gxlint.language import Message, tell
from gxlint.output import HUMAN, Output, Run, Style, formats
from gxlint.output.words import severity_word, visible, where
from gxlint.session import Session, is_dir
from gxlint.settings import FAIL_ON, Origin, SettingsError, suggestion

_STDIN = "<stdin>"


def parser(terminal: Terminal) -> Parser:
    """The parser of the command."""
    made = Parser("check", Message("检查政府信息公开工作年度报告；不写路径即检查当前文件夹。"), terminal)
    say = made.say
    made.add_argument("paths", nargs="*", metavar="PATH", help=say(Message("文件或文件夹；- 表示标准输入")))
    made.add_argument(
        "--output-format",
        default="text",
        metavar="FORMAT",
        help=say(Message("输出格式：text（默认）、concise、json、github、sarif，或插件提供的格式")),
    )
    made.add_argument("--statistics", action="store_true", help=say(Message("只列出每条规则发现的处数")))
    made.add_argument(
        "--fail-on",
        choices=FAIL_ON,
        help=say(Message("达到哪个程度时退出码为 1：默认 warning（有错误或警告；只有提示不算）；never 表示总为 0")),
    )
    made.add_argument("--color", choices=("auto", "always", "never"), default="auto", help=say(Message("是否用颜色")))
    made.add_argument("-q", "--quiet", action="store_true", help=say(Message("没有发现问题时不输出任何内容")))
    made.add_argument("--jobs", type=int, default=0, metavar="N", help=say(Message("同时使用几个进程（默认自动）")))
    made.add_argument(
        "--stdin-filename", metavar="NAME", help=say(Message("标准输入当作哪个文件（决定设置、类型和年份）"))
    )
    made.add_argument(
        "--only-reports", action="store_true", help=say(Message("指明的文件不是年度报告时也不提示（供提交钩子使用）"))
    )
    made.add_argument("--no-ignores", action="store_true", help=say(Message("忽略清单和基线不起作用：列出全部问题")))
    made.add_argument(
        "--strict-plugins", action="store_true", help=say(Message("插件或规则出错时退出码为 2（供插件作者使用）"))
    )
    fixes = made.add_argument_group(say(Message("修正")))
    fixes.add_argument("--fix", action="store_true", help=say(Message("自动修正（只做不改变数字和文意的修正）")))
    fixes.add_argument(
        "--unsafe-fixes", action="store_true", help=say(Message("与 --fix 或 --diff 同用：须人工核对的修正也做"))
    )
    fixes.add_argument("--diff", action="store_true", help=say(Message("只显示修正会改动什么，不写入文件")))
    add_settings_options(made)
    return made


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Check, show, and give the exit code. Raises SettingsError."""
    made = parser(terminal)
    given = made.parse_args(arguments)
    if given.jobs < 0:
        made.error(made.say(Message("--jobs 应不小于 0，现为 {jobs}", {"jobs": given.jobs})))
    asked = replace(
        session_options(given, made),
        fix=given.fix,
        unsafe=given.unsafe_fixes,
        diff=given.diff,
        only_reports=given.only_reports,
        strict_plugins=given.strict_plugins,
        ignores=not given.no_ignores,
        baseline=not given.no_ignores,
    )
    session = Session(asked)
    paths = given.paths or ["."]
    standard_input = given.stdin_filename is not None or "-" in paths
    if standard_input and set(given.paths) - {"-"}:
        made.error(made.say(Message("标准输入不能与其他路径同时检查")))
    if given.stdin_filename and is_dir(Path(given.stdin_filename)):
        made.error(made.say(Message("--stdin-filename 应为文件名，{name} 是文件夹", {"name": given.stdin_filename})))
    home = session.home(Path(given.stdin_filename or _STDIN) if standard_input else Path(paths[0]))
    terminal.language = home.settings.language
    output = _output(given, formats(home.registry.outputs))
    if standard_input:
        return _check_standard_input(given, session, output, terminal)
    outcome = session.run([Path(path) for path in paths], given.jobs)
    return _show(given, outcome, output, terminal)


def _check_standard_input(given: argparse.Namespace, session: Session, output: Output, terminal: Terminal) -> int:
    data = sys.stdin.buffer.read()
    outcome = session.run_text(data, given.stdin_filename or _STDIN)
    if given.fix and not given.diff:
        fixed = outcome.files[0].data if outcome.files else None
        terminal.write_bytes(data if fixed is None else fixed)
        terminal.results_to_errors()
    return _show(given, outcome, output, terminal)


def _output(given: argparse.Namespace, known: dict[str, Output]) -> Output:
    name = given.output_format
    if name not in known:
        hint = suggestion(name, known)
        raise SettingsError(
            Message("没有输出格式 {name}{hint}", {"name": name, "hint": hint}), Origin(option="--output-format")
        )
    return known[name]


def _show(given: argparse.Namespace, outcome: Run, output: Output, terminal: Terminal) -> int:
    style = Style(terminal.language, terminal.color(given.color), terminal.unicode, given.quiet)
    human = output.name in HUMAN
    for note in outcome.notes:
        terminal.say(f"gxlint: {note}")
    if given.diff:
        terminal.write_all(file.diff for file in outcome.files if file.diff)
        if not given.quiet:
            _tell_diff(outcome, terminal)
    elif given.statistics:
        from gxlint.output.statistics import render

        terminal.write_all(render(outcome, style, machine=not human))
    else:
        terminal.write_all(output.render(outcome, style))
    _tell_problems(outcome, terminal)
    return exit_code(outcome, strict=given.strict_plugins)


def _tell_diff(outcome: Run, terminal: Terminal) -> None:
    changed = [file for file in outcome.files if file.diff]
    if not changed:
        terminal.say(tell("没有可修正的问题。", language=terminal.language))
        return
    count = {"files": len(changed), "fixed": sum(sum(file.fixed.values()) for file in changed)}
    terminal.say(tell("{files} 个文件可修正 {fixed} 处，未写入。", count, terminal.language))


def _tell_problems(outcome: Run, terminal: Terminal) -> None:
    for problem in outcome.all_problems:
        word = severity_word(problem.severity, terminal.language)
        terminal.say(f"{where(problem)}: {word} {problem.code} {problem.name}: {visible(problem.message)}")
        if problem.trace and terminal.verbose:
            terminal.say(problem.trace.rstrip())


def exit_code(outcome: Run, *, strict: bool = False) -> int:
    """2 where a file or (when ``strict``) a plugin failed, 1 where a finding is as loud as ``fail-on``, else 0."""
    if any(problem.severity == "error" for problem in outcome.all_problems):
        return 2
    if strict and any(finding.code == "GXE001" for finding in outcome.findings):
        return 2
    return int(any(file.failed for file in outcome.files))
