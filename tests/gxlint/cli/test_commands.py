from __future__ import annotations

import json
from pathlib import Path

import pytest

from gxlint.cli import COMMANDS
from gxlint.language import translate
from tests.gxlint.cli.conftest import Gxlint


def test_help_lists_every_command_in_both_languages(gxlint: Gxlint) -> None:
    outcome = gxlint("--help")
    assert outcome.code == 0
    assert all(f"  {name} " in outcome.out for name in COMMANDS)
    english = gxlint("--help", "--language", "en")
    assert english.out.startswith("Usage: gxlint")
    assert all(translate(message.template, "en") in english.out for message in COMMANDS.values())


@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "server"])
def test_every_command_has_help_in_both_languages(gxlint: Gxlint, command: str) -> None:
    assert gxlint(command, "--help").out.startswith(f"用法：gxlint {command}")
    english = gxlint(command, "--help", "--language", "en")
    assert (english.code, english.err) == (0, "")
    assert english.out.startswith(f"Usage: gxlint {command}")
    assert not any("一" <= character <= "鿿" for character in english.out.replace("gxlint rule", ""))


def test_without_a_command_the_help_is_shown_and_2_given(gxlint: Gxlint) -> None:
    assert gxlint().code == 2


def test_an_unknown_command_is_an_error_with_a_suggestion(gxlint: Gxlint) -> None:
    outcome = gxlint("chekc")
    assert outcome.code == 2
    assert "没有命令 chekc，是不是 check？" in outcome.err


def test_the_page_of_a_rule_is_found_by_code_and_by_name(gxlint: Gxlint) -> None:
    by_code, by_name = gxlint("rule", "GXT003"), gxlint("rule", "row-total")
    assert by_code == by_name
    assert by_code.out.startswith("GXT003 row-total  ")
    assert "\n查什么\n" in by_code.out
    assert gxlint("rule", "gxt003") == by_code


def test_several_pages_can_be_asked_for(gxlint: Gxlint) -> None:
    out = gxlint("rule", "GXT003", "GXM001").out
    assert out.index("GXT003 row-total") < out.index("GXM001 stray-markup")


def test_an_unknown_rule_is_an_error_with_a_suggestion(gxlint: Gxlint) -> None:
    outcome = gxlint("rule", "row-totl")
    assert outcome.code == 2
    assert "没有规则 row-totl，是不是 row-total" in outcome.err


def test_the_table_of_rules_is_the_same_with_and_without_the_plural(gxlint: Gxlint) -> None:
    table = gxlint("rules").out
    assert table == gxlint("rule").out
    assert "GXT003  row-total" in table


def test_the_table_shows_the_settings_that_hold(gxlint: Gxlint) -> None:
    line = next(
        line
        for line in gxlint("rules", "--ignore", "GXT", "--severity", "GXT003=info").out.splitlines()
        if "GXT003" in line
    )
    assert "提示" in line
    assert line.endswith("（停用）")


def test_rules_as_json_carry_their_page(gxlint: Gxlint) -> None:
    entries = {entry["code"]: entry for entry in json.loads(gxlint("rules", "--output-format", "json").out)}
    assert entries["GXT003"]["plugin"] == "totals"
    assert entries["GXT003"]["page"].startswith(entries["GXT003"]["title"])
    assert entries["GXE001"]["enabled"] is True


def test_plugins_are_listed_with_version_source_and_rules(gxlint: Gxlint, tmp_path: Path) -> None:
    (tmp_path / "acme.py").write_text("1 / 0\n", encoding="utf-8")
    (tmp_path / "gxlint.toml").write_text('plugins = ["acme.py"]\ndisable-plugins = ["wording"]\n', encoding="utf-8")
    outcome = gxlint("plugins")
    assert outcome.code == 0
    assert "totals  gxlint " in outcome.out
    assert "GXT003" in outcome.out
    assert "wording  已停用" in outcome.out
    assert "插件 acme：加载失败：ZeroDivisionError" in outcome.err
    assert gxlint("plugins", "--strict-plugins").code == 2
    entries = json.loads(gxlint("plugins", "--output-format", "json").out)
    assert {"name": "acme", "problems": ["加载失败：ZeroDivisionError: division by zero"]} in entries


