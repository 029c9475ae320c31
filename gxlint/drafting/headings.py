"""Headings that a report lacks, in the style of those it has, each in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gxlint.drafting.draft import Draft, after_line, blank_before, line_end, line_start
from gxlint.drafting.regions import region_of
from gxlint.report import FormSection, Paragraph, Report, Section
from gxlint.text import MARKUP_TOKEN, Span

_PREFACE = ("编制", "统计期限", "公布", "本报告", "年度报告")
"""One of these words stands in every paragraph of a preface."""
_OWN_WORDS = {"problems": ("问题", "不足", "困难"), "other": ("信息处理费", "其他需要报告")}
"""Words that tell the text of a part behind the last table."""
_DATE = re.compile(
    r"(?:20\d\d|二[〇○零]..)\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月(?:\s*[\d一二三四五六七八九十]{1,3}\s*日)?"
)
_PARAGRAPH_ENDS = ("。", "！", "？", "；", "：")
"""What a line of prose ends with unless a converter broke it."""
_SENTENCE = re.compile(r"[。；;，,！？]")
_LONGEST_SIGNATURE = 30


@dataclass(frozen=True, slots=True)
class _Style:
    """How the headings of a document look: what stands in front of the words and behind them, with ``{}`` for the
    number, and whether an empty line follows."""

    front: str
    back: str
    arabic: bool
    spaced: bool

    def written(self, part: FormSection, place: int) -> str:
        """The heading of a part, the ``place``-th of the form (from 1)."""
        number = str(place) if self.arabic else part.number
        return f"{self.front.replace('{}', number)}{part.heading}{self.back}"


def draft_headings(
    report: Report, parts: Sequence[FormSection], sections: Sequence[Section] | None = None
) -> tuple[Draft, ...]:
    """Drafts that put the headings of ``parts``, which the report lacks, in their places; those with the same place are
    one draft. ``sections`` are the sections to go by (default: all of the report's).

    The heading of a part whose tables are there goes in front of them; any other in front of the next part, but behind
    a preface and in front of what reads like its own text.
    """
    known = report.sections if sections is None else sections
    style = _style(report, known)
    order = {part.key: number for number, part in enumerate(report.form.sections, 1)}
    lines: dict[int, list[str]] = {}
    for part in sorted(parts, key=lambda one: order.get(one.key, 0)):
        at = _place(report, part, known, order)
        lines.setdefault(at, []).append(style.written(part, order.get(part.key, 0)))
    return tuple(_draft(report.text, at, headings, style) for at, headings in sorted(lines.items()))


def _draft(text: str, at: int, headings: Iterable[str], style: _Style) -> Draft:
    gap = "\n\n" if style.spaced else "\n"
    front = "" if blank_before(text, at) else "\n"
    if at == len(text):
        front = "\n\n" if line_start(text, at) != at else front
        return Draft(Span(at, at), f"{front}{gap.join(headings)}\n")
    return Draft(Span(at, at), front + gap.join(headings) + gap)


def _style(report: Report, sections: Sequence[Section]) -> _Style:
    """The style of the section whose heading bears a number, else of any, else that of the form."""
    model = next((one for one in sections if one.number), sections[0] if sections else None)
    if model is None:
        return _Style("{}、", "", arabic=False, spaced=False)
    line = model.heading
    front = MARKUP_TOKEN.sub("", line.text[: model.title_span.start - line.start])
    if model.number:
        front = front.replace(model.number, "{}", 1)
    following = after_line(report.text, line.start)
    spaced = following < len(report.text) and not report.text[following : line_end(report.text, following)].strip()
    return _Style(front, line.text[model.title_span.end - line.start :].rstrip(), model.number.isdigit(), spaced)


def _place(report: Report, part: FormSection, sections: Sequence[Section], order: dict[str, int]) -> int:
    before = [one for one in sections if order.get(one.key, 0) < order[part.key]]
    after = [one for one in sections if order.get(one.key, 0) > order[part.key]]
    low = before[-1].heading.end if before else 0
    high = line_start(report.text, after[0].heading.start) if after else _end(report)
    tables = [table for table in report.layout.in_section(part.key) if low <= table.span.start < high]
    if tables:
        return min(region_of(report, table).start for table in tables)
    own = _own_text(report, part, before, high)
    return line_start(report.text, own.start) if own is not None else high


def _own_text(report: Report, part: FormSection, before: Sequence[Section], high: int) -> Paragraph | None:
    """The first paragraph in front of ``high`` that reads like the text of a part without a heading."""
    if part.key == report.form.sections[0].key:
        begin = report.title.span.end if report.title else 0
        first_table = min((table.span.start for table in report.tables), default=high)
        prose = [one for one in report.paragraphs if begin <= one.start < min(high, first_table) and one.text.strip()]
        return next((one for one in prose if not any(word in one.text for word in _PREFACE)), None)
    begin = max(_last_cell(report), before[-1].heading.end if before else 0)
    prose = [one for one in report.paragraphs if begin <= one.start < high and one.text.strip()]
    words = _OWN_WORDS.get(part.key, ())
    at = next((at for at, one in enumerate(prose) if any(word in one.text for word in words)), None)
    if at is None:
        return None
    while at and not prose[at - 1].text.rstrip().endswith(_PARAGRAPH_ENDS):
        at -= 1
    return prose[at]


def _end(report: Report) -> int:
    """The end of the text in front of a signature: the date in the last line, and the organ above it."""
    printed = [paragraph for paragraph in report.paragraphs if paragraph.text.strip()]
    if not printed or not _DATE.fullmatch(printed[-1].text.strip()) or printed[-1].end < _last_cell(report):
        return len(report.text)
    at = printed[-1].start
    if len(printed) > 1 and _is_organ(printed[-2].text):
        at = printed[-2].start
    return line_start(report.text, at)


def _last_cell(report: Report) -> int:
    return max((table.span.end for table in report.tables), default=0)


def _is_organ(line: str) -> bool:
    return len(line.strip()) <= _LONGEST_SIGNATURE and not _SENTENCE.search(line)
