"""GXW008: two ways of saying a thing run into one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxlint import Finding, Report, read_passages, rule

_STOP = "。；！？"
_CONSTRUCTIONS = (
    (
        "包括",
        re.compile(rf"包括[^由{_STOP}]{{1,200}}?(?:组成|构成)(?=[\s，、）”{_STOP}]|\Z)"),
        "包括……",
        "由……组成",
    ),
    (
        "包含",
        re.compile(rf"包含[^由{_STOP}]{{1,200}}?(?:组成|构成)(?=[\s，、）”{_STOP}]|\Z)"),
        "包含……",
        "由……组成",
    ),
    ("目的是为了", re.compile(r"目的是为了"), "目的是……", "为了……"),
    ("原因是由于", re.compile(r"原因是由于"), "原因是……", "由于……"),
    ("原因是因为", re.compile(r"原因是因为"), "原因是……", "因为……"),
    ("原因", re.compile(rf"(?:由于|因为)[^，{_STOP}]{{1,30}}的原因(?=[，。；])"), "由于……", "……的原因"),
    ("防止", re.compile(rf"防止[^，{_STOP}]{{1,20}}(?:不再发生|不发生|不再出现)"), "防止……", "……不再发生"),
    ("避免", re.compile(rf"避免[^，{_STOP}]{{1,20}}(?:不再发生|不发生|不再出现)"), "避免……", "……不再发生"),
)
"""For each construction a word without which it cannot stand, its pattern, and the two to choose between."""


@rule("GXW008", "mixed-construction", severity="info", basis="现代汉语语法：同一句中不混用两种句式")
def mixed_construction(report: Report) -> Iterator[Finding]:
    """句式杂糅

    查什么
        两种句式混在一句：包括……组成，目的是为了，原因是由于，由于……的原因，防止……不再发生。

    依据
        现代汉语语法：一句话只用一种句式；《党政机关公文处理工作条例》第十九条：表述准确，文字精练。

    为什么
        句子前后不搭，有的意思恰好相反（“防止不再发生”）。

    例
        错：
            本报告⟦包括总体情况、主动公开政府信息情况等六个部分组成⟧。
        错：
            开展培训的⟦目的是为了⟧提高业务能力。
        对：
            本报告由总体情况、主动公开政府信息情况等六个部分组成，成员包括各办公室负责人，由镇长组成专班。

    怎样改
        从两种句式中选一种，改写句子。

    何时忽略
        引用原文时。

    English
        Mixed construction. Two ways of saying a thing run into one: includes … is made up of; the aim is in order to.
    """
    for passage in read_passages(report):
        text = passage.text
        for word, pattern, first, second in _CONSTRUCTIONS:
            if word not in text:
                continue
            for match in pattern.finditer(text):
                args = {"first": first, "second": second}
                yield Finding(passage.span(*match.span()), "两种句式混用，请从“{first}”和“{second}”中选一种。", args)
