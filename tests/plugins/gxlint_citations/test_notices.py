"""GXL001–GXL003: the notice in force, and titles with their own numbers."""

from __future__ import annotations

import pytest

from gxlint.testing import findings
from gxlint_citations import notice_prefix, notice_title_mismatch, outdated_notice
from tests.plugins.asking import fixed, levels, marked_words, with_lines

OFFICE = "国务院办公厅政府信息与政务公开办公室"
OLD = f"《{OFFICE}关于政府信息公开工作年度报告有关事项的通知》"
NEW = f"《{OFFICE}关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》"
OLD_NUMBER, NEW_NUMBER = "国办公开办函〔2019〕60号", "国办公开办函〔2021〕30号"


def cited(words: str, year: int = 2024) -> str:
    return with_lines(f"本报告按照{words}编制。", year=year)


@pytest.mark.parametrize(
    "words", [OLD_NUMBER, OLD, f"{OLD}（{OLD_NUMBER}）", "国办公开办函[2019]60号", OLD.replace("关于", "\n关于")]
)
def test_the_notice_of_2019_is_outdated_from_2021_on(words: str) -> None:
    assert levels(outdated_notice, cited(words)) == ["warning"]
    assert levels(outdated_notice, cited(words, 2020)) == []


@pytest.mark.parametrize("words", [NEW_NUMBER, NEW, f"{NEW}（{NEW_NUMBER}）"])
def test_the_notice_of_2021_did_not_hold_before(words: str) -> None:
    assert levels(outdated_notice, cited(words)) == []
    assert levels(outdated_notice, cited(words, 2020)) == ["warning"]


def test_title_and_number_are_replaced_together_when_asked() -> None:
    text = cited(f"{OLD}（{OLD_NUMBER}）")
    assert fixed(outdated_notice, text) == text
    assert fixed(outdated_notice, text, unsafe=True) == cited(f"{NEW}（{NEW_NUMBER}）")


def test_the_message_says_where_the_year_comes_from() -> None:
    found = findings(cited(OLD_NUMBER), outdated_notice)
    assert (found[0].args["year"], str(found[0].args["source"])) == (2024, "据标题")


def test_an_old_notice_that_is_cited_again_is_one_finding_mended_everywhere() -> None:
    text = with_lines(f"按照{OLD}（{OLD_NUMBER}）编制。\n落实{OLD}要求。\n对照{OLD_NUMBER}公开信息。")
    found = findings(text, outdated_notice)
    assert [(one.severity, len(one.related)) for one in found] == [("warning", 2)]
    mended = fixed(outdated_notice, text, unsafe=True)
    assert mended == text.replace(OLD, NEW).replace(OLD_NUMBER, NEW_NUMBER)


def test_a_title_that_another_organ_may_use_too_is_only_advice() -> None:
    assert levels(outdated_notice, cited("《关于政府信息公开工作年度报告有关事项的通知》")) == ["info"]
    assert levels(outdated_notice, cited(f"{OFFICE}《关于政府信息公开工作年度报告有关事项的通知》")) == ["warning"]


@pytest.mark.parametrize("marks", ["<>", "＜＞", "“”", "《》"])
def test_the_inner_title_may_stand_in_any_marks(marks: str) -> None:
    title = NEW.replace("〈", marks[0]).replace("〉", marks[1])
    assert levels(notice_title_mismatch, cited(f"{title}（{OLD_NUMBER}）")) == ["warning"]
    assert levels(outdated_notice, cited(title, 2020)) == ["warning"]


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("《关于政府信息公开工作年度报告有关事项的通知》（青政办函〔2022〕5号）", 2024),
        (f"{OLD.replace(OFFICE, '青山省人民政府办公厅转发' + OFFICE)}（青府办函〔2019〕60号）", 2024),
        (f"{NEW_NUMBER}（{OLD_NUMBER}同时不再执行）", 2024),
        (f"{OLD}和{NEW}", 2024),
        ("《中华人民共和国政府信息公开工作年度报告格式》", 2020),
        ("《中华人民共和国政府信息公开工作年度报告格式（试行）》", 2020),
        ("《中华人民共和国政府信息公开条例》（国务院令第711号）", 2024),
        ("国务院令第492号公布、第711号修订的条例", 2024),
        ("青政办函〔2019〕60号", 2024),
        ("2019年60号文件", 2024),
    ],
)
def test_what_holds_or_mentions_both_is_left_alone(words: str, year: int) -> None:
    assert levels(outdated_notice, cited(words, year)) == []


