"""The options of rules: from what was written to values that a rule can be run with."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from gxlint.language import Message, suggestion
from gxlint.settings.model import Given, Settings, SettingsError

if TYPE_CHECKING:
    from gxlint.plugins import Registry
    from gxlint.rule import Option, OptionValue, Rule

Decided = Mapping[str, tuple["OptionValue", Given]]
"""By the name of an option: its value, and where it was given."""

_KINDS: Mapping[type, Message] = {
    bool: Message("true 或 false"),
    int: Message("整数"),
    float: Message("数"),
    str: Message("字符串"),
    tuple: Message('字符串列表，如 ["甲", "乙"]'),
}


def decided(settings: Settings, registry: Registry) -> tuple[dict[str, Decided], tuple[Message, ...]]:
    """By the code of a rule the options that settings give it, a stronger layer over a weaker one; and notes about
    rules that are not there because a plugin is not. Raises SettingsError for what nothing explains: a rule or an
    option that does not exist, a value that the option cannot have."""
    found: dict[str, dict[str, tuple[OptionValue, Given]]] = {}
    notes: list[Message] = []
    for given in settings.options:
        rule = registry.rule(given.rule)
        if rule is None:
            error = _no_rule(given, registry)
            if not registry.incomplete:
                raise error
            notes.append(Message("{error}（有插件未加载）", {"error": error.message}))
        else:
            option = _option(rule, given)
            found.setdefault(rule.code, {})[option.name] = _value(rule, option, given), given
    return dict(found), tuple(dict.fromkeys(notes))


def _no_rule(given: Given, registry: Registry) -> SettingsError:
    known = (word for rule in registry.rules.values() for word in (rule.code, rule.name))
    said = {"name": given.rule, "hint": suggestion(given.rule, known)}
    return SettingsError(Message("没有规则 {name}{hint}", said), given.origin)


def _option(rule: Rule, given: Given) -> Option:
    for option in rule.options:
        if option.name == given.option:
            return option
    names = [option.name for option in rule.options]
    said = {
        "rule": rule.code,
        "name": given.option,
        "hint": suggestion(given.option, names),
        "known": " / ".join(names),
    }
    if given.option == "severity":
        reason = Message('规则 {rule} 没有选项 severity；严重程度写在 [severity] 之下：{rule} = "warning"', said)
    elif names:
        reason = Message("规则 {rule} 没有选项 {name}{hint}（可用 {known}）", said)
    else:
        reason = Message("规则 {rule} 没有选项", said)
    raise SettingsError(reason, given.origin)


def _value(rule: Rule, option: Option, given: Given) -> OptionValue:
    value = given.value
    said: dict[str, object] = {"rule": rule.code, "name": option.name, "value": _written(value)}
    if not _fits(value, option.default):
        said["kind"] = _KINDS[type(option.default)]
        raise SettingsError(Message("规则 {rule} 的选项 {name} 应为{kind}，现为 {value}", said), given.origin)
    for bound in _overstepped(value, option):
        said["bound"] = bound
        raise SettingsError(Message("规则 {rule} 的选项 {name} 应{bound}，现为 {value}", said), given.origin)
    return tuple(value) if isinstance(value, list) else value  # type: ignore[return-value]


def _written(value: object) -> str:
    """A value as TOML writes it, or nearly so."""
    import json

    return json.dumps(value, ensure_ascii=False, default=str)


def _fits(value: object, default: OptionValue) -> bool:
    if isinstance(default, tuple):
        return isinstance(value, list | tuple) and all(isinstance(one, str) for one in value)
    if isinstance(default, float):
        return type(value) in (int, float) and math.isfinite(value)  # type: ignore[arg-type]
    return type(value) is type(default)


def _overstepped(value: object, option: Option) -> Iterator[Message]:
    if isinstance(value, int | float):
        if option.least is not None and value < option.least:
            yield Message("不小于 {bound}", {"bound": option.least})
        if option.most is not None and value > option.most:
            yield Message("不大于 {bound}", {"bound": option.most})
