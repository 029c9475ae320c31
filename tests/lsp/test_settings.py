"""Settings: project files, the client's configuration over them, and what happens when either changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gxlint_lsp.configuration import Configuration, read_scope
from gxlint_lsp.options import EditorOptions
from tests.lsp.reports import CLEAN, with_wrong_total
from tests.lsp.wire import PULLED, Json, Server

IGNORING = 'ignore = ["GXT"]\n'
PLUGIN = '''
from gxlint import Finding, Span, hookimpl, rule

@rule("ACME001", "always")
def always(report):
    """Always finds something."""
    yield Finding(Span(0, 1), "总有一处")

@hookimpl
def gxlint_rules():
    return [always]
'''
REPORT = with_wrong_total()


def codes(server: Server, uri: str) -> list[Any]:
    return [one["code"] for one in server.pulled(uri)["items"]]


def asked(values: dict[str, Any]) -> Callable[[Any], list[Any]]:
    """An answer to ``workspace/configuration``: the values by the scope's URI, ``""`` for the whole."""
    return lambda params: [values.get(item.get("scopeUri") or "", values.get("")) for item in params["items"]]


CONFIGURABLE: Json = {**PULLED, "workspace": {**PULLED["workspace"], "configuration": True, "workspaceFolders": True}}


def until(server: Server, condition: Callable[[], bool]) -> None:
    """Wait for something that the server does of its own accord; its requests keep the loop from being empty."""
    from time import monotonic, sleep

    end = monotonic() + 30
    while not condition():
        assert monotonic() < end
        sleep(0.05)


def refreshed(server: Server) -> bool:
    return any(one["method"] == "workspace/diagnostic/refresh" for one in server.requests)


def test_the_projects_settings_hold_in_the_editor(tmp_path: Path) -> None:
    (tmp_path / "gxlint.toml").write_text(IGNORING)
    uri = (tmp_path / "sub" / "a.md").as_uri()
    with Server() as server:
        server.greet(PULLED, folders=(tmp_path,))
        server.open(uri, REPORT)
        assert codes(server, uri) == []


def test_what_is_excluded_or_switched_off_says_so(tmp_path: Path) -> None:
    (tmp_path / "gxlint.toml").write_text('exclude = ["old"]\n')
    uri = (tmp_path / "old" / "a.md").as_uri()
    with Server() as server:
        server.greet(PULLED, folders=(tmp_path,))
        server.open(uri, REPORT)
        assert server.ask("gxlint/state", {"textDocument": {"uri": uri}})["state"] == "excluded"
    with Server() as server:
        server.greet(PULLED, folders=(tmp_path,), options={"enable": False})
        server.open(uri, REPORT)
        assert server.ask("gxlint/state", {"textDocument": {"uri": uri}})["state"] == "off"


def test_the_clients_configuration_outranks_the_projects_files(tmp_path: Path) -> None:
    (tmp_path / "gxlint.toml").write_text('[severity]\nGXT002 = "info"\n')
    uri = (tmp_path / "a.md").as_uri()
    with Server() as server:
        server.answers["workspace/configuration"] = asked({"": {"severity": {"GXT002": "warning"}}})
        server.greet(CONFIGURABLE, folders=(tmp_path,))
        server.open(uri, REPORT)
        assert [one["severity"] for one in server.pulled(uri)["items"]] == [2]


def test_every_folder_has_its_own_configuration_and_its_own_files(tmp_path: Path) -> None:
    one, two, three = (tmp_path / name for name in ("one", "two", "three"))
    for folder in (one, two, three):
        folder.mkdir()
    (two / "gxlint.toml").write_text(IGNORING)
    with Server() as server:
        server.answers["workspace/configuration"] = asked({"": {}, one.as_uri(): {"select": ["GXW"]}})
        server.greet(CONFIGURABLE, folders=(one, two))
        found = {}
        for folder in (one, two, three):
            uri = (folder / "a.md").as_uri()
            server.open(uri, REPORT)
            found[folder.name] = codes(server, uri)
        assert found == {"one": [], "two": [], "three": ["GXT002"]}
        server.answers["workspace/configuration"] = asked({"": {}, three.as_uri(): {"ignore": ["GXT"]}})
        added = [{"uri": three.as_uri(), "name": "three"}]
        removed = [{"uri": one.as_uri(), "name": "one"}]
        server.notify("workspace/didChangeWorkspaceFolders", {"event": {"added": added, "removed": removed}})
        until(server, lambda: refreshed(server))
        assert {path.name: codes(server, (path / "a.md").as_uri()) for path in (one, two, three)} == {
            "one": ["GXT002"],
            "two": [],
            "three": [],
        }


