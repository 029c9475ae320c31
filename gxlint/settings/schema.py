"""The keys of the settings, and the reading of one layer of them: raw values in, checked values out."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from gxlint.language import LANGUAGES, Message, suggestion
from gxlint.rule import SEVERITIES
from gxlint.settings.locate import Path as KeyPath
from gxlint.settings.model import Choice, Given, Level, Origin, SettingsError

OriginOf = Callable[[KeyPath], Origin]
"""Where a key, or an element of its list, was set."""

FAIL_ON = (*SEVERITIES, "never")

KEYS: Mapping[str, Message] = {
    "select": Message("只运行这些规则（代码、代码前缀、规则名、插件名或 ALL）"),
    "extend-select": Message("在默认规则之外另加的规则"),
    "ignore": Message("不运行的规则"),
    "severity": Message('规则的严重程度：规则 = "error"、"warning" 或 "info"'),
    "rules": Message("规则的选项：[rules.规则] 之下写 选项 = 值；哪条规则有什么选项见它的说明"),
    "per-file-ignores": Message("对某些文件不运行的规则：文件模式 = [规则]"),
    "exclude": Message("不检查的文件和文件夹（写法同 .gitignore）"),
    "plugins": Message("作为插件加载的 Python 文件"),
    "data": Message("给数据表补充条目的 TOML 文件：文件和文号、错别字、各部分标题的写法、机关的种类等"),
    "disable-plugins": Message("不加载的插件"),
    "year": Message("报告年度：标题、统计期限和文件名都没有年份时使用"),
    "language": Message('提示语言："zh" 或 "en"'),
    "encoding": Message("文件编码：不写则自动判断"),
    "fail-on": Message('达到哪个严重程度时退出码为 1："error"、"warning"、"info" 或 "never"'),
}
"""Every key of the settings with what it means. A new key is added here, in ``_READERS`` and in ``Settings``."""

ALL = "ALL"
"""The selector of every rule."""


@dataclass(slots=True)
class LayerValues:
    """What one layer says. ``single`` holds the keys that have one value, by key."""

    choices: list[Choice] = field(default_factory=list)
    levels: list[Level] = field(default_factory=list)
    options: list[Given] = field(default_factory=list)
    single: dict[str, object] = field(default_factory=dict)
    narrowed: Origin | None = None
    origins: dict[str, Origin] = field(default_factory=dict)


def read_layer(values: Mapping[str, object], origin_of: OriginOf) -> LayerValues:
    """Check the values of one layer. Raises SettingsError for an unknown key and for a value of another kind than the
    key has; whether selectors and plugins exist is only known with the registry."""
    layer = LayerValues()
    for key, value in values.items():
        origin = origin_of((key,))
        if key not in KEYS:
            raise SettingsError(
                Message("没有设置项 {key}{hint}", {"key": key, "hint": suggestion(key, KEYS)}),
                origin,
            )
        _READERS[key](layer, key, value, origin_of)
        layer.origins[key] = origin
    return layer


def _read_choices(layer: LayerValues, key: str, value: object, origin_of: OriginOf) -> None:
    on = key != "ignore"
    for number, selector in enumerate(_strings(key, value, origin_of((key,)))):
        layer.choices.append(Choice(selector, on, key, origin_of((key, number))))
    if key == "select":
        layer.narrowed = origin_of((key,))


def _read_levels(layer: LayerValues, key: str, value: object, origin_of: OriginOf) -> None:
    for selector, severity in _mapping(key, value, origin_of((key,))).items():
        origin = origin_of((key, selector))
        for known in SEVERITIES:
            if severity == known:
                layer.levels.append(Level(selector, known, origin))
                break
        else:
            raise _not_one_of(f"{key}.{selector}", severity, SEVERITIES, origin)


def _read_options(layer: LayerValues, key: str, value: object, origin_of: OriginOf) -> None:
    for rule, options in _mapping(key, value, origin_of((key,))).items():
        named = _mapping(f"{key}.{rule}", options, origin_of((key, rule)))
        layer.options += (Given(rule, name, one, origin_of((key, rule, name))) for name, one in named.items())


def _read_file_ignores(layer: LayerValues, key: str, value: object, origin_of: OriginOf) -> None:
    for pattern, selectors in _mapping(key, value, origin_of((key,))).items():
        origin = origin_of((key, pattern))
        for number, selector in enumerate(_strings(f"{key}.{pattern}", selectors, origin)):
            layer.choices.append(Choice(selector, False, key, origin_of((key, pattern, number)), pattern))


def _read_strings(layer: LayerValues, key: str, value: object, origin_of: OriginOf) -> None:
    layer.single[key] = tuple(_strings(key, value, origin_of((key,))))


def _read_year(layer: LayerValues, key: str, value: object, origin_of: OriginOf) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or not 1000 <= value <= 9999:
        raise SettingsError(
            Message("{key} 应为四位数的年份，现为 {value}", {"key": key, "value": repr(value)}), origin_of((key,))
        )
    layer.single[key] = value


def _read_encoding(layer: LayerValues, key: str, value: object, origin_of: OriginOf) -> None:
    try:
        layer.single[key] = codecs.lookup(str(value)).name
    except LookupError:
        raise SettingsError(Message("没有名为 {value} 的编码", {"value": repr(value)}), origin_of((key,))) from None


def _read_language(layer: LayerValues, key: str, value: object, origin_of: OriginOf) -> None:
    if value not in LANGUAGES:
        raise _not_one_of(key, value, LANGUAGES, origin_of((key,)))
    layer.single[key] = value


def _read_fail_on(layer: LayerValues, key: str, value: object, origin_of: OriginOf) -> None:
    if value not in FAIL_ON:
        raise _not_one_of(key, value, FAIL_ON, origin_of((key,)))
    layer.single[key] = value


_READERS: Mapping[str, Callable[[LayerValues, str, object, OriginOf], None]] = {
    "select": _read_choices,
    "extend-select": _read_choices,
    "ignore": _read_choices,
    "severity": _read_levels,
    "rules": _read_options,
    "per-file-ignores": _read_file_ignores,
    "exclude": _read_strings,
    "plugins": _read_strings,
    "data": _read_strings,
    "disable-plugins": _read_strings,
    "year": _read_year,
    "language": _read_language,
    "encoding": _read_encoding,
    "fail-on": _read_fail_on,
}


def _strings(key: str, value: object, origin: Origin) -> list[str]:
    if not isinstance(value, list | tuple) or not all(isinstance(one, str) and one.strip() for one in value):
        raise SettingsError(
            Message('{key} 应为字符串列表，如 ["GXT", "stray-markup"]', {"key": key}),
            origin,
        )
    return [one.strip() for one in value]


def _mapping(key: str, value: object, origin: Origin) -> dict[str, object]:
    if not isinstance(value, dict):
        raise SettingsError(Message("{key} 应为一张表（[{key}] 之下逐行写）", {"key": key}), origin)
    return value


def _not_one_of(key: str, value: object, known: tuple[str, ...], origin: Origin) -> SettingsError:
    return SettingsError(
        Message(
            "{key} 应为 {known} 之一，现为 {value}{hint}",
            {
                "key": key,
                "known": " / ".join(known),
                "value": repr(value),
                "hint": suggestion(value, known) if isinstance(value, str) else "",
            },
        ),
        origin,
    )
