"""Code lenses: above a table how its figures tally, above the title the form in use and the number of findings."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from lsprotocol import types as t

from gxlint.language import Message
from gxlint.parser import Part
from gxlint.report import LaidTable
from gxlint.rule import Finding
from gxlint.text import Span
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.features.saying import say
from gxlint_lsp.features.tables import Tally, tally

OPTIONS = t.CodeLensOptions(resolve_provider=False)

SHOW = "gxlint.show"
"""The command behind a lens: show a range of a document. Arguments: its URI, the range."""


def provide(analysis: Analysis, params: t.CodeLensParams | None = None) -> list[t.CodeLens]:
    """The lenses of the document; none where they are switched off."""
    if not analysis.options.lens:
        return []
    return [lens for part in analysis.parts if part.report.recognised for lens in _of_part(analysis, part)]


def _of_part(analysis: Analysis, part: Part) -> Iterator[t.CodeLens]:
    yield _of_title(analysis, part)
    for table in part.report.layout.tables:
        if table.form.relations:
            yield _of_table(analysis, part, table)


def _of_table(analysis: Analysis, part: Part, table: LaidTable) -> t.CodeLens:
    counts = tally(part.report, table)
    first = min((one.left[0].cell.span for one in counts.wrong), default=None)
    span = first.shifted(part.offset) if first is not None else None
    return _lens(analysis, table.span.start + part.offset, Message("勾稽：{said}", {"said": _said(counts)}), span)


def _said(counts: Tally) -> Message:
    """``2 式相符，1 式不符``; nothing is said of what there is none of."""
    if counts.untouched:
        return Message("尚未填写")
    if not (counts.wrong or counts.blank or counts.open):
        return Message("{count} 式全部相符", {"count": counts.held})
    pieces = [Message("{count} 式相符", {"count": counts.held})]
    if counts.wrong:
        pieces.append(Message("{count} 式不符", {"count": counts.broken}))
    if counts.blank:
        pieces.append(Message("{count} 式尚未填写", {"count": counts.blank}))
    if counts.open:
        pieces.append(Message("{count} 式无法核对", {"count": counts.open}))
    said = pieces[0]
    for piece in pieces[1:]:
        said = Message("{one}，{other}", {"one": said, "other": piece})
    return said


def _of_title(analysis: Analysis, part: Part) -> t.CodeLens:
    report = part.report
    findings = findings_of(analysis, part)
    place = (report.title.span.start if report.title else _first_character(report.text)) + part.offset
    args: dict[str, object] = {"form": report.form.document_number, "count": len(findings)}
    said = Message("格式：{form}　发现 {count} 处问题", args) if findings else Message("格式：{form}　未发现问题", args)
    return _lens(analysis, place, said, findings[0].span if findings else None)


def findings_of(analysis: Analysis, part: Part) -> Sequence[Finding]:
    """The findings in one report of the document."""
    found, after = analysis.findings, part.offset + max(len(part.report.text), 1)
    first = bisect_left(found, part.offset, key=lambda one: one.span.start)
    last = len(found) if part is analysis.parts[-1] else bisect_left(found, after, key=lambda one: one.span.start)
    return found[first:last]


def _first_character(text: str) -> int:
    return len(text) - len(text.lstrip())


def _lens(analysis: Analysis, offset: int, said: Message, target: Span | None) -> t.CodeLens:
    """A lens above the line of ``offset`` that leads to ``target``; without a target, or for a client that cannot show
    documents, it only says something."""
    command = t.Command(say(analysis, said), "")
    if target is not None and analysis.client.show_document:
        command = t.Command(command.title, SHOW, arguments=[analysis.document.uri, _plain(analysis.range(target))])
    line = analysis.index.line_span(analysis.index.row(offset))
    return t.CodeLens(analysis.range(Span(line.start, line.start)), command)


def _plain(place: t.Range) -> dict[str, dict[str, int]]:
    return {
        name: {"line": one.line, "character": one.character}
        for name, one in (("start", place.start), ("end", place.end))
    }
