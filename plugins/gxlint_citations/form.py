"""GXL004–GXL006: how numbers, yearly plans and statutes are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxlint import Edit, Finding, Fix, Related, Report, Span, rule
from gxlint_citations.documents import DOCUMENTS, Document, keys_of, library, title_key
from gxlint_citations.reading import Number, citations, sentence_at
from gxlint_citations.saying import YEAR_SOURCES

_RIGHT = "〔〕"
_PREFIX_END = re.compile(r"[\u4e00-\u9fff]{1,7}[发函规令]\Z")
_PLAN = re.compile(r"(?<![\d—–－~～至-])(?P<year>20\d\d)年?(?:度)?[^》\d]{0,14}(?:政务公开|政府信息公开)(?:工作)?要点")
_LAST_NATIONAL_PLAN = 2022
"""The last year for which a plan of the State Council's office is known: later reports may have no newer to cite."""
_NEXT_YEAR = re.compile(r"下一步|今后|明年|将|下一年|新的一年|打算")
_NESTED = re.compile(
    r"《[^《》]{1,60}(?P<inner>《[^《》]{1,80}》)[^《》]{0,60}》|《(?P<first>《[^《》]{1,80}》)[^《》]{1,60}》"
)


_INNER_MARK = re.compile("[〈<＜]")
"""What stands for the marks of a title inside a title; those typed with < and > are let be."""


@rule(
    "GXL004",
    "number-brackets",
    severity="warning",
    basis="《党政机关公文格式》GB/T 9704—2012 7.2.5",
    fixable="safe",
    data=DOCUMENTS,
)
def number_brackets(report: Report, more: tuple[Document, ...] = ()) -> Iterator[Finding]:
    """文号括号

    查什么
        发文字号的年份用了【】、[]、（）等括号，应为六角括号〔〕。

    依据
        《党政机关公文格式》（GB/T 9704—2012）7.2.5：年份应标全称，用六角括号“〔〕”括入。

    为什么
        文号是检索的依据，括号不同就查不到。

    例
        错：
            按照国办公开办函⟦【2021】⟧30号的要求编制，落实云政发⟦(2024)⟧3号文件。
        对：
            按照国办公开办函〔2021〕30号的要求编制，位于云岭路（2024）12号，案号为（2024）青0101行初5号。

    怎样改
        改为〔〕。机关代字在数据文件里的可以自动修改，其余的请核对。

    何时忽略
        不是发文字号的编号。

    English
        Brackets of a document number. The year stands in 〔〕 and no other brackets.
    """
    found = [one.number for one in citations(report.text) if one.number is not None]
    wrong = [number for number in found if number.year and number.brackets != _RIGHT]
    if not wrong:
        return
    prefixes = library(more).prefixes
    for number in wrong:
        known = number.prefix.endswith(prefixes)
        if not known and _PREFIX_END.search(number.prefix) is None:
            continue
        yield _with_right_brackets(number, report.text, safe=known)


def _with_right_brackets(number: Number, text: str, *, safe: bool) -> Finding:
    span = Span(number.opened, number.closed + 1)
    edits = (
        Edit(Span(number.opened, number.opened + 1), _RIGHT[0]),
        Edit(Span(number.closed, number.closed + 1), _RIGHT[1]),
    )
    args = {"printed": text[span.start : span.end], "right": f"{_RIGHT[0]}{number.year}{_RIGHT[1]}"}
    fix = Fix(edits, "safe" if safe else "unsafe", "改为{right}", args)
    return Finding(span, "发文字号的年份应写作{right}，这里用的是“{printed}”。", args, fix=fix)


@rule("GXL005", "annual-plan-year", severity="warning", basis="公文引用应当准确")
def annual_plan_year(report: Report) -> Iterator[Finding]:
    """工作要点年份

    查什么
        书名号里的《……年政务公开工作要点》不是报告年度的要点。

    依据
        年度报告报告的是当年的工作，当年的要点才是依据。

    为什么
        多半是沿用上一年的报告没有改年份。

    例
        错：
            我镇认真落实⟦《2023年政务公开工作要点》⟧，全年公开信息30条。
        对：
            我镇认真落实《青山县2024年政务公开工作要点》，下一步将按照《2025年政务公开工作要点》开展工作。

    怎样改
        改为报告年度的要点；确实引用往年要点的，写明原因。

    何时忽略
        当年没有印发要点、继续执行上一年要点时。跨年度的要点、第五、六部分和展望下一年的句子、同一句里也引用当年要点的不会提示。

    English
        Plan of another year. The yearly plan that is cited is not that of the year reported on.
    """
    text, year = report.text, report.year
    if year is None or "要点" not in text or "《" not in text:
        return
    outlook = [one.body for one in (report.section("problems"), report.section("other")) if one is not None]
    for citation in citations(text):
        span = citation.title_span
        plan = _PLAN.search("".join(citation.title.split())) if "要点" in citation.title else None
        if plan is None or span is None or int(plan["year"]) == year.value or any(span.start in one for one in outlook):
            continue
        sentence = sentence_at(text, span)
        years = {int(other["year"]) for other in _PLAN.finditer(sentence)}
        if year.value in years or (int(plan["year"]) > year.value and _NEXT_YEAR.search(sentence)):
            continue
        args = {"plan": int(plan["year"]), "year": year.value, "source": YEAR_SOURCES[year.source]}
        message = "报告年度是 {year} 年（{source}），引用的却是 {plan} 年的工作要点，请核对。"
        latest = "国务院办公厅" in citation.title and int(plan["year"]) == _LAST_NATIONAL_PLAN < year.value
        yield Finding(span, message, args, severity="info" if latest else None)


