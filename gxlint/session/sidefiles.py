"""The files beside the reports that hold suppressions: finding them, reading them, adding to them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gxlint.language import Message
from gxlint.session import files
from gxlint.session.files import FileError
from gxlint.settings import Origin, SettingsError, is_file

if TYPE_CHECKING:
    from datetime import date

    from gxlint.rule import Finding
    from gxlint.session.check import FileResult
    from gxlint.suppressions import Baseline, Ignore, Suppressions

IGNORES_FILE = "gxlint-ignores.toml"
BASELINE_FILE = "gxlint-baseline.json"
_MARK = "\ufeff"
"""The byte order mark that some editors write."""


@dataclass(frozen=True, slots=True)
class IgnoresFile:
    """A file of ignores that was read: its path, its name for people, and the entries by the report's file."""

    path: Path
    shown: str
    entries: dict[str, list[Ignore]]


@dataclass(frozen=True, slots=True)
class BaselineFile:
    """A baseline that was read."""

    path: Path
    shown: str
    baseline: Baseline


class SideFiles:
    """What people have decided about reports. Files are looked for once for every folder, until ``look_again``."""

    def __init__(self, *, ignores: bool = True, baseline: bool = True, today: date | None = None) -> None:
        """``ignores`` and ``baseline`` tell which kind to use at all; ``today`` is the day by which entries expire, by
        default the real one."""
        self._names = {IGNORES_FILE: ignores, BASELINE_FILE: baseline}
        self._today = today
        self._nearest: dict[tuple[Path, str], Path | None] = {}
        self._ignores: dict[Path, IgnoresFile] = {}
        self._baselines: dict[Path, BaselineFile] = {}

    def look_again(self) -> None:
        """Forget what was read."""
        self._nearest.clear()
        self._ignores.clear()
        self._baselines.clear()

    def of(self, path: Path) -> Suppressions | None:
        """What was decided about the report ``path``; None where nothing was. Raises SettingsError for a side file that
        cannot be used."""
        absolute = absolute_path(path)
        ignores = self.ignores(absolute.parent)
        baseline = self.baseline(absolute.parent)
        if ignores is None and baseline is None:
            return None
        from datetime import date

        from gxlint.suppressions import Suppressions

        entries: tuple[Ignore, ...] = ()
        if ignores is not None:
            name = _relative(absolute, ignores.path.parent)
            entries = tuple(ignores.entries.get(name, ()))
        known = {}
        if baseline is not None:
            known = dict(baseline.baseline.files.get(_relative(absolute, baseline.path.parent), {}))
        return Suppressions(entries, known, self._today or date.today())

    def ignores(self, folder: Path) -> IgnoresFile | None:
        """The file of ignores nearest to ``folder`` (absolute). Raises SettingsError."""
        path = self._find(folder, IGNORES_FILE)
        if path is None:
            return None
        if path not in self._ignores:
            from gxlint.suppressions import known_name, read_ignores

            shown = shown_path(path)
            entries: dict[str, list[Ignore]] = {}
            for entry in read_ignores(_text(path, shown), shown):
                entries.setdefault(known_name(entry.file), []).append(entry)
            self._ignores[path] = IgnoresFile(path, shown, entries)
        return self._ignores[path]

    def baseline(self, folder: Path) -> BaselineFile | None:
        """The baseline nearest to ``folder`` (absolute). Raises SettingsError."""
        path = self._find(folder, BASELINE_FILE)
        if path is None:
            return None
        if path not in self._baselines:
            from gxlint.suppressions import read_baseline

            shown = shown_path(path)
            self._baselines[path] = BaselineFile(path, shown, read_baseline(_text(path, shown), shown))
        return self._baselines[path]

    def without_report(self) -> Iterator[tuple[IgnoresFile, Ignore]]:
        """The entries, of files that were read, about reports that do not exist."""
        for file in self._ignores.values():
            for name, entries in file.entries.items():
                if not _is_there(file.path.parent, name, {entry.file for entry in entries}):
                    yield from ((file, entry) for entry in entries)

    def _find(self, folder: Path, name: str) -> Path | None:
        if not self._names[name]:
            return None
        key = folder, name
        if key not in self._nearest:
            found = next((one / name for one in (folder, *folder.parents) if is_file(one / name)), None)
            self._nearest[key] = found
        return self._nearest[key]


