"""For whom a sentence counts, and whether its words limit the count to a part."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gxlint.report import Organ, OrganKind
from gxlint.statements.model import Holder

_OWN_KINDS: dict[OrganKind, str] = {
    "government": "市|县|区|省|州|旗|盟|自治区",
    "township": "镇|乡|街道办事处|街道办|街道|街|苏木|辖区",
    "department": "局|委员会|委|厅|办|中心|院|所|处|队|系统|公司|学校|校|馆",
}
_ANYONE = "单位|机关|行政机关|部门|级政府"
_TOWNSHIP_OFFICE = "(?:镇|乡)(?:党委|人民)?政府|镇党委政府|街道办事处|街道办|街道"
_OFFICE = re.compile("(?:政府办公[室厅]|府办)$")
_GOVERNMENT_OFFICE = (
    "(?:[省市县区州旗](?:人民)?政府[及和、])?[省市县区州旗]?(?:人民)?政府办公[室厅]"
    "|[省市县区州旗](?:政府办|府办)(?:公[室厅])?"
)
_HARMLESS = (
    r"(?:政府|政务)?信息公开类|20\d\d年度?(?:以来)?|二〇..年度?|全年度?|本年度?|年内|今年|当年|一年来|期间|截至(?:目前|年底|\d+月\d+日|12月底)?|自?\d+月\d+日起?|至|底|末"
    "|除去|除|剩余的?|其余的?|余下的?|另外|线上、?线下|线上[和及]线下|年度|同时|此外|目前|现|总体上?|经统计|据统计|统计|其中|包括|含|另有|另|还有|还|又|再|仅|只|有|实际|均|皆|都|已|并|且|也|则"
    "|共计|累计|合计|共|总|一共|依法|依规|及时|认真|按时|按期|按规定|严格|规范|稳妥|妥善|有序|高效|主动|全部|做到|圆满|顺利|高质量"
    "|以上|上述|各类|相关|有关|本着|对|就|于|在|向|将|把|的|地|了|中|上|内|方面|工作|情况|期限|时限|法定|规定|事项|案件"
    "|依申请公开(?:方面|工作|情况)?|政府信息公开申请(?:方面|工作|情况)?|(?:政府|政务)?信息公开(?:方面|工作|情况)?|公开"
    "|申请人?|公民|法人|其他组织|人民群众|群众|社会公众|公众|提出|提交|办理|处理|答复|办结|回复|提供|主动公开|政府信息|信息|决定|作出|给予|予以|件|涉及"
    r"|[一二三四五六七八九十]是|[（(][一二三四五六七八九十\d]+[）)]|^\d{1,2}[.、]|[一二三四五六七八九十]+、|“|”|、|和|及|以及|与|\.|—|-"
)
_FILLING = re.compile(_HARMLESS)
_CASES = (
    "因|由|涉|针对|被|提起|引发|引起|产生|发生|导致|收到|而|所|作为|被申请人|被告|被复议"
    "|新增|新收|新发生|参加|应诉|行政|存在|出现"
)
_NARROWING = re.compile(
    "因(?!(?:政府|政务)?信息公开|此)|由于|为由|属于|原因|理由|网上|网络|网站|邮箱|邮件|电子|信函|邮寄|当面|现场|线上(?![、和及]?线下)|(?<!线上)(?<!线上[、和及])线下|平台|名义|渠道|方式|传真|窗口"
    "|自然人|个人|企业|社会组织|法人(?!和|或|、|及|其他)|机构|备案|本级|审理|化解|指导|领域|重点|类型|(?<!各)(?<!公开)类|逾期|主动撤回|撤销|撤回|涉农|征地|拆迁"
)
_NARROWING_BEFORE = re.compile(
    "(?<!原)因(?!(?:政府|政务)?信息公开|此)|由于|为由|属于|备案|自然人(?![、和或及])|法人(?!和|或|、|及)"
    "|(?:通过|经由|以)[^，。；]{0,24}(?:网|信函|邮|平台|窗口|传真|当面|方式|渠道)"
)
_UNIT = re.compile(
    "(?:局|委员会|委|办公室|办|中心|厅|处|所|院|站|队|县|区|市|镇|乡|街道|村|社区|部门|单位|学校|公司|园区|政府|企业)$"
)
_SHORTEST_NAME = 3
_SEVERAL = re.compile("各|所属|下属|两级|成员单位|部门及|等单位")
_FOREIGN_SUBJECT = re.compile(
    r"^(?:其中[，：]?)?(?P<name>[\u4e00-\u9fff]{2,16}?(?:局|委|办公室|办|中心|县|区|镇|乡|街道|法院|公司|分局|学校))"
    "(?=认真|严格|共|全年|高度|坚持|积极|按照|依法|作为|结合|收到|受理|主动|进一步|办理|持续|$)"
)


@dataclass(frozen=True, slots=True)
class Words:
    """What the words in front of a cue say: ``holder`` is None where they name nobody."""

    holder: Holder | None
    narrowed: bool


class Holders:
    """Reads for whom a sentence of one report counts. Built once for a report."""

    __slots__ = ("_name", "_own", "_stripped", "_stripped_case")

    def __init__(self, organ: Organ) -> None:
        self._name = organ.name if organ.kind == "department" and organ.source == "title" else ""
        own = [*_names(organ), *_self_references(organ)]
        self._own = re.compile("|".join(own))
        self._stripped = re.compile("|".join((*own, _HARMLESS)))
        self._stripped_case = re.compile("|".join((*own, _CASES, _HARMLESS)))

    def read(self, words: str, before: str, *, case: bool = False) -> Words:
        """``words`` stand in the same clause in front of a cue, ``before`` are the clauses in front of that, as far
        back as the number before. ``case``: the cue counts reviews or lawsuits."""
        narrowed = _NARROWING.search(words) is not None or (
            not case and bool(before) and _NARROWING_BEFORE.search(before) is not None
        )
        rest = (self._stripped_case if case else self._stripped).sub("", words) if words else ""
        if rest and self._name and self._is_short_name(_FILLING.sub("", words)):
            return Words("organ", narrowed)
        if rest:
            if _SEVERAL.search(rest):
                return Words("several", narrowed)
            return Words("subordinate" if _UNIT.search(rest) else "unsure", narrowed)
        if words and self._own.search(words):
            return Words("organ", narrowed)
        return Words(self._subject_of(before), narrowed)

    def _is_short_name(self, words: str) -> bool:
        """Whether words are short for a department's name: its characters in that order, to the last (市发改委)."""
        for name in (self._name, self._name.removesuffix("员会")):
            if len(words) >= _SHORTEST_NAME and name.endswith(words[-1]):
                rest = iter(name)
                if all(character in rest for character in words):
                    return True
        return False

    def speaks_of_another(self, sentence: str) -> bool:
        """Whether a sentence is about another unit than the organ and its office, so that the next one may be too."""
        match = _FOREIGN_SUBJECT.match(sentence)
        if match is None or match["name"].endswith(("办", "办公室", "中心")):
            return False
        return self._own.search(match["name"]) is None

    def _subject_of(self, before: str) -> Holder | None:
        """Who is the subject of the clauses in front, None where they name nobody."""
        found: Holder | None = None
        for clause in re.split("[，；：、（）。]", before) if before else ():
            match = _FOREIGN_SUBJECT.match(self._stripped.sub("", clause, count=1) if clause[:1].isdigit() else clause)
            if match is not None:
                found = "organ" if self._own.search(match["name"]) else "subordinate"
            elif self._own.match(clause):
                found = "organ"
        return found


