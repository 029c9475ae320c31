"""GXC013: another organ of the same level is the subject of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxlint import Finding, Organ, Report, read_passages, rule

_TOWNS = "镇|乡|街道办事处|街道"
_SPEAKS_OF_ITSELF = "认真|坚持|高度重视|严格|始终|紧紧围绕|主动公开|收到|未收到|共收到|共受理|共公开|贯彻|未发生"
_ALSO_OF_A_TOWN = "全面|深入|积极|持续|进一步|按照|不断"
"""A department's report may well say that another one 按照分工 or 积极 did something."""
_SUBJECT = re.compile(
    r"(?:^|[。！？；])(?:[（(]?[一二三四五六七八九十\d]{1,2}(?:[）)]|[、.])(?:[^。，：]{1,16}[。：])?)?(?:20\d\d年度?，?|全年，?)?"
    rf"(?P<name>[\u4e00-\u9fff]{{2,16}}?(?:{_TOWNS}|局|委员会)(?:人民政府|政府)?)"
    rf"(?:(?={_SPEAKS_OF_ITSELF})|(?=(?P<loose>{_ALSO_OF_A_TOWN})))"
)
_LOCAL = re.compile(r"(?P<local>[\u4e00-\u9fff]{1,6}?(?:镇|乡|街道))(?:人民政府|政府|办事处)?$")
_NOT_A_NAME = re.compile(
    "我|本|全|各|该|所在|乡镇|城镇|集镇|村镇|、|和|及|与|级|对|由|指导|督促|协助|要求|请|以及|会同|联合|配合|等|下属|所属"
    "|推|加快|建设|打造|促进|实现|支持|强化|加强|开展|组织|做好|助力|服务|走进|深入|聚焦|通过|依托|特色|小镇|美丽|示范|中心镇"
    "|[强名古重]镇|[水家故老下返入还同城]乡|公开|信息|工作"
)
"""Words that no name of a town has: 推进特色小镇, 开展科技下乡."""
_PLACE = re.compile("^(?P<place>[\u4e00-\u9fff]{2,8}?(?:省|市|县|区|州|旗))+")
_PLACEHOLDER = re.compile("[XxＸｘ×]|某|（|\\(")
_OFFICE = re.compile("办公[室厅]")
"""Whose report may speak of any department: it reports on them all."""
_PARTY = re.compile("(?:省|市|县|区|州|旗|工作|常务|检查|政协)委员会$")


@rule("GXC013", "foreign-organ", severity="warning", basis="报告说的是本机关的情况")
def foreign_organ(report: Report) -> Iterator[Finding]:
    """出现其他机关名称

    查什么
        一句话以另一个同级机关的全名作主语：云岭镇的报告里写“白石镇认真落实……”，水务局的报告里写“某县教育局坚持……”。

    依据
        报告说的是本机关的情况。

    为什么
        往往是套用别的机关的报告没有改净，其中的数字和事例也是别人的。

    例
        错：
            ⟦白石镇⟧认真落实政府信息公开各项要求。
        对：
            云岭镇认真落实政府信息公开各项要求，与白石镇、临河镇联合开展培训，青山县人民政府予以指导。

    怎样改
        改为本机关的名称，并核对这一段是否抄自其他机关。不能自动修改。

    何时忽略
        确实要说另一个机关。并列、合作的机关和上级不会误报，简称（发展改革局、住建局）就是本机关；市、县政府和政府办公室
        的报告不查。

    English
        Another organ of the same level is the subject of a sentence, most likely copied from its report. Partners,
        lists, superiors and short names of the organ itself are not told, nor are reports of cities, counties and
        their offices.
    """
    own = _own(report.organ)
    if own is None:
        return
    endings = ("镇", "乡", "街道") if report.organ.kind == "township" else ("局", "委员会")
    told: set[str] = set()
    for passage in read_passages(report):
        if not any(ending in passage.text for ending in endings):
            continue
        for match in _SUBJECT.finditer(passage.text):
            name = match["name"]
            short = name.removesuffix("人民政府").removesuffix("政府").removesuffix("办事处")
            if short in told or not short.endswith(endings) or _NOT_A_NAME.search(name) or not _is_foreign(short, own):
                continue
            if own[1] and match["loose"]:
                continue
            told.add(short)
            yield Finding(
                passage.span(match.start("name"), match.end("name")),
                "这是“{organ}”的报告，这一句说的却是“{name}”，请核对是否抄自其他机关。",
                {"organ": report.organ.name, "name": name},
            )


def _own(organ: Organ) -> tuple[str, str] | None:
    """The organ's own name and, for a department, the place it belongs to; None where it does not tell."""
    if organ.source != "title" or _PLACEHOLDER.search(organ.name):
        return None
    if organ.kind == "township":
        match = _LOCAL.search(organ.name)
        return (match["local"], "") if match else None
    if organ.kind != "department" or _OFFICE.search(organ.name):
        return None
    place = _PLACE.match(organ.name)
    return (organ.name, place["place"]) if place else None


def _is_foreign(name: str, own: tuple[str, str]) -> bool:
    local, place = own
    if place:
        # A sister department by its full name; 县教育局 alone may be a superior or a partner.
        sister = name.startswith(place) and len(name) > len(place) + 2 and not _PARTY.search(name)
        return sister and not name.startswith(local) and not _short_for(name, local) and not _short_for(local, name)
    bare = local.removesuffix("街道").removesuffix("镇").removesuffix("乡")
    while len(bare) > 2 and any(word in bare for word in "省市县区州旗"):
        bare = re.sub("^.*?[省市县区州旗]", "", bare, count=1)
    return not name.endswith((local, f"{bare}镇", f"{bare}乡", f"{bare}街道"))


def _short_for(short: str, name: str) -> bool:
    """Whether a name may be short for another: its characters are there in that order (住建局, 住房和城乡建设局)."""
    rest = iter(name)
    return all(character in rest for character in short)