def test_a_changed_configuration_applies_at_once(tmp_path: Path) -> None:
    uri = (tmp_path / "a.md").as_uri()
    with Server() as server:
        server.greet({}, folders=(tmp_path,))
        server.open(uri, REPORT)
        assert [one["code"] for one in server.pushed(uri, 1)] == ["GXT002"]
        server.notify("workspace/didChangeConfiguration", {"settings": {"gxlint": {"ignore": ["GXT"]}}})
        assert server.pushed(uri, 1) == []


def test_a_changed_configuration_is_asked_for_where_the_client_can_be_asked(tmp_path: Path) -> None:
    uri = (tmp_path / "a.md").as_uri()
    with Server() as server:
        server.answers["workspace/configuration"] = asked({"": {}})
        server.greet(CONFIGURABLE, folders=(tmp_path,))
        server.open(uri, REPORT)
        assert codes(server, uri) == ["GXT002"]
        server.answers["workspace/configuration"] = asked({"": {"ignore": ["totals"]}})
        server.notify("workspace/didChangeConfiguration", {"settings": None})
        until(server, lambda: refreshed(server))
        assert codes(server, uri) == []


@pytest.mark.parametrize("name", ["gxlint.toml", "pyproject.toml"])
def test_a_changed_settings_file_applies_without_any_watching(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    uri = (tmp_path / "a.md").as_uri()
    with Server() as server:
        server.greet({}, folders=(tmp_path,))
        server.open(uri, REPORT)
        assert [one["code"] for one in server.pushed(uri, 1)] == ["GXT002"]
        head = "[tool.gxlint]\n" if name == "pyproject.toml" else ""
        file.write_text(head + IGNORING)
        assert server.pushed(uri, 1) == []
        file.unlink()
        assert [one["code"] for one in server.pushed(uri, 1)] == ["GXT002"]


def test_the_client_is_asked_to_watch_where_it_can(tmp_path: Path) -> None:
    able = {"didChangeWatchedFiles": {"dynamicRegistration": True}}
    with Server() as server:
        server.greet({"workspace": able}, folders=(tmp_path,))
        until(server, lambda: any(one["method"] == "client/registerCapability" for one in server.requests))
        (registered,) = [one for one in server.requests if one["method"] == "client/registerCapability"]
        assert "**/gxlint.toml" in str(registered["params"])


def test_a_watched_file_that_changed_applies_at_once(tmp_path: Path) -> None:
    uri = (tmp_path / "a.md").as_uri()
    with Server() as server:
        server.greet({}, folders=(tmp_path,))
        server.open(uri, REPORT)
        server.pushed(uri, 1)
        (tmp_path / "gxlint.toml").write_text(IGNORING)
        changed = {"uri": (tmp_path / "gxlint.toml").as_uri(), "type": 1}
        server.notify("workspace/didChangeWatchedFiles", {"changes": [changed]})
        assert server.pushed(uri, 1) == []


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("ignore = [", "TOML"),
        ('ignroe = ["GXT002"]', "ignroe"),
        ('ignore = ["GXQ999"]', "GXQ999"),
        ('plugins = ["none.py"]', "none.py"),
        ("[rules.GXS010]\nlimt = 3", "limt"),
    ],
)
def test_settings_that_cannot_be_used_are_told_once_and_the_check_goes_on(tmp_path: Path, file: str, said: str) -> None:
    (tmp_path / "gxlint.toml").write_text(file)
    uri = (tmp_path / "a.md").as_uri()
    with Server() as server:
        server.greet(PULLED, folders=(tmp_path,))
        server.open(uri, REPORT)
        assert codes(server, uri) == ["GXT002"]
        server.change(uri, 2, {"text": REPORT + "\n"})
        assert codes(server, uri) == ["GXT002"]
        (message,) = server.notes_now("window/showMessage")
        assert said in message["message"]


def test_a_bad_value_of_the_client_leaves_the_projects_settings_in_force(tmp_path: Path) -> None:
    (tmp_path / "gxlint.toml").write_text(IGNORING)
    uri = (tmp_path / "a.md").as_uri()
    with Server() as server:
        server.greet(PULLED, folders=(tmp_path,), options={"settings": {"year": "soon"}})
        server.open(uri, REPORT)
        assert codes(server, uri) == []
        assert "year" in server.note("window/showMessage")["message"]


