"""Text of PDF files: paragraphs run together, lines cut anywhere. What is sound stays without a finding."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest

from gxlint.testing import findings
from gxlint_sections import heading_numbering, part_count, problem_measure_count
from tests.plugins.asking import marked_words, with_lines

PREFACE = (
    "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、"
    "存在的主要问题及改进情况、其他需要报告的事项等六个部分组成。统计期限为2024年1月1日至2024年12月31日。"
)
SENTENCES = (
    "落实条例第二十条第（一）项、第（五）项、第（六）项、第（八）项规定，及时公开信息。",
    "主要做法有三个方面：（1）规范公开目录；（2）优化公开流程；（3）加强监督检查。",
    "一是加强领导，成立领导小组；二是完善制度，明确职责；三是强化培训，参训120人次。",
    "1.2万户群众受益，3.5亿元补贴资金全部公开，二、三季度开展检查，十、十一月份组织评议。",
    "推进1.政务公开，2.办事公开，3.村务公开三位一体，形成“1+6+X”体系。",
    "其中（一）类信息3条、（二）类信息4条，公开专栏设二级栏目14个。",
    "坚持“一号通办、一网通办、一窗受理”，做到一是一、二是二。",
)
ASPECTS = ("主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障")
PROBLEMS = "一是公开的深度和广度不够，与群众期望有差距。二是人员多为兼职，业务不熟。三是个别栏目更新不及时。"
MEASURES = "一是加强组织领导，压实工作责任。二是加大培训力度，提高业务水平。三是严格对照目录，及时更新栏目。"


def overview(random: Random) -> list[str]:
    """Section one, with points of one level in the first ones of another."""
    number = random.choice(("（{han}）{name}。", "{arabic}.{name}。", "{han}是{name}情况。", "（{han}）{name}"))
    paragraphs = []
    for at, (han, name) in enumerate(zip("一二三四五", ASPECTS, strict=True), 1):
        told = "".join(random.sample(SENTENCES, random.randint(1, 3)))
        head = number.format(han=han, arabic=at, name=name)
        paragraphs += [head + told] if head.endswith("。") else [head, told]
    return paragraphs


def run_together(random: Random, paragraphs: Sequence[str]) -> list[str]:
    """Some paragraphs behind the one in front of them, on one line."""
    joined = [paragraphs[0]]
    for paragraph in paragraphs[1:]:
        if random.randrange(3):
            joined.append(paragraph)
        else:
            joined[-1] += random.choice(("", " ", "  ")) + paragraph
    return joined


def cut(random: Random, paragraphs: Sequence[str], width: int) -> list[str]:
    """Lines of ``width`` characters, some shorter, some with an empty line behind."""
    lines = []
    for paragraph in paragraphs:
        rest = paragraph
        while rest:
            at = random.choice((width, width, width, random.randint(8, width)))
            lines.append(rest[:at])
            rest = rest[at:]
    return lines


@pytest.mark.parametrize("seed", range(120))
def test_sound_numbers_stay_without_a_finding_however_the_lines_are_cut(seed: int) -> None:
    random = Random(seed)
    width = random.randint(20, 44)
    problems = [f"存在的主要问题：{PROBLEMS}", f"改进情况：{MEASURES}"]
    lines = [
        "（前言）",
        *cut(random, [PREFACE], width),
        "一、总体情况",
        *cut(random, run_together(random, overview(random)), width),
        "五、存在的主要问题及改进情况",
        *cut(random, run_together(random, problems), width),
    ]
    text = with_lines("\n".join(lines))
    told = [text[one.span.start : one.span.end] for one in findings(text, heading_numbering)]
    assert told == [], text
    assert findings(text, part_count) == []


def test_the_points_of_part_five_are_counted_through_line_breaks() -> None:
    problems = PROBLEMS.replace("二是", "二\n是")
    text = with_lines(f"五、存在的主要问题及改进情况\n存在的主要问题：{problems}\n改进情况：{MEASURES}")
    assert findings(text, problem_measure_count) == []


def test_a_gap_is_told_in_lines_cut_anywhere() -> None:
    random = Random(1)
    for missing in ("（二）依申请公开。", "（三）政府信息管理。", "（四）政府信息公开平台建设。"):
        heads = [f"（{han}）{name}。" for han, name in zip("一二三四五", ASPECTS, strict=True)]
        paragraphs = [head + "".join(random.sample(SENTENCES[2:4], 1)) for head in heads if head != missing]
        text = with_lines("一、总体情况\n" + "\n".join(cut(random, paragraphs, 30)))
        assert marked_words(heading_numbering, text) == [heads[heads.index(missing) + 1][:3]]


@pytest.mark.parametrize(
    "line",
    [
        # A line that breaks off in front of an item may go on with it: the item counts or does not.
        "（一）公开。\n（二）申请。共分为乡村建设、社会救助、农业农村、民生保障\n（五）等栏目。\n（三）监督。",
        "1.公开。\n2.申请。推进政务公开、办事公开和村务公开三个方面，即\n3.村务公开等。\n3.监督。",
    ],
)
def test_an_item_that_may_be_none_makes_no_gap_and_no_repetition(line: str) -> None:
    assert marked_words(heading_numbering, with_lines(f"一、总体情况\n{line}")) == []
