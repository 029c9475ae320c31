"""Lines that belong together."""

from __future__ import annotations

from gxlint.testing import sample
from gxlint_lsp.features.prose import Passages
from tests.conftest import WILD, needs_reports
from tests.lsp.features.analysing import analyse


def grouped(text: str) -> list[list[str]]:
    report = analyse(text).parts[0].report
    return [[line.text.strip() for line in group] for group in Passages(report).of(report.prose())]


def test_wrapped_lines_are_one_group_and_others_stay_alone() -> None:
    first, second = "2024年，我镇认真贯彻落实《中华人民共和国政府信息公开条例》，全年", "主动公开政府信息120条。"
    groups = grouped(sample().replace("一、总体情况\n", f"一、总体情况\n\n{first}\n{second}\n\n", 1))
    assert [first, second] in groups
    assert all(len(group) == 1 for group in groups if first not in group)


def test_no_line_is_lost_or_moved() -> None:
    report = analyse(sample()).parts[0].report
    lines = list(report.prose())
    assert [line for group in Passages(report).of(lines) for line in group] == lines


@needs_reports
def test_lines_of_converted_reports_are_put_together() -> None:
    for path in WILD:
        report = analyse(path.read_text("utf-8")).parts[0].report
        lines = list(report.prose())
        groups = Passages(report).of(lines)
        assert [line for group in groups for line in group] == lines
        assert len(groups) < len(lines)
