"""The project of every folder, kept until a file that it was made from changes. Used by the worker alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

from gxlint.language import Language, Message, tell
from gxlint.plugins import Registry, load
from gxlint.session import Project
from gxlint.settings import Settings, SettingsError, find
from gxlint.settings import load as load_settings
from gxlint_lsp.configuration import Scope
from gxlint_lsp.decisions import FILES, Decisions

CALLER = "编辑器设置"
"""How settings from the client's configuration are called where a person is told who decided."""

_PATIENCE = 20
"""A look at the disk is repeated not before this many times what it took: a slow network drive is looked at seldom."""

_Stamp = tuple[int, int] | None
_Stamps = tuple[_Stamp, ...]


@dataclass(slots=True)
class _Known:
    project: Project
    stamps: _Stamps
    seen: float


class Projects:
    """Projects by folder and scope. ``notices`` are sentences for the person about settings and plugins that cannot be
    used; whoever shows them takes them out. ``decisions`` is what people have decided about the reports."""

    def __init__(self) -> None:
        self.notices: list[str] = []
        self.decisions = Decisions(self._tell)
        self._known: dict[tuple[Path, str], _Known] = {}
        self._made: dict[tuple[Path | None, Path, str, _Stamps], Project] = {}
        self._registries: dict[tuple[object, ...], tuple[Registry, _Stamps]] = {}
        self._look_at = 0.0

    def project(self, folder: Path, scope: Scope) -> Project:
        """The project that holds for the files in ``folder`` (absolute). Raises nothing: settings that cannot be used
        are passed over and become a notice."""
        key = folder, scope.key
        known = self._known.get(key)
        if known is not None and known.seen >= self._look_at:
            return known.project
        begun = perf_counter()
        stamps = self._stamps(folder, known.project if known is not None else None)
        if known is None or known.stamps != stamps:
            self.decisions.look_again()
            project = self._made_for(folder, scope)
            known = self._known[key] = _Known(project, self._stamps(folder, project), begun)
        known.seen = begun
        self._look_at = begun - _PATIENCE * (perf_counter() - begun)
        return known.project

    def look_again(self) -> None:
        """Look at the disk the next time a project is asked for."""
        for known in self._known.values():
            known.seen = -1.0
        self._look_at = 0.0
        self.decisions.look_again()

    def forget(self) -> None:
        """Read settings and load plugins anew the next time they are asked for."""
        self._known.clear()
        self._made.clear()
        self._registries.clear()
        self.decisions.look_again()

    def changed(self) -> bool:
        """Whether a file has changed that any project was made from, or that holds decisions about its reports."""
        return any(
            known.stamps != tuple(_stamp(path) for path in self._files(folder, known.project))
            for (folder, _), known in self._known.items()
        )

    def _stamps(self, folder: Path, project: Project | None) -> _Stamps:
        return tuple(_stamp(path) for path in self._files(folder, project))

    def _files(self, folder: Path, project: Project | None) -> Iterator[Path]:
        """Every file whose change may change the project, or what was decided, whether it exists or not."""
        for one in (folder, *folder.parents):
            yield one / "gxlint.toml"
            yield one / "pyproject.toml"
            yield from (one / name for name in FILES)
        if project is not None:
            if project.settings.file is not None:
                yield project.settings.file
            yield from _brought(project.settings)
            yield from _carried(project.registry)

    def _made_for(self, folder: Path, scope: Scope) -> Project:
        """Settings that cannot be used are left out, first those of the client, then those of the file, then both."""
        file = scope.config or find(folder)
        root = file.parent if file is not None else Path.cwd()
        attempts = [(file, scope.overrides), (file, {}), (None, scope.overrides), (None, {})]
        for place, overrides in attempts:
            try:
                settings = load_settings(root, place, overrides, CALLER)
                return self._shared(settings, scope)
            except SettingsError as error:
                language: Language = "en" if scope.overrides.get("language") == "en" else "zh"
                self._tell(Message("设置有误，该处设置未生效：{error}", {"error": error.message}), language)
        return self._shared(Settings(root), scope)

    def _shared(self, settings: Settings, scope: Scope) -> Project:
        """The project of these settings; folders with the same settings file share it. Raises SettingsError."""
        if not scope.trusted and _brought(settings):
            settings = replace(settings, plugins=(), data=())
        registry = self._registry(settings, scope)
        made_from = (*_brought(settings), *_carried(registry))
        stamps = (_stamp(settings.file) if settings.file is not None else None, *map(_stamp, made_from))
        key = (settings.file, settings.root, scope.key, stamps)
        if key not in self._made:
            self._made = {old: made for old, made in self._made.items() if old[:3] != key[:3]}
            self._made[key] = Project.of(settings, registry)
        return self._made[key]

    def _registry(self, settings: Settings, scope: Scope) -> Registry:
        disabled = (*settings.disabled_plugins, *(() if scope.trusted else _foreign()))
        brought = _brought(settings)
        key = (brought, disabled, tuple(map(_stamp, brought)))
        known = self._registries.get(key)
        if known is not None and known[1] == tuple(map(_stamp, _carried(known[0]))):
            return known[0]
        registry = load(settings.plugins, disabled=disabled, data=settings.data)
        if brought:
            self._registries = {old: one for old, one in self._registries.items() if old[0] != brought}
        self._registries[key] = registry, tuple(map(_stamp, _carried(registry)))
        for problem in registry.problems:
            self._tell(problem.sentence, settings.language)
        return registry

    def _tell(self, message: Message, language: Language) -> None:
        said = tell(message.template, message.args, language, "gxlint_lsp")
        if said not in self.notices:
            self.notices.append(said)


def _brought(settings: Settings) -> tuple[Path, ...]:
    """The files that the settings bring into the rules: plugins, and data for their tables."""
    return (*settings.plugins, *settings.data)


def _carried(registry: Registry) -> tuple[Path, ...]:
    """The data files that plugins bring along."""
    return tuple(path for plugin in registry.plugins for path in plugin.data)


def _foreign() -> tuple[str, ...]:
    """The names of the plugins that did not come with gxlint. Nothing of theirs is imported."""
    from gxlint.discovery import installed

    return tuple(candidate.name for candidate in installed() if not candidate.bundled)


def _stamp(path: Path) -> _Stamp:
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size
