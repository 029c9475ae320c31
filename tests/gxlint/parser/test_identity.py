"""Whose report it is and on which year."""

from __future__ import annotations

import pytest

from gxlint import read_report

BODY = "一、总体情况\n{}\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"


@pytest.mark.parametrize(
    ("title", "period", "name", "setting", "expected"),
    [
        ("云岭镇2024年政府信息公开工作年度报告", "统计期限自2023年1月1日起", "2022.txt", 2021, (2024, "title")),
        ("云岭镇二〇二四年政府信息公开工作年度报告", "", "", None, (2024, "title")),
        ("云岭镇 2024 年政府信息公开工作年度报告", "", "", None, (2024, "title")),
        ("云岭镇政府信息公开工作年度报告", "本报告的统计期限自2023 年1月1日起", "2022.txt", 2021, (2023, "period")),
        ("云岭镇政府信息公开工作年度报告", "", "年报/云岭镇2022年报.txt", 2021, (2022, "name")),
        ("云岭镇政府信息公开工作年度报告", "", "a2022b/x.txt", 2021, (2021, "setting")),
        ("云岭镇政府信息公开工作年度报告", "2019年，我镇……", "4e2020d.txt", None, None),
    ],
)
def test_the_year_is_read_in_a_fixed_order(
    title: str, period: str, name: str, setting: int | None, expected: tuple[int, str] | None
) -> None:
    year = read_report(f"{title}\n{BODY.format(period)}", name, setting).year
    assert (None if year is None else (year.value, year.source)) == expected


def test_a_year_read_in_the_text_has_its_place() -> None:
    report = read_report(f"青山县云岭镇人民政府\n2024年政府信息公开工作年度报告\n{BODY}")
    assert report.year is not None
    assert report.year.span is not None
    assert report.text[report.year.span.start : report.year.span.end] == "2024"


@pytest.mark.parametrize(
    ("title", "body", "kind", "source"),
    [
        ("青山县云岭镇人民政府2024年政府信息公开工作年度报告", "", "township", "title"),
        ("望江区东桥街道办事处2024年政府信息公开工作年度报告", "", "township", "title"),
        ("白石市人民政府2024年政府信息公开工作年度报告", "", "government", "title"),
        ("青山县2024年政府信息公开工作年度报告", "", "government", "title"),
        ("临河市水务局2024年政府信息公开工作年度报告", "我市水务工作", "department", "title"),
        ("临河市财政局2024年度政府信息公开年报", "", "department", "title"),
        (
            "2024年XX乡镇（部门）政府信息公开工作年度报告",
            "我局落实要求，我市部署，我市安排。",
            "department",
            "self-reference",
        ),
        ("2024年政府信息公开工作年度报告", "我镇落实我县部署。", "township", "self-reference"),
        ("2024年政府信息公开工作年度报告", "我市积极推进。", "government", "self-reference"),
        ("2024年政府信息公开工作年度报告", "积极推进。", "unknown", "none"),
    ],
)
def test_the_kind_of_organ_comes_from_the_title_else_from_how_it_speaks_of_itself(
    title: str, body: str, kind: str, source: str
) -> None:
    organ = read_report(f"{title}\n{BODY.format(body)}").organ
    assert (organ.kind, organ.source) == (kind, source)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("青山县政务公开办公室2024年政府信息公开工作年度报告", "青山县政务公开办公室"),
        ("2024年青山县政府信息公开办公室政府信息公开工作年度报告", "青山县政府信息公开办公室"),
        ("青山县财政局2024年政府信息公开办理情况年度报告", "青山县财政局"),
        ("青山县财政局2024年政务公开工作年度报告", "青山县财政局"),
    ],
)
def test_an_organ_for_disclosure_keeps_its_name(title: str, name: str) -> None:
    assert read_report(f"{title}\n{BODY.format('')}").organ.name == name


@pytest.mark.parametrize(
    ("name", "body", "government"),
    [
        ("青山县云岭镇人民政府", "", True),
        ("青山县", "", True),
        ("云岭旗白石苏木人民政府", "", True),
        ("望江区东桥街道办事处", "", False),
        ("东桥街道人民政府", "", False),
        ("青山县人民政府办公室", "", False),
        ("白石经济技术开发区", "", False),
        ("白石示范区管委会", "", False),
        ("青山县财政局", "", False),
        ("", "我镇落实我县部署。", True),
        ("", "我镇落实我县部署，本街办公开信息。", False),
        ("", "我街道落实我区部署。", False),
        ("", "我市积极推进。", False),
    ],
)
def test_a_peoples_government_is_told_from_its_offices_and_from_zones(name: str, body: str, government: bool) -> None:
    report = read_report(f"{name}2024年政府信息公开工作年度报告\n{BODY.format(body)}")
    assert report.organ.government is government
