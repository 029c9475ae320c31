from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxlint.plugins import Registry
from gxlint.plugins import load as load_plugins
from gxlint.settings import Selection, SettingsError, load

PLUGIN = '''
from gxlint import hookimpl, rule

def made(code, name, **more):
    def check(report):
        """标题"""
        return ()
    return rule(code, name, **more)(check)

@hookimpl
def gxlint_rules():
    return [
        made("ACME001", "first-thing"),
        made("ACME002", "second-thing", severity="error"),
        made("ACME010", "quiet-thing", default=False),
        made("BETA001", "other-thing"),
    ]
'''


@pytest.fixture(scope="module")
def registry(tmp_path_factory: pytest.TempPathFactory) -> Registry:
    file = tmp_path_factory.mktemp("plugin") / "acme.py"
    file.write_text(PLUGIN, encoding="utf-8")
    return load_plugins([file], entry_points=False)


def selection(registry: Registry, folder: Path, text: str = "", call: Mapping[str, object] | None = None) -> Selection:
    file = folder / "gxlint.toml"
    file.write_text(text, encoding="utf-8")
    return Selection(load(folder, file, call or {}), registry)


def running(chosen: Selection, path: Path | None = None) -> list[str]:
    return [rule.code for rule in chosen.rules(path)]


def test_by_default_all_rules_run_but_those_that_are_off(registry: Registry, tmp_path: Path) -> None:
    assert running(selection(registry, tmp_path)) == ["ACME001", "ACME002", "BETA001"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ('select = ["ACME"]', ["ACME001", "ACME002", "ACME010"]),
        ('select = ["ACME00"]', ["ACME001", "ACME002"]),
        ('select = ["first-thing"]', ["ACME001"]),
        ('select = ["acme001"]', ["ACME001"]),
        ('select = ["acme"]', ["ACME001", "ACME002", "ACME010", "BETA001"]),  # The plugin's name.
        ('select = ["ALL"]\nignore = ["ACME"]', ["BETA001"]),
        ('ignore = ["ACME"]\nselect = ["ALL", "ACME002"]', ["ACME002", "BETA001"]),
        ('select = ["ACME"]\nignore = ["ACME"]', []),
        ('extend-select = ["quiet-thing"]', ["ACME001", "ACME002", "ACME010", "BETA001"]),
        ('ignore = ["ALL"]\nextend-select = ["BETA"]', ["BETA001"]),
    ],
)
def test_the_most_specific_selector_wins(registry: Registry, tmp_path: Path, text: str, codes: list[str]) -> None:
    chosen = selection(registry, tmp_path, text)
    assert running(chosen) == codes


def test_the_order_in_the_file_does_not_matter(registry: Registry, tmp_path: Path) -> None:
    first = selection(registry, tmp_path, 'select = ["ACME001", "BETA"]\nignore = ["ACME"]')
    second = selection(registry, tmp_path, 'ignore = ["ACME"]\nselect = ["BETA", "ACME001"]')
    assert running(first) == running(second) == ["ACME001", "BETA001"]


def test_a_select_of_the_caller_sets_the_files_select_aside_but_not_its_ignore(
    registry: Registry, tmp_path: Path
) -> None:
    chosen = selection(registry, tmp_path, 'select = ["BETA"]\nignore = ["ACME002"]', {"select": ["ACME"]})
    assert running(chosen) == ["ACME001", "ACME010"]


def test_between_equally_specific_selectors_the_caller_wins(registry: Registry, tmp_path: Path) -> None:
    chosen = selection(registry, tmp_path, 'ignore = ["ACME002"]', {"extend-select": ["ACME002"]})
    assert "ACME002" in running(chosen)


def test_an_ignore_for_some_files_holds_there_and_nowhere_else(registry: Registry, tmp_path: Path) -> None:
    chosen = selection(
        registry, tmp_path, '[per-file-ignores]\n"旧档/" = ["ACME"]\n"*.md" = ["ALL"]\n', {"select": ["ACME001"]}
    )
    assert running(chosen, tmp_path / "旧档" / "甲" / "2019.txt") == []
    assert running(chosen, tmp_path / "新档" / "2019.md") == []
    assert running(chosen, tmp_path / "新档" / "2019.txt") == ["ACME001"]