@rule(
    "GXL006",
    "statute-name",
    severity="info",
    basis="《党政机关公文处理工作条例》；《标点符号用法》GB/T 15834—2011",
    fixable="unsafe",
    data=DOCUMENTS,
)
def statute_name(report: Report, more: tuple[Document, ...] = ()) -> Iterator[Finding]:
    """法规名称

    查什么
        没有先写《中华人民共和国政府信息公开条例》全称就写《政府信息公开条例》，整篇一条；书名号里面再用书名号时没有用单
        书名号〈〉，如《关于印发〈……格式〉的通知》。

    依据
        法规第一次出现用全称，可以注明“以下简称《条例》”；《标点符号用法》（GB/T 15834—2011）4.15：书名号里还要用书名号
        时，里面用单书名号。

    为什么
        各省也有自己的政府信息公开规定，简称分不清是哪一部。

    例
        错：
            （前言）
            根据⟦《政府信息公开条例》⟧编制本报告，统计期限为2024年1月1日至2024年12月31日。
        错：
            落实⟦《关于印发中华人民共和国政府信息公开工作年度报告格式的通知》⟧和《关于印发⟦《云岭镇政务公开工作方案》⟧的通知》。
        对：
            根据《中华人民共和国政府信息公开条例》，以下简称《政府信息公开条例》，参照《关于印发〈云岭镇工作方案〉的通知》。

    怎样改
        第一次出现时写全称；里面的书名号改为〈〉。

    何时忽略
        地方性的同名规定。

    English
        Name of a statute. The short name stands without the full one in front of it, or a title inside a title is not
        set in 〈〉.
    """
    text = report.text
    if "《" not in text:
        return
    known = library(more)
    yield from _without_full_name(report, known.documents)
    unmarked: dict[str, list[Span]] = {}
    for citation in citations(text):
        span = citation.title_span
        if span is None:
            continue
        nested = _NESTED.fullmatch(text, span.start, span.end)
        if nested is not None:
            inner = Span(*nested.span("inner" if nested["inner"] else "first"))
            edits = (Edit(Span(inner.start, inner.start + 1), "〈"), Edit(Span(inner.end - 1, inner.end), "〉"))
            fix = Fix(edits, "unsafe", "改为〈〉")
            yield Finding(inner, "书名号里面的书名号应为〈〉。", fix=fix)
        elif _INNER_MARK.search(citation.title) is None:
            for document in known.titled(citation.title)[:1]:
                right = next(one for one in document.titles if title_key(one) == title_key(citation.title))
                if "〈" in right:
                    unmarked.setdefault(right, []).append(span)
    for right, spans in unmarked.items():
        yield _without_inner_marks(right, spans)


def _without_full_name(report: Report, documents: tuple[Document, ...]) -> Iterator[Finding]:
    told: set[str] = set()
    for document in documents:
        if not document.short or document.short in told:
            continue
        short = [
            one.title_span
            for one in citations(report.text)
            if one.title_span is not None and title_key(one.title) == document.short
        ]
        if short and not _is_written_out(report.text[: short[0].start], document):
            told.add(document.short)
            args = {"short": document.short, "full": document.titles[0]}
            fix = Fix((Edit(short[0], f"《{document.titles[0]}》"),), "unsafe", "改为全称《{full}》", args)
            yield Finding(
                short[0],
                "《{short}》第一次出现应写全称《{full}》。",
                args,
                related=tuple(Related(place, "也用了简称") for place in short[1:]),
                fix=fix,
            )


def _is_written_out(above: str, document: Document) -> bool:
    """Whether the full name stands in a text, with or without marks around it."""
    words = "".join(above.split())
    return any(key in words for key in keys_of(document))


def _without_inner_marks(right: str, spans: list[Span]) -> Finding:
    """A title of a known document whose inner title has no marks, wherever it stands."""
    fix = Fix(tuple(Edit(span, f"《{right}》") for span in spans), "unsafe", "补上〈〉")
    related = tuple(Related(span, "这里也应加〈〉") for span in spans[1:])
    return Finding(spans[0], "文件名里面的文件名应加〈〉：《{right}》。", {"right": right}, related=related, fix=fix)
