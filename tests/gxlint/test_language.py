"""Messages are told in Chinese or English; every bundled message has its English with the same fields."""

from __future__ import annotations

import importlib.util
import sys
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest

from gxlint.language import Message, catalogue, english_title, tell, tell_title, translate
from gxlint.plugins import load
from gxlint.rule import Rule

TOOL = Path(__file__).resolve().parents[2] / "tools" / "catalogues.py"


def catalogues() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogues", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["catalogues"] = module
    spec.loader.exec_module(module)
    return module


TOOLS = catalogues()
BUNDLED_RULES = [rule for plugin in load().plugins if plugin.bundled for rule in plugin.rules]


@pytest.fixture
def acme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An importable package with a catalogue that the project's own tool made."""
    package = tmp_path / "acme_words"
    package.mkdir()
    (package / "__init__.py").write_text(
        "from gxlint.language import Message\n"
        'PARTS = Message("{count}列", {"count": 1})\n'
        'WHOLE = Message("{parts}，差{gap}", {"parts": [PARTS], "gap": 2})\n'
        'BROKEN = Message("共{count}处", {"count": 3})\n',
        "utf-8",
    )
    TOOLS.update(package)
    po = TOOLS.folder(package) / "acme_words.po"
    text = po.read_text("utf-8")
    for chinese, english in {
        "{count}列": "column {count}",
        "{parts}，差{gap}": "{parts}: off by {gap}",
        "共{count}处": "in all {number}",
    }.items():
        text = text.replace(f'msgid "{chinese}"\nmsgstr ""', f'msgid "{chinese}"\nmsgstr "{english}"')
    po.write_text(text, "utf-8")
    TOOLS.update(package)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "acme_words", raising=False)
    importlib.import_module("acme_words")
    catalogue.cache_clear()
    return package


@pytest.mark.parametrize("package", TOOLS.packages(), ids=lambda path: str(path.name))
def test_every_message_has_english_with_the_same_fields_and_the_compiled_catalogue_is_fresh(package: Path) -> None:
    assert TOOLS.faults(package) == []


@pytest.mark.parametrize("rule", BUNDLED_RULES, ids=lambda rule: str(rule.code))
def test_every_bundled_rule_has_an_english_title(rule: Rule) -> None:
    title = english_title(rule.page)
    assert title
    assert len(title) < 200
    assert tell_title(rule, "en") == title
    assert tell_title(rule) == rule.title


def test_chinese_is_told_without_any_catalogue() -> None:
    assert tell("{place}应为 {sum}", {"place": "总计", "sum": Decimal("1.50")}) == "总计应为 1.50"


def test_a_template_without_values_is_told_as_it_stands() -> None:
    assert tell("多余的“{”") == "多余的“{”"


def test_values_that_are_messages_are_told_in_the_same_language(acme: Path) -> None:
    parts = [Message("{count}列", {"count": 1}), Message("{count}列", {"count": 2})]
    args = {"parts": parts, "gap": 7}
    assert tell("{parts}，差{gap}", args) == "1列、2列，差7"
    assert tell("{parts}，差{gap}", args, "en", "acme_words.rules.totals") == "column 1, column 2: off by 7"
    assert str(Message("{parts}，差{gap}", args)) == "1列、2列，差7"


def test_without_a_translation_that_fits_the_chinese_stands(acme: Path) -> None:
    assert tell("共{count}处", {"count": 3}, "en", "acme_words") == "共3处"
    assert tell("没有译文", {}, "en", "acme_words") == "没有译文"
    assert tell("没有译文", {}, "en", "no_such_module") == "没有译文"
    assert tell("", {}, "en") == ""


def test_the_catalogue_of_the_core_is_asked_after_the_plugins_own(acme: Path) -> None:
    assert translate("加载失败：{error}", "en", "acme_words") == "could not be loaded: {error}"


def test_a_catalogue_that_cannot_be_read_costs_nothing_but_the_english(acme: Path) -> None:
    (TOOLS.folder(acme) / "acme_words.mo").write_bytes(b"no catalogue at all, not even a head of one")
    catalogue.cache_clear()
    assert tell("{count}列", {"count": 1}, "en", "acme_words") == "1列"


def test_the_tool_tells_what_is_missing_differs_or_is_stale(acme: Path) -> None:
    (fault,) = TOOLS.faults(acme)
    assert "other fields" in fault
    source = acme / "__init__.py"
    source.write_text(source.read_text("utf-8").replace("共{count}处", "合计{count}处"), "utf-8")
    found = TOOLS.faults(acme)
    assert any("no English for '合计{count}处'" in one for one in found)
    assert any("no longer used: '共{count}处'" in one for one in found)
    (TOOLS.folder(acme) / "acme_words.mo").unlink()
    assert any("stale" in one for one in TOOLS.faults(acme))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('Finding(span, "一")', ["一"]),
        ('Finding(span, message="一" "二")', ["一二"]),
        ('gxlint.Fix(edits, "safe", "改" if one else "换")', ["改", "换"]),
        ('Related(span, "此处", {"a": Message("内{a}", {"a": 1})})', ["内{a}", "此处"]),
        ('text = "甲"\nif x:\n    text = "乙"\nFinding(span, text)', ["甲", "乙"]),
        ('other("不是消息")\nFinding(span, problem.message)', []),
    ],
)
def test_the_tool_finds_the_literals_that_are_messages(tmp_path: Path, source: str, found: list[str]) -> None:
    (tmp_path / "module.py").write_text(source, "utf-8")
    assert sorted(one.text for one in TOOLS.templates(tmp_path)) == sorted(found)


def test_the_tool_refuses_a_message_that_is_put_together(tmp_path: Path) -> None:
    (tmp_path / "module.py").write_text('\nFinding(span, f"第{number}行")\n', "utf-8")
    with pytest.raises(TOOLS.TemplateError, match=r"module\.py:2"):
        TOOLS.templates(tmp_path)


def test_the_english_title_is_the_first_sentence_of_the_english_section() -> None:
    page = "标题\n\n查什么\n    甲\n\nEnglish\n    The total is\n    wrong. It should be right.\n\n    More.\n"
    assert english_title(page) == "The total is wrong"
    assert english_title("标题\n\nEnglish\n\n    Only this.") == "Only this"
    assert english_title("标题\n\n查什么\n    甲") == ""