def _names(organ: Organ) -> list[str]:
    """The name in the title and what is left of it when the places in front are left out, the longest first."""
    if organ.source != "title":
        return []
    names = []
    short = organ.name
    for ending in ("人民政府", "政府", "办事处"):
        short = short.removesuffix(ending)
    for name in (organ.name, short):
        names += [re.escape(name[at:]) for at in range(len(name) - 2)]
    return sorted(set(names), key=len, reverse=True)


def _self_references(organ: Organ) -> list[str]:
    office = _OFFICE.search(organ.name) is not None
    kind: OrganKind = "department" if office else organ.kind  # 全市 is not what the office of a city's government is.
    kinds = _OWN_KINDS.get(kind) or "|".join(_OWN_KINDS.values())
    own = [f"[我本全](?:{kinds}|{_ANYONE})"]
    if kind == "government":
        whole = f"[我本全](?:{kinds})"
        own.insert(0, f"(?:{whole})?各级(?:行政机关|机关|各部门|政府(?:及其|及|各)部门|人民政府|政府)")
        own.insert(0, f"{whole}(?:行政机关|各地区?、?各部门)")
    if kind == "township":
        own.insert(0, _TOWNSHIP_OFFICE)
    if office:
        own.insert(0, _GOVERNMENT_OFFICE)
    if organ.name.endswith("分局"):
        own.append("分局")
    return own
