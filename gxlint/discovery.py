"""Where plugins are found: entry points of installed distributions, and plain Python files. Nothing is imported here
before a candidate's ``load`` is called."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import Distribution

ENTRY_POINT_GROUP = "gxlint"
OWN_DISTRIBUTION = "gxlint"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A plugin that was found: ``load`` imports it and gives the object to register, or raises what it likes."""

    name: str
    version: str
    source: str
    load: Callable[[], object]
    bundled: bool = False


def installed() -> list[Candidate]:
    """The plugins that installed distributions announce: the bundled ones first, then by distribution and name.

    Of two copies of a distribution on the path only the first counts, as for every import.
    """
    from importlib.metadata import distributions

    found: dict[str, list[Candidate]] = {}
    for distribution in distributions():
        announced = distribution.read_text("entry_points.txt")
        if announced and f"[{ENTRY_POINT_GROUP}]" in announced:
            owner, version = _name_and_version(distribution)
            key = owner.lower().replace("_", "-").replace(".", "-")
            if key not in found:
                found[key] = list(_announced(distribution, owner, version, bundled=key == OWN_DISTRIBUTION))
    ordered = sorted(found.items(), key=lambda item: (item[0] != OWN_DISTRIBUTION, item[0]))
    return [candidate for _, candidates in ordered for candidate in sorted(candidates, key=lambda one: one.name)]


def _announced(distribution: Distribution, owner: str, version: str, *, bundled: bool) -> Iterator[Candidate]:
    for entry_point in distribution.entry_points:
        if entry_point.group == ENTRY_POINT_GROUP:
            yield Candidate(entry_point.name, version, f"{owner} {version}", entry_point.load, bundled)


def _name_and_version(distribution: Distribution) -> tuple[str, str]:
    """Read from the head of the metadata: parsing all of it as a mail message costs a hundred times as much."""
    head = (distribution.read_text("METADATA") or distribution.read_text("PKG-INFO") or "").partition("\n\n")[0]
    fields = dict(line.split(": ", 1) for line in head.split("\n") if line.startswith(("Name: ", "Version: ")))
    return fields.get("Name", "?").strip(), fields.get("Version", "?").strip()


def plain_file(path: Path, taken: Collection[str] = ()) -> Candidate:
    """The plugin in a Python file. It is named after the file, or by the whole path when that name is taken."""
    name = path.stem if path.stem not in taken else str(path)
    return Candidate(name, "", str(path), lambda: _import_file(path))


def _import_file(path: Path) -> object:
    from importlib.machinery import SourceFileLoader
    from importlib.util import module_from_spec, spec_from_file_location
    from zlib import crc32

    class Loader(SourceFileLoader):
        """Leaves no compiled file behind in a folder of reports."""

        def set_data(self, path: str, data: object, *, _mode: int = 0o666) -> None:
            pass

    where = str(path.absolute())
    if not path.is_file():
        raise FileNotFoundError(f"no such file: {where}")
    name = f"_gxlint_file_{crc32(where.encode()):08x}_{path.stem}"
    spec = spec_from_file_location(name, where, loader=Loader(name, where))
    if spec is None or spec.loader is None:
        raise ImportError(f"not a Python file: {where}")
    module = module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module