def test_settings_tell_each_value_and_its_line(gxlint: Gxlint, tmp_path: Path) -> None:
    (tmp_path / "gxlint.toml").write_text('\nyear = 2024\n[severity]\nGXT = "info"\n', encoding="utf-8")
    out = gxlint("settings", "--ignore", "GXM001").out
    assert "year = 2024  # gxlint.toml 第 2 行\n" in out
    assert 'severity = {"GXT": "info"}  # gxlint.toml 第 3 行\n' in out
    assert 'ignore = ["GXM001"]  # 命令行 --ignore\n' in out
    assert "GXM001" in out.rpartition("停用")[2]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "GXT003 row-total：运行（默认）"),
        ('ignore = [\n  "GXT",\n]', 'GXT003 row-total：不运行，由 gxlint.toml 第 2 行 的 ignore "GXT" 决定'),
        (
            'ignore = ["GXT"]\nselect = ["GXT003"]',
            'GXT003 row-total：运行，由 gxlint.toml 第 2 行 的 select "GXT003" 决定',
        ),
        ('\nselect = ["GXM"]', "GXT003 row-total：不运行，gxlint.toml 第 2 行 的 select 没有选它"),
        ('[per-file-ignores]\n"旧/*" = ["totals"]', '由 gxlint.toml 第 2 行 的 per-file-ignores."旧/*" "totals" 决定'),
        ('[severity]\n\nrow-total = "info"', "严重程度：info，由 gxlint.toml 第 3 行 的 severity.row-total 决定"),
    ],
)
def test_settings_explain_which_line_decided_about_a_rule(gxlint: Gxlint, tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "gxlint.toml").write_text(text, encoding="utf-8")
    (tmp_path / "旧").mkdir()
    (tmp_path / "旧" / "a.txt").write_text("", encoding="utf-8")
    outcome = gxlint("settings", "--explain", "GXT003", "旧/a.txt")
    assert outcome.code == 0
    assert said in outcome.out


def test_overruled_selectors_are_told_too(gxlint: Gxlint, tmp_path: Path) -> None:
    (tmp_path / "gxlint.toml").write_text('select = ["GXT003"]\nignore = ["GXT"]\n', encoding="utf-8")
    out = gxlint("settings", "--explain", "row-total").out
    assert '未采用：gxlint.toml 第 2 行 的 ignore "GXT"' in out


@pytest.mark.parametrize("package", ["gxlint_lsp", "pygls", "lsprotocol"])
def test_the_server_says_how_to_get_it(gxlint: Gxlint, monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    monkeypatch.setitem(__import__("sys").modules, package, None)
    outcome = gxlint("server")
    assert outcome.code == 2
    assert "pip install 'gxlint[lsp]'" in outcome.err


def test_options_are_shown_with_who_decided_them(gxlint: Gxlint, tmp_path: Path) -> None:
    (tmp_path / "gxlint.toml").write_text("[rules.overview-length]\nlimit = 1500\n", "utf-8")
    assert 'rules = {"GXS010": {"limit": 1500}}  # gxlint.toml 第 1 行' in gxlint("settings").out
    assert "选项：limit = 1500，由 gxlint.toml 第 2 行 决定" in gxlint("settings", "--explain", "GXS010").out
    assert "选项：township = 1000，由 默认 决定" in gxlint("settings", "--explain", "GXT008").out
    assert "    [rules.GXS010]\n    limit = 1500  # 第一部分最多多少字" in gxlint("rule", "GXS010").out
    (listed,) = json.loads(gxlint("rule", "GXS010", "--output-format", "json").out)
    assert [(one["name"], one["value"], one["default"]) for one in listed["options"]] == [("limit", 1500, 1000)]
    assert "limit = 1500  # How many characters" in gxlint("rule", "GXS010", "--language", "en").out


def test_a_wrong_option_gives_2_and_no_traceback(gxlint: Gxlint, tmp_path: Path) -> None:
    (tmp_path / "gxlint.toml").write_text("[rules.GXS010]\nlimt = 1500\n", "utf-8")
    outcome = gxlint("check", ".")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == "gxlint: gxlint.toml 第 2 行：规则 GXS010 没有选项 limt，是不是 limit？（可用 limit）\n"
