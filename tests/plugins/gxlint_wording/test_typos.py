"""GXW006: every entry of the data file matches what it says, and the words that only look like it stay."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import gxlint_wording
from gxlint.testing import findings
from gxlint_wording import typo
from tests.plugins.asking import fixed, levels, marked_words, with_lines

DATA = Path(gxlint_wording.__file__).with_name("typos.toml")
ENTRIES = tomllib.loads(DATA.read_text("utf-8"))["typos"]
KEYS = {"wrong", "right", "before", "not_before", "after", "not_after", "mild", "note", "source"}


def test_every_entry_names_a_wrong_and_a_right_wording_and_its_source() -> None:
    for entry in ENTRIES:
        assert {"wrong", "right", "source"} <= entry.keys() <= KEYS, entry
        assert entry["wrong"] != entry["right"], entry
    wrongs = [entry["wrong"] for entry in ENTRIES]
    assert len(set(wrongs)) == len(wrongs)


def test_no_right_wording_is_a_wrong_one() -> None:
    for entry in ENTRIES:
        assert marked_words(typo, with_lines(f"工作要求，{entry['right']}。")) == [], entry


@pytest.mark.parametrize(
    ("line", "wrong", "right"),
    [
        ("严把责任观对公开信息进行规范。", "责任观", "责任关"),
        ("把好审核观，确保安全。", "审核观", "审核关"),
        ("今年来，我镇坚持公开。", "今年来", "今年以来"),
        ("截止2024年12月31日，我镇公开30条。", "截止", "截至"),
        ("截止到目前，公开30条。", "截止到", "截至"),
        ("更好的服务于社会。", "更好的服务", "更好地服务"),
        ("更好的发挥政务公开作用。", "更好的发挥", "更好地发挥"),
        ("按照统一布署开展工作。", "布署", "部署"),
        ("及时拔付资金。", "拔付", "拨付"),
        ("工作己经完成。", "己经", "已经"),
        ("建立工作台帐。", "台帐", "台账"),
        ("落实信息公开条列。", "信息公开条列", "信息公开条例"),
        ("2024年1月1日至2024你那12月31日。", "你那", "年"),
        ("较好的完成了全年任务。", "较好的完成", "较好地完成"),
        ("把公开专栏做为联系群众的窗口。", "做为", "作为"),
        ("登陆青山县人民政府网站查阅。", "登陆", "登录"),
        ("关停政务新媒体帐号1个。", "帐号", "账号"),
        ("更好的保障群众的知情权。", "更好的保障", "更好地保障"),
        ("按照统一部暑，开展检查。", "部暑", "部署"),
        ("解决群众反应的问题。", "群众反应的", "群众反映的"),
        ("截止 2024 年 12 月 31 日，公开30条。", "截止", "截至"),
    ],
)
def test_a_confusion_is_told_with_the_right_wording(line: str, wrong: str, right: str) -> None:
    text = with_lines(line)
    assert marked_words(typo, text) == [wrong]
    assert fixed(typo, text) == text
    assert fixed(typo, text, unsafe=True) == with_lines(line.replace(wrong, right, 1))


@pytest.mark.parametrize(
    "line",
    [
        "申请截止日期为6月30日，报名截止2024年6月，意见征集（截止2024年3月1日）。",
        "通过渝快政工作群部署工作。",
        "为群众提供更好的服务，得到更好的发挥。",
        "树立责任观念，端正世界观、人生观、价值观。",
        "今年来我镇调研3次。",
        "发布署名文章，宣布署名名单，全部暑期活动已公布。",
        "群众自己经办，选拔付出多的干部。",
        "安徽信息报送，安徽博物馆开放。",
        "毕竟争取时间，竟聘请专家。",
        "养成良好习惯彻底整改，有关健身设施已公开。",
        "当时侯局长到会，由侯书记主持。",
        "截至2024年底，截止阀已更换。",
        "统计期限自2024年1月1日起，截止2024年12月31日，数据截止2024年底。",
        "营造更好的服务企业环境，以更好的服务群众理念，更好的发挥空间，更好的满足感。",
        "取得较好的完成效果，群众得到更好的保障，有更好的保障群众安全的设施。",
        "为群众知晓律师服务，满意律所名单，公布暑托班信息，全部暑假作业，习惯彻查。",
        "履行职责所必需依法收集的信息，生活必需严格保供。",
        "群众反应的热烈程度，避免麻烦锁定，频繁锁定账户。",
        "做为民办实事的干部，把实事做为民生工程，把好事做为群众满意的事。",
        "台风登陆我省，气象平台及时发布；台风登陆期间网站值守。",
        "信息工开展巡查，政务工开始登记，常态话语，利己经济，党徽博物。",
        "安徽信息、党徽信件、会徽博览会，选拔款式，高尚末节。",
    ],
)
def test_right_words_that_hold_the_same_characters_are_left_alone(line: str) -> None:
    assert marked_words(typo, with_lines(line)) == []


def test_slips_of_grammar_are_advice_and_wrong_characters_are_warnings() -> None:
    assert levels(typo, with_lines("今年来，更好的服务群众。")) == ["info", "info"]
    assert levels(typo, with_lines("统一布署。")) == ["warning"]


def test_every_confusion_of_a_line_is_told() -> None:
    assert len(findings(with_lines("统一布署，及时拔款，建立台帐。"), typo)) == 3


def test_tables_and_headings_are_not_searched() -> None:
    text = with_lines("| 行政许可 | 台帐 |")
    assert marked_words(typo, text) == []
