from __future__ import annotations

from pathlib import Path

import pytest

from gxlint.settings import KEYS, SettingsError, find, load


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_settings_file_upward_is_found(tmp_path: Path) -> None:
    outer = write(tmp_path / "gxlint.toml", "")
    inner = write(tmp_path / "县" / "gxlint.toml", "")
    (tmp_path / "县" / "镇").mkdir()
    (tmp_path / "市").mkdir()
    assert find(tmp_path / "县" / "镇") == inner
    assert find(tmp_path / "市") == outer


def test_a_pyproject_without_a_table_for_gxlint_is_passed_over(tmp_path: Path) -> None:
    outer = write(tmp_path / "pyproject.toml", "[tool.gxlint]\nyear = 2024\n")
    write(tmp_path / "a" / "pyproject.toml", '[project]\nname = "gxlint-reports"\n')
    assert find(tmp_path / "a") == outer


def test_gxlint_toml_goes_before_pyproject_toml(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool.gxlint]\n")
    own = write(tmp_path / "gxlint.toml", "")
    assert find(tmp_path) == own


def test_values_come_from_the_table_of_pyproject_with_their_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = write(
        tmp_path / "pyproject.toml",
        '[project]\nname = "x"\n\n[tool.gxlint]\nyear = 2023\nignore = [\n  "GXW",\n]\n'
        '[tool.gxlint.severity]\nGXT = "info"\n',
    )
    settings = load(tmp_path, file)
    assert settings.year == 2023
    assert (settings.choices[0].selector, settings.choices[0].origin.row) == ("GXW", 7)
    assert (settings.levels[0].severity, settings.levels[0].origin.row) == ("info", 10)
    assert str(settings.levels[0].origin.message) == "pyproject.toml 第 10 行"


def test_what_the_caller_says_outranks_the_file(tmp_path: Path) -> None:
    file = write(tmp_path / "gxlint.toml", 'year = 2020\nlanguage = "en"\nfail-on = "error"\n')
    settings = load(tmp_path, file, {"year": 2024})
    assert (settings.year, settings.language, settings.fail_on) == (2024, "en", "error")
    assert str(settings.origins["year"].message) == "命令行 --year"
    named = load(tmp_path, file, {"year": 2024}, source="编辑器设置")
    assert str(named.origins["year"].message) == "编辑器设置"


def test_without_any_file_everything_is_default(tmp_path: Path) -> None:
    settings = load(tmp_path)
    assert (settings.language, settings.fail_on, settings.year, settings.narrowed) == ("zh", "warning", None, None)
    assert not settings.origins


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('selct = ["GXT"]', "第 1 行：没有设置项 selct，是不是 select？"),
        ("\nselect = 1", "第 2 行：select 应为字符串列表"),
        ('select = ["GXT", 3]', "第 1 行：select 应为字符串列表"),
        (
            '[severity]\nGXT = "eror"',
            "第 2 行：severity.GXT 应为 error / warning / info 之一，现为 'eror'，是不是 error？",
        ),
        ('severity = ["GXT"]', "severity 应为一张表"),
        ('[per-file-ignores]\n\n"*.txt" = "GXT"', "第 3 行：per-file-ignores.*.txt 应为字符串列表"),
        ('year = "2024"', "year 应为四位数的年份"),
        ("year = true", "year 应为四位数的年份"),
        ('encoding = "gb99"', "没有名为 'gb99' 的编码"),
        ('language = "fr"', "language 应为 zh / en 之一"),
        ('fail-on = "warn"', "fail-on 应为 error / warning / info / never 之一，现为 'warn'，是不是 warning？"),
        ('\nplugins = ["./rule.py"]', "第 2 行：没有插件文件 ./rule.py，是不是 rules.py？"),
        ("year = 2024\nselect = [\n", "不合 TOML 语法"),
    ],
)
def test_a_wrong_setting_is_an_error_that_says_where_and_what(tmp_path: Path, text: str, said: str) -> None:
    write(tmp_path / "rules.py", "")
    with pytest.raises(SettingsError) as error:
        load(tmp_path, write(tmp_path / "gxlint.toml", text))
    assert said in str(error.value.message)


def test_settings_that_are_no_utf8_are_an_error(tmp_path: Path) -> None:
    file = tmp_path / "gxlint.toml"
    file.write_bytes("# 设置\n".encode("gb18030"))
    with pytest.raises(SettingsError, match="不是 UTF-8"):
        load(tmp_path, file)


def test_plugins_are_found_from_the_settings_file(tmp_path: Path) -> None:
    write(tmp_path / "rules.py", "")
    file = write(tmp_path / "gxlint.toml", 'plugins = ["./rules.py"]')
    assert load(tmp_path / "reports", file).plugins == (tmp_path / "rules.py",)


def test_every_key_says_what_it_means_in_both_languages() -> None:
    from gxlint.language import translate

    for key, meaning in KEYS.items():
        assert translate(meaning.template, "en") != meaning.template, key
