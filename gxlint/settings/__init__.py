"""Settings: layers of values, their schema, and who decided what.

The defaults, then the settings file nearest upward from the file that is checked, then what the caller says (options of
the command line, the configuration of an editor).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from gxlint.language import Language, Message, suggestion
from gxlint.rule import Severity
from gxlint.settings.files import SettingsFile, find, is_file, named
from gxlint.settings.model import (
    DEFAULT,
    Choice,
    FailOn,
    Given,
    Level,
    Origin,
    Settings,
    SettingsError,
)
from gxlint.settings.schema import ALL, FAIL_ON, KEYS, LayerValues, read_layer
from gxlint.settings.select import OWN_FAMILY, Selection, Verdict, known_selector, spec

_NOTHING: Mapping[str, object] = {}


def load(
    folder: Path, file: Path | None = None, overrides: Mapping[str, object] = _NOTHING, source: str = ""
) -> Settings:
    """The settings for files in ``folder`` from the settings file ``file`` (None: none) and what the caller says.

    ``overrides`` has the keys of a settings file. ``source`` names the caller where its keys are no options of the
    command line. Raises SettingsError.
    """
    root = file.parent if file is not None else folder
    layers: list[LayerValues] = []
    if file is not None:
        read = SettingsFile(file)
        layers.append(read_layer(read.values, read.origin))
    layers.append(read_layer(overrides, lambda path: Origin(option=source or f"--{path[0]}")))
    single = {key: value for layer in layers for key, value in layer.single.items()}
    origins = {key: origin for layer in layers for key, origin in layer.origins.items()}
    return Settings(
        root=root,
        file=file,
        choices=tuple(choice for layer in layers for choice in layer.choices),
        levels=tuple(level for layer in layers for level in layer.levels),
        options=tuple(given for layer in layers for given in layer.options),
        narrowed=next((layer.narrowed for layer in reversed(layers) if layer.narrowed is not None), None),
        exclude=_as_strings(single.get("exclude")),
        plugins=_files("plugins", single, root, origins),
        data=_files("data", single, root, origins),
        disabled_plugins=_as_strings(single.get("disable-plugins")),
        year=_as_year(single.get("year")),
        language=_as_language(single.get("language")),
        encoding=str(single["encoding"]) if "encoding" in single else None,
        fail_on=_as_level(single.get("fail-on")),
        origins=origins,
    )


def _files(key: str, single: Mapping[str, object], root: Path, origins: Mapping[str, Origin]) -> tuple[Path, ...]:
    names, origin = _as_strings(single.get(key)), origins.get(key, DEFAULT)
    base = root if origin.layer == "file" else Path.cwd()
    paths = tuple(base / name for name in names)
    for path, name in zip(paths, names, strict=True):
        if not is_file(path):
            near = [one.name for one in path.parent.glob("*.py" if key == "plugins" else "*.toml") if is_file(one)]
            hint = suggestion(path.name, near)
            missing = "没有插件文件 {name}{hint}" if key == "plugins" else "没有数据文件 {name}{hint}"
            raise SettingsError(Message(missing, {"name": name, "hint": hint}), origin)
    return paths


def _as_strings(value: object) -> tuple[str, ...]:
    return tuple(str(one) for one in value) if isinstance(value, tuple) else ()


def _as_year(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _as_language(value: object) -> Language:
    return "en" if value == "en" else "zh"


def _as_level(value: object) -> FailOn:
    levels: dict[object, FailOn] = {"error": "error", "info": "info", "never": "never"}
    return levels.get(value, "warning")


__all__ = [
    "ALL",
    "DEFAULT",
    "FAIL_ON",
    "KEYS",
    "OWN_FAMILY",
    "Choice",
    "FailOn",
    "Given",
    "Level",
    "Origin",
    "Selection",
    "Settings",
    "SettingsError",
    "Severity",
    "Verdict",
    "find",
    "is_file",
    "known_selector",
    "load",
    "named",
    "spec",
    "suggestion",
]
