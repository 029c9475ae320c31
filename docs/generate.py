"""Write what is generated in the documentation.

    python docs/generate.py            write it
    python docs/generate.py --check    say what is out of date and write nothing (exit code 1)

Generated are the page of every bundled rule and their table (``docs/rules``), the table of settings and the help of the
commands (between ``<!-- begin … -->`` and ``<!-- end … -->`` in ``docs/guide``) and the picture in the README.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from names import names
from picture import terminal
from rule_pages import index, page

from gxlint.cli import main as gxlint
from gxlint.plugins import load
from gxlint.settings.schema import KEYS

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PICTURE = ("check", "examples/linhe-water-2024.txt")
COMMANDS = ("check", "new", "ignore", "baseline", "rule", "rules", "plugins", "settings")


def generated() -> dict[Path, str]:
    """Every file that holds something generated, with the text it has to have."""
    return {**_rules(), **_guide(), DOCS / "check.svg": _picture()}


def _rules() -> dict[Path, str]:
    registry = load()
    pages = {DOCS / "rules" / "README.md": index(registry)}
    for plugin in registry.plugins:
        if plugin.bundled:
            pages |= {DOCS / "rules" / f"{rule.code}.md": page(rule, plugin) for rule in plugin.rules}
    return pages


def _guide() -> dict[Path, str]:
    settings = "\n".join(f"| `{key}` | {meaning} |" for key, meaning in KEYS.items())
    parts = {"settings": f"| 设置项 | 含义 |\n| --- | --- |\n{settings}"}
    parts["names"] = names(importlib.import_module("gxlint"))
    parts["testing names"] = names(importlib.import_module("gxlint.testing"))
    for command in ("", *COMMANDS):
        shown = printed([command, "--help"] if command else ["--help"]).strip()
        parts[f"help {command}".strip()] = f"```text\n{shown}\n```"
    return {path: _filled(path.read_text(encoding="utf-8"), parts) for path in sorted((DOCS / "guide").glob("*.md"))}


def _filled(text: str, parts: Mapping[str, str]) -> str:
    """The text with every generated part in its place. Raises KeyError for a part nobody generates."""

    def fill(match: re.Match[str]) -> str:
        return f"<!-- begin {match[1]} -->\n\n{parts[match[1]]}\n\n<!-- end {match[1]} -->"

    return re.sub(r"<!-- begin ([\w ]+) -->.*?<!-- end \1 -->", fill, text, flags=re.DOTALL)


def _picture() -> str:
    return terminal("gxlint " + " ".join(PICTURE), printed([*PICTURE, "--color", "always"]))


def printed(arguments: list[str]) -> str:
    """What the command prints to standard output, run in the root of the repository on a terminal of 100 columns."""
    shown = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n")
    done = contextlib.suppress(SystemExit)
    with contextlib.chdir(ROOT), _environment(COLUMNS="100"), contextlib.redirect_stdout(shown), done:
        gxlint(arguments)
    shown.flush()
    return shown.buffer.getvalue().decode("utf-8")


@contextlib.contextmanager
def _environment(**values: str) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in (*values, "NO_COLOR")}
    os.environ.pop("NO_COLOR", None)
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def main(argv: list[str]) -> int:
    """Write the files, or only compare them."""
    wanted = generated()
    left_over = set((DOCS / "rules").glob("*.md")) - set(wanted)
    stale = [path for path, text in wanted.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in sorted([*stale, *left_over]):
        print(path.relative_to(ROOT))
    if "--check" in argv:
        return 1 if stale or left_over else 0
    (DOCS / "rules").mkdir(exist_ok=True)
    for path in stale:
        path.write_text(wanted[path], encoding="utf-8", newline="\n")
    for path in left_over:
        path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
