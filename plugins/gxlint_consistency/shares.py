"""GXC008: percentages that the text itself lets one calculate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from gxlint import Finding, Related, Report, Statement, read_sentences, rule
from gxlint_consistency.comparing import REQUESTS, RESULTS, request_figures

_REQUEST_TOPICS = frozenset((*REQUESTS, *RESULTS))
_SHARE = re.compile(r"^[^，；。（）]{0,6}[，、（]?(?:约)?(?:占比?|比例为)(?P<of>[^，；。（）\d]{0,14})$")
_OF_THE_WHOLE = re.compile(
    "(?:总数量?|总量|总体|总计|全部|所有|全年|本年度?|年度|新收|受理|收到|办结|答复|办理|政府信息公开|依申请公开|主动公开|公开|发布"
    "|政府信息|信息|申请|数量|件数|条数|比例?|约|为|是|达到?|到|了|的|件|数|量)*+"
)
"""Words behind 占 that name the whole of the list and no part of it; 占网络申请的 is a share of something else."""
_CONNECTOR = re.compile("其中|包括|分为|：|（")
_ONE_POINT = 1


@rule("GXC008", "percentage", severity="warning", basis="数字应当前后相符")
def percentage(report: Report) -> Iterator[Finding]:
    """占比计算错误

    查什么
        “N件，占P%”中的百分比，按同一句话里前面的总数（政府信息公开申请还可按表三的总数）计算是否正确。差在最后一位上是
        提醒，差得更多是警告。

    依据
        同一句话里的数字应当相符。

    为什么
        百分比是算出来的，总数或分项改动之后容易忘了重算。

    例
        错：
            （填数）figures
            2024年，我镇主动公开政府信息80条，其中民生类40条，占⟦60%⟧。
        对：
            2024年，我镇主动公开政府信息80条，其中民生类40条，占50%，财政类10条，占12.5%，同比增长30%。

    怎样改
        重新计算百分比。不能自动修改。

    何时忽略
        百分比是按另一个总数算的。总数不明的、约数、增长率都不查。

    English
        A share is miscalculated. A percentage behind 占 is checked against the whole named before it in the sentence.
        One in the last digit is advice.
    """
    for sentence in read_sentences(report):
        said = [one for one in sentence.statements if not one.denied and not one.every]
        for at, share in enumerate(said):
            if at < 2 or share.quantity.unit != "%" or not share.quantity.exact:
                continue
            match = _SHARE.match(share.lead)
            part = said[at - 1]
            if match is None or not _OF_THE_WHOLE.fullmatch(match["of"]) or not _figure(part):
                continue
            whole = _whole(said[:at])
            if whole is not None:
                yield from _share_told(report, share, part, [whole, *_others(report, said[: at - 1], part)])


def _figure(one: Statement) -> bool:
    return one.quantity.exact and one.quantity.unit != "%"


def _whole(said: Sequence[Statement]) -> int | Decimal | None:
    """The figure that heads the list in which the last of some statements stands; None where nothing says that it is
    in a list: 网站16921条，占49.3%；公众号11068条，占32.2% divide a total of another sentence."""
    part = said[-1].quantity
    past = False
    for at in range(len(said) - 1, 0, -1):
        past = past or "；" in said[at].lead
        if not _CONNECTOR.search(said[at].lead):
            continue
        heads = [place for place in range(at) if said[place].quantity.unit != "%"]
        if not heads or (past and said[heads[-1] + 1].quantity.unit == "%"):
            return None  # A list within a list is over behind ；.
        head = said[heads[-1]].quantity
        fits = head.exact and head.unit == part.unit and head.value and head.value >= part.value
        return head.value if fits else None
    return None


def _others(report: Report, before: Sequence[Statement], part: Statement) -> list[int | Decimal]:
    """Other totals the share may be of: the sentence's figures with the same unit, and those of table three."""
    values = [
        one.quantity.value
        for one in before
        if _figure(one) and one.quantity.unit == part.quantity.unit and one.quantity.value >= part.quantity.value
    ]
    if part.topics and part.topics[0] in _REQUEST_TOPICS:
        values += [held.value for held in request_figures(report, ("received",))[:3]]
    return [value for value in values if value]


def _share_told(
    report: Report, share: Statement, part: Statement, wholes: Sequence[int | Decimal]
) -> Iterator[Finding]:
    given = Decimal(share.quantity.value)
    digit = Decimal(1).scaleb(min(0, int(given.as_tuple().exponent)))
    exact = [Decimal(part.quantity.value) * 100 / Decimal(whole) for whole in wholes]
    if any(abs(one - given) < digit for one in exact):
        rounded = [one.quantize(digit, ROUND_HALF_UP) for one in exact]
        if given in rounded or any(int(one / digit) == int(given / digit) for one in exact):
            return
        near = True
    else:
        near = any(abs(one - given) <= max(digit, Decimal(_ONE_POINT) / 10) for one in exact)
    expected = exact[0].quantize(digit, ROUND_HALF_UP)
    yield Finding(
        share.span,
        "{part} ÷ {whole} 是 {expected}%，这里写的是 {given}%，请核对。",
        {"part": part.quantity.value, "whole": wholes[0], "expected": expected, "given": given},
        related=(Related(part.span, "分子"),),
        severity="info" if near else None,
    )