def test_a_plugin_of_the_project_runs_and_is_loaded_again_when_it_changes(tmp_path: Path) -> None:
    plugin = tmp_path / "acme.py"
    plugin.write_text(PLUGIN)
    (tmp_path / "gxlint.toml").write_text('plugins = ["acme.py"]')
    uri = (tmp_path / "a.md").as_uri()
    with Server() as server:
        server.greet({}, folders=(tmp_path,))
        server.open(uri, REPORT)
        assert [one["code"] for one in server.pushed(uri, 1)] == ["ACME001", "GXT002"]
        plugin.write_text(PLUGIN.replace("ACME001", "ACME0022").replace("ACME0022", "ACME002") + "\n# changed\n")
        assert [one["code"] for one in server.pushed(uri, 1)] == ["ACME002", "GXT002"]


def test_an_untrusted_workspace_brings_no_plugins(tmp_path: Path) -> None:
    witness = tmp_path / "ran"
    (tmp_path / "acme.py").write_text(PLUGIN + f"\nopen({str(witness)!r}, 'w').close()\n")
    (tmp_path / "gxlint.toml").write_text('plugins = ["acme.py"]')
    uri = (tmp_path / "a.md").as_uri()
    with Server() as server:
        server.greet(
            PULLED,
            folders=(tmp_path,),
            options={"trusted": False, "settings": {"plugins": ["acme.py"]}},
        )
        server.open(uri, REPORT)
        assert codes(server, uri) == ["GXT002"]
        assert not witness.exists()
        server.notify("gxlint/trust", {})
        until(server, lambda: refreshed(server))
        assert codes(server, uri) == ["ACME001", "GXT002"]


def test_an_untrusted_workspace_brings_no_data(tmp_path: Path) -> None:
    (tmp_path / "more.toml").write_text("not a data file")
    (tmp_path / "gxlint.toml").write_text('data = ["more.toml"]')
    uri = (tmp_path / "a.md").as_uri()
    with Server() as server:
        server.greet({**PULLED, "window": {"showMessage": {}}}, folders=(tmp_path,), options={"trusted": False})
        server.open(uri, REPORT)
        assert codes(server, uri) == ["GXT002"]
        assert not [one for one in server.notes_now("window/showMessage") if "more.toml" in one["message"]]
        server.notify("gxlint/trust", {})
        until(server, lambda: refreshed(server))
        assert codes(server, uri) == ["GXT002"]
        assert [one for one in server.notes_now("window/showMessage") if "more.toml" in one["message"]]


def test_checks_can_be_switched_off(tmp_path: Path) -> None:
    uri = (tmp_path / "a.md").as_uri()
    with Server() as server:
        server.greet(PULLED, options={"enable": False})
        server.open(uri, REPORT)
        assert codes(server, uri) == []


def test_what_the_project_excludes_is_not_checked(tmp_path: Path) -> None:
    (tmp_path / "gxlint.toml").write_text('exclude = ["old/"]')
    uris = [(tmp_path / name / "a.md").as_uri() for name in ("old", "new")]
    with Server() as server:
        server.greet(PULLED, folders=(tmp_path,))
        for uri in uris:
            server.open(uri, REPORT)
        assert [codes(server, uri) for uri in uris] == [[], ["GXT002"]]


def test_the_first_check_waits_for_the_clients_configuration(tmp_path: Path) -> None:
    uri = (tmp_path / "a.md").as_uri()
    pushing = {"workspace": {"configuration": True}}
    with Server() as server:
        server.silent.add("workspace/configuration")
        server.greet(pushing, folders=(tmp_path,))
        server.open(uri, REPORT)
        until(server, lambda: bool(server.requests))
        assert server.notes_now("textDocument/publishDiagnostics") == []
        (request,) = server.requests
        server.write({"jsonrpc": "2.0", "id": request["id"], "result": [{"ignore": ["GXT"]}] * 2})
        assert server.pushed(uri, 1) == []


def test_a_client_that_never_answers_is_not_waited_for_for_ever(tmp_path: Path) -> None:
    uri = (tmp_path / "a.md").as_uri()
    with Server() as server:
        server.silent.add("workspace/configuration")
        server.greet({"workspace": {"configuration": True}}, folders=(tmp_path,))
        server.open(uri, REPORT)
        assert [one["code"] for one in server.pushed(uri, 1)] == ["GXT002"]


def test_a_client_that_refuses_what_it_said_it_could_is_served_all_the_same(tmp_path: Path) -> None:
    uri = (tmp_path / "a.md").as_uri()
    able = {"configuration": True, "didChangeWatchedFiles": {"dynamicRegistration": True}}
    with Server() as server:
        server.refusing |= {"workspace/configuration", "client/registerCapability", "window/workDoneProgress/create"}
        server.greet({"workspace": able, "window": {"workDoneProgress": True}}, folders=(tmp_path,))
        server.open(uri, REPORT)
        assert [one["code"] for one in server.pushed(uri, 1)] == ["GXT002"]
        server.ask("workspace/executeCommand", {"command": "gxlint.checkWorkspace"})
        (tmp_path / "gxlint.toml").write_text(IGNORING)
        assert server.pushed(uri, 1) == []


