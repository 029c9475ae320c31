"""GXC013: another organ of the same level is the subject of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxlint import Finding, Organ, Report, read_passages, rule

_TOWNS = "镇|乡|街道办事处|街道"
_SUBJECT = re.compile(
    r"(?:^|[。！？；])(?:[（(]?[一二三四五六七八九十\d]{1,2}(?:[）)]|[、.])(?:[^。，：]{1,16}[。：])?)?(?:20\d\d年度?，?|全年，?)?"
    rf"(?P<name>[\u4e00-\u9fff]{{2,16}}?(?:{_TOWNS}|局|委员会)(?:人民政府|政府)?)"
    "(?=认真|坚持|高度重视|严格|全面|深入|积极|持续|始终|紧紧围绕|主动公开|收到|未收到|共收到|共受理|共公开|进一步|按照|贯彻|未发生|不断)"
)
_LOCAL = re.compile(r"(?P<local>[\u4e00-\u9fff]{1,6}?(?:镇|乡|街道))(?:人民政府|政府|办事处)?$")
_NOT_A_NAME = re.compile(
    "我|本|全|各|该|所在|乡镇|城镇|集镇|村镇|、|和|及|与|级|对|由|指导|督促|协助|要求|请|以及|会同|联合|配合|等|下属|所属"
)
_PLACE = re.compile("^(?P<place>[\u4e00-\u9fff]{2,8}?(?:省|市|县|区|州|旗))+")
_PLACEHOLDER = re.compile("[XxＸｘ×]|某|（|\\(")


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
        确实要说另一个机关。并列、合作的机关和上级不会误报；市、县政府的报告不查。

    English
        Another organ of the same level is the subject of a sentence, most likely copied from its report. Partners,
        lists and superiors are not told, nor are reports of cities and counties.
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
    place = _PLACE.match(organ.name) if organ.kind == "department" else None
    return (organ.name, place["place"]) if place else None


def _is_foreign(name: str, own: tuple[str, str]) -> bool:
    local, place = own
    if place:
        # A sister department by its full name; 县教育局 alone may be a superior or a partner.
        return name.startswith(place) and name != local and not local.startswith(name) and len(name) > len(place) + 2
    bare = local.removesuffix("街道").removesuffix("镇").removesuffix("乡")
    while len(bare) > 2 and any(word in bare for word in "省市县区州旗"):
        bare = re.sub("^.*?[省市县区州旗]", "", bare, count=1)
    return not name.endswith((local, f"{bare}镇", f"{bare}乡", f"{bare}街道"))
