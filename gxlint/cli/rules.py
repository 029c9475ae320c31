"""``gxlint rules``: the table of all rules."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gxlint.cli.options import Parser, add_settings_options, session_options
from gxlint.cli.terminal import Terminal
from gxlint.language import Language, Message, tell, tell_title
from gxlint.output.words import severity_word
from gxlint.pages import readable
from gxlint.rule import Rule
from gxlint.session import Project, Session


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Write the table. Raises SettingsError."""
    made = Parser("rules", Message("列出全部规则。"), terminal)
    made.add_argument("--output-format", choices=("text", "json"), default="text", help=made.say(Message("输出格式")))
    add_settings_options(made)
    given = made.parse_args(arguments)
    project = Session(session_options(given, made)).home(Path())
    terminal.language = project.settings.language
    if given.output_format == "json":
        write_json([as_object(rule, project, terminal.language) for rule in project.registry.rules.values()], terminal)
    else:
        write_table(project, terminal)
    return 0


def write_table(project: Project, terminal: Terminal) -> None:
    """One line a rule: code, name, severity, which fixes it has, title."""
    rules = project.registry.rules.values()
    width = max((len(rule.name) for rule in rules), default=0)
    language = terminal.language
    for rule in rules:
        severity = severity_word(project.selection.severities.get(rule.code, rule.severity), language)
        off = "" if project.selection.verdict(rule).on else tell("（停用）", language=language)
        terminal.write(
            f"{rule.code}  {rule.name:<{width}}  {severity}  {_fix_sign(rule)}  {tell_title(rule, language)}{off}\n"
        )
    terminal.write("\n", tell("*：可自动修正（--fix）　?：可修正，须人工核对", language=language), "\n")


def _fix_sign(rule: Rule) -> str:
    return {"safe": "*", "unsafe": "?"}.get(rule.fixable or "", " ")


def as_object(rule: Rule, project: Project, language: Language) -> dict[str, object]:
    """A rule as a JSON object."""
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.family,
        "plugin": project.registry.plugin_of(rule.code).name,
        "severity": project.selection.severities.get(rule.code, rule.severity),
        "title": tell_title(rule, language),
        "basis": rule.basis or None,
        "fixable": rule.fixable,
        "default": rule.default,
        "enabled": project.selection.verdict(rule).on,
        "options": _options(project.selection.configured(rule), language),
        "page": readable(rule.page),
    }


def _options(rule: Rule, language: Language) -> list[dict[str, object]]:
    return [
        {
            "name": option.name,
            "value": rule.value(option),
            "default": option.default,
            "meaning": tell(option.meaning, language=language, module=rule.module),
        }
        for option in rule.options
    ]


def write_json(value: object, terminal: Terminal) -> None:
    """Write a value as JSON."""
    import json

    terminal.write(json.dumps(value, ensure_ascii=not terminal.unicode, indent=2), "\n")
