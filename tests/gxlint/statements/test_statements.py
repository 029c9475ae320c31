"""What sentences state: topics, for whom, when; and which statements are compared with nothing."""

from __future__ import annotations

import pytest

from tests.gxlint.statements.asking import shown, stated

COMPARED = {
    "全年共收到政府信息公开申请三百二十件，均已办结。": ["received 320"],
    "全年新收政府信息公开申请１２件，予以公开7件，部分公开1件，不予公开1件，无法提供3件。": [
        "new 12",
        "granted 7",
        "partial 1",
        "denied 1",
        "unavailable 3",
    ],
    "我镇收到政府信息公开申请12件，上年结转1件，办结12件，结转下年度继续办理1件。": [
        "received 12",
        "carried_in 1",
        "answered 12",
        "carried_out 1",
    ],
    "2023年结转1件，结转2025年办理2件。": ["carried_in 1", "carried_out 2"],
    "共办理依申请公开事项5件，其中3件予以公开，2件不予公开，1件结转下年度办理。": [
        "received 5",
        "granted 3",
        "denied 2",
        "carried_out 1",
    ],
    "予以公开和部分公开8件，不予公开、无法提供共4件。": ["granted+partial 8", "denied+unavailable 4"],
    "答复3050件（含上年度结转申请34件，另有103件顺延到下年度答复），为政府信息公开申请。": [
        "carried_in 34",
        "carried_out 103",
    ],
    "政府信息公开申请量为12件，全部按时答复。": ["received 12"],
    "依申请公开方面，本机关共收到申请12件。": ["received 12"],
    "2024年1月1日至12月31日，我镇共收到政府信息公开申请12件。": ["received 12"],
    "截至2024年12月31日，我镇共收到政府信息公开申请12件，其中11件按时答复，1件结转至2025年答复。": [
        "received 12",
        "carried_out 1",
    ],
    "2023年收到政府信息公开申请5件，2024年收到政府信息公开申请12件。": ["received 12"],
    "收到政府信息公开申请12件，同比增加3件。": ["received 12"],
    "3.2024年依申请公开事项6件。": ["received 6"],
    "作其他处理（含申请人主动撤回申请）5件，为政府信息公开申请。": ["other_result 5"],
    "因政府信息公开被申请行政复议3件，均获维持；被提起行政诉讼1件。": ["review 3", "review.upheld 3", "lawsuit 1"],
    "政府信息公开行政复议6件，其中结果维持2件，结果纠正3件，尚未审结1件；行政诉讼4件，其中结果维持4件。": [
        "review 6",
        "review.upheld 2",
        "review.corrected 3",
        "review.pending 1",
        "lawsuit 4",
        "lawsuit.upheld 4",
    ],
    "全年制发行政规范性文件1件，废止2件，现行有效6件。": [
        "normative.issued 1",
        "normative.repealed 2",
        "normative.in_force 6",
    ],
    "截至2024年底，现行有效行政规范性文件6件。": ["normative.in_force 6"],
    "2024年共制定出台3件行政规范性文件，废止行政规范性文件1件。": ["normative.issued 3", "normative.repealed 1"],
    "全年收取信息处理费120元。": ["fee 120"],
}
DENIED = {
    "全年未收到公民、法人和其他组织提出的政府信息公开申请。": ["received 0"],
    "我镇未收到任何依申请公开申请。": ["received 0"],
    "全年无依申请公开事项。": ["received 0"],
    "本机关没有收到政府信息公开申请，没有发生行政复议和行政诉讼。": ["received 0", "review+lawsuit 0"],
    "未发生因政府信息公开引起的行政复议、行政诉讼案件。": ["review+lawsuit 0"],
    "没有因政府信息公开申请行政复议、提起行政诉讼的情况。": ["review+lawsuit 0"],
    "全年没有发生不予公开、无法提供和不予处理的情形。": ["denied+unavailable+unprocessed 0"],
    "无上年结转的申请。": ["carried_in 0"],
    "2024年，本机关未收取信息处理费。": ["fee 0"],
    "本机关依申请公开政府信息不收费。": ["fee 0"],
}
NOT_COMPARED = [
    "收到群众来信3件，受理行政许可申请5件，受理信访申请2件。",
    "收到政府信息公开申请两千余件，答复约1.2万件。",
    "县水务局收到政府信息公开申请3件，县教育局2件。",
    "各村收到政府信息公开申请3件。",
    "镇便民服务中心收到政府信息公开申请3件。",
    "全县收到政府信息公开申请300件。",
    "全年收到通过网络提交的政府信息公开申请3件。",
    "上半年收到政府信息公开申请5件，9月份收到政府信息公开申请2件。",
    "2023年收到政府信息公开申请5件。",
    "较上年增加政府信息公开申请3件。",
    "因涉及第三方合法权益不予公开1件，属于国家秘密不予公开2件，均为政府信息公开申请。",
    "公开政策文件20件，解读规范性文件3件，审查行政规范性文件12件，公开规范性文件4件。",
    "全县备案政府信息公开行政复议案件30件，行政诉讼案件8件。",
    "如未收到政府信息公开申请，应当说明。",
    "未收到政府信息公开申请不予公开的投诉。",
    "未及时答复政府信息公开申请的情况不存在。",
    "予以公开、不予公开政府信息公开申请分别为3件、2件。",
    "做到“收到政府信息公开申请1件、办结1件”。",
    "自然人提交政府信息公开申请10件，予以公开8件。",
    "举办行政诉讼业务培训3次，政务公开培训2次。",
]


