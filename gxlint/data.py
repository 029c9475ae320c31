"""Facts that rules look up: tables of entries in TOML files next to the rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Generic, TypeVar

Entry = TypeVar("Entry")

_KINDS: Mapping[str, type] = {"str": str, "bool": bool, "int": int, "int | None": int, "tuple[str, ...]": list}


class EntryError(ValueError):
    """An entry is not as its table asks for. ``fault`` is one of ``unknown``, ``missing``, ``kind`` and ``choice``,
    ``key`` the key it is about, ``known`` the keys, the kind of value or the values that would be right."""

    def __init__(self, fault: str, key: str, known: tuple[str, ...]) -> None:
        super().__init__(f"{fault}: {key} ({', '.join(known)})")
        self.fault = fault
        self.key = key
        self.known = known


@dataclass(frozen=True)
class DataTable(Generic[Entry]):
    """A table of facts: the array ``name`` of the TOML file ``file``, each entry made an ``entry``.

    ``entry`` is a dataclass of strings, numbers, truth values and tuples of strings whose fields are the keys of an
    entry; one of them is ``source``, which every entry has to give. Where it has a method ``check``, that raises
    EntryError or another ValueError for values that do not fit. Plugins and settings name further files with arrays of
    the same name; a rule that declares the table gets their entries as second argument. Raises TypeError for an
    ``entry`` without ``source``.
    """

    name: str
    entry: type[Entry]
    file: Path

    def __post_init__(self) -> None:
        """Raises TypeError for entries that need not say where they come from."""
        if not any(one.name == "source" and one.default is MISSING for one in fields(self.entry)):  # type: ignore[arg-type]
            raise TypeError(f"table {self.name!r}: {self.entry.__name__} has no field 'source' that must be given")

    def entries(self) -> tuple[Entry, ...]:
        """The entries of the table's own file. Raises what a damaged installation raises."""
        import tomllib

        return tuple(self.made(one) for one in tomllib.loads(self.file.read_text("utf-8"))[self.name])

    def made(self, values: Mapping[str, object]) -> Entry:
        """One entry of these values. Raises EntryError for a key the table has not, one it misses, and a value of the
        wrong kind."""
        known = {field.name: field for field in fields(self.entry)}  # type: ignore[arg-type]
        for key, value in values.items():
            if key not in known:
                raise EntryError("unknown", key, tuple(known))
            kind = str(known[key].type)
            if type(value) is not _KINDS.get(kind, str) or (
                isinstance(value, list) and not all(isinstance(one, str) for one in value)
            ):
                raise EntryError("kind", key, (kind,))
        for key, field in known.items():
            if field.default is MISSING and not values.get(key):
                raise EntryError("missing", key, tuple(known))
        given = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
        return self.entry(**given)
