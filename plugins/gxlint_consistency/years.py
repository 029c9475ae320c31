"""GXC001, GXC002: the year a report is about, and its statistical period."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gxlint import Edit, Finding, Fix, Message, Passage, Related, Report, Span, Year, read_passages, rule

_PERIOD = re.compile(
    r"(?P<word>统计(?:期限|期间|时限|时间|时段|周期|范围))(?P<filling>[^。；，]{0,12}?)"
    r"(?P<y1>\d{3,6})年(?P<m1>\d{1,2})月(?P<d1>\d{1,2})日(?:0时)?(?:起|始|开始)?(?:至|到|—+|－|-|~|～)"
    r"(?:(?P<y2>\d{3,6})年)?(?P<m2>\d{1,2})月(?P<d2>\d{1,2})日"
)
_OWN_NAME = re.compile(
    r"(?P<year>20\d\d)年度?(?:政府|政务)?信息公开(?:工作)?年度报告(?!格式|的?通知|编制|编写|撰写|要求|发布|模板|工作|公开)"
)
_SPEAKS_OF_ITSELF = re.compile("现(?:将|予以|向|公)|本(?:年度)?报告|编制|特向社会|特此")
_OPENING = re.compile(
    r"(?:^|[。！？])(?:[（(]?[一二三四五六七八九十\d]{1,2}(?:[）)]|[、.])(?:[^。，：]{1,16}[。：])?)?(?P<year>20\d\d)年度?(?=，|我|全|本)(?!全国)"
)
_FIRST_YEAR = 2008
_LAST_YEAR = 2100
_START, _END = (1, 1), (12, 31)


@dataclass(frozen=True, slots=True)
class _Period:
    """The statistical period as printed: its parts with their places."""

    passage: Passage
    match: re.Match[str]

    def figure(self, part: str) -> int | None:
        printed = self.match[part]
        return int(printed) if printed else None

    def span(self, part: str) -> Span:
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
        return all(_FIRST_YEAR <= year <= _LAST_YEAR for year in self.years)


def _periods(report: Report) -> Iterator[_Period]:
    if "统计" not in report.text:
        return
    for passage in read_passages(report):
        if "统计" in passage.text:
            for match in _PERIOD.finditer(passage.text):
                yield _Period(passage, match)


@rule("GXC001", "report-year", severity="warning", basis="条例第四十九条：报告上一年度的情况")
def report_year(report: Report) -> Iterator[Finding]:
    """年份不一致

    查什么
        标题的年份与统计期限的年份（错误）、与报告对自己的称呼、与第一部分所说的年份（警告）是否一致。第一部分只有在每一段
        以年份开头的话说的都是别的年份时才提示。

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
    periods = list(_periods(report))
    for period in periods:
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
    """The first opening of a sentence with another year, where no sentence of part one opens with the right one."""
    openings: list[tuple[int, Span]] = []
    for passage in read_passages(report):
        if passage.section == "overview":
            if str(year.value) in passage.text:
                return
            openings += [
                (int(match["year"]), passage.span(match.start("year"), match.end("year")))
                for match in _OPENING.finditer(passage.text)
            ]
    if openings:
        found, span = openings[0]
        yield Finding(
            span,
            "第一部分说的是 {found} 年，{source}是 {year} 年，请核对这一部分是否为上一年的内容。",
            {"found": found, "source": _source(year), "year": year.value},
            related=(
                *_where(year),
                *(Related(one, "这里也是 {year} 年", {"year": other}) for other, one in openings[1:8]),
            ),
        )


def _source(year: Year) -> Message:
    return Message("标题") if year.source == "title" else Message("统计期限")


def _where(year: Year) -> tuple[Related, ...]:
    if year.span is None:
        return ()
    return (Related(year.span, "{source}的年份：{year}", {"source": _source(year), "year": year.value}),)


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
    for period in _periods(report):
        if period.whole_year and period.credible:
            continue  # Another year altogether is a matter of GXC001.
        wanted = year.value if year is not None and year.source == "title" else _year_meant(period)
        if wanted is None:
            continue
        yield from _wrong_ends(report, period, wanted)


def _year_meant(period: _Period) -> int | None:
    return next((one for one in period.years if _FIRST_YEAR <= one <= _LAST_YEAR), None)


def _wrong_ends(report: Report, period: _Period, year: int) -> Iterator[Finding]:
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