def test_a_report_of_unknown_year_is_left_alone() -> None:
    assert levels(outdated_notice, cited(OLD_NUMBER).replace("2024年", "")) == []


def test_the_regulation_of_2007_alone_is_outdated() -> None:
    text = cited("《中华人民共和国政府信息公开条例》（国务院令第492号）")
    assert levels(outdated_notice, text) == ["warning"]
    assert "国务院令第711号" in fixed(outdated_notice, text, unsafe=True)


@pytest.mark.parametrize(
    "words",
    [
        f"{OLD}（{NEW_NUMBER}）",
        f"{NEW}（{OLD_NUMBER}）",
        f"{NEW}（国办公开办函〔2021〕31号）",
        f"{NEW.replace('〈', '').replace('〉', '')}({OLD_NUMBER})",
        f"《中华人民共和国政府信息公开条例》（{NEW_NUMBER}）",
        "《国务院办公厅关于印发2020年政务公开工作要点的通知》（国办发〔2020〕16号）",
    ],
)
def test_a_title_with_the_number_of_another_document_is_told(words: str) -> None:
    text = cited(words)
    assert levels(notice_title_mismatch, text) == ["warning"]
    assert levels(outdated_notice, text) == []
    assert levels(notice_title_mismatch, fixed(notice_title_mismatch, text, unsafe=True)) == []


@pytest.mark.parametrize(
    "words",
    [
        f"{NEW}（{NEW_NUMBER}）",
        f"《中华人民共和国政府信息公开条例》和{NEW_NUMBER}",
        "《青山省人民政府办公厅关于政府信息公开工作年度报告有关事项的通知》（青政办函〔2021〕5号）",
        "《云岭镇工作方案》（国办公开办函〔2021〕30号）",
        "《国务院办公厅印发〈关于全面推进政务公开工作的意见〉实施细则的通知》（国办发〔2016〕80号）",
        "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）",
    ],
)
def test_titles_with_their_own_number_and_unknown_documents_are_left_alone(words: str) -> None:
    for rule in (notice_title_mismatch, notice_prefix):
        assert levels(rule, cited(words)) == []


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        (f"{NEW}（国办发〔2021〕30号）", "国办发〔2021〕30号"),
        (f"{NEW}（国办函〔2021〕30号）", "国办函〔2021〕30号"),
        (f"{NEW}（国办公开函〔2021〕30号）", "国办公开函〔2021〕30号"),
        ("国办发〔2021〕30号规定的年度报告格式", "国办发〔2021〕30号"),
    ],
)
def test_a_wrong_prefix_is_told_and_mended_when_asked(words: str, printed: str) -> None:
    text = cited(words)
    assert marked_words(notice_prefix, text) == [printed]
    assert levels(notice_title_mismatch, text) == []
    assert fixed(notice_prefix, text, unsafe=True) == cited(words.replace(printed, NEW_NUMBER))


@pytest.mark.parametrize("words", ["《云岭镇方案》（国办发〔2021〕30号）", "青政办发〔2021〕30号年度报告要求"])
def test_another_document_with_the_same_year_and_number_is_left_alone(words: str) -> None:
    assert levels(notice_prefix, cited(words)) == []


def test_the_same_number_without_a_word_on_annual_reports_is_left_alone() -> None:
    assert levels(notice_prefix, with_lines("我镇认真落实国办发〔2021〕30号文件。")) == []