def ignore(
    path: Path, result: FileResult, findings: Sequence[Finding], reason: str, who: str = "", until: date | None = None
) -> Path:
    """Write entries for ``findings`` of ``result``, the check of the report ``path``, and give the file they are in.

    That is the ``gxlint-ignores.toml`` nearest upward from the report; where there is none, a new one beside it. What
    stands in the file is kept, comments too; it is written whole or not at all. Raises ValueError without a reason,
    SettingsError where the file is none of ignores or cannot be written.
    """
    from gxlint.suppressions import Ignore, appended, key_of

    if not reason.strip():
        raise ValueError("an ignored finding needs a reason")
    absolute = absolute_path(path)
    found = SideFiles(baseline=False).ignores(absolute.parent)
    target = found.path if found is not None else absolute.parent / IGNORES_FILE
    keys = dict.fromkeys(key_of(finding, result.parts) for finding in findings)
    entries = [
        Ignore(key.rule, _relative(absolute, target.parent), key.place, key.passage, reason.strip(), who.strip(), until)
        for key in keys
    ]
    try:
        before = files.read_bytes(target) if found is not None else None
        text = before.decode("utf-8") if before is not None else ""
        mark = _MARK if text.startswith(_MARK) else ""
        write(target, (mark + appended(text.removeprefix(_MARK), entries)).encode("utf-8"), before)
    except FileError as error:
        raise SettingsError(error.reason, Origin(shown_path(target))) from None
    except UnicodeEncodeError:  # TOML has no way to write bytes that are no text.
        raise SettingsError(Message("文件名不是 UTF-8，不能记入"), Origin(shown_path(target))) from None
    except ValueError as error:
        raise SettingsError(
            Message("不能在文件末尾添加记录：{error}", {"error": error}), Origin(shown_path(target))
        ) from None
    return target


def write(path: Path, data: bytes, before: bytes | None) -> None:
    """Write a side file, a new one where ``before`` is None. Raises FileError."""
    if before is None:
        files.create(path, data)
    else:
        files.write(path, data, before)


def shown_path(path: Path) -> str:
    """The path as people know it: relative to where they are, if it lies there."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # Another drive.
        return str(path)
    return str(path) if relative.startswith("..") else relative.replace(os.sep, "/")


def absolute_path(path: Path) -> Path:
    """The path from the root, links as they are."""
    return Path(os.path.abspath(path))  # noqa: PTH100 (Path.resolve would follow links)


def _relative(path: Path, folder: Path) -> str:
    from gxlint.suppressions import known_name

    return known_name(path.relative_to(folder).as_posix())


_OUTSIDE = re.compile(r"\.\.(?:/|$)|/|[A-Za-z]:/")
"""How a name begins that leads out of the folder of a side file; no report is known by it."""


def _is_there(folder: Path, name: str, printed: set[str]) -> bool:
    """Whether there is such a report, its name composed or taken apart."""
    from unicodedata import normalize

    forms = {name, normalize("NFD", name), *printed}
    return _OUTSIDE.match(name) is None and any(is_file(folder / form) for form in forms)


def _text(path: Path, shown: str) -> str:
    try:
        return files.read_bytes(path).decode("utf-8-sig")
    except FileError as error:
        raise SettingsError(error.reason, Origin(shown)) from None
    except UnicodeDecodeError as error:
        raise SettingsError(
            Message("文件不是 UTF-8 编码（第 {byte} 字节）", {"byte": error.start + 1}), Origin(shown)
        ) from None
