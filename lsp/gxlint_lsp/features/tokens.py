"""Semantic tokens: headings, labels, figures, totals, and totals that are wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lsprotocol import types as t

from gxlint.parser import Part
from gxlint.report import Cell
from gxlint.text import Span, width
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.features.notices import cited_in
from gxlint_lsp.features.outline import heading_words, is_subheading
from gxlint_lsp.features.tables import parts_in, touches, verdicts_of

TYPES = (
    "title",
    "heading",
    "subheading",
    "label",
    "figure",
    "total",
    "wrongTotal",
    "documentNumber",
    "residue",
)
"""``wrongTotal`` is also the one cell that explains a broken relation; ``residue`` a page number left in the text."""
MODIFIERS = ("suspect",)
"""``suspect``: a figure of a broken relation that may be the wrong one."""

OPTIONS = t.SemanticTokensOptions(
    t.SemanticTokensLegend(list(TYPES), list(MODIFIERS)),
    range=True,
    full=t.SemanticTokensFullDelta(delta=True),
)

_SUSPECT = 1
Token = tuple[int, int, int, int]
"""Start, end, number of the type, modifiers; counted in the document."""


def provide(
    analysis: Analysis, params: t.SemanticTokensParams | t.SemanticTokensRangeParams | None = None
) -> t.SemanticTokens:
    """The tokens of the document, or of the range that was asked for. A page with markup has the colours of its own
    language."""
    if analysis.view is not None:
        return t.SemanticTokens([])
    whole = Span(0, len(analysis.text))
    asked = analysis.span(params.range) if isinstance(params, t.SemanticTokensRangeParams) else whole
    return t.SemanticTokens(encoded(analysis, tokens_in(analysis, asked)))


def delta(before: Sequence[int], after: Sequence[int]) -> list[t.SemanticTokensEdit]:
    """What makes ``after`` of ``before``, both the data of tokens: one edit of the middle, or none."""
    if before == after:
        return []
    most = min(len(before), len(after))
    start = next((at for at in range(most) if before[at] != after[at]), most)
    end = 0
    while end < most - start and before[len(before) - 1 - end] == after[len(after) - 1 - end]:
        end += 1
    return [t.SemanticTokensEdit(start, len(before) - start - end, list(after[start : len(after) - end]))]


def tokens_in(analysis: Analysis, asked: Span) -> list[Token]:
    """The tokens that touch the span, in the order of the text, none overlapping another."""
    found: list[Token] = []
    for part in parts_in(analysis, asked):
        inside = asked.shifted(-part.offset)
        for start, end, kind, modifiers in (*_lines(part), *_cells(part, inside)):
            if start < end and start <= inside.end and inside.start <= end:
                found.append((start + part.offset, end + part.offset, kind, modifiers))
    number = TYPES.index("documentNumber")
    found += [(span.start, span.end, number, 0) for span, _ in cited_in(analysis, asked)]
    return _apart(sorted(found))


def _apart(tokens: Iterable[Token]) -> list[Token]:
    """Of tokens that overlap, the one that begins first."""
    kept: list[Token] = []
    for token in tokens:
        if not kept or token[0] >= kept[-1][1]:
            kept.append(token)
    return kept


def _lines(part: Part) -> Iterator[Token]:
    report = part.report
    for line in report.title.lines if report.title else ():
        yield _token(line.span, "title")
    for section in report.sections:
        yield _token(section.heading.span, "heading")
        for line in section.paragraphs:
            if is_subheading(line):
                yield _token(Span(line.start, line.start + len(heading_words(line))), "subheading")
    for number in report.page_numbers:
        yield _token(number.span, "residue")


def _cells(part: Part, inside: Span) -> Iterator[Token]:
    """Every cell of a table that says something: figures with their verdict, all other cells as labels."""
    verdicts = verdicts_of(part.report)
    laid: dict[int, Token] = {}
    for laid_table in part.report.layout.tables:
        for cell in (cell for row in laid_table.rows for cell in row.cells):
            verdict = verdicts.get(id(cell))
            kind = "total" if verdict and verdict.total else "figure"
            if verdict and verdict.state == "wrong":
                kind = "wrongTotal"
            suspect = _SUSPECT if verdict and verdict.state == "suspect" else 0
            laid[cell.start] = _token(cell.span, kind, suspect)
    for table in part.report.tables:
        if touches(table.span, inside):
            for cell in (cell for row in table.rows for cell in row.cells):
                yield laid.get(cell.start) or _other(cell)


def _other(cell: Cell) -> Token:
    return _token(cell.span, "label" if cell.value is None else "figure")


def _token(span: Span, kind: str, modifiers: int = 0) -> Token:
    return span.start, span.end, TYPES.index(kind), modifiers


def encoded(analysis: Analysis, tokens: Iterable[Token]) -> list[int]:
    """The tokens as the protocol wants them: five numbers each, places relative to the token before, none over the end
    of a line."""
    index, unit = analysis.index, analysis.unit
    data: list[int] = []
    last_row = last_column = last_offset = 0
    for start, end, kind, modifiers in tokens:
        for row in range(index.row(start), index.row(end) + 1):
            line = index.line_span(row)
            piece = Span(max(start, line.start), min(end, line.end))
            if piece.start >= piece.end:
                continue
            same = row == last_row and bool(data)
            begin = last_offset if same else line.start
            column = (last_column if same else 0) + width(analysis.text[begin : piece.start], unit)
            length = width(analysis.text[piece.start : piece.end], unit)
            data += (row - last_row, column - last_column if same else column, length, kind, modifiers)
            last_row, last_column, last_offset = row, column, piece.start
    return data
