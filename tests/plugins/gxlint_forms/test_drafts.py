"""The fixes of the family that write what is missing: offered, never made unasked, and they say what they do."""

from __future__ import annotations

from gxlint import Finding, Fix, read_report
from gxlint.language import tell
from gxlint.testing import sample
from tests.plugins.gxlint_forms.reports import codes, found_in, mended, text_with

ORGAN = "青山县云岭镇人民政府"
REVIEW = "四、政府信息公开行政复议、行政诉讼情况"


def outdated(*rows: str) -> str:
    return text_with("（年份）2020", f"{ORGAN}2023年政府信息公开工作年度报告", *rows)


def fix_of(finding: Finding) -> Fix:
    assert finding.fix is not None
    assert finding.fix.applicability == "unsafe"
    return finding.fix


def told(fix: Fix, language: str = "zh") -> str:
    return tell(fix.message, fix.args, "en" if language == "en" else "zh", "gxlint_forms")


def test_an_outdated_form_is_migrated_only_when_asked_for() -> None:
    text = outdated()

    assert mended(text, unsafe=False) == text
    after = read_report(mended(text, unsafe=True))
    assert after.layout.form is not None
    assert after.layout.form.key == "2021"
    assert set(codes(after.text)) == {"GXF012"}


def test_the_fix_says_what_is_kept_and_what_is_given_up() -> None:
    (finding,) = found_in(outdated("| 行政许可 | 12 | -1 | 30 |", "| 政府集中采购 | 2 | 13.50 |"))

    message = told(fix_of(finding))

    assert message.startswith("换成国办公开办函〔2021〕30号的表格：栏目相同的")
    assert (
        "请抄下备查：表二（五） · 行政许可 · 上一年项目数量 12、表二（五） · 行政许可 · 本年增/减 -1、"
        "表二（九） · 政府集中采购 · 采购项目数量 2、表二（九） · 政府集中采购 · 采购总金额 13.50；另有" in message
    )
    assert fix_of(finding).announce
    assert [one.args["figure"] for one in finding.related if "figure" in one.args] == ["12", "-1", "2", "13.50"]


def test_a_report_of_zeros_gives_up_nothing_that_has_to_be_told() -> None:
    (finding,) = found_in(outdated())

    assert "请抄下" not in told(fix_of(finding))
    assert not fix_of(finding).announce
    assert "另有 19 格为 0 或斜杠的旧栏目一并去掉" in told(fix_of(finding))


def test_what_is_new_is_not_filled_with_zeros_afterwards() -> None:
    after = mended(outdated(), unsafe=True)

    assert "| 规章 |  |  |  |" in after
    assert "| 行政事业性收费 |  |" in after


def test_an_outdated_form_that_cannot_be_moved_with_certainty_has_no_fix() -> None:
    findings = found_in(outdated("| 行政强制 | 0 | 0 |"))

    assert {one.code: one.fix is None for one in findings} == {"GXF001": True, "GXF004": True}


def test_a_missing_table_is_written_blank_behind_the_words() -> None:
    words = "我镇未发生行政复议和行政诉讼。"
    text = text_with(REVIEW, words, f"（删去表格）{REVIEW}")
    (finding,) = found_in(text)
    after = mended(text, unsafe=True)

    assert told(fix_of(finding)) == "插入国办公开办函〔2021〕30号的空白表格，单元格留空待填"
    assert mended(text, unsafe=False) == text
    assert codes(after) == ["GXF012"]
    assert after.index(words) < after.index("| 行政复议 | 行政诉讼 |") < after.index("五、存在的主要问题")


def test_missing_rows_and_items_are_written_blank() -> None:
    text = text_with("（删去）2.重复申请", "（删去）3.要求提供公开出版物")
    (finding,) = found_in(text)

    assert told(fix_of(finding)) == "插入 2 行空白行，单元格留空待填"
    assert mended(text, unsafe=False) == text
    after = mended(text, unsafe=True)
    assert codes(after) == ["GXF012"]
    assert "| 2.重复申请 |  |  |  |  |  |  |  |\n| 3.要求提供公开出版物 |  |  |  |  |  |  |  |\n| 4.无正当" in after


def test_an_item_that_was_left_out_is_written_blank_and_stays_so() -> None:
    start, end = sample().index("| 第二十条第（六）项 |"), sample().index("| 第二十条第（八）项 |")
    after = mended(sample()[:start] + sample()[end:], unsafe=True)

    assert codes(after) == ["GXF012"]
    assert "| 行政处罚 |  |\n| 行政强制 |  |\n" in after


def test_a_row_under_another_name_is_not_inserted_beside_it() -> None:
    text = sample().replace("| 2.重复申请 |", "| 2.其他原因 |")

    (finding,) = [one for one in found_in(text) if one.code == "GXF005"]

    assert "“2.其他原因”" in tell(finding.message, finding.args)
    assert finding.fix is None


def test_the_messages_are_told_in_english_too() -> None:
    (finding,) = found_in(outdated("| 行政许可 | 12 | -1 | 30 |"))

    english = told(fix_of(finding), "en")

    assert "国办公开办函〔2021〕30号" in english
    assert "12" in english
    assert "抄下" not in english


def test_every_draft_leaves_the_clean_report_as_it_was() -> None:
    assert mended(sample(), unsafe=True) == sample()
