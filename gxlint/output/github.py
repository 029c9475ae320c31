"""``github``: workflow commands, which GitHub Actions shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gxlint.output.told import Run, ToldFinding
from gxlint.rule import Severity

if TYPE_CHECKING:
    from gxlint.output import Style

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def render(run: Run, style: Style) -> Iterator[str]:
    """One command a finding or problem."""
    for finding in (*run.all_problems, *run.findings):
        yield f"::{_COMMANDS[finding.severity]} {_properties(finding)}::{_data(_told(finding))}\n"


def _told(finding: ToldFinding) -> str:
    return f"{finding.cell}\n{finding.message}" if finding.cell else finding.message


def _properties(finding: ToldFinding) -> str:
    properties: dict[str, object] = {"title": f"{finding.code} {finding.name}"}
    if finding.filename:
        start, end = finding.place.start, finding.place.end
        properties |= {"file": finding.filename, "line": start.row, "endLine": end.row}
        if start.row == end.row:  # Columns are only understood within one line.
            properties |= {"col": start.column, "endColumn": end.column}
    return ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
