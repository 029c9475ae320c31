"""``gxlint plugins``: which plugins there are, where they come from and what they bring."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gxlint.cli.options import Parser, add_settings_options, session_options
from gxlint.cli.rules import write_json
from gxlint.cli.terminal import Terminal
from gxlint.language import Message, tell
from gxlint.plugins import Plugin, Registry
from gxlint.session import Session


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Write the list; 2 where a plugin failed and ``--strict-plugins`` was given. Raises SettingsError."""
    made = Parser("plugins", Message("列出插件：版本、来源和所含的规则。"), terminal)
    made.add_argument("--output-format", choices=("text", "json"), default="text", help=made.say(Message("输出格式")))
    made.add_argument("--strict-plugins", action="store_true", help=made.say(Message("有插件出错时退出码为 2")))
    add_settings_options(made)
    given = made.parse_args(arguments)
    project = Session(session_options(given, made)).home(Path())
    terminal.language = project.settings.language
    registry = project.registry
    if given.output_format == "json":
        write_json(_as_objects(registry, terminal), terminal)
    else:
        for plugin in registry.plugins:
            terminal.write(_described(plugin, terminal))
        for name in registry.disabled:
            terminal.write(tell("{name}  已停用", {"name": name}, terminal.language), "\n")
    for problem in registry.problems:
        terminal.error(problem.sentence)
        if problem.trace and terminal.verbose:
            terminal.say(problem.trace.rstrip())
    at_fault = registry.problems if given.strict_plugins else [one for one in registry.problems if not one.plugin]
    return 2 if at_fault else 0


def _described(plugin: Plugin, terminal: Terminal) -> str:
    brought = [tell("规则 {count} 条", {"count": len(plugin.rules)}, terminal.language)] if plugin.rules else []
    codes = " ".join(rule.code for rule in plugin.rules)
    if plugin.readers:
        suffixes = " ".join(suffix for reader in plugin.readers for suffix in reader.suffixes)
        brought.append(tell("文件类型 {suffixes}", {"suffixes": suffixes}, terminal.language))
    if plugin.forms:
        keys = " ".join(form.key for form in plugin.forms)
        brought.append(tell("表格格式 {keys}", {"keys": keys}, terminal.language))
    if plugin.outputs:
        names = " ".join(output.name for output in plugin.outputs)
        brought.append(tell("输出格式 {names}", {"names": names}, terminal.language))
    if plugin.data:
        files = " ".join(path.name for path in plugin.data)
        brought.append(tell("数据文件 {files}", {"files": files}, terminal.language))
    joiner = "；" if terminal.language == "zh" else "; "
    lines = [
        f"{plugin.name}  {plugin.source}",
        f"    {joiner.join(brought)}" if brought else "",
        f"    {codes}" if codes else "",
    ]
    return "\n".join(line for line in lines if line) + "\n"


def _as_objects(registry: Registry, terminal: Terminal) -> list[dict[str, object]]:
    loaded: list[dict[str, object]] = [
        {
            "name": plugin.name,
            "version": plugin.version or None,
            "source": plugin.source,
            "bundled": plugin.bundled,
            "rules": [rule.code for rule in plugin.rules],
            "readers": [reader.name for reader in plugin.readers],
            "forms": [form.key for form in plugin.forms],
            "outputs": [output.name for output in plugin.outputs],
            "data": [str(path) for path in plugin.data],
            "problems": [one.told(terminal.language) for one in registry.problems if one.plugin == plugin.name],
        }
        for plugin in registry.plugins
    ]
    names = {plugin.name for plugin in registry.plugins}
    failed = [one for one in registry.problems if one.plugin not in names]
    absent: list[dict[str, object]] = [
        {"name": one.plugin or None, "problems": [one.told(terminal.language)]} for one in failed
    ]
    return loaded + absent
