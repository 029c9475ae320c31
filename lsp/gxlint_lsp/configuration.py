"""What the client's configuration says, for every folder of the workspace.

The configuration has the keys of a settings file (``perFileIgnores`` is taken for ``per-file-ignores`` too) and those
of ``EditorOptions``. Empty values count as not set, because editors send the defaults of everything. Other names are
left to the extension of the editor.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lsprotocol import types as t

from gxlint.settings import KEYS
from gxlint_lsp.options import EditorOptions, read_options
from gxlint_lsp.uris import to_path

SECTION = "gxlint"
CONFIG_FILE = "configFile"
"""The name under which the client gives the only settings file to use."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The client's configuration for the files of a folder. ``overrides`` outrank the settings files; ``config`` is the
    only settings file to use; ``key`` is equal for equal settings. ``bad`` are names whose value is none they can
    have. ``trusted``: plugins from the workspace may run. ``folder`` is the folder, None for files outside all."""

    options: EditorOptions = field(default_factory=EditorOptions)
    overrides: Mapping[str, object] = field(default_factory=dict, hash=False)
    config: Path | None = None
    key: str = ""
    bad: tuple[str, ...] = ()
    trusted: bool = True
    folder: Path | None = None


class Configuration:
    """The folders of the workspace, each with its scope."""

    def __init__(self) -> None:
        self.trusted = True
        self.folders: dict[str, Path] = {}
        self._values: dict[str, Mapping[str, Any]] = {}
        self._scopes: dict[str, Scope] = {}

    def begin(self, params: t.InitializeParams) -> None:
        """Take folders, trust and first settings from ``initialize``."""
        if params.workspace_folders:
            self.add(folder.uri for folder in params.workspace_folders)
        elif params.root_uri:
            self.add([params.root_uri])
        elif params.root_path:
            self.add([Path(params.root_path).absolute().as_uri()])
        given = params.initialization_options
        if isinstance(given, Mapping):
            self.trusted = given.get("trusted", True) is not False
            inner = given.get("settings", given.get(SECTION, given))
            self.take("", inner)

    def add(self, uris: Iterable[str]) -> None:
        """Folders that have come to the workspace; those that are no folders of the disk are passed over."""
        for uri in uris:
            path = to_path(uri)
            if path is not None:
                self.folders[uri] = path
        self._scopes.clear()

    def remove(self, uris: Iterable[str]) -> None:
        """Folders that have left the workspace."""
        for uri in uris:
            self.folders.pop(uri, None)
            self._values.pop(uri, None)
        self._scopes.clear()

    def take(self, uri: str, values: object) -> None:
        """The settings for a folder of the workspace, with an empty URI those for everything else."""
        if isinstance(values, Mapping) and isinstance(values.get(SECTION), Mapping):
            values = values[SECTION]
        self._values[uri] = values if isinstance(values, Mapping) else {}
        self._scopes.clear()

    def take_all(self, values: object) -> None:
        """The same settings for all folders, as clients push them that cannot be asked."""
        self._values.clear()
        self.take("", values)

    def trust(self) -> None:
        """The workspace is trusted from now on."""
        self.trusted = True
        self._scopes.clear()

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """Every scope, that of files outside all folders first."""
        return tuple(self._scope(uri) for uri in ("", *self.folders))

    def scope(self, path: Path | None) -> Scope:
        """The scope of a file: that of the innermost folder it lies in."""
        return self._scope(self._home(path))

    def _home(self, path: Path | None) -> str:
        if path is None:
            return next(iter(self.folders), "") if len(self.folders) == 1 else ""
        around = [uri for uri, folder in self.folders.items() if path.is_relative_to(folder)]
        return max(around, key=lambda uri: len(self.folders[uri].parts), default="")

    def _scope(self, uri: str) -> Scope:
        if uri not in self._scopes:
            values = self._values.get(uri, self._values.get("", {}))
            self._scopes[uri] = read_scope(values, self.folders.get(uri), trusted=self.trusted)
        return self._scopes[uri]


def read_scope(values: Mapping[str, Any], folder: Path | None, *, trusted: bool = True) -> Scope:
    """The scope that these values of a client's configuration make; paths in them are relative to ``folder``."""
    base = folder if folder is not None else Path.cwd()
    flat = _flat(values)
    options, bad = read_options(flat)
    overrides: dict[str, object] = {}
    for key in KEYS:
        value = flat.get(key, flat.get(_camel(key)))
        if value is not None and value not in ("", [], {}):
            overrides[key] = value
    if not trusted:
        overrides.pop("plugins", None)
    for key in ("plugins", "data"):
        if isinstance(named := overrides.get(key), list):
            overrides[key] = [str(base / one) if isinstance(one, str) else one for one in named]
    config = flat.get(CONFIG_FILE)
    file = base / config if isinstance(config, str) and config else None
    key = json.dumps([overrides, str(file or ""), trusted], sort_keys=True, default=str)
    return Scope(options, overrides, file, key, bad, trusted, folder)


def _flat(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values with names like ``inlayHints.enable`` taken apart as some clients send them; nothing else changes."""
    return {str(name).removeprefix(f"{SECTION}."): value for name, value in values.items()}


def _camel(key: str) -> str:
    first, *others = key.split("-")
    return first + "".join(word.capitalize() for word in others)
