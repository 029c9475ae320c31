"""Options that several commands share, and the parser that speaks the reader's language."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from gxlint.cli.terminal import Terminal
from gxlint.language import LANGUAGES, Message, suggestion, tell
from gxlint.session import Options
from gxlint.settings import named

_ABOUT = r"argument (?P<name>[^:]+): "
_REFUSALS: Mapping[str, Message] = {
    r"the following arguments are required: (?P<names>.+)": Message("缺少 {names}"),
    r"unrecognized arguments: (?P<names>(?P<value>\S+).*)": Message("没有选项或多写了 {names}{hint}"),
    _ABOUT + r"invalid choice: '(?P<value>.*)' \(choose from (?P<known>.+)\)": Message(
        "{name} 应为 {known} 之一，现为 {value}{hint}"
    ),
    _ABOUT + r"invalid int value: '(?P<value>.*)'": Message("{name} 应为整数，现为 {value}"),
    _ABOUT + r"invalid day value: '(?P<value>.*)'": Message("{name} 应为日期，如 2026-03-31，现为 {value}"),
    _ABOUT + "expected one argument": Message("{name} 后面缺少值"),
}
"""What an argument parser says, in English alone, and what a person is told."""


def _in_words(refusal: str, options: Mapping[str, object]) -> Iterator[Message]:
    for pattern, message in _REFUSALS.items():
        if (match := re.fullmatch(pattern, refusal)) is not None:
            said = match.groupdict()
            known = said["known"].replace("'", "").split(", ") if "known" in said else [*options]
            hint = suggestion(said["value"].partition("=")[0], known) if "value" in said else ""
            yield Message(message.template, {**said, "known": " / ".join(known), "hint": hint})


class Parser(argparse.ArgumentParser):
    """An argument parser for one command. Its own few words are Chinese or English like all others."""

    def __init__(self, command: str, description: Message, terminal: Terminal) -> None:
        self.terminal = terminal
        super().__init__(
            prog=f"gxlint {command}", description=terminal.told(description), add_help=False, allow_abbrev=False
        )
        self._optionals.title = self.say(Message("选项"))
        self._positionals.title = self.say(Message("参数"))
        self.add_argument("-h", "--help", action="help", help=self.say(Message("显示本说明")))

    def say(self, message: Message) -> str:
        """The message, safe to stand in a help text."""
        return self.terminal.told(message)

    def format_usage(self) -> str:
        """The usage line."""
        return self._translated(super().format_usage())

    def format_help(self) -> str:
        """The help text."""
        return self._translated(super().format_help())

    def _translated(self, text: str) -> str:
        return tell("用法：", language=self.terminal.language) + text.removeprefix("usage: ")

    def print_help(self, file: Any = None) -> None:
        """Write the help text as results."""
        self.terminal.write(self.format_help())

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments and leave with 2."""
        said = next(_in_words(message, self._option_string_actions), message)
        self.terminal.say(self.format_usage().rstrip())
        self.terminal.error(Message("命令行有误：{message}", {"message": said}))
        raise SystemExit(2)


def add_settings_options(parser: Parser, *, selection: bool = True) -> None:
    """The options that say which settings hold; without ``selection`` none that choose rules."""
    say = parser.say
    group = parser.add_argument_group(say(Message("设置")))
    group.add_argument(
        "--config", type=Path, metavar="FILE", help=say(Message("只用这个设置文件，不另找 gxlint.toml、pyproject.toml"))
    )
    group.add_argument("--isolated", action="store_true", help=say(Message("不用任何设置文件")))
    if selection:
        _add_selection_options(parser, group)
    group.add_argument("--year", type=int, metavar="YEAR", help=say(Message("报告年度（报告自身看不出年份时使用）")))
    group.add_argument("--encoding", metavar="NAME", help=say(Message("文件编码（默认自动判断）")))
    add_language_option(parser, group)


def _add_selection_options(parser: Parser, group: Any) -> None:
    say = parser.say
    group.add_argument(
        "--select",
        action="append",
        metavar="RULES",
        help=say(Message("只运行这些规则：代码、代码前缀、规则名、插件名或 ALL，可用逗号隔开")),
    )
    group.add_argument("--extend-select", action="append", metavar="RULES", help=say(Message("另外运行这些规则")))
    group.add_argument("--ignore", action="append", metavar="RULES", help=say(Message("不运行这些规则")))
    group.add_argument(
        "--severity",
        action="append",
        metavar="RULES=LEVEL",
        help=say(Message("改变规则的严重程度：error（错误）、warning（警告）或 info（提示）")),
    )


def add_language_option(parser: Parser, group: Any = None) -> None:
    """The option that says in which language to speak, and the one for tracebacks."""
    group = group or parser
    group.add_argument(
        "--language", choices=LANGUAGES, help=parser.say(Message("提示语言：zh（中文，默认）或 en（英文）"))
    )
    group.add_argument("--verbose", action="store_true", help=parser.say(Message("出错时显示详细经过")))


def overrides(given: argparse.Namespace, parser: Parser) -> dict[str, object]:
    """The settings among the options, under the keys of a settings file."""
    found: dict[str, object] = {}
    for key in ("select", "extend-select", "ignore"):
        values = getattr(given, key.replace("-", "_"), None)
        if values:
            found[key] = _split(values)
            if not found[key]:  # An empty variable in a script, most likely; nothing at all would be checked.
                parser.error(parser.say(Message("--{key} 后面没有写规则", {"key": key})))
    if getattr(given, "severity", None):
        found["severity"] = dict(_level(one, parser) for one in _split(given.severity))
    for key in ("year", "encoding", "language", "fail-on"):
        value = getattr(given, key.replace("-", "_"), None)
        if value is not None:
            found[key] = value
    return found


def _split(values: Sequence[str]) -> list[str]:
    return [part.strip() for value in values for part in value.replace("，", ",").split(",") if part.strip()]


def _level(text: str, parser: Parser) -> tuple[str, str]:
    selector, equals, level = text.partition("=")
    if not equals:
        parser.error(parser.say(Message("--severity 应写作 规则=程度，如 GXT003=warning，现为 {text}", {"text": text})))
    return selector.strip(), level.strip()


def session_options(given: argparse.Namespace, parser: Parser, *, baseline: bool = True, keys: bool = False) -> Options:
    """The options of the session. Raises SettingsError for a ``--config`` that is no file."""
    if given.config is not None and given.isolated:
        parser.error(parser.say(Message("--config 与 --isolated 不能同时使用")))
    config = named(given.config) if given.config is not None else None
    return Options(overrides(given, parser), config=config, isolated=given.isolated, baseline=baseline, keys=keys)
