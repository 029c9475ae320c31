"""Reports as the features of the editor see them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

from lsprotocol import types as t

from gxlint.forms import bundled_forms
from gxlint.language import Language
from gxlint.session import Options, Project, Session, check_text
from gxlint.text import Span, Unit
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.client import Client
from gxlint_lsp.document import Document
from gxlint_lsp.options import EditorOptions
from tests.writing import Shape, figures, render

ABLE = Client(
    markdown=True,
    annotations=True,
    document_changes=True,
    resolve_edits=True,
    action_literals=True,
    action_data=True,
    snippets=True,
    symbol_trees=True,
    links=True,
    tags=True,
    related=True,
    descriptions=True,
    data=True,
    show_document=True,
)
"""A client that can do everything."""

UNITS: tuple[Unit, ...] = ("utf-8", "utf-16", "utf-32")
FOLDER = Path("/nowhere")
"""No file is read or written there."""
URI = "file:///nowhere/report.txt"


@cache
def project() -> Project:
    """The project of a folder without settings."""
    return Session(Options(isolated=True)).project(FOLDER)


def analyse(
    text: str,
    *,
    client: Client = ABLE,
    unit: Unit = "utf-16",
    options: EditorOptions | None = None,
    language: Language = "zh",
    version: int = 7,
    name: str = "report.txt",
) -> Analysis:
    """What the server knows of a document with this text."""
    document = Document.of(f"file:///nowhere/{name}", version, text)
    return of_document(document, client=client, unit=unit, options=options, language=language)


def of_document(
    document: Document,
    *,
    client: Client = ABLE,
    unit: Unit = "utf-16",
    options: EditorOptions | None = None,
    language: Language = "zh",
) -> Analysis:
    """What the server knows of a document."""
    name = document.uri.rpartition("/")[2]
    result = check_text(document.text, name, project(), FOLDER / name)
    return Analysis(document, unit, result, language, project(), client, options or EditorOptions())


def written(
    shape: Shape = "tab-cells", *, year: int = 2024, organ: str = "青山县云岭镇人民政府", end: str = "\n"
) -> str:
    """A consistent report with figures, in one of the shapes that reports come in."""
    form = next(one for one in bundled_forms() if one.in_force(year))
    return render(form, figures(Random(3), form, 30), shape, year=year, organ=organ, line_end=end)


def cell_span(analysis: Analysis, table: str, row: str, column: str) -> Span:
    """Where a figure stands, by the keys of the form."""
    part = analysis.parts[0]
    laid = part.report.layout.table(table)
    assert laid is not None
    cell = laid.cell(row, column)
    assert cell is not None
    return cell.span.shifted(part.offset)


def with_figure(text: str, table: str, row: str, column: str, figure: str) -> str:
    """The report with another figure in one cell."""
    span = cell_span(analyse(text), table, row, column)
    return text[: span.start] + figure + text[span.end :]


def identifier(analysis: Analysis) -> t.TextDocumentIdentifier:
    return t.TextDocumentIdentifier(analysis.document.uri)


def whole(analysis: Analysis) -> t.Range:
    """The range of the whole document."""
    return analysis.range(Span(0, len(analysis.text)))


def position_of(analysis: Analysis, words: str, behind: int = 1) -> t.Position:
    """A place in the first of these words, so many characters behind their beginning."""
    return analysis.position(analysis.text.index(words) + behind)


def printed(analysis: Analysis, place: t.Range) -> str:
    """What stands in a range that a feature gave."""
    span = analysis.span(place)
    return analysis.text[span.start : span.end]
