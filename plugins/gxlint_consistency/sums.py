"""GXC007: parts listed in the text that add up to their whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal

from gxlint import Finding, Related, Report, Sentence, Statement, read_sentences, rule
from gxlint_consistency.comparing import REQUESTS, RESULTS, printed

_Claim = Literal["all", "some"]
"""What the words between a whole and its parts claim: that these are all parts, or some of them."""

_SOME = re.compile(r"^[^，；：（）、]{0,12}(?:，(?:其中|包括)[，：]?|（(?:其中|包括)[，：]?)")
_ALL = re.compile(
    r"^[^，；：（）、]{0,12}(?:，(?:分别[是为]|分为)[，：]?|：|（(?!含|其|主要|另|不含)"
    r"|，(?:具体|分布|分类|构成)[^，；：（）、\d]{0,6}(?:为：?|：|是：?))"
)
_JOINT = re.compile(r"^[^，；。（）]{0,10}(?:（[^（）]*）)?[、，和及与）]")
_SEMICOLON = re.compile(r"^；[^，；。（）]{1,20}$")
_NOT_A_PART = re.compile("其中|同比|增长|增加|减少|较上|比上|占|另|此外|还|约|累计|截至|等|均|共|合计|含|主要|平均|每")
_REST = re.compile("(?:其他|其它|其余|剩余)(?:各?类|方面|政府|政务|一般)*(?:信息|事项|内容|文件)?(?:为|有)?$")
_MORE_BEHIND = re.compile("^[^，。；]{0,6}等")
_CHANNEL = re.compile(
    "网站|网页|门户|平台|官网|公众号|微信|微博|新媒体|客户端|抖音|头条|公开栏|公示栏|媒体|报刊|电视|渠道|专栏|系统"
)
_NEAR = Decimal("0.2")
_VERY_NEAR = Decimal("0.05")
_REQUEST_TOPICS = frozenset((*REQUESTS, *RESULTS))


@rule("GXC007", "breakdown-sum", severity="warning", basis="数字应当前后相符")
def breakdown_sum(report: Report) -> Iterator[Finding]:
    """分项之和不符

    查什么
        “N条，包括（：、其中）a条、b条……”各分项之和是否等于总数。只看总数后面紧接着“包括”“其中”“分别为”“：”“（”的一列
        分项，单位相同、都是确数。写“其中”“包括”的，分项可以只是一部分，只有相差很小、像是算错时才提示：比总数多是警告，
        比总数少是提醒；列有“其他”的应当是全部，少了也是警告。

    依据
        同一句话里的数字应当相符。

    为什么
        总数改了，分项没有改，是常见的疏漏。

    例
        错：
            2024年，我镇公开政府信息⟦77条⟧：动态类37条、文件类14条、会议类18条、其他9条。
        对：
            2024年，我镇公开政府信息77条，其中动态类37条、文件类14条、会议类18条、其他8条。
        对：
            2024年，我镇公开政府信息77条，其中动态类37条、文件类14条；举办培训10次，其中线上3次、线下8次余。

    怎样改
        核对总数和各分项。不能自动修改。

    何时忽略
        分项互相重叠，或者只列出了一部分。按网站、公众号等渠道分的，一条信息可以在几处发布，加起来比总数多不提示；申请、
        复议诉讼的件数由 GXC005、GXC006、GXC015 核对。

    English
        Parts do not add up to their whole. Only lists right behind the whole count, with the same unit and exact
        figures. Behind 其中 and 包括 (among them) a list may be incomplete: only near misses are told, unless it names
        the rest (其他). Channels may overlap; requests and cases are left to the rules on them.
    """
    for sentence in read_sentences(report):
        for whole, parts, claim in _lists(sentence):
            severity = _severity(whole, parts, claim)
            if severity is None:
                continue
            found = sum(one.quantity.value for one in parts)
            yield Finding(
                whole.span,
                "分项之和是 {sum}，与总数“{whole}”相差 {gap}，请核对。",
                {"sum": found, "whole": printed(report, whole), "gap": abs(found - whole.quantity.value)},
                related=tuple(Related(one.span, "分项：{said}", {"said": printed(report, one)}) for one in parts),
                severity="info" if severity == "info" else None,
            )


def _lists(sentence: Sentence) -> Iterator[tuple[Statement, list[Statement], _Claim]]:
    """Wholes with the parts listed right behind them, and what the list claims to be."""
    said = [one for one in sentence.statements if not one.denied and not one.every]
    for at, whole in enumerate(said[:-1]):
        lead = said[at + 1].lead
        some, every = _SOME.match(lead), _ALL.match(lead)
        opening = some or every
        if opening is None or not whole.quantity.exact or whole.quantity.unit == "%":
            continue
        if _NOT_A_PART.search(lead, opening.end()):
            continue
        parts = _parts(sentence, said[at + 1 :], whole)
        if parts is not None and len(parts) > 1:
            rest = _REST.search(parts[-1].lead) is not None
            yield whole, parts, "all" if rest or not some else "some"


def _parts(sentence: Sentence, said: Sequence[Statement], whole: Statement) -> list[Statement] | None:
    """The parts of a list; None where it is nested, mixed or goes on without figures."""
    first, second = said[0], said[1] if len(said) > 1 else said[0]
    joint = _SEMICOLON if "：" in first.lead and _SEMICOLON.match(second.lead) else _JOINT
    parts = [first]
    for one in said[1:]:
        if one.depth > first.depth:
            continue
        if one.depth < first.depth or "。" in one.lead or (joint is _JOINT and "；" in one.lead):
            break
        if joint.match(one.lead) is None or _NOT_A_PART.search(one.lead):
            if one.quantity.unit == whole.quantity.unit:
                return None
            break
        parts.append(one)
    if any(one.quantity.unit != whole.quantity.unit or not one.quantity.exact for one in parts):
        return None
    if any(_told_by_tables(one) for one in (whole, *parts)):
        return None
    if len({bool(one.topics) for one in parts}) > 1:
        return None
    behind = sentence.text[parts[-1].quantity.end :]
    return None if _MORE_BEHIND.match(behind) else parts


def _told_by_tables(one: Statement) -> bool:
    """Whether table three or four holds the figure: the rules that compare it know which parts the form has."""
    return bool(one.topics) and (one.topics[0] in _REQUEST_TOPICS or one.topics[0].startswith(("review", "lawsuit")))


def _severity(whole: Statement, parts: Sequence[Statement], claim: _Claim) -> str | None:
    total = Decimal(whole.quantity.value)
    found = sum((Decimal(one.quantity.value) for one in parts), Decimal(0))
    gap = abs(found - total)
    if not gap or not total or _a_prefix_fits(parts, total):
        return None
    if found > total and all(_CHANNEL.search(one.lead) for one in parts):
        return None
    near = gap <= max(Decimal(2), total * _NEAR)
    if claim == "all":
        return "warning" if near else "info"
    if found > total:
        return "warning" if near else None
    return "info" if gap <= max(Decimal(1), total * _VERY_NEAR) else None


def _a_prefix_fits(parts: Sequence[Statement], total: int | Decimal) -> bool:
    """Whether the first parts alone make the whole: what follows divides it in another way."""
    so_far: int | Decimal = 0
    for at, one in enumerate(parts):
        so_far += one.quantity.value
        if at and so_far == total:
            return True
    return False
