"""GXW009 and GXW010: one name for one thing, and years by their number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from gxlint import DataTable, Finding, Related, Report, Span, rule
from gxlint_wording.prose import Prose, inside_title

_AHEAD = 16
_RELATIVE = re.compile("今年|去年")
_OTHER_WORD = re.compile(r"[过现当如历往][今去]年|[今去]年[代轻龄份画]")
"""过去年份, 现今年轻人: the characters belong to other words."""


@dataclass(frozen=True, slots=True)
class Term:
    """A wording that should give way to the lawful term; see ``terms.toml``."""

    variant: str
    usual: str
    source: str
    not_before: str = ""
    note: str = ""

    def check(self) -> None:
        """Raise ValueError unless the context is a regular expression."""
        try:
            re.compile(self.not_before)
        except re.error as error:
            raise ValueError(f"{self.not_before!r}: {error}") from error


TERMS = DataTable("terms", Term, Path(__file__).with_name("terms.toml"))


@rule("GXW009", "term-consistency", severity="info", basis="《中华人民共和国政府信息公开条例》第二条", data=TERMS)
def term_consistency(report: Report, more: tuple[Term, ...] = ()) -> Iterator[Finding]:
    """用语不统一

    查什么
        同一份报告里“政务信息公开”与“政府信息公开”混用。词表在数据文件里，整篇合并为一条。

    依据
        《中华人民共和国政府信息公开条例》第二条的用语是“政府信息”。

    为什么
        法定用语只有一个，混用让人以为说的是两件事。

    例
        错：
            我镇重视⟦政务信息公开⟧工作，完善政务信息公开制度。
        对：
            我镇重视政务公开工作，需要公开的政务信息公开不够及时，通过政务信息公开栏发布政府信息。

    怎样改
        统一为法定用语；确实指“政务公开”的，写“政务公开”。

    何时忽略
        “政务公开”是范围更宽的法定用语，不会提示；栏目、平台的名称不会提示。

    English
        Inconsistent term. A wording that is not the lawful term stands beside it in one report.
    """
    text, prose = report.text, Prose(report)
    for term in _terms(more):
        places = [span for span in _places(prose, term) if not inside_title(text, span.start)]
        if places and any(term.usual in passage.text for passage in prose.passages()):
            args = {"variant": term.variant, "usual": term.usual, "count": len(places)}
            yield Finding(
                places[0],
                "“{variant}”（{count} 处）与“{usual}”混用，请统一为“{usual}”。",
                args,
                related=tuple(Related(place, "也写作“{variant}”", args) for place in places[1:]),
            )


def _places(prose: Prose, term: Term) -> Iterator[Span]:
    for match, place in prose.matches(re.compile(re.escape(term.variant))):
        behind = match.string[match.end() : match.end() + _AHEAD]
        if not term.not_before or re.match(term.not_before, behind) is None:
            yield place.span


@cache
def _terms(more: tuple[Term, ...]) -> tuple[Term, ...]:
    return (*TERMS.entries(), *more)


@rule("GXW010", "relative-year", severity="info", basis="公文时间应当写具体年份")
def relative_year(report: Report) -> Iterator[Finding]:
    """相对年份

    查什么
        正文里的“今年”“去年”。整篇合并为一条。

    依据
        《党政机关公文处理工作条例》第十九条：表述准确。年度报告长期供查阅，时间应当写具体年份。

    为什么
        报告在次年公布，“今年”指哪一年要靠读者猜。

    例
        错：
            ⟦今年⟧以来，我镇主动公开政府信息30条，比去年增加5条。
        对：
            2024年以来，我镇主动公开政府信息30条，主持人多为中青年，当今年轻人喜爱的短视频也已采用。

    怎样改
        写成具体年份：2024年以来，比2023年增加5条。

    何时忽略
        引用讲话、文件名称时（书名号内不会提示）。

    English
        Relative year. “This year” or “last year” in a report that is read for years; name the year.
    """
    text = report.text
    places = [
        place.span
        for match, place in Prose(report).matches(_RELATIVE)
        if _OTHER_WORD.search(match.string, max(0, match.start() - 1), match.end() + 1) is None
        and not inside_title(text, place.span.start)
    ]
    if not places:
        return
    first = places[0]
    yield Finding(
        first,
        "“{words}”是相对年份（共 {count} 处），请写明具体年份。",
        {"words": "".join(text[first.start : first.end].split()), "count": len(places)},
        related=tuple(Related(place, "也是相对年份") for place in places[1:]),
    )
