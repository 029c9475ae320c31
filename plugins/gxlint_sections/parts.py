"""GXS001–GXS003 and GXS008: the six parts are there, in order, once, under their names."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from gxlint import Edit, Finding, Fix, FormSection, Related, Report, Section, Span, rule
from gxlint_sections.drafts import fix_of_headings
from gxlint_sections.structure import body_sections, has_six_parts

_TOO_MANY = 3
"""From so many missing parts on it is one story: the headings were lost, or this is another kind of report."""


@rule(
    "GXS001",
    "missing-section",
    severity="error",
    basis="《政府信息公开条例》第五十条；国办公开办函〔2021〕30号 附件",
    fixable="unsafe",
)
def missing_section(report: Report) -> Iterator[Finding]:
    """缺少章节

    查什么
        官方格式的六个部分各有一个标题：一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况；
        四、政府信息公开行政复议、行政诉讼情况；五、存在的主要问题及改进情况；六、其他需要报告的事项。缺哪个报哪个，
        指在它应当出现的位置；缺三个以上时合并为一条。

    依据
        《政府信息公开条例》第五十条；国办公开办函〔2021〕30号附件（2019、2020年度为国办公开办函〔2019〕60号）。

    为什么
        六个部分是法定内容，要求“不能遗漏，也不宜泛化”。转换文件时标题行也可能丢失，读者和统计程序便找不到对应内容。

    例
        错：
            （删去）五、存在的主要问题及改进情况
            ⟦⟧六、其他需要报告的事项
            无其他需要报告的事项。
        对：
            政府信息公开工作存在的主要问题及改进情况
            一是公开不够及时。下一步将加强督促。

    怎样改
        补上缺少的标题和内容。没有内容可报的部分也要保留标题，写明“无”。须人工核对的修正只插入标题：这一部分的表格还在
        的，插在表格之前；否则插在下一部分之前。

    何时忽略
        只检查报告片段时。标题的通行变体、不带编号的标题、转换成“1、 总体情况”的标题都算有。

    English
        Missing section. One of the six parts that the regulation and the official form ask for has no heading in this
        report. The unsafe fix writes the heading in its place; the words under it are for a person to write.
    """
    if not has_six_parts(report):
        return
    present = {section.key for section in report.sections}
    missing = [part for part in report.form.sections if part.key not in present]
    if len(missing) >= _TOO_MANY:
        yield Finding(
            Span(*(_place(report, missing[0])[0],) * 2),
            "六个部分中有 {count} 个找不到标题：{titles}。请补上标题；如果标题在转换时丢失，请对照原稿恢复。",
            {"count": len(missing), "titles": [f"“{part.title}”" for part in missing]},
            fix=fix_of_headings(report, missing),
        )
        return
    for part in missing:
        yield _missing(report, part)


def _place(report: Report, part: FormSection) -> tuple[int, FormSection | None, FormSection | None]:
    """Where the heading of this part would go, and the parts in front of it and behind it that are there."""
    order = {one.key: number for number, one in enumerate(report.form.sections)}
    sections = body_sections(report)
    before = [section for section in sections if order.get(section.key, -1) < order[part.key]]
    after = [section for section in sections if order.get(section.key, -1) > order[part.key]]
    at = after[0].heading.start if after else len(report.text)
    return at, before[-1].form if before else None, after[0].form if after else None


def _missing(report: Report, part: FormSection) -> Finding:
    at, before, after = _place(report, part)
    args: dict[str, object] = {"title": part.title}
    if part.table and report.layout.in_section(part.key):
        message = "缺少标题“{title}”：这一部分的表格还在，标题行不见了，请补上。"
    elif before and after:
        args |= {"before": before.title, "after": after.title}
        message = "缺少“{title}”部分，应在“{before}”与“{after}”之间。"
    elif after:
        args["after"] = after.title
        message = "缺少“{title}”部分，应在“{after}”之前。"
    elif before:
        args["before"] = before.title
        message = "缺少“{title}”部分，应在“{before}”之后。"
    else:
        message = "缺少“{title}”部分。"
    return Finding(Span(at, at), message, args, fix=fix_of_headings(report, (part,)))


@rule("GXS002", "section-order", severity="warning", basis="国办公开办函〔2021〕30号 附件")
def section_order(report: Report) -> Iterator[Finding]:
    """章节顺序

    查什么
        六个部分的先后是否与官方格式一致。只指出挪动了位置的那一个。

    依据
        国办公开办函〔2021〕30号附件的格式。

    为什么
        格式统一，上级汇总、公众比较才方便。

    例
        错：
            三、⟦收到和处理政府信息公开申请情况⟧
            二、主动公开政府信息情况
        对：
            二、主动公开政府信息情况
            三、收到和处理政府信息公开申请情况

    怎样改
        把这一部分连同表格移到规定的位置，并改正编号。

    何时忽略
        没有。表三中的“一、本年新收政府信息公开申请数量”“四、结转下年度继续办理”等行不是章节，不会误报。

    English
        Section out of order. The six parts do not stand in the order of the official form.
    """
    if not has_six_parts(report):
        return
    order = {part.key: number for number, part in enumerate(report.form.sections)}
    firsts: dict[str, Section] = {}
    for section in body_sections(report):
        if section.key in order:
            firsts.setdefault(section.key, section)
    placed = list(firsts.values())
    kept = _longest_rising([order[section.key] for section in placed])
    for index, section in enumerate(placed):
        if index in kept:
            continue
        follows = report.form.sections[order[section.key] - 1] if order[section.key] else None
        yield Finding(
            section.title_span,
            "“{title}”的位置不对，应在“{before}”之后。" if follows else "“{title}”的位置不对，应是第一部分。",
            {"title": section.form.title, "before": follows.title} if follows else {"title": section.form.title},
        )


def _longest_rising(numbers: list[int]) -> set[int]:
    """The indices of a longest rising run of ``numbers``; what is outside it was moved."""
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for index, number in enumerate(numbers):
        at = bisect_left(tails, number)
        tails[at:] = [number, *tails[at + 1 :]]
        ends[at:] = [index, *ends[at + 1 :]]
        previous.append(ends[at - 1] if at else -1)
    kept = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        kept.add(index)
        index = previous[index]
    return kept


@rule("GXS003", "duplicate-section", severity="warning", basis="国办公开办函〔2021〕30号 附件")
def duplicate_section(report: Report) -> Iterator[Finding]:
    """章节重复

    查什么
        六个部分中同一个标题出现两次。报告开头的目录不算。

    依据
        国办公开办函〔2021〕30号附件：每个部分只有一个。

    为什么
        多半是复制粘贴时重了，或者把另一部分的标题写错了，读者不知道以哪一处为准。

    例
        错：
            六、其他需要报告的事项
            无其他需要报告的事项。
            六、⟦其他需要报告的事项⟧
            无。
        对：
            六、其他需要报告的事项
            一、本年新收政府信息公开申请情况已在第三部分列出。

    怎样改
        删除重复的部分，或者改正写错的标题。

    何时忽略
        没有。

    English
        Duplicate section. One of the six parts has two headings; a table of contents in front does not count.
    """
    firsts: dict[str, Section] = {}
    for section in body_sections(report):
        first = firsts.setdefault(section.key, section)
        if first is not section:
            yield Finding(
                section.title_span,
                "“{title}”部分重复出现，请删除一处或改正标题。",
                {"title": section.form.title},
                related=(Related(first.title_span, "第一次出现在这里"),),
            )


@rule(
    "GXS008",
    "legacy-section-name",
    severity="warning",
    basis="国办公开办函〔2019〕60号、〔2021〕30号",
    fixable="unsafe",
)
def legacy_section_name(report: Report) -> Iterator[Finding]:
    """旧章节名

    查什么
        2019年度以后的报告仍用旧条例时期的章节名，如“概述”“依申请公开政府信息办理情况”“支出和收费情况”。

    依据
        国办公开办函〔2019〕60号、国办公开办函〔2021〕30号：六个部分的名称已经统一。

    为什么
        旧章节名说明沿用了2018年度以前的模板，内容和表格往往也是旧的。

    例
        错：
            一、⟦概述⟧
            2023年，我镇主动公开政府信息30条。
        对：
            一、总体情况
            2023年，我镇主动公开政府信息30条。

    怎样改
        改用官方格式的章节名，并核对这一部分的内容是否符合现行要求。

    何时忽略
        2018年度及以前的报告（规则不检查）。

    English
        Legacy section name. A report on 2019 or later uses a heading of the form before 2019.
    """
    if not has_six_parts(report):
        return
    for section in body_sections(report):
        if section.wording != "legacy":
            continue
        words = report.text[section.title_span.start : section.title_span.end]
        args = {"words": words, "heading": section.form.heading}
        yield Finding(
            section.title_span,
            "“{words}”是2018年度以前的章节名，现行格式为“{heading}”。",
            args,
            fix=Fix((Edit(section.title_span, section.form.heading),), "unsafe", "改为“{heading}”", args),
        )
