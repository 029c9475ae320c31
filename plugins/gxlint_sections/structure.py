"""What the rules on the six parts share: which headings count, and whether six parts are asked for at all."""

from __future__ import annotations

from gxlint import Report, Section

FIRST_SIX_PART_YEAR = 2019
"""Reports on earlier years follow the regulation of 2007 and have other parts."""


_LEAST_ENTRIES = 3


def has_six_parts(report: Report) -> bool:
    """Whether the report has to consist of the six parts: every report but those on years before 2019."""
    return report.year is None or report.year.value >= FIRST_SIX_PART_YEAR


def body_sections(report: Report) -> tuple[Section, ...]:
    """The sections without a table of contents: headings one below the other in front of the text, which all come
    again later, are entries of a contents list and no sections."""
    sections = report.sections
    entries = 0
    while entries + 1 < len(sections) and is_empty(report, sections[entries]):
        entries += 1
    for end in (entries + 1, entries):
        later = {section.key for section in sections[end:]}
        if end >= _LEAST_ENTRIES and all(section.key in later for section in sections[:end]):
            return sections[end:]
    return sections


def is_empty(report: Report, section: Section) -> bool:
    """Whether nothing stands between this heading and the next one, neither words nor a table."""
    if any(paragraph.text.strip() for paragraph in section.paragraphs):
        return False
    start, end = section.body.start, section.body.end
    return not any(start <= table.span.start < end for table in report.tables)
