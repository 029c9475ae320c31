"""GXS013 and GXS014: as many parts as announced, as many measures as problems."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxlint import Finding, Related, Report, Span, rule
from gxlint_sections.structure import has_six_parts

_DIGITS = {digit: number for number, digit in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_NUMBER_BEFORE = re.compile(r"(?P<number>[一二两三四五六七八九十]|(?<!\d)[1-9]\d?)\s?(?:个|大|大个)?\s?\Z")
_BEHIND = re.compile(r"(?:(?:内容|情况)?(?:组\s?成|构\s?成))?")
_ANNOUNCES = re.compile(r"(?:报告|全文|内容)[^。；]{0,30}?(?:包括|包含|由|分为|分成|分|共|涵盖|主要有)")
_NAMED = {
    "overview": re.compile(r"总体情况|总体工作情况|概述"),
    "disclosure": re.compile(r"主动公开"),
    "requests": re.compile(r"收到和处理|依申请公开|公开申请情况|申请办理情况|公开申请的?情况"),
    "review": re.compile(r"复议|诉讼"),
    "problems": re.compile(r"问题"),
    "other": re.compile(r"其他需要|其它需要|其他事项|需要报告的|其他应"),
}
_FURTHER = re.compile(r"附[表件则]|名词解释|指标统计")
_LEAST_NAMED = 4
_SIX = 6

_POINT = re.compile(r"(?:(?<=[。；;，,：:、！？）)\s])|^)(?P<number>[一二三四五六七八九十])是(?!否)", re.MULTILINE)


@rule("GXS013", "part-count", severity="warning", basis="国办公开办函〔2021〕30号 附件")
def part_count(report: Report) -> Iterator[Finding]:
    """部分数不符

    查什么
        前言说“由……等六部分组成”，列出的却不是六个，或者说的部分数不是六。

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
    for place, number in _counts(report.text, _end_of_announcement(report)):
        start = max(report.text.rfind(mark, 0, place.start) for mark in "。；") + 1
        sentence = "".join(report.text[start : place.end].split())
        announced = _ANNOUNCES.search(sentence)
        if announced is None or _FURTHER.search(sentence):
            continue
        named = sum(pattern.search(sentence, announced.start()) is not None for pattern in _NAMED.values())
        if named < _LEAST_NAMED:
            continue
        args = {"number": number, "named": named}
        if number != named:
            yield Finding(place, "这里说有 {number} 个部分，前面列出的是 {named} 个，请核对。", args)
        elif number != _SIX:
            yield Finding(place, "这里说由 {number} 个部分组成，现行格式是六个部分，请核对。", args)
        return


def _counts(text: str, end: int) -> Iterator[tuple[Span, int]]:
    """Every 六部分, 五个方面组成 in front of ``end``, with the number it says."""
    for word in ("部分", "方面"):
        at = text.find(word, 0, end)
        while at >= 0:
            match = _NUMBER_BEFORE.search(text, max(0, at - 5), at)
            behind = _BEHIND.match(text, at + len(word))
            if match is not None and behind is not None and (word == "部分" or behind[0].strip()):
                yield Span(match.start(), behind.end()), _value(match["number"])
            at = text.find(word, at + len(word), end)


def _end_of_announcement(report: Report) -> int:
    """Where to stop looking: the parts are announced in the preface or in part one."""
    section = report.section("overview")
    if section is not None:
        return section.body.end
    return report.sections[0].heading.start if report.sections else len(report.text)


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
    for match in _POINT.finditer(report.text, section.body.start, section.body.end):
        number, place = _DIGITS[match["number"]], Span(*match.span())
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
