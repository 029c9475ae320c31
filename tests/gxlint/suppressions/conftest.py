"""Findings as a whole check gives them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gxlint.session import FileResult, Options, Session, check_text

Checked = Callable[..., FileResult]


@pytest.fixture
def checked(tmp_path: Path) -> Checked:
    """Checks a text as the command does, with no suppressions of its own accord."""
    project = Session(Options(isolated=True)).project(tmp_path)

    def check(text: str, **options: object) -> FileResult:
        return check_text(text, "云岭镇.md", project, **options)  # type: ignore[arg-type]

    return check