def test_the_verdict_names_the_line_that_decided_and_those_that_did_not(registry: Registry, tmp_path: Path) -> None:
    chosen = selection(registry, tmp_path, 'select = ["ACME"]\nignore = [\n  "ACME00",\n  "BETA001",\n]\n')
    first, beta = registry.rules["ACME001"], registry.rules["BETA001"]
    verdict = chosen.verdict(first)
    assert (verdict.on, verdict.origin.row) == (False, 3)
    assert [choice.selector for choice in verdict.candidates] == ["ACME00", "ACME"]
    assert (chosen.verdict(beta).on, chosen.verdict(beta).origin.row) == (False, 4)


def test_a_rule_that_select_left_out_points_at_select(registry: Registry, tmp_path: Path) -> None:
    verdict = selection(registry, tmp_path, '\nselect = ["ACME"]').verdict(registry.rules["BETA001"])
    assert (verdict.on, verdict.choice, verdict.origin.row) == (False, None, 2)


def test_the_most_specific_severity_wins(registry: Registry, tmp_path: Path) -> None:
    chosen = selection(
        registry, tmp_path, '[severity]\nACME = "info"\nsecond-thing = "warning"\n', {"severity": {"ALL": "error"}}
    )
    assert chosen.severities["ACME001"] == "info"
    assert chosen.severities["ACME002"] == "warning"
    assert chosen.severities["BETA001"] == "error"


def test_findings_about_crashed_rules_stay_whatever_is_selected(registry: Registry, tmp_path: Path) -> None:
    crashed = registry.rules["GXE001"]
    assert selection(registry, tmp_path, 'select = ["ACME"]').verdict(crashed).on
    assert not selection(registry, tmp_path, 'ignore = ["GXE001"]').verdict(crashed).on


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('ignore = ["ACME1"]', "没有规则与 ACME1 相符，是不是 acme / ACME010"),
        ('select = ["ACME",\n "frist-thing"]', "第 2 行：没有规则与 frist-thing 相符，是不是 first-thing"),
        ('[severity]\nACM001 = "info"', "第 2 行：没有规则与 ACM001 相符，是不是 ACME001"),
        ('disable-plugins = ["acne"]', "没有可停用的插件 acne，是不是 acme？"),
        ('disable-plugins = ["core"]', "没有可停用的插件 core"),
    ],
)
def test_an_unknown_rule_or_plugin_is_an_error_with_a_suggestion(
    registry: Registry, tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(SettingsError) as error:
        selection(registry, tmp_path, text)
    assert said in str(error.value.message)


def test_a_selector_of_a_plugin_that_failed_to_load_is_a_note_and_no_error(tmp_path: Path) -> None:
    plugin = tmp_path / "gone.py"
    plugin.write_text("import no_such_module_anywhere\n", encoding="utf-8")
    incomplete = load_plugins([plugin], entry_points=False)
    chosen = selection(incomplete, tmp_path, 'ignore = ["GONE001"]')
    assert "GONE001" in str(chosen.notes[0])


selectors = st.sampled_from(["ALL", "ACME", "ACME0", "ACME00", "ACME001", "first-thing", "BETA", "BETA001", "GXE"])


@given(st.lists(selectors), st.lists(selectors), st.randoms(use_true_random=False))
def test_shuffling_selectors_changes_nothing(
    registry: Registry, select: list[str], ignore: list[str], random: object
) -> None:
    folder = Path.cwd()
    first = Selection(load(folder, None, {"select": select, "ignore": ignore}), registry)
    random.shuffle(select)  # type: ignore[attr-defined]
    random.shuffle(ignore)  # type: ignore[attr-defined]
    second = Selection(load(folder, None, {"ignore": ignore, "select": select}), registry)
    assert running(first) == running(second)
