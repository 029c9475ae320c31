"""gxlint, a linter for the annual reports on government information disclosure (政府信息公开工作年度报告).

What is imported here is what a plugin may use; everything else may change without notice.
"""

from __future__ import annotations

from gxlint.forms import FormError, bundled_forms, load_form
from gxlint.hookspecs import hookimpl
from gxlint.language import Message
from gxlint.parser import parse_all
from gxlint.readers import MARKDOWN, PLAIN, Reader
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
from gxlint.rule import Edit, Finding, Fix, Related, Rule, RuleError, Severity, rule
from gxlint.text import MARKUP_TOKEN, fold

__version__ = "0.1.0"


def read_report(text: str, name: str = "", year: int | None = None) -> Report:
    """The first report in a text, read as plain text or Markdown and laid on the official forms.

    ``name`` is the file's name, ``year`` the year to assume when neither the text nor the name tells one. The report's
    ``recognised`` is False when the text is no annual report.
    """
    return parse_all(text, name, PLAIN.blocks, bundled_forms(), year)[0].report


__all__ = [
    "MARKDOWN",
    "MARKUP_TOKEN",
    "PLAIN",
    "Block",
    "Break",
    "Cell",
    "CellKind",
    "Change",
    "Comparison",
    "Edit",
    "Finding",
    "Fix",
    "Form",
    "FormColumn",
    "FormError",
    "FormRelation",
    "FormRow",
    "FormSection",
    "FormTable",
    "HeaderRepeated",
    "LabelForeign",
    "LabelMisspelt",
    "LabelRole",
    "LabelVariant",
    "LaidRow",
    "LaidTable",
    "Layout",
    "LineIndex",
    "Message",
    "Misfit",
    "NumberKind",
    "Organ",
    "OrganKind",
    "PageNumber",
    "Paragraph",
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
    "Severity",
    "Span",
    "Table",
    "TableUnreadable",
    "Term",
    "Title",
    "Year",
    "fold",
    "hookimpl",
    "load_form",
    "read_report",
    "rule",
]