def test_a_bad_option_of_the_editor_is_told(tmp_path: Path) -> None:
    uri = (tmp_path / "a.md").as_uri()
    with Server() as server:
        server.greet(PULLED, options={"delay": "soon", "language": "en"})
        server.open(uri, REPORT)
        assert codes(server, uri) == ["GXT002"]
        assert "gxlint.delay" in server.note("window/showMessage")["message"]


class TestReadingAConfiguration:
    def test_names_may_be_written_as_editors_write_them(self) -> None:
        scope = read_scope({"perFileIgnores": {"a": ["GXT"]}, "disable-plugins": ["totals"]}, None)
        assert scope.overrides == {"per-file-ignores": {"a": ["GXT"]}, "disable-plugins": ["totals"]}

    def test_empty_values_count_as_not_set(self) -> None:
        values = {"select": [], "ignore": None, "severity": {}, "language": "", "inlayHints": None}
        scope = read_scope(values, None)
        assert (scope.overrides, scope.options) == ({}, EditorOptions())

    def test_options_of_the_editor_are_read(self) -> None:
        scope = read_scope({"inlayHints": "all", "delay": 0, "run": "onSave", "codeLens": False}, None)
        assert scope.options == EditorOptions(hints="all", delay=0, run="onSave", lens=False)

    @pytest.mark.parametrize("bad", [{"delay": -1}, {"delay": "fast"}, {"run": 5}, {"inlayHints": True}, {"enable": 1}])
    def test_bad_options_keep_their_default_and_are_named(self, bad: dict[str, Any]) -> None:
        scope = read_scope(bad, None)
        assert (scope.options, scope.bad) == (EditorOptions(), tuple(bad))

    def test_paths_of_plugins_start_at_the_folder(self, tmp_path: Path) -> None:
        scope = read_scope({"plugins": ["acme.py"], "configFile": "own.toml"}, tmp_path)
        assert scope.overrides == {"plugins": [str(tmp_path / "acme.py")]}
        assert scope.config == tmp_path / "own.toml"

    def test_the_innermost_folder_decides(self, tmp_path: Path) -> None:
        configuration = Configuration()
        inner = tmp_path / "inner"
        configuration.add([tmp_path.as_uri(), inner.as_uri()])
        configuration.take(inner.as_uri(), {"delay": 1})
        configuration.take(tmp_path.as_uri(), {"gxlint": {"delay": 2}})
        configuration.take("", {"delay": 3})
        delays = [
            configuration.scope(path).options.delay for path in (inner / "a", tmp_path / "a", Path("/else"), None)
        ]
        assert delays == [1, 2, 3, 3]


NAMED = CLEAN.replace("六、其他需要报告的事项", "六、补充说明和附注")
ENTRY = '[[headings]]\nsection = "other"\nnames = ["补充说明和附注"]\nsource = "省"\n'
CARRYING = """
from pathlib import Path
from gxlint import hookimpl

@hookimpl
def gxlint_data():
    return [Path(__file__).with_name("more.toml")]
"""


@pytest.mark.parametrize("settings", ['data = ["more.toml"]\n', 'plugins = ["carrying.py"]\n'])
def test_a_data_file_changes_how_reports_are_read(tmp_path: Path, settings: str) -> None:
    """And so does a change of the file, at once, in a document that has been checked and kept before."""
    (tmp_path / "gxlint.toml").write_text(settings)
    (tmp_path / "carrying.py").write_text(CARRYING)
    data = tmp_path / "more.toml"
    data.write_text("")
    uri = (tmp_path / "a.md").as_uri()
    with Server() as server:
        server.greet({}, folders=(tmp_path,))
        server.open(uri, NAMED)
        assert [one["code"] for one in server.pushed(uri, 1)] == ["GXS001"]
        data.write_text(ENTRY, "utf-8")
        server.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": data.as_uri(), "type": 2}]})
        assert server.pushed(uri, 1) == []


def test_the_clients_configuration_gives_rules_their_options(tmp_path: Path) -> None:
    uri = (tmp_path / "a.md").as_uri()
    with Server() as server:
        server.greet({}, folders=(tmp_path,))
        server.open(uri, CLEAN)
        assert server.pushed(uri, 1) == []
        options = {"extendSelect": ["GXS010"], "rules": {"GXS010": {"limit": 10}}}
        server.notify("workspace/didChangeConfiguration", {"settings": {"gxlint": options}})
        assert [one["code"] for one in server.pushed(uri, 1)] == ["GXS010"]
