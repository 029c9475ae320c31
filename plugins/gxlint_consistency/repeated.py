"""GXC009: the same thing said with two figures."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator

from gxlint import Finding, Related, Report, Sentence, Statement, Topic, read_sentences, rule
from gxlint_consistency.comparing import printed

_LEFT_OUT = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]{1,2}(?:[）)]|[、.])|[一二三四五六七八九十]是)|20\d\d年度?|全年|本年度?|年内|今年|期间"
    "|[我本全](?:市|县|区|镇|乡|街道|局|委|机关|单位)|共计|累计|总计|合计|一共|共"
)
_PART_OF = re.compile(
    "其中|通过|利用|依托|包括|同比|较上|比上|增加|减少|每|平均|第|人均|等$|在[^，]*(?:网|平台|公众号|专栏)"
)
_OF_THE_YEAR = re.compile(r"20\d\d年|全年|本年|年内|今年|一年来|共|累计|总计|合计")
"""Words that make a figure the year's total. Without them it may be one occasion: 召开会议3次 … 召开会议2次."""
_CHANNEL = re.compile("网|平台|公众号|微信|微博|新媒体|客户端|抖音|公开栏|公示栏|媒体|渠道|专栏|大厅")
_ENDS = re.compile("[，。；、）]|$")
_SHORTEST = 6
_LONGEST_HEADING = 16


@rule("GXC009", "repeated-figure", severity="info", basis="数字应当前后相符")
def repeated_figure(report: Report) -> Iterator[Finding]:
    """同一指标前后不一

    查什么
        同一个说法（如“全年主动公开政府信息……条”）在报告里出现两次，数字不同。只比较同一年份、同一机关、确切的全年总数，
        即带有“2024年”“全年”“共”的；表格里有的数由 GXC003、GXC005、GXC006、GXC014 与表格核对。

    依据
        同一份报告的数字应当相符。

    为什么
        两处总有一处没有改。

    例
        错：
            2024年，我镇组织政府信息公开培训3次。我镇全年共组织政府信息公开培训⟦4次⟧。
        对：
            2024年，我镇主动公开政府信息86条，通过公众号主动公开政府信息20条。2023年，我镇主动公开政府信息70条。

    怎样改
        核对后统一。不能自动修改。

    何时忽略
        两处说的范围不同。

    English
        The same thing with two figures. Equal wording with different exact totals for the same year and organ; what the
        tables hold is left to the rules that compare it with them.
    """
    first: dict[Hashable, Statement] = {}
    for sentence in read_sentences(report):
        for one in sentence.statements:
            key = _key(report, sentence, one)
            if key is None:
                continue
            known = first.setdefault(key, one)
            if known.quantity.value != one.quantity.value:
                yield Finding(
                    one.span,
                    "这里是“{here}”，前面同样的说法是“{there}”，请核对。",
                    {"here": printed(report, one), "there": printed(report, known)},
                    related=(Related(known.span, "前面的数"),),
                )


def _key(report: Report, sentence: Sentence, one: Statement) -> Hashable:
    """What is the same for statements on the same thing; None where that cannot be said."""
    if one.denied or one.every or not one.quantity.exact or one.period != "year" or one.depth:
        return None
    if one.topics and one.topics != ("fee",):
        # The tables know better which figure is right; they also know what 收到 and 受理 may both mean.
        return one.topics if one.comparable and report.layout.table(_table_of(one.topics[0])) is None else None
    if one is not sentence.statements[0] or one.holder in ("subordinate", "several"):
        return None
    if one.quantity.unit == "%" or _PART_OF.search(one.lead) or not _OF_THE_YEAR.search(one.lead):
        return None
    if _ENDS.match(sentence.text, one.quantity.end) is None or _CHANNEL.search(_heading(sentence)):
        return None
    words = _LEFT_OUT.sub("", one.phrase)
    return (words, one.quantity.unit) if len(words) >= _SHORTEST else None


def _table_of(topic: Topic) -> str:
    if topic.startswith(("review", "lawsuit")):
        return "review"
    return "item1" if topic.startswith(("normative", "regulation")) else "requests"


def _heading(sentence: Sentence) -> str:
    """The headings a sentence stands under: 1.公众号。全年公开政府信息30条。"""
    before = sentence.passage.text[: sentence.start].removesuffix("。").rpartition("。")[2]
    return sentence.passage.heading + (before if len(before) <= _LONGEST_HEADING else "")
