"""GXC002: the statistical period of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gxlint import Edit, Finding, Fix, Passage, Report, Span, read_passages, rule

_PERIOD = re.compile(
    r"(?P<word>统计(?:数据)?的?(?:期限?|期间|时限|时间|时段|周期|范围)|起止时间)(?P<filling>[^。；，]{0,12}?)"
    r"(?P<y1>\d{3,6})年(?P<m1>\d{1,2})月(?P<d1>\d{1,2})日(?:0时|零时)?(?:起|始|开始)?，?(?:至|到|—+|－|-|~|～)"
    r"(?:(?P<y2>\d{3,6})年)?(?P<m2>\d{1,2})月(?P<d2>\d{1,2})日"
)
_FIRST_YEAR = 2008
_LAST_YEAR = 2100
_START, _END = (1, 1), (12, 31)


@dataclass(frozen=True, slots=True)
class Period:
    """The statistical period as printed: its parts with their places."""

    passage: Passage
    match: re.Match[str]

    def figure(self, part: str) -> int | None:
        """A year, month or day of it; None where it is left out."""
        printed = self.match[part]
        return int(printed) if printed else None

    def span(self, part: str) -> Span:
        """Where that figure stands."""
        return self.passage.span(self.match.start(part), self.match.end(part))

    @property
    def years(self) -> tuple[int, int]:
        """The years it begins and ends in; one year said once counts for both."""
        first = self.figure("y1") or 0
        return first, self.figure("y2") or first

    @property
    def whole_year(self) -> bool:
        """Whether it runs from 1 January to 31 December of one year."""
        first, last = self.years
        return (
            first == last
            and (self.figure("m1"), self.figure("d1")) == _START
            and (self.figure("m2"), self.figure("d2")) == _END
        )

    @property
    def credible(self) -> bool:
        """Whether both years are years at all: 202020年 is none."""
        return all(_FIRST_YEAR <= year <= _LAST_YEAR for year in self.years)


def periods(report: Report) -> Iterator[Period]:
    """The statistical periods that a report names, in order."""
    for passage in read_passages(report):
        if "统计" in passage.text or "起止" in passage.text:
            for match in _PERIOD.finditer(passage.text):
                yield Period(passage, match)


@rule("GXC002", "statistical-period", severity="error", basis="条例第四十九条：报告上一年度的情况", fixable="unsafe")
def statistical_period(report: Report) -> Iterator[Finding]:
    """统计期限错误

    查什么
        统计期限是否为报告年度的1月1日至12月31日；年份多写、少写了数字也在此提示。

    依据
        《中华人民共和国政府信息公开条例》第四十九条：报告的是上一年度的情况。

    为什么
        统计期限决定报告里所有数字的范围。

    例
        错：
            （前言）
            本报告所列数据的统计期限自2024年1月1日起至⟦202024年12月31日⟧止。
        错：
            （前言）
            本报告所列数据的统计期限为2024年1月1日至⟦2024年11月30日⟧。
        对：
            （前言）
            本报告所列数据的统计期限自2024年1月1日起至12月31日止。

    怎样改
        改为报告年度的1月1日至12月31日。须人工核对的修正按报告年度写出；标题和统计期限年份不同的，请先核对是哪一个错
        （见 GXC001）。

    何时忽略
        机关当年新设立或撤销，统计期限确实不满一年。

    English
        The statistical period is not 1 January to 31 December of the year reported on. The unsafe fix writes the dates
        of that year.
    """
    year = report.year
    for period in periods(report):
        if period.whole_year and period.credible:
            continue  # Another year altogether is a matter of GXC001.
        wanted = year.value if year is not None and year.source == "title" else _year_meant(period)
        if wanted is None:
            continue
        yield from _wrong_ends(report, period, wanted)


def _year_meant(period: Period) -> int | None:
    return next((one for one in period.years if _FIRST_YEAR <= one <= _LAST_YEAR), None)


def _wrong_ends(report: Report, period: Period, year: int) -> Iterator[Finding]:
    first, last = period.years
    for given, keys, wanted, opening in (
        (first, ("y1", "m1", "d1"), _START, True),
        (last, ("y2", "m2", "d2"), _END, False),
    ):
        month, day = period.figure(keys[1]), period.figure(keys[2])
        if given == year and (month, day) == wanted:
            continue
        if not opening and given != year and not period.match["y2"] and (month, day) == wanted:
            continue  # The year is said once, in front.
        begin = period.match.start(keys[0] if period.match[keys[0]] else keys[1])
        span = period.passage.span(begin, period.match.end(keys[2]) + len("日"))
        said = f"{year}年{wanted[0]}月{wanted[1]}日"
        yield Finding(
            span,
            "统计期限应当自 {said} 起，这里写的是“{found}”。"
            if opening
            else "统计期限应当至 {said} 止，这里写的是“{found}”。",
            {
                "said": said,
                "found": "".join(report.text[span.start : span.end].split()),
            },
            fix=Fix((Edit(span, said),), "unsafe", "改为 {said}", {"said": said}),
        )
