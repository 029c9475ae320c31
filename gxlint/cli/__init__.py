"""The command ``gxlint``: one module a command, each with ``run(arguments, terminal) -> exit code``.

Exit codes are 0 (nothing that fails), 1 (findings at or above ``--fail-on``) and 2 (gxlint could not do its work), and
no others.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence

from gxlint.cli.terminal import Terminal
from gxlint.language import Message, tell

COMMANDS: Mapping[str, Message] = {
    "check": Message("检查年度报告"),
    "new": Message("写一份空白年度报告"),
    "ignore": Message("忽略一处问题，写明理由"),
    "baseline": Message("记下已有的问题，以后只提示新的"),
    "rule": Message("显示一条规则的说明"),
    "rules": Message("列出全部规则"),
    "plugins": Message("列出插件"),
    "settings": Message("显示设置，以及每一项由谁决定"),
    "server": Message("启动语言服务器（供编辑器使用）"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with these arguments (default: those of the process) and give its exit code. Raises nothing."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    terminal = Terminal(given)
    try:
        code = _run(given, terminal)
        terminal.flush()
    except BrokenPipeError:  # Whoever reads the output has seen enough.
        terminal.abandon()
        return 0
    except KeyboardInterrupt:
        terminal.error(Message("已中断"))
        return 2
    except SystemExit as leave:  # The argument parser has said what there was to say.
        return leave.code if isinstance(leave.code, int) else 2 * bool(leave.code)
    except Exception as error:
        return _unexpected(error, terminal)
    return code


def _run(given: list[str], terminal: Terminal) -> int:
    command = given[0] if given else "--help"
    if command in ("--version", "-V"):
        terminal.write(f"gxlint {_version()}\n")
        return 0
    if command in ("--help", "-h", "help"):
        terminal.write(_help(terminal))
        return 0 if given else 2
    if command not in COMMANDS:
        from gxlint.settings import suggestion

        hint = suggestion(command, COMMANDS)
        terminal.error(
            Message("没有命令 {command}{hint}（gxlint --help 列出全部命令）", {"command": command, "hint": hint})
        )
        return 2
    from importlib import import_module

    from gxlint.settings import SettingsError

    try:
        os.getcwd()  # noqa: PTH109
    except OSError:
        terminal.error(Message("当前文件夹已不存在，或者不能进入"))
        return 2
    try:
        code: int = import_module(f"gxlint.cli.{command}").run(given[1:], terminal)
    except SettingsError as error:
        terminal.error(error.message)
        return 2
    return code


def _help(terminal: Terminal) -> str:
    width = max(map(len, COMMANDS))
    lines = [
        tell("用法：gxlint 命令 [选项…]", language=terminal.language),
        "",
        tell("检查政府信息公开工作年度报告。", language=terminal.language),
        "",
        *(f"  {name:<{width}}  {terminal.told(message)}" for name, message in COMMANDS.items()),
        "",
        tell(
            "  --version  显示版本\n  --help     显示本说明；gxlint 命令 --help 显示该命令的选项",
            language=terminal.language,
        ),
        "",
        tell("例：gxlint check 报告.txt", language=terminal.language),
    ]
    return "\n".join(lines) + "\n"


def _version() -> str:
    return str(sys.modules["gxlint"].__dict__["__version__"])


def _unexpected(error: Exception, terminal: Terminal) -> int:
    said = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    terminal.error(Message("gxlint {version} 出现意外错误：{error}", {"version": _version(), "error": said}))
    if terminal.verbose:
        import traceback

        terminal.say("".join(traceback.format_exception(error)).rstrip())
    else:
        terminal.say(
            tell("加 --verbose 再运行一次可看到经过，请连同报告告知 gxlint 的开发者。", language=terminal.language)
        )
    return 2


def entry_point() -> None:
    """What the console script calls."""
    gc.set_threshold(
        50_000, 20, 20
    )  # A report is many small values without cycles: looking for these is a fifth of the time.
    code = main()
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)
