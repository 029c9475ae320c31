"""The registry: which plugins there are and what they bring.

pluggy registers plugins; nothing is ever run through it but the hooks below. Plugins are loaded one by one, so that one
that cannot be imported, registered or asked becomes a ``PluginProblem`` with its name, and the rest runs on.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pluggy

from gxlint import core, hookspecs
from gxlint.data import DataTable
from gxlint.datafiles import READING, Entries, organs_with, read_data, together, with_data, with_names
from gxlint.discovery import Candidate, installed, plain_file
from gxlint.hookspecs import PROJECT, Output
from gxlint.language import Language, Message, tell
from gxlint.parser.organs import OrganNames, bundled_organs
from gxlint.readers import Reader
from gxlint.report import Form
from gxlint.rule import Rule

CORE_PLUGIN = "core"
"""The name under which the core registers what it brings itself; it cannot be disabled."""


@dataclass(frozen=True, slots=True)
class Plugin:
    """A plugin that was loaded. ``source`` tells a person where it comes from: ``gxlint 0.1.0``, ``acme-gxlint 1.2``,
    or the path of a plain file. ``bundled``: it came with gxlint. ``version`` is empty for a plain file."""

    name: str
    version: str
    source: str
    module: str
    bundled: bool = False
    rules: tuple[Rule, ...] = ()
    readers: tuple[Reader, ...] = ()
    forms: tuple[Form, ...] = ()
    outputs: tuple[Output, ...] = ()
    data: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class PluginProblem:
    """Why a plugin, or a part of what it brings, is left out. ``plugin`` is empty where the settings are at fault, with
    a data file that they name. ``trace`` is the traceback for its author, empty where nothing was raised."""

    plugin: str
    reason: Message
    trace: str = ""

    @property
    def message(self) -> str:
        """The reason in Chinese."""
        return str(self.reason)

    @property
    def sentence(self) -> Message:
        """Who is at fault, and why."""
        if not self.plugin:
            return self.reason
        return Message("插件 {plugin}：{reason}", {"plugin": self.plugin, "reason": self.reason})

    def told(self, language: Language) -> str:
        """The reason in ``language``."""
        return tell(self.reason.template, self.reason.args, language)


@dataclass(frozen=True, slots=True)
class Registry:
    """All that plugins bring, in a fixed order: what the core brings first, then bundled plugins, then those of other
    distributions, then plain files. ``rules`` are sorted by code. ``disabled`` are the names of plugins that were found
    and left out by request. ``forms`` and ``organs`` are what reports are read by."""

    plugins: tuple[Plugin, ...]
    problems: tuple[PluginProblem, ...]
    rules: Mapping[str, Rule]
    readers: tuple[Reader, ...]
    forms: tuple[Form, ...]
    outputs: Mapping[str, Output]
    disabled: tuple[str, ...] = ()
    organs: OrganNames = field(default_factory=bundled_organs)

    @property
    def incomplete(self) -> bool:
        """Whether there may be rules that nobody knows of here, because a plugin failed or was left out."""
        return bool(self.disabled) or any(problem.plugin for problem in self.problems)

    @property
    def plugin_names(self) -> Mapping[str, str]:
        """The name of the plugin for every rule code."""
        return {rule.code: plugin.name for plugin in self.plugins for rule in plugin.rules}

    def plugin_of(self, code: str) -> Plugin:
        """The plugin that brings the rule with this code. Raises KeyError."""
        for plugin in self.plugins:
            if any(rule.code == code for rule in plugin.rules):
                return plugin
        raise KeyError(code)

    def rule(self, code_or_name: str) -> Rule | None:
        """The rule with this code (in any case) or this name, None if there is none."""
        found = self.rules.get(code_or_name.upper())
        if found is not None:
            return found
        return next((rule for rule in self.rules.values() if rule.name == code_or_name), None)


def load(
    extra: Sequence[Path] = (),
    *,
    disabled: Collection[str] = (),
    entry_points: bool = True,
    data: Sequence[Path] = (),
) -> Registry:
    """Load the core, the plugins of installed distributions (unless ``entry_points`` is False) and the plain Python
    files ``extra``, but none whose name is in ``disabled``, and add the entries of the TOML files ``data`` to the
    tables of the rules and of reading. Raises nothing a plugin or a data file could cause."""
    loading = _Loading(frozenset(disabled))
    version = getattr(sys.modules["gxlint"], "__version__", "")
    loading.add(Candidate(CORE_PLUGIN, version, f"gxlint {version}", lambda: core, bundled=True), required=True)
    if entry_points:
        for candidate in installed():
            loading.add(candidate)
    for path in extra:
        loading.add(plain_file(path, loading.names))
    return loading.registry(data)


@dataclass(slots=True)
class _Loading:
    """The registry while it grows."""

    disabled: frozenset[str]
    manager: pluggy.PluginManager = field(default_factory=lambda: pluggy.PluginManager(PROJECT))
    plugins: list[Plugin] = field(default_factory=list)
    problems: list[PluginProblem] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)
    rule_names: dict[str, str] = field(default_factory=dict)
    output_names: dict[str, str] = field(default_factory=dict)
    tables: dict[str, DataTable[Any]] = field(default_factory=lambda: dict(READING))

    def __post_init__(self) -> None:
        self.manager.add_hookspecs(hookspecs)

    @property
    def names(self) -> set[str]:
        return {plugin.name for plugin in self.plugins}

    def add(self, candidate: Candidate, *, required: bool = False) -> None:
        name = candidate.name
        if name in self.disabled and not required:
            self.skipped.append(name)
            return
        if name in self.names:
            taken = next(plugin.source for plugin in self.plugins if plugin.name == name)
            self._problem(
                name,
                Message(
                    "{source} 的插件未加载：插件名 {name} 已被 {taken} 占用",
                    {"source": candidate.source, "name": name, "taken": taken},
                ),
            )
            return
        try:
            module = candidate.load()
            self.manager.register(module, name)
        except (Exception, SystemExit) as error:
            self._problem(name, Message("加载失败：{error}", {"error": _said(error)}), error)
            return
        self._ask(candidate, module)

    def _ask(self, candidate: Candidate, module: object) -> None:
        name = candidate.name
        callers = self.manager.get_hookcallers(module) or []
        for caller in callers:
            if not caller.has_spec() and not any(one.optionalhook for one in caller.get_hookimpls()):
                self._problem(name, Message("没有名为 {hook} 的钩子", {"hook": caller.name}))
        if not callers:
            self._problem(name, Message("没有提供任何内容：未找到 @hookimpl 标注的钩子（如 gxlint_rules）", {}))
        self.plugins.append(
            Plugin(
                name,
                candidate.version,
                candidate.source,
                str(getattr(module, "__name__", type(module).__module__)),
                candidate.bundled,
                rules=tuple(self._rules(name, module)),
                readers=tuple(self._offered(name, module, "gxlint_readers", Reader)),
                forms=tuple(self._offered(name, module, "gxlint_forms", Form)),
                outputs=tuple(self._outputs(name, module)),
                data=tuple(self._offered(name, module, "gxlint_data", Path)),
            )
        )

    def _rules(self, plugin: str, module: object) -> Iterator[Rule]:
        for rule in self._offered(plugin, module, "gxlint_rules", Rule):
            taken = self.codes.get(rule.code) or self.rule_names.get(rule.name)
            if taken is not None:
                self._problem(
                    plugin,
                    Message(
                        "规则 {code} {name} 未加载：代码或名称已被插件 {taken} 占用",
                        {"code": rule.code, "name": rule.name, "taken": taken},
                    ),
                )
                continue
            if rule.data is not None and self.tables.setdefault(rule.data.name, rule.data) != rule.data:
                said = {"code": rule.code, "name": rule.name, "table": rule.data.name}
                self._problem(plugin, Message("规则 {code} {name} 未加载：另有名为 {table} 的数据表", said))
                continue
            self.codes[rule.code] = self.rule_names[rule.name] = plugin
            yield rule

    def _outputs(self, plugin: str, module: object) -> Iterator[Output]:
        for output in self._offered(plugin, module, "gxlint_outputs", Output):
            taken = self.output_names.get(output.name)
            if taken is not None:
                self._problem(
                    plugin,
                    Message("输出格式 {name} 未加载：名称已被插件 {taken} 占用", {"name": output.name, "taken": taken}),
                )
                continue
            self.output_names[output.name] = plugin
            yield output

    def _offered(self, plugin: str, module: object, hook: str, kind: Any) -> list[Any]:
        """What one plugin answers to one hook, without the values that are of another kind."""
        others = [one for one in self.manager.get_plugins() if one is not module]
        try:
            answers = self.manager.subset_hook_caller(hook, others)()
            offered = [value for answer in answers for value in answer]
        except (Exception, SystemExit) as error:
            self._problem(plugin, Message("{hook} 出错：{error}", {"hook": hook, "error": _said(error)}), error)
            return []
        for place, value in enumerate(offered, 1):
            if not isinstance(value, kind):
                hint = Message("（是否漏写 @rule？）") if hook == "gxlint_rules" and callable(value) else ""
                self._problem(
                    plugin,
                    Message(
                        "{hook} 给出的第 {place} 项是 {kind}，类型不符{hint}",
                        {"hook": hook, "place": place, "kind": type(value).__name__, "hint": hint},
                    ),
                )
        return [value for value in offered if isinstance(value, kind)]

    def _problem(self, plugin: str, reason: Message, error: BaseException | None = None) -> None:
        trace = ""
        if error is not None:
            import traceback

            trace = "".join(traceback.format_exception(error))
        self.problems.append(PluginProblem(plugin, reason, trace))

    def _entries(self, plugin: str, path: Path, forms: Sequence[Form]) -> Entries:
        entries, faults = read_data(path, self.tables, forms)
        for fault in faults:
            self._problem(plugin, Message("数据文件 {file}：{fault}", {"file": path.name, "fault": fault}))
        return entries

    def registry(self, data: Sequence[Path] = ()) -> Registry:
        by_code = {rule.code: rule for plugin in self.plugins for rule in plugin.rules}
        forms = tuple(form for plugin in self.plugins for form in plugin.forms)
        files = [(plugin.name, path) for plugin in self.plugins for path in plugin.data]
        files += [("", path) for path in data]
        more = together(self._entries(name, path, forms) for name, path in files)
        return Registry(
            plugins=tuple(self.plugins),
            problems=tuple(self.problems),
            rules=with_data(dict(sorted(by_code.items())), more),
            readers=tuple(reader for plugin in self.plugins for reader in plugin.readers),
            forms=with_names(forms, more),
            outputs={output.name: output for plugin in self.plugins for output in plugin.outputs},
            disabled=tuple(self.skipped),
            organs=organs_with(more),
        )


def _said(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
