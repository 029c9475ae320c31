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
    "我镇收到10件依申请公开请求，2023年结转政府信息公开申请2件，结转2025年度继续办理2件。": [
        "received 10",
        "carried_in 2",
        "carried_out 2",
    ],
    "本镇共收到12件信息依申请公开，其中10件已经完成答复，剩余2件结转下年度继续办理。": ["received 12", "carried_out 2"],
    "受理政府信息公开申请16件，上年结转政府信息公开办理数量1件，办结政府信息公开申请16件，结转至2025年办理1件。": [
        "received 16",
        "carried_in 1",
        "answered 16",
        "carried_out 1",
    ],
    "除去上年结转的9件政府信息公开申请，全年线上、线下共收到依申请公开80件，办结82件，结转下年继续办理7件。": [
        "carried_in 9",
        "received 80",
        "answered 82",
        "carried_out 7",
    ],
    "2024年以来收到依申请公开11件，上年度结转1件。": ["received 11", "carried_in 1"],
    "接收且办理公民、法人或者其他组织提出的政府信息公开申请14宗（含2023年度结转5宗）。": [
        "received 14",
        "carried_in 5",
    ],
    "收到申请公开政府信息的要求31件，均完成答复。": ["received 31"],
    "全年共收到公开政府信息申请1件。": ["received 1"],
    "收到政府信息申请公开件58件。": ["received 58"],
    "共收到依申请信息公开52件。": ["received 52"],
    "受理、办理、答复依申请公开2件，办结2件。": ["received 2", "answered 2"],
    "新受理政府信息公开申请25件，2023年结转2024年政府信息公开申请3件。": ["new 25", "carried_in 3"],
    "受理依申请公开45件，已主动公开和同意公开的31件，不予公开2件，其他处理3件。": [
        "received 45",
        "granted 31",
        "denied 2",
        "other_result 3",
    ],
    "因信息公开引起的行政复议31件，行政诉讼0件。": ["review 31", "lawsuit 0"],
    "政府信息公开类行政复议案件4件。": ["review 4"],
    "全年发生行政复议案件12件，与政府信息公开相关的复议4件。": ["review 4"],
    "收到4件行政复议和3件行政诉讼，均因政府信息公开引起。": ["review 4", "lawsuit 3"],
    "因政府信息公开产生行政复议案件3件、行政诉讼案件2件，其中行政复议结果维持3件、行政诉讼结果维持2件。": [
        "review 3",
        "lawsuit 2",
        "review.upheld 3",
        "lawsuit.upheld 2",
    ],
    "政府信息公开行政复议案件10件，行政诉讼案件0件，结果维持2件，尚未审结6件。": ["review 10", "lawsuit 0"],
    "政府信息公开行政复议6件，其中维持2件，行政诉讼4件，其中维持4件。": [
        "review 6",
        "review.upheld 2",
        "lawsuit 4",
        "lawsuit.upheld 4",
    ],
    "收到政府信息公开申请60件，较上年度上升20%，较2023年多10件；答复信息公开申请64件（含上年结转4件）。": [
        "received 60",
        "answered 64",
        "carried_in 4",
    ],
    "共受理依申请公开政府信息14件，已办结11件，余下3件转至2025年办理。": [
        "received 14",
        "answered 11",
        "carried_out 3",
    ],
    "本年度涉及政府信息公开的行政复议、行政诉讼均为0件。": ["review+lawsuit 0"],
    "清理规范性文件15件；全年制发行政规范性文件2件，废止1件。": ["normative.issued 2", "normative.repealed 1"],
    "2024年累计制发规范性文件5件。": ["normative.issued 5"],
    "对规范性文件进行全面清理，本年度制发0件，废止1件，现行有效2件。": [
        "normative.issued 0",
        "normative.repealed 1",
        "normative.in_force 2",
    ],
    "收到信息公开申请22件，比2023年（31件）下降29%，答复22件。": ["received 22", "answered 22"],
    "接到社会公众依申请公开184件，上年结转办理1件，年内共办结182件。": ["received 184", "carried_in 1", "answered 182"],
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
    "全年未向申请人发出收费通知。": ["fee 0"],
    "本年度未收到政府信息申请公开。": ["received 0"],
    "我镇未收到公众关于政府信息公开的申请。": ["received 0"],
    "没有公民、法人和其他组织向我镇提出政府信息公开申请。": ["received 0"],
    "我镇未接到公民、法人或其他组织要求公开政府信息的申请。": ["received 0"],
    "全年未收到依申请公开来信。": ["received 0"],
    "无信息公开类行政复议及诉讼案件。": ["review+lawsuit 0"],
    "未出现因政府信息公开造成的行政复议和行政诉讼。": ["review+lawsuit 0"],
    "未引发政府信息公开行政复议、行政诉讼。": ["review+lawsuit 0"],
    "未发生依申请公开政府信息方面的行政复议和行政诉讼。": ["review+lawsuit 0"],
    "全年无结转下年度继续办理的申请。": ["carried_out 0"],
    "2024年我镇没有制发规范性文件。": ["normative.issued 0"],
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
    "制发公文86件，其中主动公开60件，依申请公开16件，不予公开10件。",
    "公文属性为主动公开的60件、依申请公开16件、不予公开10件。",
    "主动公开政府信息17条，作为依申请公开信息数28条，不予公开信息数8条。",
    "对不予公开的3项信息逐项说明理由。",
    "同意公开的信息20条均已上网，12件政策文件予以公开。",
    "经保密审查，部分公开5条、不予公开3条。",
    "审查拟公开信息260条，其中予以公开250条，部分公开4条，不予公开6条。",
    "办理行政复议案件12件、行政诉讼案件5件，其中涉及政府信息公开的有4件。",
    "新增行政复议3件，上年结转行政复议1件，均因政府信息公开引起。",
    "全年新发生政府信息公开行政复议3件。",
    "未收到法人和其他组织的政府信息公开申请。",
    "收到法人和其他组织提出的政府信息公开申请2件。",
    "累计制发规范性文件45件。",
    "集中公开现行有效规范性文件，涉及以镇政府名义印发的规范性文件5件。",
    "主动公开规范性文件（含新制定5件，修改4件，废止4件）13件。",
    "全面清理规范性文件12件，其中宣布失效3件，废止4件，保留5件。",
    "未制定规范性文件备案制度。",
    "指导各村办理公开事项40件，协助县政府答复政府信息公开申请3件，会办政府信息公开申请5件。",
    "平均每月收到政府信息公开申请1件，2020年以来累计收到政府信息公开申请86件。",
    "印制政府信息公开申请表200份，发送政府信息公开申请提醒短信30条。",
]


