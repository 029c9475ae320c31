"""``json``: one array with an object a finding. Rows and columns count from 1, columns in code points."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from gxlint.output.told import Place, Run, ToldFinding, ToldFix
from gxlint.text import Location

if TYPE_CHECKING:
    from gxlint.output import Style


def render(run: Run, style: Style) -> Iterator[str]:
    """The array, one object a line. Problems stand first, with codes of their own (``GXE010`` …)."""
    entries = [*run.all_problems, *run.findings]
    yield "["
    for number, entry in enumerate(entries):
        yield ("," if number else "") + "\n  "
        yield json.dumps(as_object(entry), ensure_ascii=not style.unicode)
    yield "\n]\n" if entries else "]\n"


def as_object(finding: ToldFinding) -> dict[str, object]:
    """A finding as a JSON object."""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "filename": finding.filename,
        **_place(finding.place),
        "place": finding.cell or None,
        "related": [{"message": one.message, **_place(one.place)} for one in finding.related],
        "fix": None if finding.fix is None else _fix(finding.fix),
        "url": finding.url,
    }


def _fix(fix: ToldFix) -> dict[str, object]:
    return {
        "applicability": fix.applicability,
        "message": fix.message,
        "edits": [{**_place(edit.place), "content": edit.content} for edit in fix.edits],
    }


def _place(place: Place) -> dict[str, object]:
    return {"location": _location(place.start), "end_location": _location(place.end)}


def _location(location: Location) -> dict[str, int]:
    return {"row": location.row, "column": location.column}
