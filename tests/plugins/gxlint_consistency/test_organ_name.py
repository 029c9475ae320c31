"""GXC012: one kind of organ throughout; superiors, parts and neutral names are no other organ."""

from __future__ import annotations

from pathlib import Path

import pytest

from gxlint.testing import findings, sample
from gxlint_consistency import organ_name
from tests.plugins.asking import levels, marked_words, with_lines

TOWN = "青山县云岭镇人民政府"


@pytest.mark.parametrize(
    ("organ", "line", "words"),
    [
        (TOWN, "提高居民对本街办有关信息的知晓率。", "本街办"),
        (TOWN, "我局组织培训。", "我局"),
        (TOWN, "我乡组织培训。", "我乡"),
        ("临河市水务局", "我镇组织培训。", "我镇"),
        ("临河市水务局", "本中心组织培训。", "本中心"),
        ("临河市城东街道办事处", "本镇组织培训。", "本镇"),
        ("临河市发展和改革委员会", "我局组织培训。", "我局"),
        ("青山县人民政府", "我局组织培训。", "我局"),
    ],
)
def test_a_self_reference_of_another_kind_is_told(organ: str, line: str, words: str) -> None:
    text = with_lines(line, organ=organ)
    assert marked_words(organ_name, text) == [words]
    assert levels(organ_name, text) == ["warning"]


@pytest.mark.parametrize(
    ("organ", "line"),
    [
        (TOWN, "我县、我市、我省有关部门和县局办公室、区府办、党政办予以指导。"),
        (TOWN, "本机关、本单位、本行政机关、本部门、本级政府、本辖区未收费。"),
        (TOWN, "镇政府、便民服务中心、村委会和派出所公开信息。"),
        (TOWN, "基本局面稳定，根本乡情未变，各院落公开栏更新。"),
        ("临河市水务局", "本局部门职责已公开，局办公室牵头，我市水利局配合。"),
        ("临河市城东街道办事处", "我街道、本街办、我街道办事处公开信息，我办牵头。"),
        ("临河市发展和改革委员会", "我委托第三方评估，本委员会牵头。"),
        ("青山县人民政府", "我县各部门、我市有关单位公开信息。"),
        ("镇江市水务局", "我局公开信息，维护本局域网。"),
        ("青山县红山苏木人民政府", "我苏木公开信息，本苏木组织培训。"),
    ],
)
def test_superiors_parts_neutral_names_and_other_words_are_no_other_organ(organ: str, line: str) -> None:
    assert marked_words(organ_name, with_lines(line, organ=organ)) == []


def test_a_self_reference_is_read_through_a_wrapped_line() -> None:
    text = with_lines("全年加大政府信息公开工作的宣传力度，提高居民对本\n街办有关信息的知晓率。")
    assert marked_words(organ_name, text) == ["本\n街办"]
    assert findings(text, organ_name)[0].args["words"] == "本街办"


def test_all_strangers_are_one_finding_that_names_the_usual_self_reference() -> None:
    found = findings(with_lines("本街办公开信息。\n本街办组织培训。"), organ_name)
    assert [(one.args["words"], one.args["usual"], len(one.related)) for one in found] == [("本街办", "我镇", 2)]


def test_a_title_against_a_body_that_agrees_with_itself_is_told_at_the_title() -> None:
    body = sample(organ="临河市水务局").replace("临河市水务局2024年", "临河市城东镇人民政府2024年", 1)
    found = findings(body, organ_name)
    assert [body[one.span.start : one.span.end] for one in found] == ["镇"]
    assert {body[one.span.start : one.span.end] for one in found[0].related} == {"我局"}


def test_a_template_title_is_held_against_the_body() -> None:
    body = sample(organ="临河市水务局").replace("临河市水务局2024年", "XX乡镇（部门）2024年", 1)
    assert marked_words(organ_name, body) == ["乡镇"]


def test_without_a_title_the_usual_self_reference_decides() -> None:
    text = sample().replace(f"{TOWN}2024年政府信息公开工作年度报告\n", "", 1)
    assert marked_words(organ_name, text) == []
    assert marked_words(organ_name, text.replace("无其他需要报告", "我局无其他需要报告")) == ["我局"]


def test_tables_do_not_speak_of_the_organ() -> None:
    assert marked_words(organ_name, with_lines("| 本局不掌握相关政府信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |")) == []


SEEDS = {"000": [], "001": [2], "002": [364], "003": [], "004": []}


@pytest.mark.parametrize("number", SEEDS)
def test_the_seeds_are_told_what_a_reviewer_marks(seeds: dict[str, Path], number: str) -> None:
    text = seeds[number].read_text("utf-8")
    assert [text.count("\n", 0, one.span.start) + 1 for one in findings(text, organ_name)] == SEEDS[number]


@pytest.mark.parametrize("number", ["001", "002", "003", "004", "005"])
def test_reports_of_cities_are_not_told_about_their_parts(wild: dict[str, Path], number: str) -> None:
    assert findings(wild[number].read_text("utf-8"), organ_name) == []
