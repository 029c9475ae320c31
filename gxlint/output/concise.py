"""``concise``: one line a finding, ``file:row:column: severity code name: message``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gxlint.output.told import Run
from gxlint.output.words import COLORS, painted, severity_word, visible, where

if TYPE_CHECKING:
    from gxlint.output import Style


def render(run: Run, style: Style) -> Iterator[str]:
    """The findings, one line each. ``[*]`` at the end marks one with a safe fix, ``[?]`` one with an unsafe fix."""
    for finding in run.findings:
        word = painted(severity_word(finding.severity, style.language), COLORS[finding.severity], color=style.color)
        mark = "" if finding.fix is None else " [*]" if finding.fix.applicability == "safe" else " [?]"
        message = " ".join(visible(line) for line in finding.message.split("\n"))
        yield f"{where(finding)}: {word} {finding.code} {finding.name}: {message}{mark}\n"
