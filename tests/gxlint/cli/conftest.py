from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from gxlint.cli import main


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


Gxlint = Callable[..., Outcome]


@pytest.fixture
def gxlint(capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Gxlint:
    """Runs the command in this process, in the test's own folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "GXLINT_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str | Path) -> Outcome:
        code = main([str(argument) for argument in arguments])
        captured = capfd.readouterr()
        return Outcome(code, captured.out, captured.err)

    return run
