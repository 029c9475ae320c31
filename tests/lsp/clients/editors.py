"""Real editors: getting them, and what they need to start the server as a person would."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from gxlint.text import decode
from tests.conftest import ROOT, SEEDS
from tests.lsp.clients.broken import BOOKMARK, broken_report
from tests.lsp.editor import Editor
from tests.lsp.wire import CACHE, PATIENCE

Told = tuple[str, str, str, int, int, int, int]
"""A finding: code, severity, message, and where it begins and ends: lines and columns in bytes of UTF-8, from 0."""


def installed(program: str, *packages: str) -> str:
    """The path of a program, installed from Debian's packages where it is missing and that is allowed; else the test is
    skipped."""
    found = shutil.which(program)
    if found is not None:
        return found
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        pytest.skip(f"{program} is not installed, and cannot be installed without apt-get and the rights of root")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    commands = (["install", "-y", "--no-install-recommends", *packages], ["update"])
    for command in (commands[0], commands[1], commands[0]):
        run = subprocess.run(["apt-get", "-q", *command], env=environment, capture_output=True, text=True, check=False)
        found = shutil.which(program)
        if found is not None:
            return found
    pytest.skip(f"{program} cannot be installed: {run.stderr.strip()[-300:]}")


def configuration(language: str, first_line: str) -> str:
    """The configuration that the documentation tells people to use: the block that begins with this comment."""
    text = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
    blocks = re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    (block,) = (one for one in blocks if one.startswith(f"{first_line}\n"))
    return str(block)


def surroundings(folder: Path) -> dict[str, str]:
    """An environment whose ``gxlint`` is the one under test, and in which no editor finds the person's own settings."""
    programs = folder / "bin"
    programs.mkdir()
    command = programs / "gxlint"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m gxlint "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    own = {name: str(folder / name.lower()) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    for place in own.values():
        Path(place).mkdir()
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, **own, "XDG_CACHE_HOME": CACHE.name, "PATH": path, "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"}


@dataclass(frozen=True, slots=True)
class Subject:
    """A report with a bookmark in it that a fix removes."""

    name: str
    text: str

    def __str__(self) -> str:
        return self.name

    @property
    def mended(self) -> str:
        """The text without the bookmark."""
        return self.text.replace(BOOKMARK, "", 1)

    @property
    def row(self) -> int:
        """The line of the bookmark, from 0."""
        return self.text[: self.text.index(BOOKMARK)].count("\n")

    @property
    def column(self) -> int:
        """The column of the bookmark in bytes of UTF-8."""
        return Editor(self.text, "utf-8").position(self.text.index(BOOKMARK))["character"]


def subjects() -> list[Subject]:
    """An invented report, an example, and published reports where they are at hand."""
    example = ROOT / "examples" / "linhe-water-2024.txt"
    found = [Subject("broken", broken_report().text), Subject("example", example.read_text(encoding="utf-8"))]
    for seed in SEEDS:
        text = decode(seed.read_bytes()).text
        if BOOKMARK in text:
            found.append(Subject(seed.name[:3], text))
    return found


def told_by_command(path: Path) -> list[Told]:
    """What ``gxlint check`` finds in a file."""
    command = [sys.executable, "-m", "gxlint", "check", "--output-format", "json", str(path)]
    run = subprocess.run(command, capture_output=True, check=False, timeout=PATIENCE)
    editor = Editor(path.read_text(encoding="utf-8"), "utf-8")
    lines = editor.text.split("\n")
    found: list[Told] = []
    for one in json.loads(run.stdout):
        place: list[int] = []
        for end in (one["location"], one["end_location"]):
            row, column = end["row"] - 1, end["column"] - 1
            place += [row, len(lines[row][:column].encode())]
        found.append((one["code"], one["severity"], one["message"], place[0], place[1], place[2], place[3]))
    return sorted(found)
