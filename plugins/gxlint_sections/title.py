"""GXS006 and GXS007: the title is there and says whose report on which year it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxlint import MARKUP_TOKEN, Edit, Finding, Fix, Related, Report, Span, Title, rule

_PLACEHOLDER = re.compile(r"[XxＸｘ×╳]{2}|某某|[＿_]{2}|[○◯]{2}")
_TWICE = r"(?:\d{4}|[〇○零一二三四五六七八九]{4})年(?P<again>度)(?=.*(?:年度|工作)报告$)"


@rule("GXS006", "title-missing", severity="warning", basis="国办公开办函〔2021〕30号；公文应当有标题")
def title_missing(report: Report) -> Iterator[Finding]:
    """缺少标题

    查什么
        报告开头没有“……政府信息公开工作年度报告”这样的标题。标题分成两三行也算有。

    依据
        公文应当有标题；标题应写明机关、年度和文种。

    为什么
        没有标题，读者和归集系统都不知道这是哪个机关、哪一年的报告。

    例
        错：
            （删去）青山县云岭镇
            （前言）
            ⟦⟧根据《中华人民共和国政府信息公开条例》第五十条编制本报告。
        对：
            青山县云岭镇人民政府2023年政府信息公开工作年度报告

    怎样改
        在开头补上标题：机关名称＋年份＋“政府信息公开工作年度报告”。

    何时忽略
        标题由网页另行显示、文本只保存正文时。

    English
        Title missing. No line in front of the text says whose annual report this is and on which year.
    """
    if report.title is not None:
        return
    at = next((paragraph for paragraph in report.paragraphs if paragraph.text.strip()), None)
    start = at.start + len(at.text) - len(at.text.lstrip()) if at else 0
    args = {"year": report.year.value if report.year else "××××"}
    yield Finding(Span(start, start), "没有标题，请在开头写明“（机关名称）{year}年政府信息公开工作年度报告”。", args)


@rule("GXS007", "title-format", severity="info", basis="国办公开办函〔2021〕30号；公文标题的通行写法", fixable="unsafe")
def title_format(report: Report) -> Iterator[Finding]:
    """标题不规范

    查什么
        标题缺机关名称、缺年份、“信息公开”前缺“政府”二字、“年度”重复（2023年度……年度报告）、把“工作年度报告”写成
        “工作报告”。合并为一条，逐项指出。

    依据
        国办公开办函〔2021〕30号的名称：政府信息公开工作年度报告。

    为什么
        标题是检索和归集的依据，写法统一才找得到。

    例
        错：
            ⟦青山县云岭镇人民政府2023年度信息公开工作年度报告⟧
        错：
            ⟦青山县云岭镇人民政府2023年度政府信息公开工作年度报告⟧
        对：
            青山县云岭镇人民政府2023年政府信息公开工作年度报告

    怎样改
        写成：机关名称＋年份＋“年政府信息公开工作年度报告”。

    何时忽略
        上级机关对标题另有统一要求时。

    English
        Title not in the usual form. The organ, the year or the word 政府 is missing, 年度 stands twice, or the title
        says 工作报告 instead of 工作年度报告.
    """
    title = report.title
    if title is None:
        return
    words, places = _characters(title)
    faults = [*_left_out(report, words, places[0])]
    edits = [*_edits(words)]
    for edit in edits:
        at = _placed(edit.span, places)
        if edit.content:
            faults.append(Related(at, "缺“{words}”二字", {"words": edit.content}))
        else:
            faults.append(Related(at, "“年度”重复"))
    if "信息公开" not in words:
        faults.append(Related(title.span, "没有写明“政府信息公开”"))
    if not faults:
        return
    args = {"expected": _expected(report, words, edits)}
    fix = None
    if edits:
        placed = (
            Edit(Span(places[one.span.start], places[one.span.start] + len(one.span)), one.content) for one in edits
        )
        fix = Fix(tuple(placed), "unsafe", "按通行写法修改标题")
    yield Finding(title.span, "标题不规范，宜写作“{expected}”。", args, related=tuple(faults), fix=fix)


def _characters(title: Title) -> tuple[str, list[int]]:
    """The printed characters of the title, and where each stands in the report's text."""
    characters: list[str] = []
    places: list[int] = []
    for line in title.lines:
        hidden = {at for match in MARKUP_TOKEN.finditer(line.text) for at in range(*match.span())}
        for index, character in enumerate(line.text):
            if index not in hidden and not character.isspace() and character not in "#*":
                characters.append(character)
                places.append(line.start + index)
    return "".join(characters), places


def _placed(span: Span, places: list[int]) -> Span:
    """The place in the text of a span of at most one character of the title's words."""
    return Span(places[span.start], places[span.start] + len(span))


def _left_out(report: Report, words: str, start: int) -> Iterator[Related]:
    if _PLACEHOLDER.search(words):
        return
    if not report.organ.name:
        yield Related(Span(start, start), "缺机关名称")
    if not _has_year(report):
        yield Related(Span(start, start), "缺年份")


def _has_year(report: Report) -> bool:
    return report.year is not None and report.year.source == "title"


def _edits(words: str) -> Iterator[Edit]:
    """Edits of the title's words, in order."""
    if "年度" in words[:-4] and (match := re.search(_TWICE, words)):
        yield Edit(Span(*match.span("again")), "")
    if "政府信息公开" not in words and (at := words.find("信息公开")) >= 0:
        yield Edit(Span(at, at), "政府")
    if words.endswith("工作报告"):
        at = len(words) - len("报告")
        yield Edit(Span(at, at), "年度")


def _expected(report: Report, words: str, edits: list[Edit]) -> str:
    complete = report.organ.name and _has_year(report) and "信息公开" in words
    if not _PLACEHOLDER.search(words) and not complete:
        year = report.year.value if report.year else "××××"
        return f"{report.organ.name or '（机关名称）'}{year}年政府信息公开工作年度报告"
    for edit in sorted(edits, key=lambda one: one.span, reverse=True):
        words = words[: edit.span.start] + edit.content + words[edit.span.end :]
    return words
