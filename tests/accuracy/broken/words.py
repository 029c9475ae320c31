"""Wording, citations, and what conversion and templates leave behind."""

from __future__ import annotations

from random import Random

from gxlint import Span
from tests.accuracy.drafts import Draft
from tests.accuracy.places import Broken, Injector, find, heading, instead, line_of, put, said

SENTENCES: dict[str, tuple[str, ...]] = {
    "GXW001": (
        "进一步公开办事程序⟦,⟧不断增强工作透明度。",
        "按照条例⟦(国务院令第七百一十一号)⟧的要求编制。",
        "做到三公开⟦:⟧结果公开。",
    ),
    "GXW002": (
        "公开办事程序⟦，，⟧不断增强工作透明度。",
        "不断增强工作透明度⟦，。⟧",
        "公开目录⟦、，⟧公开指南均已更新。",
    ),
    "GXW003": (
        "按照⟦《⟧政府信息公开条例的要求编制。",
        "坚持“应公开尽公开⟦“⟧的原则。",
        "完善制度⟦（⟧含保密审查，落实到人。",
    ),
    "GXW004": (
        "{me}及时更新县政府网站上的信息公开专栏，明确专人负责审核，全年共发布各类信息300⟦余⟧",
        "{me}严格落实信息发布审核制度，坚持先审查、后公开，定期清理⟦目录⟧",
    ),
    "GXW005": ("{year}⟦ ⟧年11月，更新公开目录1次。",),
    "GXW006": (
        "严把⟦责任观⟧，对公开信息逐条审核。",
        "⟦截止⟧{year}年底，更新公开目录1次。",
        "⟦今年来⟧，公开工作有序推进。",
    ),
    "GXW007": ("扎实做好政务公开⟦工作工作⟧。", "把公开专区建设⟦为为⟧企业服务的窗口。", "保障群众⟦的的⟧知情权。"),
    "GXW008": ("本报告⟦包括总体情况、主动公开政府信息情况等六个部分组成⟧。", "开展培训的⟦目的是为了⟧提高业务能力。"),
    "GXW009": ("{me}重视⟦政务信息公开⟧工作。",),
    "GXW010": ("⟦今年⟧以来，{me}更新公开目录2次。", "更新公开目录3次，比⟦去年⟧多1次。"),
    "GXW011": ("申请人（身份证号⟦110100190001010018⟧）的申请已答复。", "联系人张某，手机⟦13800138000⟧。"),
    "GXW012": ("联系电话：⟦010-1234567⟧。", "邮编：⟦33640⟧。", "电子邮箱：⟦zwgk#example.gov.cn⟧。"),
    "GXL004": ("落实国办公开办函⟦【{notice_year}】⟧{notice}号的要求。", "落实云政发⟦({year})⟧3号文件。"),
    "GXL005": ("认真落实⟦《{last}年政务公开工作要点》⟧，逐项推进。",),
    "GXL006": ("印发《关于印发⟦《云岭镇政务公开工作方案》⟧的通知》，明确责任。",),
    "GXL001": (
        "按照⟦《中华人民共和国政府信息公开条例》（国务院令第492号）⟧的规定开展工作。",
        "本报告按照⟦国办公开办函〔{other_year}〕{other}号⟧文件的要求编制。",
    ),
    "GXL002": (
        "按照⟦《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2021〕30号⟧）编制。",
    ),
    "GXL003": ("本年度报告按照国家格式（⟦国办发〔{notice_year}〕{notice}号⟧）编制。",),
    "GXM001": (
        "⟦[bookmark: _GoBack]⟧更新公开目录1次。",
        "更新⟦<br/>⟧公开目录1次。",
        "更新目录1⟦[bookmark: _Hlk1]⟧2次。",
    ),
    "GXM002": ("⟦- 3 -⟧", "⟦第3页 共8页⟧", "⟦— 7 —⟧"),
    "GXM005": ("⟦（文字描述）⟧更新公开目录1次。", "⟦该部分以表格形式报告。表格如下：⟧"),
    "GXM006": ("全年主动公开政策文件⟦XX条⟧。", "年度报告于⟦X月X日⟧公布。", "网址见⟦（具体网址）⟧。"),
}
"""Sentences with a defect that section one gets, by the rule that is for it."""


def _sentence(code: str, number: int) -> Injector:
    def injector(draft: Draft, random: Random) -> Broken | None:
        year, new = draft.year, draft.form.last_year is None
        notices = (("2021", "30"), ("2019", "60"))
        (notice_year, notice), (other_year, other) = notices if new else notices[::-1]
        if code in ("GXL002", "GXL001") and number == 0 and not new:
            return None
        values = {"me": draft.organ.me, "year": year, "last": year - 1, "notice": notice, "notice_year": notice_year}
        return said(draft, SENTENCES[code][number].format(**values, other=other, other_year=other_year))

    return injector


def in_word(draft: Draft, random: Random) -> Broken | None:
    """A bookmark within a word of a table, or within a sentence."""
    text = draft.text()
    words, at = random.choice((("行政许可", 2), ("结转下年度", 2), ("统计期限", 2), ("总体情况", 1)))
    place = find(text, words)
    if place is None:
        return None
    mark = random.choice(("[bookmark: _GoBack]", "[bookmark: OLE_LINK1]", "\u200b"))
    return put(text, Span(place.start + at, place.start + at), mark)


def page_number_in_table(draft: Draft, random: Random) -> Broken | None:
    """The foot of a page between two rows of table three."""
    if draft.shape != "tab-cells":
        return None
    text = draft.text()
    at = text.find("\n\n\t", heading(draft, text, 2).end + 900)
    return None if at < 0 else put(text, Span(at + 2, at + 2), f"- {random.randint(2, 9)} -\n")


def annex(draft: Draft, random: Random) -> Broken:
    """附件 above the title."""
    return put(draft.text(), Span(0, 0), random.choice(("附件\n", "附件1：\n", "附件：\n")))


def web(draft: Draft, random: Random) -> Broken:
    """What stands around the text on a web page."""
    text = draft.text()
    chrome = random.choice(("【打印】　【关闭窗口】\n", "浏览次数：128\n", "扫一扫在手机打开当前页\n"))
    return put(text, Span(len(text), len(text)), chrome)


def placeholder_in_title(draft: Draft, random: Random) -> Broken:
    """The template's blank for a name in the title."""
    text = draft.text()
    end = line_of(text, text.index(draft.organ.title)).start
    at = text.index(draft.organ.title, end)
    return put(text, Span(at, at + 2), random.choice(("XX", "××")))


def short_statute(draft: Draft, random: Random) -> Broken | None:
    """The short name of the regulation where its full name is due."""
    if any("中华人民共和国政府信息公开条例" in line for line in draft.lines):
        return None
    return instead(draft, "《中华人民共和国政府信息公开条例》", "《政府信息公开条例》")


INJECTORS: dict[str, tuple[Injector, ...]] = {
    code: tuple(_sentence(code, number) for number in range(len(SENTENCES[code]))) for code in SENTENCES
}
INJECTORS["GXM001"] += (in_word, in_word)
INJECTORS["GXM002"] += (page_number_in_table,)
INJECTORS["GXM006"] += (placeholder_in_title,)
INJECTORS["GXL006"] += (short_statute,)
INJECTORS["GXM003"] = (annex,)
INJECTORS["GXM004"] = (web,)
