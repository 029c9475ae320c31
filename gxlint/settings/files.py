"""Finding and reading settings files: ``gxlint.toml``, or ``[tool.gxlint]`` in ``pyproject.toml``."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from gxlint.language import Message, suggestion
from gxlint.settings.locate import Path as KeyPath
from gxlint.settings.model import Origin, SettingsError

OWN_FILE = "gxlint.toml"
SHARED_FILE = "pyproject.toml"
_TABLE = ("tool", "gxlint")


def is_file(path: Path) -> bool:
    """Whether there is such a file, as far as one can see: in a folder that may not be entered there is none."""
    return os.path.isfile(path)  # noqa: PTH113 (Path.is_file raises there)


def find(folder: Path) -> Path | None:
    """The settings file nearest to ``folder``: in it, else in the folders above. ``gxlint.toml`` goes before
    ``pyproject.toml`` in the same folder; a ``pyproject.toml`` without ``[tool.gxlint]`` is passed over."""
    for one in (folder, *folder.parents):
        if is_file(own := one / OWN_FILE):
            return own
        if is_file(shared := one / SHARED_FILE) and _speaks_of_gxlint(shared):
            return shared
    return None


def _speaks_of_gxlint(path: Path) -> bool:
    try:
        text = path.read_bytes()
    except OSError:
        return False
    if b"gxlint" not in text:
        return False
    import tomllib

    try:
        table = tomllib.loads(text.decode()).get("tool", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError):
        return b"tool.gxlint" in text
    return isinstance(table, dict) and "gxlint" in table


class SettingsFile:
    """The values of a settings file, and the row of each."""

    def __init__(self, path: Path) -> None:
        """Read ``path``. Raises SettingsError where it cannot be read, is no TOML, or has no table for gxlint."""
        self.path = path
        self.shown = _shown(path)
        self.text = self._read()
        self._rows: dict[KeyPath, int] | None = None
        self.prefix: KeyPath = () if path.name != SHARED_FILE else _TABLE
        self.values = self._values()

    def _read(self) -> str:
        try:
            return self.path.read_bytes().removeprefix(b"\xef\xbb\xbf").decode()
        except OSError as error:
            raise SettingsError(
                Message("不能读取设置文件：{error}", {"error": error.strerror or str(error)}), Origin(self.shown)
            ) from None
        except UnicodeDecodeError as error:
            raise SettingsError(
                Message("设置文件不是 UTF-8 编码（第 {byte} 字节）", {"byte": error.start + 1}), Origin(self.shown)
            ) from None

    def _values(self) -> Mapping[str, object]:
        import tomllib

        try:
            values: object = tomllib.loads(self.text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            row = str(error).partition("(at line ")[2].partition(",")[0]
            raise SettingsError(
                Message("不合 TOML 语法：{error}", {"error": error}),
                Origin(self.shown, int(row) if row.isdigit() else 0),
            ) from None
        for key in self.prefix:
            values = values.get(str(key), {}) if isinstance(values, dict) else {}
        if not isinstance(values, dict):
            raise SettingsError(Message("tool.gxlint 应为一张表"), self.origin(()))
        return values

    def origin(self, path: KeyPath) -> Origin:
        """Where this key, or this element of its list, stands."""
        if self._rows is None:
            from gxlint.settings.locate import rows

            self._rows = rows(self.text.replace("\r\n", "\n"))
        return Origin(self.shown, self._rows.get((*self.prefix, *path), 0))


def named(path: Path) -> Path:
    """The settings file that a person named. Raises SettingsError where there is none."""
    if is_file(path):
        return path.absolute()
    near = [one.name for one in path.parent.glob("*.toml")]
    raise SettingsError(
        Message("没有设置文件 {path}{hint}", {"path": str(path), "hint": suggestion(path.name, near)}),
        Origin(option="--config"),
    )


def _shown(path: Path) -> str:
    try:
        relative = os.path.relpath(path)
    except ValueError:  # Another drive.
        return str(path)
    return str(path) if relative.startswith("..") else relative.replace(os.sep, "/")
