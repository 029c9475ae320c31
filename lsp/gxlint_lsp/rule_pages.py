"""The pages of rules as files, so that an editor can open the link of a code where nobody has named an address."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import gettempdir

from gxlint_lsp.analysis import Analysis
from gxlint_lsp.features.pages import page
from gxlint_lsp.log import failed


def pages_folder(version: str, language: str) -> Path:
    """Where this user's pages lie."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or gettempdir()
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "gxlint" / "rules" / f"{version}-{language}"


class RulePages:
    """Writes the page of a rule when it is first needed."""

    def __init__(self, version: str) -> None:
        self.version = version
        self._written: dict[Path, str] = {}

    def address(self, language: str) -> str:
        """The address of the pages in this language, with ``{code}`` for the rule; empty where there can be none."""
        try:
            return f"{pages_folder(self.version, language).as_uri()}/{{code}}.md"
        except (RuntimeError, ValueError):  # Nobody knows where this user is at home.
            return ""

    def write(self, analysis: Analysis, codes: set[str]) -> None:
        """Write the pages of these rules where they are not there already. Raises nothing."""
        folder = pages_folder(self.version, analysis.language)
        for code in codes:
            rule = analysis.rule(code)
            path = folder / f"{code}.md"
            if rule is None or self._written.get(path) == rule.page:
                continue
            self._written[path] = rule.page
            try:
                self._write(path, page(analysis, rule))
            except OSError as error:
                failed("page of a rule", error)

    def _write(self, path: Path, text: str) -> None:
        data = text.encode()
        if path.is_file() and path.read_bytes() == data:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
