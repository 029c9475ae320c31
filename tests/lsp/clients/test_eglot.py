"""A report in the real Emacs, set up as the documentation says."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.lsp.clients.broken import BOOKMARK
from tests.lsp.clients.editors import Subject, Told, configuration, installed, subjects, surroundings, told_by_command
from tests.lsp.wire import PATIENCE

pytestmark = pytest.mark.slow

SCRIPT = Path(__file__).with_name("eglot.el")
Place = tuple[int, int]
Shown = tuple[str, Place, Place]


@pytest.fixture(scope="module")
def emacs() -> str:
    found = installed("emacs", "emacs-nox", "elpa-eglot")
    if not _has_eglot(found) and shutil.which("apt-get") is not None and os.geteuid() == 0:
        subprocess.run(["apt-get", "-q", "install", "-y", "--no-install-recommends", "elpa-eglot"], check=False)
    if not _has_eglot(found):
        pytest.skip("this Emacs is older than 29 and has no eglot")
    return found


def _has_eglot(emacs: str) -> bool:
    command = [emacs, "-q", "--batch", "--eval", "(require 'eglot)"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _expected(found: list[Told]) -> list[Shown]:
    return sorted((one[2], (one[3], one[4]), (one[5], one[6])) for one in found)


def _shown(found: list[list[Any]], expected: list[Shown]) -> list[Shown]:
    """What Emacs shows, without the words it puts before a message. For a finding without extent, such as a part that
    is missing, it marks the word that stands there: then the line is compared."""
    points = {(message, start[0]): start for message, start, end in expected if start == end}
    shown: list[Shown] = []
    for text, start, end in found:
        message = re.sub(r"^gxlint \[GX\w+\]:? ", "", text)
        point = points.get((message, start[0]))
        shown.append((message, tuple(start), tuple(end)) if point is None else (message, point, point))
    return sorted(shown)


@pytest.mark.parametrize("subject", subjects(), ids=str)
def test_emacs_shows_every_finding_once_and_applies_a_fix(emacs: str, subject: Subject, tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(subject.text, encoding="utf-8", newline="")
    init, out = tmp_path / "init.el", tmp_path / "seen.json"
    init.write_text(configuration("elisp", ";; init.el"), encoding="utf-8")
    expected = _expected(told_by_command(file))
    given = {
        "file": str(file),
        "configuration": str(init),
        "out": str(out),
        "patience": PATIENCE / 2,
        "findings": len(expected),
        "title": "删除",
        "bookmark": BOOKMARK,
    }
    run = subprocess.run(
        [emacs, "-q", "--batch", "-l", str(SCRIPT)],
        env={**surroundings(tmp_path), "GXLINT_TEST": json.dumps(given)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        cwd=tmp_path,
        check=False,
        timeout=3 * PATIENCE,
    )
    assert run.returncode == 0, run.stderr.decode()
    seen = json.loads(out.read_text(encoding="utf-8"))
    assert _shown(seen["first"], expected) == expected
    assert file.read_text(encoding="utf-8") == subject.mended
    left = _expected(told_by_command(file))
    assert _shown(seen["second"], left) == left
