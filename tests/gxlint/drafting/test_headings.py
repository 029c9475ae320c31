"""Missing headings are written in the style of the others and in front of what belongs to them."""

from __future__ import annotations

from itertools import combinations

import pytest

from gxlint.drafting import draft_headings
from gxlint.fixes import apply
from gxlint.forms import bundled_forms
from gxlint.report import FormSection
from gxlint.rule import Edit
from gxlint.testing import report_of, sample

PARTS = bundled_forms()[-1].sections
KEYS = [part.key for part in PARTS]
STYLES = {
    "plain": "{part.number}、{part.heading}",
    "markdown": "## {part.number}、{part.heading}",
    "bold": "**{part.number}、{part.heading}**",
    "converted": "{place}、 {part.heading}",
    "without a number": "{part.heading}",
    "parts": "第{part.number}部分 {part.heading}",
}


def styled(style: str) -> str:
    text = sample()
    for place, part in enumerate(PARTS, 1):
        text = text.replace(f"{part.title}\n", STYLES[style].format(part=part, place=place) + "\n")
    return text


def without(text: str, parts: tuple[FormSection, ...], style: str = "plain") -> str:
    for part in parts:
        heading = STYLES[style].format(part=part, place=PARTS.index(part) + 1)
        text = text.replace(f"{heading}\n\n", "", 1)
    return text


def with_headings(text: str) -> str:
    report = report_of(text)
    present = {section.key for section in report.sections}
    drafts = draft_headings(report, [part for part in PARTS if part.key not in present])
    return apply(text, (Edit(draft.span, draft.text) for draft in drafts))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("gone", range(5), ids=KEYS[:5])
def test_a_lost_heading_comes_back_as_it_was(style: str, gone: int) -> None:
    text = styled(style)
    assert [section.key for section in report_of(text).sections] == KEYS

    damaged = without(text, (PARTS[gone],), style)

    assert len(report_of(damaged).sections) == 5
    assert with_headings(damaged) == text


@pytest.mark.parametrize("gone", [*combinations(range(5), 3)], ids=str)
def test_several_lost_headings_come_back_at_once(gone: tuple[int, ...]) -> None:
    damaged = without(sample(), tuple(PARTS[number] for number in gone))

    assert with_headings(damaged) == sample()


def test_the_last_heading_goes_in_front_of_what_is_said_of_fees() -> None:
    damaged = without(sample(), (PARTS[5],))

    report = report_of(with_headings(damaged))

    section = report.section("other")
    assert section is not None
    assert any("信息处理费" in paragraph.text for paragraph in section.paragraphs)


@pytest.mark.parametrize("ending", ["\n", ""])
def test_the_last_heading_goes_in_front_of_the_signature(ending: str) -> None:
    text = sample()
    text = text[: text.index(PARTS[5].title)] + f"青山县云岭镇人民政府\n2025年1月20日{ending}"

    assert with_headings(text).endswith(f"六、其他需要报告的事项\n\n青山县云岭镇人民政府\n2025年1月20日{ending}")


def test_a_part_without_a_trace_goes_in_front_of_the_next() -> None:
    text = sample()
    text = text[: text.index(PARTS[4].title)] + text[text.index(PARTS[5].title) :]

    assert f"{PARTS[4].title}\n\n{PARTS[5].title}\n" in with_headings(text)


def test_the_first_heading_goes_behind_the_preface() -> None:
    text = with_headings(without(sample(), (PARTS[0],)))

    assert text.index("编制本报告") < text.index(PARTS[0].title) < text.index("（一）主动公开")


def test_headings_keep_the_line_ends_of_the_document() -> None:
    text = sample().replace("\n", "\r\n")
    damaged = text.replace(f"{PARTS[3].title}\r\n\r\n", "", 1)

    assert with_headings(damaged) == text


def test_a_line_that_a_converter_broke_is_not_torn_further() -> None:
    lines = (
        "2024年，我镇公开工作取得进展，但与群众期望相比还存在一\n定差距和不足，主要是更新不够及时。下一步将加强督促。\n"
    )
    text = sample()
    start, end = text.index(PARTS[4].title), text.index(PARTS[5].title)

    fixed = with_headings(text[:start] + lines + "\n" + text[end:])

    assert f"{PARTS[4].title}\n\n2024年，我镇公开工作" in fixed
