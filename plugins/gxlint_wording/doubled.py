"""GXW007: words typed twice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from gxlint import DataTable, Finding, Fix, Report, rule
from gxlint_wording.confusions import Confusion, Confusions

DOUBLED = DataTable("doubled", Confusion, Path(__file__).with_name("doubled.toml"))


@rule("GXW007", "doubled-word", severity="warning", basis="《现代汉语词典》", fixable="unsafe", data=DOUBLED)
def doubled_word(report: Report, more: tuple[Confusion, ...] = ()) -> Iterator[Finding]:
    """叠字

    查什么
        重复输入的字词：工作工作、进一步进一步、为为、的的等，收在数据文件里，一处一条。虚词重复（的的、了了）只作提醒。

    依据
        《现代汉语词典》；公文应当文字准确。

    为什么
        多半是修改时没有删净，通篇读一遍也容易看漏。

    例
        错：
            我镇扎实做好政务公开⟦工作工作⟧，把公开专区建设⟦为为⟧企业和群众服务的窗口，保障群众⟦的的⟧知情权。
        对：
            我镇紧紧围绕中心任务，层层抓落实，领导小组组长转变工作作风，作为为民服务的窗口，目的的实现得到保障。

    怎样改
        删去重复的一个。可用 `--unsafe-fixes` 修改。

    何时忽略
        本来就该叠用的词；发现误报时请停用或告知。

    English
        Doubled word. A word or character typed twice, from a closed list that is a data file.
    """
    for confusion, place in _ready(more).found(report):
        args = {"wrong": confusion.wrong, "right": confusion.right}
        yield Finding(
            place.span,
            "“{wrong}”疑为重复输入，应为“{right}”，请核对。",
            args,
            fix=Fix((place.edit(confusion.right),), "unsafe", "改为“{right}”", args),
            severity="info" if confusion.mild else None,
        )


@cache
def _ready(more: tuple[Confusion, ...]) -> Confusions:
    return Confusions((*DOUBLED.entries(), *more))
