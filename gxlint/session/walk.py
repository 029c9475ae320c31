"""Which files to check: those that were named, and in folders those of a type that a reader reads, without what git
ignores, what the settings exclude, and what is hidden."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gxlint.session.check import Project
from gxlint.settings import spec

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

ProjectOf = Callable[[Path], Project]
"""A folder (absolute) → the project that holds in it."""


@dataclass(frozen=True, slots=True)
class Target:
    """A file to check. ``shown`` is its name for people; ``named`` tells that it was named itself and not found in a
    folder; ``excluded`` that the settings leave it out although it was named."""

    path: Path
    shown: str
    named: bool
    excluded: bool = False


def is_dir(path: Path) -> bool:
    """Whether there is such a folder, as far as one can see."""
    return os.path.isdir(path)  # noqa: PTH112 (Path.is_dir raises where it may not look)


def targets(paths: Sequence[Path], project_of: ProjectOf) -> tuple[Target, ...]:
    """The files to check, every file once: what was named in the order it was named, folders by name."""
    found: dict[str, Target] = {}
    excludes = Excludes(project_of)
    for path in paths:
        for target in _of(path, excludes):
            key = str(target.path.absolute())
            if key not in found or target.named:
                found[key] = target
    return tuple(found.values())


def _of(path: Path, excludes: Excludes) -> Iterable[Target]:
    shown = path.as_posix()
    if not is_dir(path):
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 (Path.resolve would follow links)
        return (Target(path, shown, named=True, excluded=excludes.above(absolute)),)
    folder = Path(os.path.abspath(path))  # noqa: PTH100
    if excludes.above(folder):
        return (Target(path, shown, named=True, excluded=True),)
    return _walk(folder, "" if shown == "." else shown.rstrip("/") + "/", GitIgnores.at(folder), excludes)


def _walk(folder: Path, shown: str, ignores: GitIgnores, excludes: Excludes) -> Iterator[Target]:
    ignores = ignores.within(folder)
    suffixes = excludes.suffixes(folder)
    entries = _entries(folder)
    if entries is None:
        yield Target(folder, shown.rstrip("/") or ".", named=True)  # Reading it will say what is wrong.
        return
    for entry in entries:
        path = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            if not ignores.match(path, folder=True) and not excludes.match(path, folder=True):
                yield from _walk(path, f"{shown}{entry.name}/", ignores, excludes)
        elif (
            entry.name.lower().endswith(suffixes)
            and entry.is_file()
            and not ignores.match(path)
            and not excludes.match(path)
        ):
            yield Target(Path(shown + entry.name), shown + entry.name, named=False)


def _entries(folder: Path) -> list[os.DirEntry[str]] | None:
    """What is in a folder and not hidden, by name; None where it cannot be read."""
    try:
        with os.scandir(folder) as entries:
            return sorted((one for one in entries if not one.name.startswith(".")), key=lambda one: one.name)
    except OSError:
        return None


class Excludes:
    """What the settings leave out, each pattern relative to the folder of its own settings."""

    def __init__(self, project_of: ProjectOf) -> None:
        self.project_of = project_of
        self._specs: dict[Path, GitIgnoreSpec] = {}

    def suffixes(self, folder: Path) -> tuple[str, ...]:
        """The file name endings that the readers of this folder's project read."""
        return tuple(suffix for reader in self.project_of(folder).registry.readers for suffix in reader.suffixes)

    def match(self, path: Path, *, folder: bool = False) -> bool:
        """Whether the settings of the folder that ``path`` lies in exclude it."""
        settings = self.project_of(path.parent).settings
        if not settings.exclude or not path.is_relative_to(settings.root):
            return False
        if settings.root not in self._specs:
            self._specs[settings.root] = spec(settings.exclude)
        relative = path.relative_to(settings.root).as_posix()
        return relative != "." and self._specs[settings.root].match_file(relative + ("/" if folder else ""))

    def above(self, path: Path) -> bool:
        """Whether ``path``, which was named, or a folder that it lies in is excluded."""
        return self.match(path, folder=is_dir(path))


class GitIgnores:
    """The ``.gitignore`` files that speak about a folder, from the repository's root down."""

    def __init__(self, levels: tuple[tuple[str, GitIgnoreSpec], ...] = ()) -> None:
        self._levels = levels

    @classmethod
    def at(cls, folder: Path) -> GitIgnores:
        """What holds in ``folder`` from the folders above it in the same repository. Nothing does where these ignore
        the folder itself: it was asked for by name."""
        above: list[Path] = []
        for one in (folder, *folder.parents):
            above.append(one)
            if os.path.exists(one / ".git"):  # noqa: PTH110 (Path.exists raises where it may not look)
                break
        else:
            return cls()
        root = above[-1]
        ignores = cls()._with(root, root / ".git" / "info" / "exclude")
        for one, child in zip(reversed(above[1:]), reversed(above[:-1]), strict=True):
            ignores = ignores.within(one)
            if ignores.match(child, folder=True):
                return cls()
        return ignores

    def within(self, folder: Path) -> GitIgnores:
        """The same with the folder's own ``.gitignore``."""
        return self._with(folder, folder / ".gitignore")

    def _with(self, folder: Path, file: Path) -> GitIgnores:
        try:
            lines = file.read_bytes().decode("utf-8", "replace").splitlines()
        except OSError:
            return self
        return GitIgnores((*self._levels, (f"{folder.as_posix().rstrip('/')}/", spec(lines))))

    def match(self, path: Path, *, folder: bool = False) -> bool:
        """Whether git would ignore the path: the last matching line of the innermost file decides."""
        if not self._levels:
            return False
        text = path.as_posix() + ("/" if folder else "")
        for root, lines in reversed(self._levels):
            verdict = lines.check_file(text[len(root) :]).include
            if verdict is not None:
                return verdict
        return False
