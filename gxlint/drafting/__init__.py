"""Writing what the official form asks for and a report lacks: tables, rows, headings, a whole blank report.

Everything is written in the shape of the document it goes into: its cell marks, its way with merged cells, the style of
its headings. Line ends are ``\\n`` here; whoever puts a text into a document writes the document's own.
"""

from __future__ import annotations

from gxlint.drafting.blank import blank_report, period_sentence
from gxlint.drafting.draft import Draft
from gxlint.drafting.headings import draft_headings
from gxlint.drafting.inserts import draft_item, draft_rows, draft_section_tables
from gxlint.drafting.migration import LeftFigure, Migration, migrate
from gxlint.drafting.shape import MARKDOWN_TABLES, TAB_ROWS, Marks, Merging, Shape, shape_of
from gxlint.drafting.writing import Figures, write_table

__all__ = [
    "MARKDOWN_TABLES",
    "TAB_ROWS",
    "Draft",
    "Figures",
    "LeftFigure",
    "Marks",
    "Merging",
    "Migration",
    "Shape",
    "blank_report",
    "draft_headings",
    "draft_item",
    "draft_rows",
    "draft_section_tables",
    "migrate",
    "period_sentence",
    "shape_of",
    "write_table",
]
