"""GXC012: a report speaks of its organ as one kind of organ throughout."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from gxlint import Finding, Related, Report, Span, read_passages, rule

_SELF = re.compile(r"[我本](?P<kind>镇|乡|苏木|街道|街办|局|委|厅|中心|院)")
_NOT_IN_FRONT = {"我": "自忘小大", "本": "根基样版文成资原日书剧课标"}
_NOT_BEHIND = {"局": "部限面势促地域", "委": "托任员派屈", "乡": "本村镇亲情", "中心": "思城", "院": "士落"}
"""Characters in front of 我 and 本, and behind a kind, that make another word of them: 基本, 本局部, 我委托."""

_KINDS = {"街办": "街道"}
"""Short names of a kind."""

_IN_NAME = {
    "镇": "镇",
    "乡": "乡",
    "苏木": "苏木",
    "街道": "街",
    "局": "局",
    "委": "委",
    "厅": "厅",
    "中心": "中心",
    "院": "院",
}
"""For each kind the word by which a name is known to be of that kind."""

_SURE = 3
"""So many self-references of one kind show what the organ is."""


@dataclass(frozen=True, slots=True)
class _Self:
    """A place where the report speaks of its own organ."""

    kind: str
    words: str
    span: Span


@rule("GXC012", "organ-name", severity="warning", basis="公文应当称谓一致")
def organ_name(report: Report) -> Iterator[Finding]:
    """机关自称不一致

    查什么
        报告自称的机关种类前后矛盾：标题是镇、正文称“我局”，或者前面称“我镇”、后面称“本街办”。比较的是 镇、乡、街道、
        局、委、厅、院、中心 前面带“我”“本”的自称。

    依据
        公文应当称谓一致。

    为什么
        这往往是套用别的机关的报告没有改净，其中的数字和事例也可能是别人的。

    例
        错：
            2023年，我镇主动公开政府信息30条。我镇还加大宣传，提高居民对⟦本街办⟧有关信息的知晓率。
        对：
            2023年，我镇按照我县要求公开信息30条，党政办公室、县局办公室和我市有关部门予以指导，本机关、本单位未收费。

    怎样改
        统一为本机关的称谓，并检查那一段是否抄自其他机关。

    何时忽略
        一套班子、两块牌子的机关轮换使用两个自称时。上级（我县、我市）、内设机构（局办公室、党政办）、本机关、本单位、
        本部门不会误报。

    English
        Self-references of different kinds. The report calls its organ a town in one place and a bureau or a street
        office in another.
    """
    found = _self_references(report)
    if not found:
        return
    named = {kind for kind, word in _IN_NAME.items() if word in report.organ.name}
    kinds = Counter(one.kind for one in found)
    if named and not named & kinds.keys() and len(kinds) == 1 and len(found) >= _SURE:
        yield _against_title(report, found, named)
        return
    own = named or _own_kind(report, kinds)
    strangers = [one for one in found if one.kind not in own]
    if not strangers:
        return
    first = strangers[0]
    usual = next((one for one in found if one.kind in own), None)
    related = tuple(Related(one.span, "这里的自称也不一致") for one in strangers[1:])
    if usual is None:
        yield Finding(
            first.span,
            "这里自称“{words}”，与标题中的“{organ}”不一致，请核对是否抄自其他机关。",
            {"words": first.words, "organ": report.organ.name},
            related=related,
        )
        return
    yield Finding(
        first.span,
        "这里自称“{words}”，别处自称“{usual}”，请统一，并核对这一段是否抄自其他机关。",
        {"words": first.words, "usual": usual.words},
        related=(*related, Related(usual.span, "别处的自称")),
    )


def _self_references(report: Report) -> list[_Self]:
    found = []
    for passage in read_passages(report):
        text = passage.text
        for match in _SELF.finditer(text):
            kind = match["kind"]
            before, behind = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
            if before in tuple(_NOT_IN_FRONT[match[0][0]]) or behind in tuple(_NOT_BEHIND.get(kind, "")):
                continue
            found.append(_Self(_KINDS.get(kind, kind), match[0], passage.span(*match.span())))
    return found


def _own_kind(report: Report, kinds: Counter[str]) -> set[str]:
    """The kind by which a report whose name shows none may call its organ: none of these where it is the report of a
    province, city or county, else the one it uses most."""
    if report.organ.kind == "government" and report.organ.source == "title":
        return set()
    return {kinds.most_common(1)[0][0]}


def _against_title(report: Report, found: list[_Self], named: set[str]) -> Finding:
    usual = found[0].words
    return Finding(
        _kind_in_title(report, named),
        "标题中的机关是“{organ}”，正文却自称“{usual}”（{count} 处），请核对标题或正文。",
        {"organ": report.organ.name, "usual": usual, "count": len(found)},
        related=tuple(Related(one.span, "正文中的自称") for one in found),
    )


def _kind_in_title(report: Report, named: set[str]) -> Span:
    """Where the title says what kind of organ it is."""
    if report.title is None:
        return Span(0, 0)
    words = "|".join(_IN_NAME[kind] for kind in named)
    for line in report.title.lines:
        places = [match.span() for match in re.finditer(f"(?:{words})+", line.text)]
        if places:
            start, end = places[-1]
            return Span(line.start + start, line.start + end)
    return report.title.span
