"""Options of rules: declared by a rule, given by settings, handed to the rule."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from gxlint import Option, Report, RuleError, rule
from gxlint.session import Options, Project, Session, check_text
from gxlint.settings import SettingsError
from gxlint.testing import overlay, sample

REPORT = overlay(sample(), "全年组织业务培训3次，参训120人次。")
PLUGIN = """
from gxlint import Finding, Option, Span, hookimpl, rule

@rule("ACME001", "words", options=[
    Option("most-words", 5, "最多多少字", least=1, most=9),
    Option("share", 0.5, "比例"),
    Option("loud", False, "是否"),
    Option("word", "培训", "词"),
    Option("endings", ("次",), "结尾"),
])
def words(report, *, most_words, share, loud, word, endings):
    "Tells its options."
    values = {"most_words": most_words, "share": share, "loud": loud, "word": word, "endings": endings}
    yield Finding(Span(0, 1), "{most_words} {share} {loud} {word} {endings}", values)

@hookimpl
def gxlint_rules():
    return [words]
"""


def project(folder: Path, settings: str = "", **overrides: object) -> Project:
    (folder / "local.py").write_text(PLUGIN, "utf-8")
    (folder / "gxlint.toml").write_text('plugins = ["local.py"]\nselect = ["ACME"]\n' + settings, "utf-8")
    return Session(Options(overrides=overrides)).project(folder)


def told(made: Project) -> list[dict[str, object]]:
    return [dict(one.args) for one in check_text(REPORT, "report.md", made).findings]


DEFAULTS = {"most_words": 5, "share": 0.5, "loud": False, "word": "培训", "endings": ("次",)}


def test_without_settings_a_rule_runs_with_its_defaults(tmp_path: Path) -> None:
    assert told(project(tmp_path)) == [DEFAULTS]


@pytest.mark.parametrize("named", ["ACME001", "acme001", "words"])
def test_settings_give_a_rule_its_options_by_code_or_name(tmp_path: Path, named: str) -> None:
    settings = f'[rules.{named}]\nmost-words = 7\nshare = 1\nloud = true\nword = "x"\nendings = ["a", "b"]\n'
    expected = {"most_words": 7, "share": 1, "loud": True, "word": "x", "endings": ("a", "b")}
    assert told(project(tmp_path, settings)) == [expected]


def test_an_option_that_is_not_given_keeps_its_default(tmp_path: Path) -> None:
    assert told(project(tmp_path, "[rules.ACME001]\nloud = true\n")) == [{**DEFAULTS, "loud": True}]


def test_what_the_caller_says_outranks_the_file_option_by_option(tmp_path: Path) -> None:
    made = project(tmp_path, "[rules.ACME001]\nmost-words = 7\nloud = true\n", rules={"words": {"most-words": 8}})
    assert told(made) == [{**DEFAULTS, "most_words": 8, "loud": True}]


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("rules = 1", "rules 应为一张表"),
        ('rules = ["GXT"]', "rules 应为一张表"),
        ("[rules]\nACME001 = 7", "rules.ACME001 应为一张表（[rules.ACME001] 之下逐行写）"),
        ("[rules.ACME002]\nx = 1", "没有规则 ACME002，是不是 ACME001"),
        ("[rules.ACME001]\nmost-wrds = 1", "没有选项 most-wrds，是不是 most-words？（可用 most-words / share"),
        ("[rules.GXT001]\nlimit = 1", "规则 GXT001 没有选项"),
        ('[rules.ACME001]\nseverity = "error"', "严重程度写在 [severity] 之下"),
        ("[rules.ACME001]\nmost-words = 7.0", "most-words 应为整数，现为 7.0"),
        ("[rules.ACME001]\nmost-words = true", "most-words 应为整数，现为 true"),
        ("[rules.ACME001]\nmost-words = 0", "most-words 应不小于 1，现为 0"),
        ("[rules.ACME001]\nmost-words = 10", "most-words 应不大于 9，现为 10"),
        ("[rules.ACME001]\nshare = nan", "share 应为数"),
        ('[rules.ACME001]\nshare = "0.5"', "share 应为数"),
        ("[rules.ACME001]\nloud = 1", "loud 应为true 或 false"),
        ("[rules.ACME001]\nword = 1979-05-27", 'word 应为字符串，现为 "1979-05-27"'),
        ('[rules.ACME001]\nendings = "次"', "endings 应为字符串列表"),
        ("[rules.ACME001]\nendings = [1]", "endings 应为字符串列表"),
    ],
)
def test_a_wrong_option_is_an_error_that_says_where_and_what(tmp_path: Path, settings: str, said: str) -> None:
    with pytest.raises(SettingsError) as raised:
        project(tmp_path, settings + "\n")
    assert said in str(raised.value)
    assert raised.value.origin.row == settings.count("\n") + 3


def test_a_rule_of_a_plugin_that_is_not_there_is_a_note_and_no_error(tmp_path: Path) -> None:
    (tmp_path / "gxlint.toml").write_text('disable-plugins = ["totals"]\n[rules.GXT008]\ntownship = 9\n', "utf-8")
    made = Session(Options()).project(tmp_path)
    assert ["GXT008" in str(note) for note in made.selection.notes] == [True]


def test_options_of_bundled_rules_change_what_they_find(tmp_path: Path) -> None:
    def codes(settings: str) -> list[str]:
        (tmp_path / "gxlint.toml").write_text(f'select = ["GXS010"]\n{settings}', "utf-8")
        made = Session(Options()).project(tmp_path)
        return [one.code for one in check_text(REPORT, "report.md", made).findings]

    assert (codes(""), codes("[rules.GXS010]\nlimit = 10\n")) == ([], ["GXS010"])


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (Option("Limit", 1, "字数"), "lower case"),
        (Option("limit", None, "字数"), "NoneType"),  # type: ignore[arg-type]
        (Option("other", 1, "字数"), "takes no keyword 'other'"),
    ],
)
def test_an_option_that_the_rule_cannot_take_is_refused_when_the_rule_is_made(option: Option, said: str) -> None:
    def finds_nothing(report: Report, *, limit: int) -> tuple[()]:
        """Finds nothing."""
        return ()

    with pytest.raises(RuleError, match=textwrap.shorten(said, 60)):
        rule("ACME001", "nothing", options=[option])(finds_nothing)


def test_an_option_is_refused_twice() -> None:
    def finds_nothing(report: Report, **options: object) -> tuple[()]:
        """Finds nothing."""
        return ()

    rule("ACME001", "nothing", options=[Option("limit", 1, "字数")])(finds_nothing)
    with pytest.raises(RuleError, match="twice"):
        rule("ACME001", "nothing", options=[Option("limit", 1, "字数")] * 2)(finds_nothing)
