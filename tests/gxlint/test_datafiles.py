"""Data tables of rules: entries of their own file, and more from plugins and settings."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from pathlib import Path

import pytest

from gxlint import DataTable, EntryError
from gxlint.plugins import Registry, load
from gxlint.session import Options, Session, check_text
from gxlint.settings import SettingsError
from gxlint.testing import overlay, sample

TYPO = '[[typos]]\nwrong = "云玲镇"\nright = "云岭镇"\nsource = "地名"\n'
REPORT = overlay(sample(), "云玲镇的公开栏有12处。")


@dataclass(frozen=True)
class Street:
    name: str
    source: str
    houses: int = 0
    aliases: tuple[str, ...] = ()
    old: bool = False


def table(path: Path, text: str = '[[streets]]\nname = "云岭路"\nsource = "地名志"\n') -> DataTable[Street]:
    path.write_text(text, "utf-8")
    return DataTable("streets", Street, path)


def words(registry: Registry, code: str) -> list[str]:
    from gxlint.engine import lint
    from gxlint.testing import report_of

    found = lint(report_of(REPORT), [registry.rules[code]])
    return [REPORT[one.span.start : one.span.end] for one in found]


def test_a_table_reads_its_own_file(tmp_path: Path) -> None:
    assert table(tmp_path / "streets.toml").entries() == (Street("云岭路", "地名志"),)


def test_every_kind_of_value_is_read(tmp_path: Path) -> None:
    made = table(tmp_path / "streets.toml").made(
        {"name": "云岭路", "source": "地名志", "houses": 3, "aliases": ["老街"], "old": True}
    )
    assert made == Street("云岭路", "地名志", 3, ("老街",), True)


@pytest.mark.parametrize(
    ("values", "fault", "key"),
    [
        ({"name": "云岭路"}, "missing", "source"),
        ({"name": "", "source": "地名志"}, "missing", "name"),
        ({"name": "云岭路", "source": "地名志", "house": 3}, "unknown", "house"),
        ({"name": "云岭路", "source": "地名志", "houses": "三"}, "kind", "houses"),
        ({"name": "云岭路", "source": "地名志", "houses": True}, "kind", "houses"),
        ({"name": "云岭路", "source": "地名志", "aliases": [1]}, "kind", "aliases"),
        ({"name": "云岭路", "source": "地名志", "old": 1}, "kind", "old"),
    ],
)
def test_a_faulty_entry_is_refused(tmp_path: Path, values: dict[str, object], fault: str, key: str) -> None:
    with pytest.raises(EntryError) as raised:
        table(tmp_path / "streets.toml").made(values)
    assert (raised.value.fault, raised.value.key) == (fault, key)


def test_a_data_file_adds_entries_to_the_rule_that_looks_them_up(tmp_path: Path) -> None:
    path = tmp_path / "more.toml"
    path.write_text(TYPO, "utf-8")
    assert words(load(), "GXW006") == []
    assert words(load(data=[path]), "GXW006") == ["云玲镇"]


def test_one_registry_knows_nothing_of_the_entries_of_another(tmp_path: Path) -> None:
    path = tmp_path / "more.toml"
    path.write_text(TYPO, "utf-8")
    load(data=[path])
    assert words(load(), "GXW006") == []


def test_a_plugin_brings_entries_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "more.toml").write_text(TYPO, "utf-8")
    plugin = tmp_path / "local.py"
    plugin.write_text(
        textwrap.dedent(
            """
            from pathlib import Path
            from gxlint import hookimpl

            @hookimpl
            def gxlint_data():
                return [Path(__file__).with_name("more.toml")]
            """
        ),
        "utf-8",
    )
    registry = load([plugin])
    assert [problem.message for problem in registry.problems] == []
    assert words(registry, "GXW006") == ["云玲镇"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[typo]]\n", "没有名为 typo 的数据表"),
        ("typos = 1\n", "没有名为 typos 的数据表"),
        ("[[typos]\n", "不合 TOML 语法"),
        ('[[typos]]\nwrong = "云玲镇"\nsource = "地名"\n', "typos 第 1 条：缺少 right"),
        (f'{TYPO}[[typos]]\nwrng = "x"\n', "typos 第 2 条：没有键 wrng"),
        ('typos = ["云玲镇"]\n', "typos 第 1 条：应为一张表"),
        ('[[typos]]\nwrong = "甲"\nright = "乙"\nbefore = "("\nsource = "地名"\n', "typos 第 1 条：'('"),
        ('[[documents]]\ntitles = ["办法"]\nnumber = "5号"\nissuer = "省"\nyear = 2024\nsource = "网站"\n', "'5号'"),
    ],
)
def test_what_is_wrong_with_a_data_file_is_told_and_the_rest_runs(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "more.toml"
    path.write_text(text, "utf-8")
    registry = load(data=[path])
    assert len(registry.problems) == 1
    assert "more.toml" in registry.problems[0].message
    assert message in registry.problems[0].message
    assert words(registry, "GXW006") == (["云玲镇"] if TYPO in text else [])


def test_settings_name_data_files_beside_them(tmp_path: Path) -> None:
    (tmp_path / "more.toml").write_text(TYPO, "utf-8")
    (tmp_path / "gxlint.toml").write_text('data = ["more.toml"]\n', "utf-8")
    project = Session(Options()).project(tmp_path)
    assert [one.code for one in check_text(REPORT, "report.md", project).findings] == ["GXW006"]


def test_a_data_file_that_is_not_there_is_a_fault_of_the_settings(tmp_path: Path) -> None:
    (tmp_path / "more.toml").write_text(TYPO, "utf-8")
    (tmp_path / "gxlint.toml").write_text('data = ["mor.toml"]\n', "utf-8")
    with pytest.raises(SettingsError, match=r"没有数据文件 mor\.toml，是不是 more\.toml"):
        Session(Options()).project(tmp_path)


def test_documents_of_a_province_are_compared_too(tmp_path: Path) -> None:
    path = tmp_path / "more.toml"
    path.write_text(
        '[[documents]]\ntitles = ["青山省政务公开办法"]\nnumber = "青政办发〔2024〕5号"\nissuer = "青山省人民政府"\n'
        'year = 2024\nsource = "省政府网站"\n',
        "utf-8",
    )
    text = overlay(sample(), "落实《青山省政务公开办法》（青政办发〔2024〕6号）。")
    project = Session(Options(overrides={"data": (str(path),)}, isolated=True)).project(tmp_path)
    assert [one.code for one in check_text(text, "report.md", project).findings] == ["GXL002"]
