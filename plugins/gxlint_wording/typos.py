"""GXW006: confusions of characters and words that are common in official documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache

from gxlint import Edit, Finding, Fix, Report, Span, rule
from gxlint_wording.prose import Lines


@dataclass(frozen=True, slots=True)
class Confusion:
    """One entry of the data file. The contexts are regular expressions, empty where the entry has none."""

    wrong: str
    right: str
    before: str = ""
    not_before: str = ""
    after: str = ""
    not_after: str = ""
    mild: bool = False

    def stands_at(self, text: str, at: int) -> bool:
        """Whether the wrong wording stands at this place, in the context it is wrong in."""
        if not text.startswith(self.wrong, at):
            return False
        end = at + len(self.wrong)
        line, ahead = text[max(0, at - _CONTEXT) : at], text[end : end + _CONTEXT]
        return (
            (not self.before or re.match(self.before, ahead) is not None)
            and (not self.not_before or re.match(self.not_before, ahead) is None)
            and (not self.after or re.search(f"(?:{self.after})$", line) is not None)
            and (not self.not_after or re.search(f"(?:{self.not_after})$", line) is None)
        )


_CONTEXT = 16
"""How many characters on either side the context of an entry can ask about."""


@rule("GXW006", "typo", severity="warning", basis="《通用规范汉字表》；《现代汉语词典》", fixable="unsafe")
def typo(report: Report) -> Iterator[Finding]:
    """常见错别字

    查什么
        公文里常见、一看便知的错别字：严把责任观（关）、今年来（今年以来）、截止2023年底（截至）、更好的服务于
        （更好地）、布署（部署）、拔付（拨付）等，收在数据文件中，一处一条。可能两可的词不收。

    依据
        《通用规范汉字表》；《现代汉语词典》。

    为什么
        错别字损害公文的严肃性，有的会改变意思。

    例
        错：
            严把⟦责任观⟧，对公开信息逐条审核。
        错：
            ⟦截止⟧2023年底，我镇主动公开政府信息30条。
        对：
            申请截止日期为2023年6月30日，通过渝快政平台为群众提供更好的服务。

    怎样改
        对照上下文确认后改正。涉及用词，不自动修改，可用 `--unsafe-fixes`。

    何时忽略
        专有名称、方言或引文中的特殊写法。

    English
        Typo. A confusion of characters or words that is common in official documents and beyond doubt; the list is a
        data file.
    """
    pattern, confusions = _confusions()
    places = [match.start() for match in pattern.finditer(report.text)]
    if not places:
        return
    prose = Lines(report.prose())
    for at in places:
        known = next((one for one in confusions[report.text[at]] if one.stands_at(report.text, at)), None)
        if known is None or at not in prose:
            continue
        span = Span(at, at + len(known.wrong))
        args = {"wrong": known.wrong, "right": known.right}
        fix = Fix((Edit(span, known.right),), "unsafe", "改为“{right}”", args)
        yield Finding(
            span, "“{wrong}”疑为“{right}”之误，请核对。", args, fix=fix, severity="info" if known.mild else None
        )


@cache
def _confusions() -> tuple[re.Pattern[str], dict[str, list[Confusion]]]:
    """One pattern for all wrong wordings of the data file, and the entries by their first character, those with the
    longest wording first."""
    import tomllib
    from pathlib import Path

    entries = tomllib.loads(Path(__file__).with_name("typos.toml").read_text("utf-8"))["typos"]
    known = {field.name for field in fields(Confusion)}
    confusions = [Confusion(**{key: entry[key] for key in entry.keys() & known}) for entry in entries]
    confusions.sort(key=lambda one: (-len(one.wrong), one.wrong))
    by_first: dict[str, list[Confusion]] = {}
    for one in confusions:
        by_first.setdefault(one.wrong[0], []).append(one)
    return re.compile("|".join(re.escape(one.wrong) for one in confusions)), by_first
