"""The registry loads plugins one by one: whatever one of them does, the others run."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gxlint.plugins import Registry, load

RULE = '''
from gxlint.hookspecs import hookimpl
from gxlint.rule import Finding, rule
from gxlint.text import Span


@rule("{code}", "{name}")
def phone(report):
    """标题中没有电话"""
    yield Finding(Span(0, 1), "电话")


@hookimpl
def gxlint_rules():
    return [phone]
'''

Install = Callable[..., None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Installs a distribution with one module as a packaging tool would leave it on the path."""
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(str(site))

    def lay_down(distribution: str, module: str, source: str, *, entry: str = "", version: str = "1.2") -> None:
        (site / f"{module}.py").write_text(source, "utf-8")
        info = site / f"{distribution.replace('-', '_')}-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n", "utf-8")
        (info / "entry_points.txt").write_text(f"[gxlint]\n{entry or module} = {module}\n", "utf-8")
        monkeypatch.delitem(sys.modules, module, raising=False)

    return lay_down


def plain(tmp_path: Path, name: str, source: str) -> Path:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, "utf-8")
    return path


def reasons(registry: Registry, plugin: str) -> list[str]:
    return [problem.message for problem in registry.problems if problem.plugin == plugin]


def test_the_core_brings_its_rule_its_readers_and_the_official_forms() -> None:
    registry = load(entry_points=False)
    assert [plugin.name for plugin in registry.plugins] == ["core"]
    assert registry.plugins[0].bundled
    assert registry.rule("GXE001") is registry.rule("rule-crashed") is registry.rules["GXE001"]
    assert [form.key for form in registry.forms] == ["2019", "2021"]
    assert {suffix for reader in registry.readers for suffix in reader.suffixes} >= {".txt", ".md"}
    assert registry.problems == ()


def test_bundled_plugins_come_through_entry_points() -> None:
    registry = load()
    bundled = [plugin.name for plugin in registry.plugins if plugin.bundled]
    assert bundled[0] == "core"
    assert set(bundled) >= {"markup", "sections", "forms", "totals", "wording", "consistency"}
    assert all(plugin.source.startswith("gxlint ") for plugin in registry.plugins if plugin.bundled)
    assert list(registry.rules) == sorted(registry.rules)


def test_installing_a_distribution_is_enough_for_its_rules_to_be_there(install: Install) -> None:
    install("acme-gxlint", "acme_gxlint_good", RULE.format(code="ACME001", name="phone"), entry="acme")
    registry = load()
    plugin = registry.plugin_of("ACME001")
    assert (plugin.name, plugin.version, plugin.source) == ("acme", "1.2", "acme-gxlint 1.2")
    assert not plugin.bundled
    assert plugin.module == "acme_gxlint_good"
    assert registry.plugin_names["ACME001"] == "acme"
    assert registry.rule("acme001") is registry.rule("phone")


def test_a_plugin_that_cannot_be_imported_is_named_and_the_rest_is_loaded(install: Install) -> None:
    install("bad-gxlint", "bad_gxlint", "import no_such_module_at_all\n")
    install("acme-gxlint", "acme_gxlint_rest", RULE.format(code="ACME001", name="phone"))
    registry = load()
    assert "ACME001" in registry.rules
    (problem,) = [one for one in registry.problems if one.plugin == "bad_gxlint"]
    assert "no_such_module_at_all" in problem.message
    assert "ModuleNotFoundError" in problem.trace
    assert problem.told("en").startswith("could not be loaded: ModuleNotFoundError")


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("raise SystemExit(3)", "SystemExit: 3"),
        ("def broken(:\n", "SyntaxError"),
        (
            "from gxlint.hookspecs import hookimpl\n\n@hookimpl\ndef gxlint_rules(nonsense):\n    return []\n",
            "nonsense",
        ),
        ("x = 1\n", "@hookimpl"),
        ("from gxlint.hookspecs import hookimpl\n\n@hookimpl\ndef gxlint_rule():\n    return []\n", "gxlint_rule"),
        ("from gxlint.hookspecs import hookimpl\n\n@hookimpl\ndef gxlint_rules():\n    return 1 / 0\n", "ZeroDivision"),
        ("from gxlint.hookspecs import hookimpl\n\n@hookimpl\ndef gxlint_rules():\n    return 7\n", "TypeError"),
        ("from gxlint.hookspecs import hookimpl\n\n@hookimpl\ndef gxlint_forms():\n    return ['2021']\n", "str"),
        (
            "from gxlint.hookspecs import hookimpl\n\n@hookimpl\ndef gxlint_rules():\n    yield from ()\n    1 / 0\n",
            "ZeroDivision",
        ),
        (
            "from gxlint.hookspecs import hookimpl\n\n@hookimpl\ndef gxlint_rules():\n    return [lambda report: []]\n",
            "@rule",
        ),
    ],
    ids=[
        "exits",
        "syntax",
        "argument",
        "no hook",
        "unknown hook",
        "raises",
        "no list",
        "form",
        "generator",
        "no @rule",
    ],
)
def test_whatever_is_wrong_in_a_plain_file_becomes_one_problem(tmp_path: Path, source: str, told: str) -> None:
    bad = plain(tmp_path, "bad.py", source)
    good = plain(tmp_path, "good.py", RULE.format(code="ACME001", name="phone"))
    registry = load([bad, good], entry_points=False)
    assert "ACME001" in registry.rules
    assert len(reasons(registry, "bad")) == 1
    assert told in reasons(registry, "bad")[0]


