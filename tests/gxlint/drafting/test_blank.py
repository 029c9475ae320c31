"""A blank report is clean but for what is to be filled in."""

from __future__ import annotations

from pathlib import Path

import pytest

from gxlint.drafting import MARKDOWN_TABLES, TAB_ROWS, Shape, blank_report
from gxlint.fixes import apply
from gxlint.forms import bundled_forms
from gxlint.rule import Edit
from gxlint.session import Options, Session, check_text
from gxlint.testing import report_of

TO_FILL = {"GXM005", "GXF012"}


@pytest.mark.parametrize("shape", [TAB_ROWS, MARKDOWN_TABLES], ids=["text", "markdown"])
@pytest.mark.parametrize(
    "organ",
    [
        "青山县云岭镇人民政府",
        "临河市水务局",
        "望江区东桥街道办事处",
        "白石市人民政府",
        "青山县云岭镇",
        "青山县政务公开办公室",
        "白石高新区管委会",
    ],
)
@pytest.mark.parametrize("year", [2019, 2020, 2021, 2025])
def test_only_what_is_to_be_filled_in_is_found(shape: Shape, organ: str, year: int, tmp_path: Path) -> None:
    form = next(form for form in bundled_forms() if form.in_force(year))
    name = "新.md" if shape == MARKDOWN_TABLES else "新.txt"

    result = check_text(blank_report(form, year, organ, shape), name, Session(Options(isolated=True)).project(tmp_path))

    assert {finding.code for finding in result.findings} == TO_FILL
    assert [finding.code for finding in result.findings].count("GXF012") == 3
    assert result.parts[0].report.organ.name == organ


def test_when_it_is_filled_in_nothing_is_found(tmp_path: Path) -> None:
    text = blank_report(bundled_forms()[-1], 2025, "临河市水务局", MARKDOWN_TABLES)
    laid = [row for table in report_of(text).layout.tables for row in table.rows]
    text = apply(text, [Edit(cell.span, "0") for row in laid for cell in row.cells])
    words = {
        "（一）主动公开": "全年在政府网站公开水务信息30条。",
        "（二）依申请公开": "全年未收到政府信息公开申请。",
        "（三）政府信息管理": "信息发布前均经审查，定期清理。",
        "（四）政府信息公开平台建设": "维护好政府网站专栏，方便查询。",
        "（五）监督保障": "明确专人负责，开展业务培训。",
        "## 五、存在的主要问题及改进情况": "一是更新不够及时，将加强督促；二是解读形式单一，将丰富形式。",
        "## 六、其他需要报告的事项": "2025年未收取信息处理费。无其他需要报告的事项。",
    }
    filled = []
    heading = ""
    for line in text.split("\n"):
        heading = line if line in words else heading
        filled.append(words[heading] if line.startswith("（文字描述") else line)

    result = check_text("\n".join(filled), "新.md", Session(Options(isolated=True)).project(tmp_path))

    assert [finding.code for finding in result.findings if finding.severity != "info"] == []
