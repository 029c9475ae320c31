"""A report in the real Neovim, set up as the documentation says."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.lsp.clients.editors import Subject, Told, configuration, installed, subjects, surroundings, told_by_command
from tests.lsp.wire import PATIENCE

pytestmark = pytest.mark.slow

SCRIPT = Path(__file__).with_name("neovim.lua")
SEVERITIES = {1: "error", 2: "warning", 3: "info"}


@pytest.fixture(scope="module")
def neovim() -> str:
    return installed("nvim", "neovim")


def _configuration(neovim: str) -> str:
    said = subprocess.run([neovim, "--version"], capture_output=True, text=True, check=True).stdout
    version = re.match(r"NVIM v0\.(\d+)", said)
    minor = int(version[1]) if version is not None else 99
    if minor < 7:
        pytest.skip(f"Neovim 0.{minor} is older than what the documentation is about")
    said = "0.7" if minor == 7 else "0.8 至 0.10" if minor <= 10 else "0.11 起"
    return configuration("lua", f"-- init.lua，Neovim {said}")


def _shown(found: list[list[Any]]) -> list[Told]:
    return sorted((one[0], SEVERITIES[one[1]], *one[2:]) for one in found)  # type: ignore[misc]


@pytest.mark.parametrize("subject", subjects(), ids=str)
def test_neovim_shows_every_finding_once_and_applies_a_fix(neovim: str, subject: Subject, tmp_path: Path) -> None:
    file = tmp_path / "报告" / "report.txt"
    file.parent.mkdir()
    file.write_text(subject.text, encoding="utf-8", newline="")
    init, out = tmp_path / "init.lua", tmp_path / "seen.json"
    init.write_text(_configuration(neovim), encoding="utf-8")
    expected = told_by_command(file)
    given = {
        "file": str(file),
        "configuration": str(init),
        "out": str(out),
        "patience": 1000 * PATIENCE / 2,
        "findings": len(expected),
        "fix": {"title": "删除", "place": [subject.row + 1, subject.column]},
    }
    total = next((one for one in expected if one[0].startswith("GXT")), None)
    if total is not None:
        given["hover"] = [total[3] + 1, total[4]]
    run = subprocess.run(
        [neovim, "--headless", "--clean", "-S", str(SCRIPT)],
        env={**surroundings(tmp_path), "GXLINT_TEST": json.dumps(given)},
        capture_output=True,
        cwd=tmp_path,
        check=False,
        timeout=3 * PATIENCE,
    )
    seen = json.loads(out.read_text(encoding="utf-8")) if out.exists() else {}
    assert (run.returncode, seen.get("failure")) == (0, None), run.stderr.decode()
    assert _shown(seen["first"]) == expected
    assert file.read_text(encoding="utf-8") == subject.mended
    assert _shown(seen["second"]) == told_by_command(file)
    if total is not None:
        assert "总计" in "\n".join(seen["hover"])
