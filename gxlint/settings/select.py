"""Which rules run on a file, how loud they are, and who decided that.

One principle: the most specific selector wins, wherever it stands. A selector bound to files is more specific than one
that is not; a code or a name more than a prefix or a plugin; a longer prefix more than a shorter one; anything more
than ``ALL``. Between equally specific ones the stronger layer wins (the command line over a settings file), and in one
layer ``ignore`` wins over ``select``.

``select`` names the rules that run at all instead of the default ones. Of several layers with a ``select`` the
strongest counts, and sets aside what weaker ones select; what they ignore stays ignored.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from gxlint.language import Message, suggestion
from gxlint.settings.model import DEFAULT, LAYERS, Choice, Level, Origin, Settings, SettingsError
from gxlint.settings.options import decided
from gxlint.settings.schema import ALL

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    from gxlint.plugins import Registry
    from gxlint.rule import Rule, Severity

_EXACT = 1000
_PREFIX = re.compile(r"[A-Z]+\d*")
OWN_FAMILY = "GXE"
"""The rules about gxlint's own work: they run whatever is selected, unless they themselves are ignored."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a rule runs on a file. ``choice`` is the selector that decided, None where none matched; then ``origin``
    is the place of the ``select`` that left the rule out, or the default. ``candidates`` are all selectors that match
    the rule, the one that decided first."""

    on: bool
    choice: Choice | None
    origin: Origin
    candidates: tuple[Choice, ...] = ()


class Selection:
    """The settings applied to the rules of a registry."""

    def __init__(self, settings: Settings, registry: Registry) -> None:
        """Raises SettingsError for a selector, a plugin or an option that does not exist, and for an option's value
        that cannot be."""
        self.settings = settings
        self.registry = registry
        self.options, notes = decided(settings, registry)
        self.notes = (*_check(settings, registry), *notes)
        self._specs: dict[str, GitIgnoreSpec] = {}
        self._rules: dict[tuple[str, ...], tuple[Rule, ...]] = {}

    def verdict(self, rule: Rule, path: Path | None = None) -> Verdict:
        """Whether ``rule`` runs on the file ``path`` (None: on files that no pattern is bound to), and who decided."""
        return self._verdict(rule, frozenset(self._patterns(path)))

    def rules(self, path: Path | None = None) -> tuple[Rule, ...]:
        """The rules that look at a report in the file ``path``, by code; those about gxlint's own work are no such."""
        patterns = tuple(self._patterns(path))
        if patterns not in self._rules:
            bound = frozenset(patterns)
            self._rules[patterns] = tuple(
                self.configured(rule)
                for rule in self.registry.rules.values()
                if rule.family != OWN_FAMILY and self._verdict(rule, bound).on
            )
        return self._rules[patterns]

    def configured(self, rule: Rule) -> Rule:
        """The rule with the options that settings give it."""
        if rule.code not in self.options:
            return rule
        return replace(rule, values={name: value for name, (value, _) in self.options[rule.code].items()})

    def level(self, rule: Rule) -> Level | None:
        """The entry that gives ``rule`` a severity, None where it keeps its own."""
        matching = [
            (self._specific(one.selector, rule), LAYERS.index(one.origin.layer), number, one)
            for number, one in enumerate(self.settings.levels)
        ]
        matching = [one for one in matching if one[0]]
        return max(matching)[-1] if matching else None

    @cached_property
    def severities(self) -> Mapping[str, Severity]:
        """The severity of every rule that was given one, by code."""
        levels = (
            ((rule.code, self.level(rule)) for rule in self.registry.rules.values()) if self.settings.levels else ()
        )
        return {code: level.severity for code, level in levels if level is not None}

    @cached_property
    def plugin_names(self) -> Mapping[str, str]:
        """The name of the plugin for every rule code."""
        return self.registry.plugin_names

    def _verdict(self, rule: Rule, patterns: frozenset[str]) -> Verdict:
        weighed = [
            (*weight, choice)
            for number, choice in enumerate(self.settings.choices)
            if (weight := self._weight(rule, choice, patterns, number))
        ]
        weighed.sort(key=lambda one: one[:-1], reverse=True)
        candidates = tuple(one[-1] for one in weighed)
        if candidates:
            return Verdict(candidates[0].on, candidates[0], candidates[0].origin, candidates)
        if self.settings.narrowed is not None and rule.family != OWN_FAMILY:
            return Verdict(False, None, self.settings.narrowed)
        return Verdict(rule.default, None, DEFAULT)

    def _weight(
        self, rule: Rule, choice: Choice, patterns: frozenset[str], number: int
    ) -> tuple[bool, int, int, bool, int] | None:
        if choice.files and choice.files not in patterns:
            return None
        specific = self._specific(choice.selector, rule)
        if not specific or self._set_aside(choice):
            return None
        return bool(choice.files), specific, LAYERS.index(choice.origin.layer), not choice.on, -number

    def _set_aside(self, choice: Choice) -> bool:
        narrowed = self.settings.narrowed
        return choice.on and narrowed is not None and LAYERS.index(choice.origin.layer) < LAYERS.index(narrowed.layer)

    def _specific(self, selector: str, rule: Rule) -> int:
        """How closely the selector names the rule; 0 when it does not."""
        if selector in (rule.code, rule.name) or selector.upper() == rule.code:
            return _EXACT
        if selector == ALL:
            return 1
        if rule.code.startswith(selector.upper()) and _PREFIX.fullmatch(selector.upper()):
            return 1 + len(selector)
        return 1 + len(rule.family) if self.plugin_names.get(rule.code) == selector else 0

    def _patterns(self, path: Path | None) -> Iterator[str]:
        if path is None:
            return
        relative = ""
        for pattern in dict.fromkeys(choice.files for choice in self.settings.choices if choice.files):
            relative = relative or self.settings.relative(path)
            if pattern not in self._specs:
                self._specs[pattern] = spec([pattern])
            if self._specs[pattern].match_file(relative):
                yield pattern


