"""GXC007, 008, 009, 013: figures of the text among themselves, and foreign names."""

from __future__ import annotations

import pytest

from gxlint_consistency import breakdown_sum, foreign_organ, percentage, repeated_figure
from tests.plugins.asking import levels, marked_words, with_lines


@pytest.mark.parametrize(
    ("line", "severity"),
    [
        ("全年公开信息77条：动态37条、文件14条、会议18条、其他9条。", "warning"),
        ("全年公开信息77条，包括动态37条、文件14条、会议18条、其他9条。", "warning"),
        ("全年公开信息77条（动态37条、文件14条、会议18条、其他9条）。", "warning"),
        ("全年公开信息77条，其中动态37条、文件14条、会议18条、其他9条。", "warning"),
        ("全年公开信息77条，其中动态37条、文件14条、会议18条、其他7条。", "info"),
        ("全年公开信息七十七条，其中动态三十七条、文件四十一条。", "warning"),
    ],
)
def test_parts_that_do_not_add_up_are_told_at_the_whole(line: str, severity: str) -> None:
    text = with_lines(line)
    assert levels(breakdown_sum, text) == [severity]
    assert marked_words(breakdown_sum, text)[0].startswith(("77", "七十七"))


@pytest.mark.parametrize(
    "line",
    [
        "全年公开信息77条，其中动态37条、文件14条、会议18条、其他8条。",
        "全年公开信息77条，其中动态37条、文件14条。",
        "全年公开信息77条，其中动态30余条、文件14条、会议18条、其他9条。",
        "全年公开信息约80条，其中动态37条、文件44条。",
        "全年公开信息77条：动态37条、文件14条、会议18条、其他9条等。",
        "全年公开信息77条，举办培训3次，印发资料20份。",
        "全年公开信息77条，其中动态37条（其中网站30条、公众号7条）、文件40条。",
        "全年公开信息77条，主要包括动态37条、文件14条、会议18条。",
        "全年公开信息77条，其中网站70条，涉及民生的60条。",
        "全年公开信息77条，其中动态37条、文件40条，较上年增加9条、8条。",
        "全年公开信息77条。动态37条、文件14条、会议18条、其他9条。",
        "全年公开信息77条，其中动态47条、文件30条；网站60条、公众号17条。",
        "全年培训3次，其中线上2次、线下1次，参加60人次。",
        "制定制度3项：分管领导主抓1项、2个部门参与。",
    ],
)
def test_lists_that_add_up_are_partial_nested_or_approximate_are_left_alone(line: str) -> None:
    assert levels(breakdown_sum, with_lines(line)) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("全年公开信息80条，其中民生类40条，占60%。", ["warning"]),
        ("全年公开信息80条，其中民生类40条，占比51%。", ["info"]),
        ("全年公开信息80条，其中民生类40条，占50%，财政类10条，占12.5%。", []),
        ("全年公开信息30条，其中民生类20条，占66.67%。", []),
        ("全年公开信息30条，其中民生类20条，占66.66%。", []),
        ("全年公开信息30条，其中民生类20条，占总数的66.7%。", []),
        ("全年公开信息30条，其中民生类20条，约占70%。", ["warning"]),
        ("民生类信息40条，占60%。", []),
        ("全年公开信息80条，其中民生类40条，同比增长60%。", []),
        ("全年公开信息80条，民生类40条，占财政信息的60%。", []),
        ("举办培训3次，公开信息40条，占60%。", []),
        ("全年公开信息80余条，其中民生类40条，占60%。", []),
    ],
)
def test_shares_of_a_known_whole_are_calculated(line: str, found: list[str]) -> None:
    assert levels(percentage, with_lines(line)) == found


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("全年组织政府信息公开培训3次。我镇共组织政府信息公开培训4次。", ["4次"]),
        ("全年组织政府信息公开培训3次。2023年组织政府信息公开培训4次。", []),
        ("全年组织政府信息公开培训3次。组织政府信息公开培训40人次。", []),
        ("全年组织政府信息公开培训3次。通过网络组织政府信息公开培训2次。", []),
        ("全年组织政府信息公开培训3次。组织政府信息公开培训约4次。", []),
        ("全年组织政府信息公开培训3次，其中组织政府信息公开培训2次。", []),
        ("公开信息3条。公开信息4条。", []),
    ],
)
def test_the_same_words_with_another_figure_are_advice(line: str, words: list[str]) -> None:
    text = with_lines(line)
    assert marked_words(repeated_figure, text) == words
    assert set(levels(repeated_figure, text)) <= {"info"}


@pytest.mark.parametrize(
    ("organ", "line", "words"),
    [
        ("青山县云岭镇人民政府", "白石镇认真落实各项要求。", ["白石镇"]),
        ("青山县云岭镇人民政府", "2024年，白石镇人民政府严格落实各项要求。白石镇持续加强培训。", ["白石镇人民政府"]),
        ("望江区东桥街道办事处", "西桥街道坚持以公开为常态。", ["西桥街道"]),
        ("临河市水务局", "临河市教育局认真落实各项要求。", ["临河市教育局"]),
        ("青山县云岭镇人民政府", "云岭镇认真落实各项要求。青山县云岭镇坚持公开。云岭镇人民政府严格审核。", []),
        ("望江区东桥街道办事处", "东桥街道坚持公开。东桥街道办事处严格审核。望江区东桥街道持续加强培训。", []),
        ("青山县云岭镇人民政府", "与白石镇、临河镇认真开展交流，白石镇和云岭镇坚持联席会议。", []),
        ("青山县云岭镇人民政府", "青山县人民政府认真指导，县水务局坚持公开，各村镇严格落实。", []),
        ("青山县云岭镇人民政府", "我镇认真落实，全镇坚持公开，本镇严格审核，该镇积极宣传。", []),
        ("青山县云岭镇人民政府", "学习白石镇的做法。", []),
        ("临河市水务局", "市教育局认真落实，水务局坚持公开，临河市水务局严格审核，县水务局积极配合。", []),
        ("白石市人民政府", "泗水县积极推动公开，东桥镇坚持公开，市水务局认真落实。", []),
    ],
)
def test_another_organ_as_the_subject_is_told_once(organ: str, line: str, words: list[str]) -> None:
    assert marked_words(foreign_organ, with_lines(line, organ=organ)) == words
