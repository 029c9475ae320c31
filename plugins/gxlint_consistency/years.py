"""GXC001: the year a report is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gxlint import Finding, Message, Passage, Related, Report, Span, Year, read_passages, rule
from gxlint_consistency.period import periods

_OWN_NAME = re.compile(
    r"(?P<year>20\d\d)年度?(?:政府|政务)?信息公开(?:工作)?年度报告(?!格式|的?通知|编制|编写|撰写|要求|发布|模板|工作|公开)"
)
_SPEAKS_OF_ITSELF = re.compile("现(?:将|予以|向|公)|本(?:年度)?报告|编制|特向社会|特此")
_OPENING = re.compile(
    r"(?:^|[。！？])(?:[（(]?[一二三四五六七八九十\d]{1,2}(?:[）)]|[、.])(?:[^。，：]{1,16}[。：])?)?(?P<year>20\d\d)年度?(?=，|我|全|本)(?!全国)"
)
_OWN_WORK = re.compile(
    "(?:在[^，。]{2,24}[下中]，)?[我本全](?:市|县|区|省|州|旗|镇|乡|苏木|街道|局|委|厅|办|院|队|所|馆|站|中心|机关|单位|部门)|共?(?:收到|受理|办理|公开|发布)|未收到|主动公开"
    "|认真|坚持|严格|持续|深入|紧紧?围绕|积极|进一步"
)
_HONOUR = re.compile("评为|荣获|获评|获省|排名|名列")
_NOT_THIS_WORK = re.compile("以来|相比|同期|上年|评定|评估|考核中|获得|印发|出台|反馈|开始|起，|成立|挂牌|是")
_THIS_YEAR = re.compile("今年|本年|当年|报告年度")
_AHEAD = re.compile("将|计划|拟|下一步")


@rule("GXC001", "report-year", severity="warning", basis="条例第四十九条：报告上一年度的情况")
def report_year(report: Report) -> Iterator[Finding]:
    """年份不一致

    查什么
        标题的年份与统计期限的年份（错误）、与报告对自己的称呼、与第一部分所说的年份（警告）是否一致。第一部分的开头，或者
        “（二）依申请公开”这样的一段，以上一年开头说本机关的工作，整段没有提到报告年度，才提示。

    依据
        《中华人民共和国政府信息公开条例》第四十九条：报告的是上一年度的情况。

    为什么
        往往是在上一年的报告上修改，标题改了、正文没有改净；年份错了，数字也可能是上一年的。

    例
        错：
            （前言）
            根据《中华人民共和国政府信息公开条例》编制本报告，统计期限自⟦2023⟧年1月1日起至2023年12月31日止。
        错：
            （前言）
            现公布青山县云岭镇⟦2023⟧年政府信息公开工作年度报告。
        错：
            一、总体情况
            ⟦2023⟧年，我镇主动公开政府信息86条。
        错：
            一、总体情况
            ⟦2023⟧年，我镇认真落实政府信息公开各项要求。
            （二）依申请公开。2024年未收到政府信息公开申请。
        对：
            （前言）
            统计期限自2024年1月1日起至12月31日止，格式见国办公开办函〔2021〕30号，编制要求见《关于做好2025年度有关工作的通知》。
            一、总体情况
            2024年，我镇落实《青山县2021年至2025年法治规划》，比2023年多公开20条。
            五、存在的主要问题及改进情况
            2025年，我镇将加强培训。

    怎样改
        核对标题和正文，改正错的一处；并核对这一段的数字是不是上一年的。不能自动修改。

    何时忽略
        不应忽略。括号〔〕、书名号里的年份，第五部分说的下一年，都不会误报。

    English
        Years disagree. The year in the title is compared with the statistical period (an error), with the name the
        report gives itself, and with the year part one speaks of (warnings).
    """
    year = report.year
    if year is None or year.source not in ("title", "period"):
        return
    for period in periods(report):
        first, last = period.years
        if period.whole_year and period.credible and first == last != year.value:
            yield Finding(
                period.span("y1"),
                "统计期限是 {found} 年，{source}是 {year} 年，请核对。",
                {"found": first, "source": _source(year), "year": year.value},
                related=_where(year),
                severity="error",
                cause=("period-year", first),
            )
    yield from _own_name(report, year)
    yield from _first_part(report, year)


def _own_name(report: Report, year: Year) -> Iterator[Finding]:
    first = min((section.heading.start for section in report.sections), default=len(report.text))
    for passage in read_passages(report):
        if passage.section or passage.place(0) > first:
            return
        for match in _OWN_NAME.finditer(passage.text):
            sentence = passage.text[passage.text.rfind("。", 0, match.start()) + 1 :].partition("。")[0]
            before = passage.text[: match.start()]
            quoted = before.count("《") > before.count("》")
            if int(match["year"]) != year.value and not quoted and _SPEAKS_OF_ITSELF.search(sentence):
                yield Finding(
                    passage.span(match.start("year"), match.end("year")),
                    "报告称自己是 {found} 年的年度报告，{source}是 {year} 年，请核对。",
                    {"found": int(match["year"]), "source": _source(year), "year": year.value},
                    related=_where(year),
                )


def _first_part(report: Report, year: Year) -> Iterator[Finding]:
    """The first opening with another year: of any sentence where part one does not mention the right year at all, else
    of part one or of an item in it that speaks of another year throughout."""
    passages = [one for one in read_passages(report) if one.section == "overview"]
    mentioned = any(str(year.value) in one.text for one in passages)
    found: list[tuple[int, Span]] = []
    for at, passage in enumerate(passages):
        for match in _OPENING.finditer(passage.text):
            if int(match["year"]) == year.value or _is_told_in_passing(passage, match, year):
                continue
            if not mentioned or _of_last_year(passages, at, match, year, report):
                found.append((int(match["year"]), passage.span(match.start("year"), match.end("year"))))
    if found:
        other, span = found[0]
        yield Finding(
            span,
            "第一部分说的是 {found} 年，{source}是 {year} 年，请核对这一部分是否为上一年的内容。"
            if not mentioned
            else "这一段说的是 {found} 年，{source}是 {year} 年，请核对年份，或者这一段是否为上一年的内容。",
            {"found": other, "source": _source(year), "year": year.value},
            related=(
                *_where(year),
                *(Related(one, "这里也是 {year} 年", {"year": also}) for also, one in found[1:8]),
            ),
        )


def _of_last_year(passages: Sequence[Passage], at: int, match: re.Match[str], year: Year, report: Report) -> bool:
    """Whether part one begins with an earlier year, or an item of it, and speaks of the organ's work in that year and
    of no other: not 2023年，我镇被评为先进 and not an earlier year for comparison with this one."""
    passage = passages[at]
    item = match.start("year") > 0 or (at > 0 and passages[at - 1].text == passage.heading)
    if match.start() or (at and not item) or int(match["year"]) > year.value or str(year.value) in passage.text:
        return False
    opening = _OPENING.match(passages[at + 1].text) if not at and len(passages) > 1 else None
    if opening is not None and int(opening["year"]) == year.value:
        return False
    sentence = passage.text[match.end() :].partition("。")[0].lstrip("，")
    if _NOT_THIS_WORK.search(sentence) or _THIS_YEAR.search(passage.text):
        return False
    name = report.organ.name.removesuffix("人民政府").removesuffix("办事处")
    own = any(sentence.startswith(name[at:]) for at in range(len(name) - 1))
    return own or _OWN_WORK.match(sentence) is not None


def _is_told_in_passing(passage: Passage, match: re.Match[str], year: Year) -> bool:
    """Whether a sentence speaks of what is planned or of an honour won in another year."""
    sentence = passage.text[match.end() :].partition("。")[0]
    words = _AHEAD if int(match["year"]) > year.value else _HONOUR
    return words.search(sentence) is not None


def _source(year: Year) -> Message:
    return Message("标题") if year.source == "title" else Message("统计期限")


def _where(year: Year) -> tuple[Related, ...]:
    if year.span is None:
        return ()
    return (Related(year.span, "{source}的年份：{year}", {"source": _source(year), "year": year.value}),)