def spec(patterns: Sequence[str]) -> GitIgnoreSpec:
    """Patterns as in ``.gitignore``, ready to match paths relative to where they were written."""
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def _check(settings: Settings, registry: Registry) -> Iterator[Message]:
    """Notes about selectors without a rule, where that may be the fault of a plugin that is not there. Raises
    SettingsError for those that nothing explains."""
    for selector, origin in _selectors(settings):
        if known_selector(selector, registry):
            continue
        hint = suggestion(selector, _selectable(registry))
        error = SettingsError(Message("没有规则与 {selector} 相符{hint}", {"selector": selector, "hint": hint}), origin)
        if not registry.incomplete:
            raise error
        yield Message("{error}（有插件未加载）", {"error": error.message})
    _check_plugins(settings, registry)


def _check_plugins(settings: Settings, registry: Registry) -> None:
    known = {plugin.name for plugin in registry.plugins} | set(registry.disabled)
    known |= {problem.plugin for problem in registry.problems}
    for name in settings.disabled_plugins:
        if name not in known or name == "core":
            hint = suggestion(name, known - {"core"})
            raise SettingsError(
                Message("没有可停用的插件 {name}{hint}", {"name": name, "hint": hint}),
                settings.origins.get("disable-plugins", DEFAULT),
            )


def _selectors(settings: Settings) -> Iterator[tuple[str, Origin]]:
    yield from ((choice.selector, choice.origin) for choice in settings.choices)
    yield from ((level.selector, level.origin) for level in settings.levels)


def known_selector(selector: str, registry: Registry) -> bool:
    """Whether the selector names any rule: ``ALL``, a code or its beginning, a rule's name, a plugin's name."""
    upper = selector.upper()
    return (
        selector == ALL
        or (bool(_PREFIX.fullmatch(upper)) and any(code.startswith(upper) for code in registry.rules))
        or any(rule.name == selector for rule in registry.rules.values())
        or any(plugin.name == selector and plugin.rules for plugin in registry.plugins)
    )


def _selectable(registry: Registry) -> Iterable[str]:
    yield ALL
    for rule in registry.rules.values():
        yield from (rule.code, rule.name, rule.family)
    yield from (plugin.name for plugin in registry.plugins if plugin.rules)
