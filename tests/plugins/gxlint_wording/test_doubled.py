"""GXW007: every entry of the list is found, and words that are doubled by right stay."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import gxlint_wording
from gxlint_wording import doubled_word
from tests.plugins.asking import fixed, levels, marked_words, with_lines

ENTRIES = tomllib.loads(Path(gxlint_wording.__file__).with_name("doubled.toml").read_text("utf-8"))["doubled"]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["wrong"])
def test_every_entry_is_found_and_mended(entry: dict[str, str]) -> None:
    text = with_lines(f"要求，{entry['wrong']}，要求。")
    assert marked_words(doubled_word, text) == [entry["wrong"]]
    assert fixed(doubled_word, text) == text
    assert fixed(doubled_word, text, unsafe=True) == with_lines(f"要求，{entry['right']}，要求。")


def test_doubled_words_are_warnings_and_doubled_particles_advice() -> None:
    assert levels(doubled_word, with_lines("做好公开工作工作。")) == ["warning"]
    assert levels(doubled_word, with_lines("重大政策的的出台。")) == ["info"]


@pytest.mark.parametrize(
    "line",
    [
        "紧紧围绕、层层落实、往往、常常、处处、纷纷、稳步步入、刚刚。",
        "领导小组组长转变工作作风，向上上报，发放放心食品。",
        "青山县人民政府政府信息公开工作。",
        "社会工作工作者参与，工作工作组进驻。",
        "政府信息信息化水平提高，安装信息信息系统。",
        "实事求是是基本要求，只要是是非非分明，目的的实现，标的的价值，的的确确。",
        "进行了了解，一目了了然，和和气气，促进人与自然和和谐社会。",
        "存在在形式上的不足，现在在岗人员，所在在册机构。",
        "作为为民服务的窗口，认为为群众办事，行为为先，因为为此。",
        "抓落实落实再落实，责任落实落实到人，通过通过审核的名单，践行党的群众群众路线。",
        "等等，各地地方政府，以及及时公开，对对照检查材料审核。",
    ],
)
def test_words_that_are_doubled_by_right_are_left_alone(line: str) -> None:
    assert marked_words(doubled_word, with_lines(line)) == []


def test_tables_are_not_searched() -> None:
    assert marked_words(doubled_word, with_lines("| 行政许可 | 工作工作 |")) == []
