"""``gxlint rule CODE|NAME``: the page of a rule."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gxlint.cli.options import Parser, add_settings_options, session_options
from gxlint.cli.rules import as_object, write_json, write_table
from gxlint.cli.terminal import Terminal
from gxlint.language import Message, tell, tell_options, tell_title
from gxlint.output.words import severity_word
from gxlint.pages import readable
from gxlint.rule import Rule
from gxlint.session import Project, Session
from gxlint.settings import suggestion


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Write the page of each rule that was named, or the table where none was. Raises SettingsError."""
    made = Parser("rule", Message("显示规则的说明；不写规则即列出全部规则。"), terminal)
    made.add_argument(
        "rules", nargs="*", metavar="RULE", help=made.say(Message("规则代码或规则名，如 GXT003、row-total"))
    )
    made.add_argument("--output-format", choices=("text", "json"), default="text", help=made.say(Message("输出格式")))
    add_settings_options(made)
    given = made.parse_args(arguments)
    project = Session(session_options(given, made)).home(Path())
    terminal.language = project.settings.language
    if not given.rules and given.output_format == "text":
        write_table(project, terminal)
        return 0
    found = [find_rule(name, project, terminal) for name in given.rules] or list(project.registry.rules.values())
    rules = [rule for rule in found if rule is not None]
    if len(rules) < len(found):
        return 2
    if given.output_format == "json":
        write_json([as_object(rule, project, terminal.language) for rule in rules], terminal)
    else:
        terminal.write("\n\n".join(page(rule, project, terminal) for rule in rules))
    return 0


def find_rule(name: str, project: Project, terminal: Terminal) -> Rule | None:
    """The rule of this code or name; where there is none, that is said."""
    rule = project.registry.rule(name)
    if rule is None:
        known = [word for one in project.registry.rules.values() for word in (one.code, one.name)]
        terminal.error(Message("没有规则 {name}{hint}", {"name": name, "hint": suggestion(name, known)}))
    return rule


def page(rule: Rule, project: Project, terminal: Terminal) -> str:
    """The page with a head of facts."""
    language = terminal.language
    severity = project.selection.severities.get(rule.code, rule.severity)
    facts = {
        "severity": severity_word(severity, language),
        "plugin": project.registry.plugin_of(rule.code).source,
        "fix": _fix(rule, terminal),
    }
    head = tell("严重程度：{severity}　来自：{plugin}　修正：{fix}", facts, language)
    rest = readable(rule.page).partition("\n")[2]
    if options := tell_options(project.selection.configured(rule), language):
        rest = "\n".join([rest.rstrip(), "", tell("选项", language=language), *(f"    {line}" for line in options)])
    off = "" if rule.default else tell("　默认停用", language=language)
    return f"{rule.code} {rule.name}  {tell_title(rule, language)}\n{head}{off}\n{rest.rstrip()}\n"


def _fix(rule: Rule, terminal: Terminal) -> str:
    if rule.fixable == "safe":
        return tell("自动（--fix）", language=terminal.language)
    if rule.fixable == "unsafe":
        return tell("须人工核对（--fix --unsafe-fixes）", language=terminal.language)
    return tell("无", language=terminal.language)