def test_a_plain_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    registry = load([tmp_path / "absent.py"], entry_points=False)
    assert "absent.py" in reasons(registry, "absent")[0]


def test_good_rules_beside_a_bad_value_are_kept(tmp_path: Path) -> None:
    source = RULE.format(code="ACME001", name="phone").replace("[phone]", "[phone, None]")
    registry = load([plain(tmp_path, "mixed.py", source)], entry_points=False)
    assert "ACME001" in registry.rules
    assert len(reasons(registry, "mixed")) == 1


def test_a_plain_file_leaves_nothing_behind_beside_it_and_is_read_anew(tmp_path: Path) -> None:
    path = plain(tmp_path, "local_rules.py", RULE.format(code="ACME001", name="phone"))
    assert "ACME001" in load([path], entry_points=False).rules
    path.write_text(RULE.format(code="ACME002", name="phone"), "utf-8")
    registry = load([path], entry_points=False)
    assert "ACME002" in registry.rules
    assert "ACME001" not in registry.rules
    assert [one.name for one in tmp_path.iterdir()] == ["local_rules.py"]
    assert registry.plugin_of("ACME002").source == str(path)


def test_two_plain_files_of_the_same_name_are_two_plugins(tmp_path: Path) -> None:
    one = plain(tmp_path, "a/rules.py", RULE.format(code="ACME001", name="phone"))
    two = plain(tmp_path, "b/rules.py", RULE.format(code="ACME002", name="fax"))
    registry = load([one, two], entry_points=False)
    assert registry.plugin_of("ACME001").name == "rules"
    assert registry.plugin_of("ACME002").name == str(two)
    assert registry.problems == ()


@pytest.mark.parametrize(("code", "name"), [("ACME001", "fax"), ("ACME002", "phone")], ids=["code", "name"])
def test_the_second_rule_with_a_code_or_name_is_left_out(tmp_path: Path, code: str, name: str) -> None:
    one = plain(tmp_path, "one.py", RULE.format(code="ACME001", name="phone"))
    two = plain(tmp_path, "two.py", RULE.format(code=code, name=name))
    registry = load([one, two], entry_points=False)
    assert registry.plugin_of("ACME001").name == "one"
    assert [rule.code for rule in registry.rules.values() if rule.family == "ACME"] == ["ACME001"]
    assert "one" in reasons(registry, "two")[0]


def test_a_plugin_cannot_take_the_name_of_another(install: Install) -> None:
    install("acme-gxlint", "acme_gxlint_totals", RULE.format(code="ACME001", name="phone"), entry="totals")
    registry = load()
    assert "ACME001" not in registry.rules
    assert any("acme-gxlint 1.2" in reason for reason in reasons(registry, "totals"))


def test_a_disabled_plugin_is_not_even_imported(install: Install) -> None:
    install("bad-gxlint", "bad_gxlint_off", "raise RuntimeError('imported')\n", entry="bad")
    registry = load(disabled=["bad", "core"])
    assert registry.disabled == ("bad",)
    assert reasons(registry, "bad") == []
    assert "GXE001" in registry.rules


def test_of_two_copies_of_a_distribution_the_first_on_the_path_counts(
    install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install("acme-gxlint", "acme_gxlint_copy", RULE.format(code="ACME001", name="phone"), entry="acme")
    older = tmp_path / "older"
    info = older / "Acme.Gxlint-0.9.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Name: Acme.Gxlint\nVersion: 0.9\n", "utf-8")
    (info / "entry_points.txt").write_text("[gxlint]\nacme = acme_gxlint_copy\n", "utf-8")
    monkeypatch.setattr(sys, "path", [*sys.path, str(older)])
    registry = load()
    assert registry.plugin_of("ACME001").version == "1.2"
    assert reasons(registry, "acme") == []


def test_a_plugin_may_be_an_object_with_hooks(install: Install) -> None:
    source = RULE.format(code="ACME001", name="phone").replace(
        "@hookimpl\ndef gxlint_rules():\n    return [phone]",
        "class Plugin:\n    @hookimpl\n    def gxlint_rules(self):\n        return [phone]\n\n\nplugin = Plugin()",
    )
    install("acme-gxlint", "acme_gxlint_object", source, entry="x = acme_gxlint_object:plugin\n#")
    assert "ACME001" in load().rules


def test_an_output_format_is_known_by_its_name(tmp_path: Path) -> None:
    source = (
        "from gxlint.hookspecs import hookimpl\n\nclass Lines:\n    name = 'lines'\n\n"
        "@hookimpl\ndef gxlint_outputs():\n    return [Lines(), Lines(), object()]\n"
    )
    registry = load([plain(tmp_path, "out.py", source)], entry_points=False)
    assert list(registry.outputs) == ["lines"]
    assert len(reasons(registry, "out")) == 2
