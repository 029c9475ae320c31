"""GXL001–GXL003: the notice that is cited is the one in force, and its title and number belong together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from gxlint import Edit, Finding, Fix, Related, Report, Span, rule
from gxlint_citations.documents import DOCUMENTS, Document, Library, keys_of, library, parts_of, title_key
from gxlint_citations.reading import Citation, Number, citations, sentence_at
from gxlint_citations.saying import YEAR_SOURCES

_ON_TRIAL = "（试行）"
_CENTRAL = ("国办", "国公开", "国发", "国函")

Fault = Literal["outdated", "mismatch", "prefix"]


@dataclass(frozen=True, slots=True)
class _Judgement:
    """What is wrong with a citation: ``cited`` is the document it means, ``right`` the one it should name. Not
    ``certain``: a title without issuer and number, which a notice of another organ may have as well."""

    fault: Fault
    citation: Citation
    cited: Document
    right: Document
    certain: bool = True


@rule(
    "GXL001",
    "outdated-notice",
    severity="warning",
    basis="国办公开办函〔2021〕30号；国务院令第711号",
    fixable="unsafe",
    data=DOCUMENTS,
)
def outdated_notice(report: Report, more: tuple[Document, ...] = ()) -> Iterator[Finding]:
    """引用旧文号

    查什么
        2021年度及以后的报告引用国办公开办函〔2019〕60号或者它的标题；2019、2020年度的报告引用国办公开办函〔2021〕30号；
        2019年度以后的报告只引用2007年公布的条例（国务院令第492号）。文件收在数据文件里，可以补充。

    依据
        国办公开办函〔2021〕30号：自2021年度报告起使用新格式；国务院令第711号：修订后的条例自2019年5月15日起施行。

    为什么
        引用旧文件往往说明整篇沿用了旧模板，表格也可能是旧的。

    例
        错：
            本报告按照⟦《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号⟧）编制。
        错：
            根据⟦《中华人民共和国政府信息公开条例》（国务院令第492号⟧）的规定，我镇认真开展工作。
        对：
            原有通知（国办公开办函〔2019〕60号）已由国办公开办函〔2021〕30号代替。

    怎样改
        改为现行文件，并核对表格是不是现行格式。可用 `--unsafe-fixes` 替换名称和文号。

    何时忽略
        回顾历史的句子。同一句里同时提到新旧两个文件的、标题相同而文号是本地的不会提示；只有标题、没有发文机关和文号的
        只作提醒。

    English
        Outdated notice. The report cites a notice or regulation that was not in force for its year and does not mention
        the one that was in the same sentence.
    """
    year = report.year
    if year is None:
        return
    alike: dict[str, list[_Judgement]] = {}
    for one in _judged(report, more, "outdated"):
        alike.setdefault(one.cited.number, []).append(one)
    for every in alike.values():
        first = every[0]
        args = {
            "year": year.value,
            "source": YEAR_SOURCES[year.source],
            "cited": first.cited.number,
            "right": first.right.number,
        }
        edits = tuple(edit for one in every for edit in _replacing(one, report.text).edits)
        yield Finding(
            first.citation.span,
            "报告年度是 {year} 年（{source}），引用的却是 {cited}，应引用 {right}，请改正并核对表格。",
            args,
            related=tuple(Related(one.citation.span, "这里也引用了旧文件") for one in every[1:]),
            fix=Fix(edits, "unsafe", "改引 {right}", args),
            severity=None if any(one.certain for one in every) else "info",
        )


@rule(
    "GXL002",
    "notice-title-mismatch",
    severity="warning",
    basis="公文引用的通行做法：先引标题，后引发文字号",
    fixable="unsafe",
    data=DOCUMENTS,
)
def notice_title_mismatch(report: Report, more: tuple[Document, ...] = ()) -> Iterator[Finding]:
    """文号与文件名不符

    查什么
        一个文件的标题后面是另一个文件的文号。只核对数据文件里收录的文件。

    依据
        公文引用应当先引标题、后引发文字号，两者应当是同一个文件。

    为什么
        读者不知道依据的是哪一个文件。

    例
        错：
            按照⟦《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2021〕30号⟧）编制。
        对：
            按照《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制，并参照《云岭镇工作方案》（云政发〔2024〕3号）。

    怎样改
        核对原文件，改正标题或者文号。

    何时忽略
        数据文件中的文件信息有误时，请告知。

    English
        Title and number of a notice do not belong together. Only documents of the data file are compared.
    """
    for one in _judged(report, more, "mismatch"):
        number = one.citation.number
        if number is None:
            continue
        args = {"number": _printed(report.text, number.span), "title": one.cited.titles[0], "right": one.cited.number}
        fix = Fix((Edit(number.span, one.cited.number),), "unsafe", "文号改为 {right}", args)
        yield Finding(one.citation.span, "《{title}》的文号是 {right}，这里写的是 {number}，请核对。", args, fix=fix)


@rule(
    "GXL003",
    "notice-prefix",
    severity="warning",
    basis="国办公开办函〔2021〕30号、〔2019〕60号",
    fixable="unsafe",
    data=DOCUMENTS,
)
def notice_prefix(report: Report, more: tuple[Document, ...] = ()) -> Iterator[Finding]:
    """机关代字错误

    查什么
        文号的年份和序号都对，机关代字写错，如把国办公开办函〔2021〕30号写成国办发〔2021〕30号。

    依据
        国办公开办函〔2021〕30号、国办公开办函〔2019〕60号的发文机关是国务院办公厅政府信息与政务公开办公室。

    为什么
        代字不同就是另一个机关的另一个文件，按文号检索不到。

    例
        错：
            本报告按照《中华人民共和国政府信息公开工作年度报告格式》（⟦国办发〔2021〕30号⟧）编制。
        对：
            我镇认真落实《国务院办公厅关于印发2021年政务公开工作要点的通知》（国办发〔2021〕12号）和国办发〔2021〕30号文件。

    怎样改
        改为正确的机关代字。可用 `--unsafe-fixes` 修改。

    何时忽略
        所引的确是另一个文件时。没有写明文件名、句中也没有提到年度报告的文号不会提示。

    English
        Wrong prefix. Year and number are those of a known notice, the letters of the issuing organ are not.
    """
    for one in _judged(report, more, "prefix"):
        number = one.citation.number
        if number is None:
            continue
        args = {"printed": _printed(report.text, number.span), "right": one.cited.number}
        fix = Fix((Edit(number.span, one.cited.number),), "unsafe", "改为 {right}", args)
        yield Finding(number.span, "机关代字疑有误：“{printed}”应为“{right}”，请核对。", args, fix=fix)


def _judged(report: Report, more: tuple[Document, ...], fault: Fault) -> Iterator[_Judgement]:
    """The citations with this fault. A citation has one fault at most."""
    found = citations(report.text)
    if not found:
        return
    known = library(more)
    for citation in found:
        titled = known.titled(citation.title)
        if not titled and citation.number is None:
            continue
        numbered = _numbered(citation.number, known)
        judgement = (
            _mismatch(citation, titled, numbered)
            or _outdated(report, citation, numbered or (titled[0] if len(titled) == 1 else None), known)
            or _prefix(report, citation, titled, known)
        )
        if judgement is not None and judgement.fault == fault:
            yield judgement


def _numbered(number: Number | None, known: Library) -> Document | None:
    """The document whose number it is, prefix and all."""
    if number is None:
        return None
    documents = known.numbered(number.year, number.number)
    return next((one for one in documents if number.prefix.endswith(parts_of(one).prefix)), None)


def _mismatch(citation: Citation, titled: Sequence[Document], numbered: Document | None) -> _Judgement | None:
    number = citation.number
    if not titled or number is None or not number.year or numbered in titled:
        return None
    own = parts_of(titled[0])
    alike = bool(own.year) and number.prefix.endswith(own.prefix)
    return _Judgement("mismatch", citation, titled[0], titled[0]) if numbered is not None or alike else None


def _outdated(report: Report, citation: Citation, cited: Document | None, known: Library) -> _Judgement | None:
    if report.year is None or cited is None or not cited.subject or cited.holds_for(report.year.value):
        return None
    right = known.successor(cited, report.year.value)
    if right is None or _is_of_another_organ(citation.number):
        return None
    key = title_key(citation.title)
    if citation.number is None and (key in keys_of(right) or f"{key}{_ON_TRIAL}" in keys_of(right)):
        return None
    sentence = sentence_at(report.text, citation.span)
    if _mentions(sentence, right):
        return None
    certain = citation.number is not None or any(name in sentence for name in ("国务院", "国办", _ON_TRIAL))
    return _Judgement("outdated", citation, cited, right, certain)


def _is_of_another_organ(number: Number | None) -> bool:
    """Whether a number is that of a province's or a county's own notice, which may have the same title."""
    return number is not None and bool(number.year) and not any(name in number.prefix for name in _CENTRAL)


def _mentions(sentence: str, document: Document) -> bool:
    """Whether a sentence names a document by its number or by a title of its own."""
    parts = parts_of(document)
    number = f"{parts.year}〕{parts.number}号" if parts.year else f"{parts.number}号"
    if number in sentence:
        return True
    words = title_key(sentence)
    return len(document.titles) > 1 and any(key in words for key in keys_of(document)[:2])


def _prefix(report: Report, citation: Citation, titled: Sequence[Document], known: Library) -> _Judgement | None:
    number = citation.number
    if number is None or not number.year or _numbered(number, known) is not None:
        return None
    for document in known.numbered(number.year, number.number):
        if _is_of_another_organ(number):
            continue
        spoken_of = not citation.title and document.subject == "annual-report"
        if document in titled or (spoken_of and "年度报告" in sentence_at(report.text, number.span)):
            return _Judgement("prefix", citation, document, document)
    return None


def _replacing(one: _Judgement, text: str) -> Fix:
    """Title and number of the document in force in place of those cited."""
    edits = []
    title, number = one.citation.title_span, one.citation.number
    if title is not None and title_key(one.citation.title) not in keys_of(one.right):
        keys, key = keys_of(one.cited), title_key(one.citation.title)
        place = keys.index(key) if key in keys else 0
        edits.append(Edit(title, f"《{one.right.titles[min(place, len(one.right.titles) - 1)]}》"))
    if number is not None:
        edits.append(Edit(number.span, one.right.number))
    return Fix(tuple(edits), "unsafe", "改引 {right}", {"right": one.right.number})


def _printed(text: str, span: Span) -> str:
    return "".join(text[span.start : span.end].split())
