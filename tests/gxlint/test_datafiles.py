"""Data tables of rules: entries of their own file, and more from plugins and settings."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from pathlib import Path

import pytest

from gxlint import DataTable, EntryError
from gxlint.datafiles import READING
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


def test_a_table_whose_entries_need_no_source_is_refused(tmp_path: Path) -> None:
    @dataclass(frozen=True)
    class Lane:
        name: str
        source: str = ""

    with pytest.raises(TypeError, match="source"):
        DataTable("lanes", Lane, tmp_path / "lanes.toml")


def test_every_entry_of_every_bundled_table_says_where_it_comes_from() -> None:
    tables = {**READING, **{rule.data.name: rule.data for rule in load().rules.values() if rule.data is not None}}
    assert set(tables) == {"documents", "doubled", "headings", "organs", "terms", "typos"}
    for table in tables.values():
        entries = table.entries()
        assert entries
        assert all(entry.source.strip() for entry in entries)


def test_a_second_table_of_a_taken_name_is_told_and_its_rule_left_out(tmp_path: Path) -> None:
    (tmp_path / "headings.toml").write_text("headings = []\n", "utf-8")
    plugin = tmp_path / "local.py"
    plugin.write_text(
        textwrap.dedent(
            """
            from dataclasses import dataclass
            from pathlib import Path
            from gxlint import DataTable, hookimpl, rule

            @dataclass(frozen=True)
            class Heading:
                text: str
                source: str

            @rule("ACME001", "heading", data=DataTable("headings", Heading, Path(__file__).with_name("headings.toml")))
            def heading(report, more=()):
                "Finds nothing."
                return ()

            @hookimpl
            def gxlint_rules():
                return [heading]
            """
        ),
        "utf-8",
    )
    registry = load([plugin])
    assert "ACME001" not in registry.rules
    assert ["headings" in problem.message for problem in registry.problems] == [True]


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
        ("[[typo]]\n", "是不是 typos？"),
        ("typos = 1\n", "typos 的每条记录应以 [[typos]] 开头"),
        ("a = " + "[" * 5000 + "]" * 5000 + "\n", "不合 TOML 语法"),
        ('[[headings]]\nsection = "othr"\nnames = ["附注"]\nsource = "省"\n', "没有部分 othr，是不是 other？"),
        ('[[headings]]\nsection = "other"\nnames = ["六、"]\nsource = "省"\n', "headings 第 1 条：缺少 names"),
        ('[[headings]]\nsection = "other"\nnames = ["无"]\nsource = "省"\n', "headings 第 1 条：缺少 names"),
        (
            '[[headings]]\nsection = "other"\nnames = ["总体 情况"]\nsource = "省"\n',
            "“总体 情况”已是“一、总体情况”的标题",
        ),
        (
            '[[headings]]\nsection = "other"\nnames = ["附注"]\nwording = "old"\nsource = "省"\n',
            "wording 应为 variant / legacy 之一",
        ),
        (
            '[[organs]]\nkind = "town"\nendings = ["坊"]\nsource = "省"\n',
            "kind 应为 government / township / department",
        ),
        ('[[organs]]\nkind = "township"\nsource = "省"\n', "organs 第 1 条：缺少 endings"),
        ('[[organs]]\nkind = "township"\nendings = "坊"\nsource = "省"\n', "endings 应为字符串列表"),
        ('[[organs]]\nkind = "township"\nendings = ["坊"]\n', "organs 第 1 条：缺少 source"),
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


def test_a_data_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "more.toml"
    path.write_bytes(b"# \xff\n")
    assert [problem.message for problem in load(data=[path]).problems] == [
        "数据文件 more.toml：不是 UTF-8 编码（第 3 字节）"
    ]


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


PART_SIX = "六、补充说明和附注"
NAMED = sample().replace("六、其他需要报告的事项", PART_SIX)
HEADING = f'[[headings]]\nsection = "other"\nnames = ["{PART_SIX}"]\nsource = "青山省政务公开办公室通知"\n'
ZONE = sample(2024, "云岭经济合作区").translate(str.maketrans({"核": "查", "议": "论", "究": "问"}))
ORGAN = '[[organs]]\nkind = "department"\nendings = ["合作区"]\nown = ["我合作区"]\nsource = "青山省编办"\n'


def codes(text: str, folder: Path) -> list[str]:
    return [one.code for one in check_text(text, "report.md", Session(Options()).project(folder)).findings]


@pytest.mark.parametrize(("text", "code", "entry"), [(NAMED, "GXS001", HEADING), (ZONE, "GXS011", ORGAN)])
def test_reports_are_read_by_the_entries_of_a_data_file(tmp_path: Path, text: str, code: str, entry: str) -> None:
    assert codes(text, tmp_path) == [code]
    (tmp_path / "more.toml").write_text(entry, "utf-8")
    (tmp_path / "gxlint.toml").write_text('data = ["more.toml"]\n', "utf-8")
    assert codes(text, tmp_path) == []


def test_a_heading_may_be_known_as_a_legacy_name(tmp_path: Path) -> None:
    (tmp_path / "more.toml").write_text(f'{HEADING}wording = "legacy"\n', "utf-8")
    (tmp_path / "gxlint.toml").write_text('data = ["more.toml"]\n', "utf-8")
    assert codes(NAMED, tmp_path) == ["GXS008"]


def test_a_legacy_name_may_be_accepted(tmp_path: Path) -> None:
    text = sample().replace("一、总体情况", "一、概述")
    assert codes(text, tmp_path) == ["GXS008"]
    (tmp_path / "more.toml").write_text(
        '[[headings]]\nsection = "overview"\nnames = ["概述"]\nsource = "省"\n', "utf-8"
    )
    (tmp_path / "gxlint.toml").write_text('data = ["more.toml"]\n', "utf-8")
    assert codes(text, tmp_path) == []


def test_a_plugin_brings_names_by_which_reports_are_read(tmp_path: Path) -> None:
    (tmp_path / "more.toml").write_text(HEADING + ORGAN, "utf-8")
    (tmp_path / "local.py").write_text(
        "from pathlib import Path\nfrom gxlint import hookimpl\n\n"
        '@hookimpl\ndef gxlint_data():\n    return [Path(__file__).with_name("more.toml")]\n',
        "utf-8",
    )
    (tmp_path / "gxlint.toml").write_text('plugins = ["local.py"]\n', "utf-8")
    assert (codes(NAMED, tmp_path), codes(ZONE, tmp_path)) == ([], [])


def test_what_one_project_knows_does_not_reach_another(tmp_path: Path) -> None:
    for name in ("with", "without"):
        (tmp_path / name).mkdir()
    (tmp_path / "more.toml").write_text(HEADING, "utf-8")
    (tmp_path / "with" / "gxlint.toml").write_text('data = ["../more.toml"]\n', "utf-8")
    session = Session(Options())
    found = {
        name: [one.code for one in check_text(NAMED, "report.md", session.project(tmp_path / name)).findings]
        for name in ("with", "without", "with")
    }
    assert found == {"with": [], "without": ["GXS001"]}


def test_the_last_entry_of_equal_endings_counts(tmp_path: Path) -> None:
    path = tmp_path / "more.toml"
    path.write_text('[[organs]]\nkind = "township"\nendings = ["区"]\nsource = "省"\n', "utf-8")
    organs = load(data=[path]).organs
    assert organs.organ("青山区人民政府", "").kind == "township"
    assert organs.organ("青山区财政局", "").kind == "department"


def test_an_organ_is_known_by_its_own_words_where_its_title_does_not_tell(tmp_path: Path) -> None:
    path = tmp_path / "more.toml"
    path.write_text(ORGAN, "utf-8")
    organ = load(data=[path]).organs.organ("", "我合作区主动公开信息，我省、我市予以指导。")
    assert (organ.kind, organ.source, organ.government) == ("department", "self-reference", False)
