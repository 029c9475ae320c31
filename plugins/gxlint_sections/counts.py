"""GXS013 and GXS014: as many parts as announced, as many measures as problems."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxlint import Finding, Related, Report, Span, read_passages, rule
from gxlint_sections.structure import has_six_parts

_DIGITS = {digit: number for number, digit in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_NUMBER = r"(?P<number>[一二两三四五六七八九十]|(?<!\d)[1-9]\d?)(?:个|大个?)?"
_MADE_UP = r"(?:内容|情况)?(?:组成|构成)"
_REPORT = r"(?:报告|《年报》|年报|全文|内容)[^。；]{0,30}?"
_COUNT = re.compile(rf"{_NUMBER}(?:部分(?:{_MADE_UP})?|方面{_MADE_UP})")
_LIST_IN_FRONT = re.compile(
    rf"{_REPORT}(?:包括|包含|由|分为|分成|分|共|涵盖|主要有)[:：]?(?P<list>[^。]{{1,400}}?)(?:等|共|共计|以上)?"
    rf"(?P<count>{_COUNT.pattern})\Z"
)
_REACH = 450
"""So far in front of a number its list may begin."""
_LIST_BEHIND = re.compile(
    rf"{_REPORT}(?:包括|包含|由|分为|分成|分|共有?)(?P<count>{_NUMBER}(?:部分|方面)(?:{_MADE_UP})?)(?:[，：]|[，：]?(?:即|分别[为是]|主要?包括|包括|为)[：]?)"
    r"(?P<list>[^。]{1,400})"
)
_IN_BRACKETS = re.compile(r"（[^（）]*）")
_SEPARATOR = re.compile(r"[、，；：]|以及|[及和与](?!改进|处理|行政诉讼|提起|诉讼|措施|下一步|今后)")
_NAMED = {
    "overview": re.compile(r"总体情况|总体工作情况|概述|概况|基本情况"),
    "disclosure": re.compile(r"主动公开"),
    "requests": re.compile(r"收到和处理|依申请公开|公开申请情况|申请办理情况|公开申请的情况"),
    "review": re.compile(r"复议|诉讼"),
    "problems": re.compile(r"问题|不足"),
    "other": re.compile(r"其他需|其它需|其他事项|其它事项|需要报告的|其他应"),
}
_FILLING = re.compile(r"等|共|内容|主要|还|有|其中|等内容|等方面|情况|改进(?:情况|措施)?")
_FURTHER = re.compile(r"附[表件则]|名词解释|指标统计")
_LEAST_NAMED = 4
_SIX = 6

_POINT = re.compile(r"(?:(?<=[。；;，,：:、！？）)\s])|^)(?P<number>[一二三四五六七八九十])是(?!否)")


@rule("GXS013", "part-count", severity="warning", basis="国办公开办函〔2021〕30号 附件")
def part_count(report: Report) -> Iterator[Finding]:
    """部分数不符

    查什么
        前言说“由……等六部分组成”（或者“分六部分，包括……”），列出的却不是六个，或者说的部分数不是六。列有六个部分以外
        的内容、数目对不上的，不能肯定，不提示。

    依据
        国办公开办函〔2021〕30号附件：年度报告由六个部分组成。

    为什么
        说的和列的、列的和写的对不上，读者会以为漏了一部分。

    例
        错：
            （前言）
            本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、其他需要报告的事项等⟦六部分组成⟧。
        错：
            （前言）
            本报告包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等⟦七个部分⟧。
        对：
            （前言）
            全文由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项等六个部分组成。
            主动公开的内容包括三个部分。

    怎样改
        补上漏列的部分，或者改正部分数。

    何时忽略
        报告另有附件、附表并计入部分数时（写明“附件”的不会提示）。

    English
        Number of parts. The preface announces six parts and lists another number, or announces another number.
    """
    if not has_six_parts(report):
        return
    for passage in read_passages(report):
        if passage.section not in ("", "overview"):
            return
        for announced in _announcements(passage.text):
            named, further = _listed(announced["list"])
            if named < _LEAST_NAMED or _FURTHER.search(announced[0]):
                continue
            number = _value(announced["number"])
            args = {"number": number, "named": named + further}
            place = passage.span(*announced.span("count"))
            if not further and number != named:
                yield Finding(place, "这里说有 {number} 个部分，列出的是 {named} 个，请核对。", args)
            elif number == named + further != _SIX:
                yield Finding(place, "这里说由 {number} 个部分组成，现行格式是六个部分，请核对。", args)
            return


def _announcements(text: str) -> Iterator[re.Match[str]]:
    """Where a passage tells of how many parts the report consists, with the list of them in front or behind."""
    for count in _COUNT.finditer(text):
        announced = _LIST_IN_FRONT.search(text, max(0, count.start() - _REACH), count.end())
        if announced is not None:
            yield announced
    if "部分" in text or "方面" in text:
        yield from _LIST_BEHIND.finditer(text)


def _listed(words: str) -> tuple[int, int]:
    """How many of the six parts a list names, and how many other things."""
    while (bare := _IN_BRACKETS.sub("", words)) != words:
        words = bare
    named = set()
    further = 0
    for item in filter(None, _SEPARATOR.split(words)):
        keys = [key for key, pattern in _NAMED.items() if pattern.search(item)]
        named.update(keys)
        further += not keys and _FILLING.fullmatch(item) is None
    return len(named), further


def _value(printed: str) -> int:
    return int(printed) if printed.isdecimal() else _DIGITS[printed]


@rule(
    "GXS014",
    "problem-measure-count",
    severity="info",
    basis="各地编制要求：逐条提出改进措施",
    default=False,
)
def problem_measure_count(report: Report) -> Iterator[Finding]:
    """问题与措施不对应

    查什么
        第五部分用“一是、二是”列出的问题与措施条数不同。默认不检查，用 `extend-select = ["GXS014"]` 打开。

    依据
        各地编制要求：深入剖析主要问题，逐条提出改进措施。

    为什么
        问题多、措施少，说明有的问题没有整改办法。

    例
        错：
            五、⟦存在的主要问题及改进情况⟧
            一是公开不够及时；二是形式单一；三是人员不足。
            下一步，一是明确更新时限；二是加强培训。
        对：
            五、存在的主要问题及改进情况
            一是公开不够及时；二是形式单一。
            下一步，一是明确更新时限；二是制作图解。

    怎样改
        逐条对应地写出改进措施。

    何时忽略
        一条措施针对几个问题时；因此默认不检查。

    English
        Problems and measures. Part five numbers more problems than measures or the other way round. Off by default.
    """
    section = report.section("problems")
    if section is None:
        return
    runs: list[list[Span]] = []
    for place, number in _points(report):
        if number == 1:
            runs.append([place])
        elif runs and number == len(runs[-1]) + 1:
            runs[-1].append(place)
        else:
            return
    if len(runs) != 2 or len(runs[0]) == len(runs[1]):
        return
    args = {"problems": len(runs[0]), "measures": len(runs[1])}
    yield Finding(
        section.title_span,
        "列出了 {problems} 个问题、{measures} 条措施，请逐条对应。",
        args,
        related=(Related(runs[0][0], "问题从这里列起"), Related(runs[1][0], "措施从这里列起")),
    )


def _points(report: Report) -> Iterator[tuple[Span, int]]:
    """The places of 一是, 二是 in part five, with their numbers; a line break may stand inside."""
    for passage in read_passages(report):
        if passage.section == "problems":
            for match in _POINT.finditer(passage.text):
                yield passage.span(*match.span("number")), _DIGITS[match["number"]]
