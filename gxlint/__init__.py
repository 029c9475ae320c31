"""gxlint, a linter for the annual reports on government information disclosure (政府信息公开工作年度报告).

What is imported here is what a plugin may use; everything else may change without notice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gxlint.data import DataTable, EntryError
from gxlint.forms import FormError, bundled_forms, load_form
from gxlint.hookspecs import hookimpl
from gxlint.language import Message
from gxlint.parser import parse_all
from gxlint.readers import HTML, MARKDOWN, PLAIN, Reader, View, ViewWriter
from gxlint.report import (
    Block,
    Break,
    Cell,
    CellKind,
    Change,
    Comparison,
    Form,
    FormColumn,
    FormRelation,
    FormRow,
    FormSection,
    FormTable,
    HeaderMissing,
    HeaderRepeated,
    LabelForeign,
    LabelMisspelt,
    LabelRole,
    LabelVariant,
    LaidRow,
    LaidTable,
    Layout,
    LineIndex,
    Misfit,
    NumberKind,
    Organ,
    OrganKind,
    PageNumber,
    Paragraph,
    Relation,
    Report,
    Row,
    RowMissing,
    RowMoved,
    RowUnknown,
    RowWidth,
    Section,
    Span,
    Table,
    TableUnreadable,
    Term,
    Title,
    Year,
)
from gxlint.rule import Edit, Finding, Fix, Option, Related, Rule, RuleError, Severity, rule
from gxlint.statements import (
    OUTCOMES,
    Passage,
    Quantity,
    Sentence,
    Statement,
    Topic,
    read_passages,
    read_sentences,
    read_statements,
)
from gxlint.text import MARKUP_TOKEN, fold

if TYPE_CHECKING:
    from gxlint.drafting import (
        MARKDOWN_TABLES,
        TAB_ROWS,
        Draft,
        LeftFigure,
        Migration,
        Shape,
        blank_report,
        draft_headings,
        draft_item,
        draft_rows,
        draft_section_tables,
        migrate,
        shape_of,
        write_table,
    )

__version__ = "0.1.0"

_DRAFTING = frozenset(
    (
        "MARKDOWN_TABLES",
        "TAB_ROWS",
        "Draft",
        "LeftFigure",
        "Migration",
        "Shape",
        "blank_report",
        "draft_headings",
        "draft_item",
        "draft_rows",
        "draft_section_tables",
        "migrate",
        "shape_of",
        "write_table",
    )
)
"""Public names that are loaded when they are first used: few reports lack what they write."""


def __getattr__(name: str) -> object:
    if name in _DRAFTING:
        from gxlint import drafting

        value: object = getattr(drafting, name)
        globals()[name] = value
        return value
    raise AttributeError(f"module 'gxlint' has no attribute {name!r}")


def read_report(text: str, name: str = "", year: int | None = None) -> Report:
    """The first report in a text, read as plain text or Markdown and laid on the official forms.

    ``name`` is the file's name, ``year`` the year to assume when neither the text nor the name tells one. The report's
    ``recognised`` is False when the text is no annual report.
    """
    return parse_all(text, name, PLAIN.blocks, bundled_forms(), year)[0].report


__all__ = [
    "HTML",
    "MARKDOWN",
    "MARKDOWN_TABLES",
    "MARKUP_TOKEN",
    "OUTCOMES",
    "PLAIN",
    "TAB_ROWS",
    "Block",
    "Break",
    "Cell",
    "CellKind",
    "Change",
    "Comparison",
    "DataTable",
    "Draft",
    "Edit",
    "EntryError",
    "Finding",
    "Fix",
    "Form",
    "FormColumn",
    "FormError",
    "FormRelation",
    "FormRow",
    "FormSection",
    "FormTable",
    "HeaderMissing",
    "HeaderRepeated",
    "LabelForeign",
    "LabelMisspelt",
    "LabelRole",
    "LabelVariant",
    "LaidRow",
    "LaidTable",
    "Layout",
    "LeftFigure",
    "LineIndex",
    "Message",
    "Migration",
    "Misfit",
    "NumberKind",
    "Option",
    "Organ",
    "OrganKind",
    "PageNumber",
    "Paragraph",
    "Passage",
    "Quantity",
    "Reader",
    "Related",
    "Relation",
    "Report",
    "Row",
    "RowMissing",
    "RowMoved",
    "RowUnknown",
    "RowWidth",
    "Rule",
    "RuleError",
    "Section",
    "Sentence",
    "Severity",
    "Shape",
    "Span",
    "Statement",
    "Table",
    "TableUnreadable",
    "Term",
    "Title",
    "Topic",
    "View",
    "ViewWriter",
    "Year",
    "blank_report",
    "draft_headings",
    "draft_item",
    "draft_rows",
    "draft_section_tables",
    "fold",
    "hookimpl",
    "load_form",
    "migrate",
    "read_passages",
    "read_report",
    "read_sentences",
    "read_statements",
    "rule",
    "shape_of",
    "write_table",
]
