"""Reading a form from its TOML file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, cast

from gxlint.forms.headings import bundled_headings, with_headings
from gxlint.report import Form, FormColumn, FormRelation, FormRow, FormSection, FormTable


class FormError(ValueError):
    """A form file does not describe a form: the message names the file and what is wrong in it."""


@cache
def bundled_forms() -> tuple[Form, ...]:
    """The official forms that gxlint knows, from the oldest to the one in force."""
    folder = Path(__file__).parent
    return tuple(load_form(folder / name) for name in ("2019.toml", "2021.toml"))


def load_form(path: Path) -> Form:
    """Read a form from a TOML file; ``from`` and ``sections`` in it name files in the same folder. Its parts are known
    by the other names that gxlint knows for them, too.

    Raises FormError when the file cannot be read or is no form.
    """
    try:
        return with_headings(_form(_read(path), path.parent), bundled_headings())
    except (KeyError, TypeError, ValueError, OSError) as error:
        reason = f"missing {error}" if isinstance(error, KeyError) else str(error)
        raise FormError(f"{path}: {reason}") from error


@cache
def _read(path: Path) -> Mapping[str, Any]:
    with path.open("rb") as file:
        return tomllib.load(file)


def _form(data: Mapping[str, Any], folder: Path) -> Form:
    sections = data["sections"]
    if isinstance(sections, str):
        sections = _read(folder / sections)["sections"]
    return Form(
        key=data["key"],
        title=data["title"],
        notice=data["notice"],
        document_number=data["document_number"],
        first_year=data["first_year"],
        last_year=data.get("last_year"),
        sections=tuple(_section(section) for section in sections),
        tables=tuple(_table(table, folder) for table in data["tables"]),
    )


def _section(data: Mapping[str, Any]) -> FormSection:
    return FormSection(
        key=data["key"],
        number=data["number"],
        heading=data["heading"],
        variants=tuple(data.get("variants", ())),
        legacy=tuple(data.get("legacy", ())),
        table=data.get("table", False),
    )


def _table(data: Mapping[str, Any], folder: Path) -> FormTable:
    if "from" in data:
        data = {**_read(folder / data["from"]), **data}
    rows = tuple(_rows(data["rows"], data.get("replace", ())))
    columns = tuple(_column(column) for column in data["columns"])
    return FormTable(
        key=data["key"],
        section=data["section"],
        name=data["name"],
        columns=columns,
        rows=rows,
        relations=tuple(_relation(relation, rows, columns) for relation in data.get("relations", ())),
        captions=tuple(data.get("captions", ())),
        note=data.get("note", ""),
        headers=tuple(data.get("headers", ())),
    )


def _rows(rows: Sequence[Mapping[str, Any]], replacements: Sequence[Mapping[str, Any]]) -> Iterator[FormRow]:
    replaced = {replacement["row"]: replacement["rows"] for replacement in replacements}
    for row in rows:
        for one in replaced.get(row["key"], [row]):
            yield FormRow(
                key=one["key"],
                label=one["label"],
                name=one.get("name", one["label"]),
                aliases=tuple(one.get("aliases", ())),
                groups=tuple(one.get("groups", ())),
            )


def _column(data: Mapping[str, Any]) -> FormColumn:
    number = data.get("number", "count")
    if number not in ("count", "change", "money"):
        raise ValueError(f"column {data['key']}: number kind {number!r}")
    return FormColumn(data["key"], data["label"], data.get("name", data["label"]), number)


def _relation(data: Mapping[str, Any], rows: tuple[FormRow, ...], columns: tuple[FormColumn, ...]) -> FormRelation:
    each = data["each"]
    keys = [row.key for row in rows] if each == "column" else [column.key for column in columns]
    left = tuple(data["left"])
    right = tuple(key for pattern in data["right"] for key in _expand(pattern, keys) if key not in left)
    unknown = [key for key in (*left, *right) if key not in keys]
    if unknown:
        raise ValueError(f"relation {data['kind']}: no {'row' if each == 'column' else 'column'} {unknown[0]!r}")
    return FormRelation(
        kind=data["kind"],
        each=cast(Any, each),
        left=left,
        right=right,
        comparison=data.get("comparison", "=="),
        source=data.get("source", ""),
    )


def _expand(pattern: str, keys: Sequence[str]) -> Sequence[str]:
    if not pattern.endswith("*"):
        return [pattern]
    return [key for key in keys if key.startswith(pattern[:-1])]