@pytest.mark.parametrize("line", [*COMPARED, *DENIED])
def test_a_sentence_is_understood(line: str) -> None:
    assert shown(line) == {**COMPARED, **DENIED}[line]


def test_other_work_under_the_heading_of_requests_is_no_request() -> None:
    assert shown("（二）依申请公开。全年收到行政许可申请256件，办结250件；收到建议提案3件，办理3件。") == []
    assert shown("（二）依申请公开。全年收到申请256件，办结250件。") == ["received 256", "answered 250"]


def test_results_of_the_requests_carried_in_are_no_results_of_the_year() -> None:
    head = "（二）依申请公开。全年受理依申请公开45件，予以公开31件。"
    assert shown(f"{head}包括2023年结转申请4件，其中予以公开3件、不予公开1件。") == [
        "received 45",
        "granted 31",
        "carried_in 4",
    ]
    assert shown("全年收到政府信息公开申请12件，上年结转1件，其中予以公开7件。")[-1] == "granted 7"


@pytest.mark.parametrize(
    ("lines", "compared"),
    [
        ("县水务局严格落实条例。全年收到政府信息公开申请5件。", []),
        ("县水务局严格落实条例。全年未收到政府信息公开申请。", []),
        ("县水务局严格落实条例。我镇收到政府信息公开申请5件。", ["received 5"]),
        ("党政办公室认真做好登记。全年收到政府信息公开申请5件。", ["received 5"]),
        ("云岭镇严格落实条例。全年收到政府信息公开申请5件。", ["received 5"]),
        ("县水务局严格落实条例。县级主管部门加强指导。全年收到政府信息公开申请5件。", ["received 5"]),
    ],
)
def test_a_sentence_behind_one_on_another_unit_may_be_about_it_too(lines: str, compared: list[str]) -> None:
    assert shown(lines) == compared


def test_results_are_read_where_requests_were_named_before() -> None:
    assert shown("全年收到政府信息公开申请4件。其中，予以公开2件，不予公开2件。") == [
        "received 4",
        "granted 2",
        "denied 2",
    ]
    assert shown("全年公开政策文件4件。其中，予以公开2件，不予公开2件。") == []


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
        ("白石市人民政府", "全市各级各部门受理政府信息公开申请12件。", True),
        ("云岭省人民政府", "全省行政机关共受理政府信息公开申请12件。", True),
        ("白石市人民政府", "全市各地各部门共受理政府信息公开申请12件。", True),
        ("白石市人民政府", "白石市政府共受理政府信息公开申请12件。", False),
        ("望江区发展和改革局", "区发展改革局共收到政府信息公开申请12件。", True),
        ("望江区发展和改革局", "区发改局共收到政府信息公开申请12件。", True),
        ("望江区发展和改革局", "区政府共收到政府信息公开申请12件。", False),
        ("望江区发展和改革局", "市发改委共收到政府信息公开申请12件。", False),
        ("临河市公安局城北分局", "分局共收到政府信息公开申请12件。", True),
        ("临河市公安局", "城北分局共收到政府信息公开申请12件。", False),
        ("青山县卫生健康委员会", "县卫健委共收到政府信息公开申请12件。", True),
        ("青山县卫生健康委员会", "省卫健委共收到政府信息公开申请12件。", False),
        ("望江经济开发区管理委员会", "望江经开区管委会共收到政府信息公开申请12件。", True),
        ("白石市人民政府", "各级行政机关累计办理政府信息公开申请12件。", True),
        ("白石市人民政府", "各县（市、区）政府受理政府信息公开申请12件。", False),
        ("白石市人民政府", "市政府及其办公室受理政府信息公开申请12件。", False),
        ("白石市人民政府办公室", "市政府办公室共收到政府信息公开申请12件。", True),
        ("望江区人民政府办公室", "区政府及区政府办公室共收到政府信息公开申请12件。", True),
        ("望江区人民政府办公室", "区府办共收到政府信息公开申请12件。", True),
        ("白石市人民政府办公室", "我办共收到政府信息公开申请12件。", True),
        ("白石市人民政府办公室", "全市共收到政府信息公开申请12件。", False),
        ("白石市人民政府办公室", "全市各级各部门共收到政府信息公开申请12件。", False),
        ("云岭省水利厅", "厅属单位收到政府信息公开申请12件。", False),
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
