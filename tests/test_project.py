"""What the project promises about itself: its documentation is true, its examples show what they say."""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import gxlint
from gxlint.language import english_title
from gxlint.pages import readable
from gxlint.plugins import load
from gxlint.rule import Rule
from gxlint.session import Options, Session
from gxlint.testing import check_examples
from tests.conftest import ROOT

EXAMPLES = ROOT / "examples"
GUIDE = ROOT / "docs" / "guide"


def test_the_generated_documentation_is_up_to_date() -> None:
    command = [sys.executable, "docs/generate.py", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, ""), f"run python docs/generate.py\n{done.stdout}{done.stderr}"


def test_links_in_the_documentation_lead_somewhere() -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md"), EXAMPLES / "README.md"]
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        for target in re.findall(r"\]\((?!https?:)([^)#\s]+)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []


def test_every_public_name_exists_and_is_exported_in_order() -> None:
    for module in (gxlint, importlib.import_module("gxlint.testing")):
        assert all(hasattr(module, name) for name in module.__all__)
        assert len(set(module.__all__)) == len(module.__all__)


def test_imports_run_one_way() -> None:
    command = [sys.executable, "-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout


def test_bundled_rules_import_only_public_names_of_gxlint() -> None:
    for path in sorted((ROOT / "plugins").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "gxlint":
                assert node.module == "gxlint", path
                assert {alias.name for alias in node.names} <= set(gxlint.__all__), path
            elif isinstance(node, ast.Import):
                assert not [alias.name for alias in node.names if alias.name.startswith("gxlint.")], path


PAGE = ["查什么", "依据", "为什么", "例", "怎样改", "何时忽略", "English"]
BUNDLED = pytest.mark.parametrize(
    "rule", [rule for plugin in load().plugins if plugin.bundled for rule in plugin.rules], ids=lambda rule: rule.code
)


@BUNDLED
def test_the_page_of_a_bundled_rule_has_every_part(rule: Rule) -> None:
    parts: dict[str, list[str]] = {}
    for line in rule.page.split("\n")[1:]:
        if line and not line.startswith(" "):
            parts[line] = []
        elif line:
            parts[[*parts][-1]].append(line.strip())
    assert [*parts] == PAGE
    assert all(parts.values()), rule.code
    assert rule.title
    assert english_title(rule.page)
    if rule.family != "GXE":  # These are found where the trouble is met, and not in an example.
        assert rule.basis
        assert {"错：", "对："} <= set(parts["例"])
        assert any("⟦" in line for line in parts["例"])
    # What --unsafe-fixes does is for a person to verify, and nothing to be afraid of.
    assert "不安全" not in rule.page


@BUNDLED
def test_a_page_is_printed_without_what_is_written_for_the_machine(rule: Rule) -> None:
    printed = readable(rule.page)
    assert not re.search("（(年份|机关|填数|原文|删去|删去表格)）", printed)
    assert printed.count("⟦") == rule.page.count("⟦")


def test_the_plugin_of_the_guide_works_as_printed(tmp_path: Path) -> None:
    text = (GUIDE / "plugins.md").read_text(encoding="utf-8")
    code = re.search(r"```python\n# local_rules.py\n(.*?)```", text, re.DOTALL)
    assert code is not None
    path = tmp_path / "local_rules.py"
    path.write_text(code[1], encoding="utf-8")
    registry = load([path], entry_points=False)
    assert [problem.message for problem in registry.problems] == []
    check_examples(registry.rules["ACME001"])


def test_the_settings_of_the_guide_are_settings() -> None:
    from gxlint.settings.schema import KEYS

    for page in GUIDE.glob("*.md"):
        for block in re.findall(r"```toml\n# gxlint.toml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
            assert set(tomllib.loads(block)) <= set(KEYS), page.name


def _stated() -> dict[str, list[str]]:
    """File → codes, as the table in ``examples/README.md`` states them."""
    text = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([^`]+)` \|.*\|([^|]*)\|$", text, re.MULTILINE)
    return {name: sorted(re.findall(r"GX[A-Z]\d{3}", codes)) for name, codes in rows}


def test_every_example_is_described() -> None:
    files = {path.name for path in EXAMPLES.iterdir() if path.name != "README.md"}
    assert set(_stated()) == files


@pytest.mark.parametrize("name", sorted(_stated()))
def test_an_example_shows_what_its_description_says(name: str) -> None:
    path = EXAMPLES / name
    found = Session(Options(isolated=True)).result(path).findings
    assert sorted({finding.code for finding in found}) == _stated()[name]


def test_the_changelog_knows_the_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## [Unreleased]" in changelog or f"## [{gxlint.__version__}]" in changelog


def test_nothing_of_the_project_names_a_place_on_one_machine() -> None:
    suffixes = {".py", ".md", ".toml", ".txt", ".yaml", ".yml", ".svg", ".po", ".json"}
    folders = ("gxlint", "plugins", "tests", "docs", "examples", "benchmarks", "editors", "lsp", "tools")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in suffixes]
    for path in files:
        if "node_modules" not in path.parts:
            assert not re.search(r"(?<![\w.])/(?:work|home|root)/", path.read_text(encoding="utf-8")), path