@pytest.mark.parametrize("line", [*COMPARED, *DENIED])
def test_a_sentence_is_understood(line: str) -> None:
    assert shown(line) == {**COMPARED, **DENIED}[line]


def test_other_work_under_the_heading_of_requests_is_no_request() -> None:
    assert shown("（二）依申请公开。全年收到行政许可申请256件，办结250件；收到建议提案3件，办理3件。") == []
    assert shown("（二）依申请公开。全年收到申请256件，办结250件。") == ["received 256", "answered 250"]


@pytest.mark.parametrize("line", DENIED)
def test_a_denial_says_so(line: str) -> None:
    assert all(one.denied for one in stated(line) if one.topics)


@pytest.mark.parametrize("line", NOT_COMPARED)
def test_what_is_not_sure_is_not_compared(line: str) -> None:
    assert shown(line) == []


@pytest.mark.parametrize(
    ("organ", "line", "compared"),
    [
        ("白石市人民政府", "全市共受理政府信息公开申请12件。", True),
        ("白石市人民政府", "市本级受理政府信息公开申请12件。", False),
        ("白石市人民政府", "市政府办公室受理政府信息公开申请12件。", False),
        ("白石市人民政府", "泗水县受理政府信息公开申请12件。", False),
        ("临河市水务局", "全市共受理政府信息公开申请12件。", False),
        ("临河市水务局", "我局共受理政府信息公开申请12件。", True),
        ("临河市水务局", "临河市水务局受理政府信息公开申请12件。", True),
        ("临河市水务局", "市教育局受理政府信息公开申请12件。", False),
        ("望江区东桥街道办事处", "东桥街道共受理政府信息公开申请12件。", True),
        ("望江区东桥街道办事处", "西桥街道共受理政府信息公开申请12件。", False),
    ],
)
def test_only_what_the_organ_itself_received_is_compared(organ: str, line: str, compared: bool) -> None:
    assert bool(shown(line, organ)) is compared


@pytest.mark.parametrize(
    ("line", "holder", "period", "narrowed"),
    [
        ("县水务局收到政府信息公开申请3件。", "subordinate", "year", False),
        ("各村收到政府信息公开申请3件。", "several", "year", False),
        ("2023年收到政府信息公开申请3件。", "organ", "last", False),
        ("2022年收到政府信息公开申请3件。", "organ", "other", False),
        ("通过邮寄收到政府信息公开申请3件。", "unsure", "year", True),
    ],
)
def test_a_statement_knows_for_whom_and_when(line: str, holder: str, period: str, narrowed: bool) -> None:
    assert [(one.holder, one.period, one.narrowed) for one in stated(line)] == [(holder, period, narrowed)]


@pytest.mark.parametrize(
    "line",
    [
        f"收到政府信息公开申请{'共计' * 40}甲3件。",
        f"未{'收到' * 28}甲。",
        f"因政府信息公开{'行政复议和' * 30}甲3件。",
        "未收到政府信息公开申请，" * 1000,
        "，".join(f"收到政府信息公开申请{number}件" for number in range(1000)),
    ],
    ids=["filling", "verbs", "cases", "denials", "figures"],
)
def test_no_sentence_is_too_long_to_read(line: str) -> None:
    assert len(stated(line)) <= 1000
