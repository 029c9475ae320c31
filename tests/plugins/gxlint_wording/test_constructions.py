"""GXW008: two ways of saying a thing in one sentence."""

from __future__ import annotations

import pytest

from gxlint_wording import mixed_construction
from tests.plugins.asking import levels, marked_words, with_lines


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("全文包括总体情况等六个部分组成。", "包括总体情况等六个部分组成"),
        ("全文包括总体情况、存在的主要问题等内容所\n组成。", ""),
        ("工作专班包含各办公室负责人构成，统一办公。", "包含各办公室负责人构成"),
        ("培训的目的是为了提高能力。", "目的是为了"),
        ("不及时的原因是由于人员不足。", "原因是由于"),
        ("由于人员不足的原因，更新不及时。", "由于人员不足的原因"),
        ("防止泄密事件不再发生。", "防止泄密事件不再发生"),
    ],
)
def test_a_mixed_construction_is_advice(line: str, marked: str) -> None:
    text = with_lines(line)
    expected = marked or "包括总体情况、存在的主要问题等内容所\n组成"
    assert marked_words(mixed_construction, text) == [expected]
    assert levels(mixed_construction, text) == ["info"]


@pytest.mark.parametrize(
    "line",
    [
        "全文由总体情况等六个部分组成，包括表格。",
        "内容包括目录、指南，由六个部分组成。",
        "成员包括各办公室负责人。领导小组由镇长牵头组成。",
        "公开内容包括领导小组组成人员、机构构成情况。",
        "目的是提高能力，为了群众满意。",
        "由于人员不足，更新不及时，原因在于重视不够。",
        "防止泄密事件发生，确保问题不再发生。",
    ],
)
def test_plain_sentences_are_left_alone(line: str) -> None:
    assert levels(mixed_construction, with_lines(line)) == []
