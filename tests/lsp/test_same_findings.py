"""Editor and command report the same findings, for any text."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gxlint.text import decode
from tests.conftest import NO_REPORTS, ROOT, SEEDS, WILD
from tests.lsp.editor import Editor
from tests.lsp.wire import PULLED, Server

EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.suffix in (".md", ".txt", ".html"))
EDITS = 25
"""Edits of each report."""

Told = tuple[Any, ...]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    capabilities = {**PULLED, "general": {"positionEncodings": ["utf-32"]}}
    with Server() as made:
        made.greet(capabilities, options={"delay": 0, "severity": {"GXW": "info"}, "ignore": ["GXW006"]})
        yield made


def told_by_command(files: list[Path]) -> dict[str, list[Told]]:
    """The findings of ``gxlint check`` by file: code, severity, message, place."""
    command = [sys.executable, "-m", "gxlint", "check", "--output-format", "json", "--ignore", "GXW006"]
    levels = ["--severity", "GXW=info", "--only-reports"]
    run = subprocess.run([*command, *levels, *map(str, files)], capture_output=True, check=False, cwd=files[0].parent)
    assert run.returncode in (0, 1), run.stderr.decode()
    found: dict[str, list[Told]] = {}
    for one in json.loads(run.stdout):
        place = one["location"], one["end_location"]
        rows = tuple((at["row"] - 1, at["column"] - 1) for at in place)
        found.setdefault(one["filename"], []).append((one["code"], one["severity"], one["message"], *rows))
    return {name: sorted(findings) for name, findings in found.items()}


def told_by_server(items: list[dict[str, Any]]) -> list[Told]:
    """The same of diagnostics."""
    words = {1: "error", 2: "warning", 3: "info"}
    return sorted(
        (
            one["code"],
            words[one["severity"]],
            one["message"],
            (one["range"]["start"]["line"], one["range"]["start"]["character"]),
            (one["range"]["end"]["line"], one["range"]["end"]["character"]),
        )
        for one in items
    )


@pytest.mark.parametrize(
    "files", [pytest.param(SEEDS, id="seeds"), pytest.param(WILD, id="wild"), pytest.param(EXAMPLES, id="examples")]
)
def test_every_report_has_the_same_findings_in_the_editor(server: Server, files: list[Path]) -> None:
    if not files:
        pytest.skip(NO_REPORTS)
    expected = told_by_command(list(files))
    for path in files:
        server.open(path.as_uri(), decode(path.read_bytes()).text)
        assert told_by_server(server.pulled(path.as_uri())["items"]) == expected.get(str(path), []), path.name
        server.close(path.as_uri())


def test_edited_reports_have_the_same_findings_in_the_editor(server: Server, tmp_path: Path) -> None:
    chance = random.Random(20_240_101)
    seeds = [*EXAMPLES, *SEEDS, *WILD]
    edited: dict[Path, list[Told]] = {}
    for number, path in enumerate(seeds):
        editor = Editor(decode(path.read_bytes()).text, "utf-32")
        uri = (tmp_path / f"{number}-open{path.suffix}").as_uri()
        server.open(uri, editor.text)
        for version in range(2, EDITS + 2):
            server.change(uri, version, editor.any_edit(chance))
            copy = tmp_path / f"{number}-{version}" / f"{number}-open{path.suffix}"
            copy.parent.mkdir()
            copy.write_bytes(editor.text.encode())
            edited[copy] = told_by_server(server.pulled(uri)["items"])
        server.close(uri)
    expected = told_by_command(list(edited))
    assert len(edited) >= EDITS * len(EXAMPLES)
    for copy, found in edited.items():
        assert found == expected.get(str(copy), []), copy.parent.name
