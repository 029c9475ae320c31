"""GXW006: confusions of characters and words that are common in official documents."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from gxlint import DataTable, Finding, Fix, Report, rule
from gxlint_wording.confusions import Confusion, Confusions

TYPOS = DataTable("typos", Confusion, Path(__file__).with_name("typos.toml"))


@rule("GXW006", "typo", severity="warning", basis="《通用规范汉字表》；《现代汉语词典》", fixable="unsafe", data=TYPOS)
def typo(report: Report, more: tuple[Confusion, ...] = ()) -> Iterator[Finding]:
    """常见错别字

    查什么
        公文里常见、一看便知的错别字：严把责任观（关）、今年来（今年以来）、截止2023年底（截至）、更好的服务于
        （更好地）、布署（部署）、拔付（拨付）等，收在数据文件中，一处一条。可能两可的词不收。

    依据
        《通用规范汉字表》；《现代汉语词典》。

    为什么
        错别字损害公文的严肃性，有的会改变意思。

    例
        错：
            严把⟦责任观⟧，对公开信息逐条审核。
        错：
            ⟦截止⟧2023年底，我镇主动公开政府信息30条。
        对：
            申请截止日期为2023年6月30日，通过渝快政平台为群众提供更好的服务。

    怎样改
        对照上下文确认后改正。涉及用词，不自动修改，可用 `--unsafe-fixes`。

    何时忽略
        专有名称、方言或引文中的特殊写法。

    English
        Typo. A confusion of characters or words that is common in official documents and beyond doubt; the list is a
        data file.
    """
    for confusion, place in _ready(more).found(report):
        args = {"wrong": confusion.wrong, "right": confusion.right}
        fix = Fix((place.edit(confusion.right),), "unsafe", "改为“{right}”", args)
        yield Finding(
            place.span,
            "“{wrong}”疑为“{right}”之误，请核对。",
            args,
            fix=fix,
            severity="info" if confusion.mild else None,
        )


@cache
def _ready(more: tuple[Confusion, ...]) -> Confusions:
    return Confusions((*TYPOS.entries(), *more))
