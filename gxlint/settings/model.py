"""What settings are: values, and for each the place where it was decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from gxlint.language import Language, Message
from gxlint.rule import Severity

FailOn = Literal["error", "warning", "info", "never"]
Layer = Literal["default", "file", "call"]
"""Who may set a value, from the weakest to the strongest: gxlint itself, a settings file, the one who calls (the
command line, an editor)."""

LAYERS: tuple[Layer, ...] = ("default", "file", "call")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value was decided: a settings file and its row (from 1), an option of the call (``--select``), or
    neither, which means the default. An editor gives the words that name its own settings as ``option``."""

    file: str = ""
    row: int = 0
    option: str = ""

    @property
    def layer(self) -> Layer:
        """Whose word it is."""
        if self.option:
            return "call"
        return "file" if self.file else "default"

    @property
    def message(self) -> Message:
        """The place, for a person."""
        if self.option.startswith("-"):
            return Message("命令行 {option}", {"option": self.option})
        if self.option:
            return Message(self.option)
        if not self.file:
            return Message("默认")
        if not self.row:
            return Message("{file}", {"file": self.file})
        return Message("{file} 第 {row} 行", {"file": self.file, "row": self.row})


DEFAULT = Origin()


class SettingsError(Exception):
    """The settings cannot be used: ``reason`` says why, ``origin`` where the fault stands."""

    def __init__(self, reason: Message, origin: Origin = DEFAULT) -> None:
        super().__init__(str(reason))
        self.reason = reason
        self.origin = origin

    @property
    def message(self) -> Message:
        """Place and reason in one sentence."""
        if self.origin.layer == "default":
            return self.reason
        return Message("{place}：{reason}", {"place": self.origin.message, "reason": self.reason})


@dataclass(frozen=True, slots=True)
class Choice:
    """A selector that switches rules on or off. ``key`` is the setting it stands in. ``files`` is the pattern of the
    files it is bound to, empty for all files."""

    selector: str
    on: bool
    key: str
    origin: Origin
    files: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """A selector that gives rules a severity."""

    selector: str
    severity: Severity
    origin: Origin


@dataclass(frozen=True, slots=True)
class Given:
    """A value for an option of a rule, as it was written. ``rule`` is a code or a name."""

    rule: str
    option: str
    value: object
    origin: Origin


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings that hold for the files of one folder.

    ``root`` is the folder that patterns in ``exclude`` and ``per-file-ignores`` are relative to; ``file`` the settings
    file, None without one. ``choices``, ``levels`` and ``options`` (those of rules) stand in the order of their layers.
    ``narrowed`` is the place of the ``select`` that counts, None where the default selection does. ``origins`` tells
    for each key that was set where that was. ``plugins`` are plain Python files, ``data`` files with entries for the
    data tables. The year, the encoding: None means found out for each report.
    """

    root: Path
    file: Path | None = None
    choices: tuple[Choice, ...] = ()
    levels: tuple[Level, ...] = ()
    options: tuple[Given, ...] = ()
    narrowed: Origin | None = None
    exclude: tuple[str, ...] = ()
    plugins: tuple[Path, ...] = ()
    data: tuple[Path, ...] = ()
    disabled_plugins: tuple[str, ...] = ()
    year: int | None = None
    language: Language = "zh"
    encoding: str | None = None
    fail_on: FailOn = "warning"
    origins: Mapping[str, Origin] = field(default_factory=dict)

    def relative(self, path: Path) -> str:
        """The path as patterns see it: from the root, with slashes; a path outside the root keeps its name only."""
        absolute = path if path.is_absolute() else Path.cwd() / path
        try:
            return absolute.relative_to(self.root).as_posix()
        except ValueError:
            return path.name
