"""The commands of the server. Each takes its arguments as they came and answers with plain JSON."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from lsprotocol import types as t
from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams

from gxlint.language import Message, tell, tell_title
from gxlint.session import FileError, ignore
from gxlint.settings import KEYS, Origin, SettingsError
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.checks import told
from gxlint_lsp.document import Document
from gxlint_lsp.features import actions, blank, lens, pages
from gxlint_lsp.progress import Progress
from gxlint_lsp.server import Server
from gxlint_lsp.uris import from_path, to_path

CHECK_WORKSPACE = "gxlint.checkWorkspace"
"""Check every report of the workspace's folders. No arguments; gives the numbers of files, reports and findings."""
CLEAR_WORKSPACE = "gxlint.clearWorkspace"
"""Take back what that has shown of files that are not open. No arguments."""
EFFECTIVE_SETTINGS = "gxlint.effectiveSettings"
"""What holds for a document and who decided it. Arguments: the document's URI."""
RELOAD = "gxlint.reload"
"""Read settings and load plugins anew. No arguments."""

_Command = Callable[[list[Any], t.ProgressToken | None], Awaitable[Any]]


def register(server: Server) -> None:
    """Register every command."""
    made = Commands(server)
    named: dict[str, _Command] = {
        CHECK_WORKSPACE: made.check_workspace,
        CLEAR_WORKSPACE: made.clear_workspace,
        EFFECTIVE_SETTINGS: made.effective_settings,
        RELOAD: made.reload,
        actions.EXPLAIN: made.explain_rule,
        actions.FIX_ALL_COMMAND: made.fix_all,
        actions.IGNORE: made.ignore,
        blank.COMMAND: made.insert_form,
        lens.SHOW: made.show,
    }
    for name, command in named.items():
        server.command(name)(partial(command))


class Commands:
    """The commands, each a method with the arguments of the request and the token for its progress."""

    def __init__(self, server: Server) -> None:
        self._server = server

    async def check_workspace(self, arguments: list[Any], token: t.ProgressToken | None) -> dict[str, Any]:
        """Numbers: ``files`` looked at, ``reports`` among them, findings by severity, and for each report its URI with
        its own; ``cancelled`` where the person had enough."""
        server = self._server
        title = told(server.language, Message("gxlint：检查工作区"))
        progress = await Progress.begin(
            server.protocol, title, token=token, able=server.client.progress, cancellable=True
        )
        try:
            summary = await server.workspace_files.check(progress)
        finally:
            progress.end()
        if server.client.pull and server.client.refresh_diagnostics:
            server.protocol.send_request(t.WORKSPACE_DIAGNOSTIC_REFRESH, None)
        return summary

    async def clear_workspace(self, arguments: list[Any], token: t.ProgressToken | None) -> None:
        """Nothing to give back."""
        self._server.workspace_files.clear()
        if self._server.client.pull and self._server.client.refresh_diagnostics:
            self._server.protocol.send_request(t.WORKSPACE_DIAGNOSTIC_REFRESH, None)

    async def reload(self, arguments: list[Any], token: t.ProgressToken | None) -> None:
        """Nothing to give back."""
        await self._server.settings_changed(anew=True)

    async def explain_rule(self, arguments: list[Any], token: t.ProgressToken | None) -> dict[str, Any]:
        """The page of a rule: code, name, title, the whole as Markdown, and its address. An editor that can show
        documents is made to show it."""
        code = _text(arguments, 0)
        analysis = await self._analysis(_optional_text(arguments, 1))
        rule = analysis.project.registry.rule(code)
        if rule is None:
            raise JsonRpcInvalidParams(f"Invalid Params: no rule {code!r}")
        url = pages.page_url(analysis, rule.code)
        if url is not None and url.startswith("file:"):
            await self._server.worker.patient(lambda job: self._server.checks.pages.write(analysis, {rule.code}))
        if self._server.client.show_document and url is not None:
            external = not url.startswith("file:")
            await self._server.window_show_document_async(t.ShowDocumentParams(url, external, take_focus=True))
        else:
            summary = pages.summary(analysis, rule, markdown=False)
            self._server.window_show_message(t.ShowMessageParams(t.MessageType.Info, summary))
        title = tell_title(rule, analysis.language)
        return {
            "code": rule.code,
            "name": rule.name,
            "title": title,
            "page": pages.page(analysis, rule),
            "url": url,
        }

    async def fix_all(self, arguments: list[Any], token: t.ProgressToken | None) -> bool:
        """Whether there was anything to mend and the editor took it."""
        analysis = await self._open(_text(arguments, 0))
        edit = await self._server.worker.patient(lambda job: actions.fix_all(analysis))
        return await self._apply(edit, told(analysis.language, Message("修正全部可自动修正的问题")))

    async def ignore(self, arguments: list[Any], token: t.ProgressToken | None) -> dict[str, Any]:
        """The URI of the file of ignores that now has the findings, and how many there were."""
        uri, code = _text(arguments, 0), _text(arguments, 1)
        analysis, path, where = await self._open(uri), to_path(uri), self._range(arguments, 2)
        if path is None or where is None:
            raise JsonRpcInvalidParams("Invalid Params: no file, or no range")
        reason = _optional_text(arguments, 3) or ""
        if not reason.strip():
            said = {"code": code, "file": path, "row": where.start.line + 1}
            message = "不再提示一处问题须写明理由。请在命令行运行：gxlint ignore {code} {file}:{row} --reason 理由"
            raise _refusal(analysis, Message(message, said))
        found = [one for one in analysis.findings if one.code == code and analysis.range(one.span) == where]
        if not found:
            raise _refusal(analysis, Message("这一处已没有 {code} 的问题", {"code": code}))
        try:
            target = await self._server.worker.patient(lambda job: ignore(path, analysis.result, found, reason))
        except SettingsError as error:
            raise _refusal(analysis, error.message) from None
        except FileError as error:
            raise _refusal(analysis, error.reason) from None
        await self._server.settings_changed()
        return {"uri": from_path(target), "count": len(found)}

    async def insert_form(self, arguments: list[Any], token: t.ProgressToken | None) -> bool:
        """Whether the editor took the blank form."""
        analysis = await self._open(_text(arguments, 0))
        position = arguments[1] if len(arguments) > 1 else None
        place = None
        if isinstance(position, dict):
            place = t.Position(_number(position, "line"), _number(position, "character"))
        year = arguments[2] if len(arguments) > 2 and isinstance(arguments[2], int) else _last_year()
        edit = blank.provide(analysis, year, place, _optional_text(arguments, 3) or blank.ORGAN)
        return await self._apply(edit, told(analysis.language, Message("插入空白报告格式")))

    async def show(self, arguments: list[Any], token: t.ProgressToken | None) -> bool:
        """Whether the editor showed the range."""
        if not self._server.client.show_document:
            return False
        where = self._range(arguments, 1)
        shown = await self._server.window_show_document_async(
            t.ShowDocumentParams(_text(arguments, 0), take_focus=True, selection=where)
        )
        return bool(shown.success)

    async def effective_settings(self, arguments: list[Any], token: t.ProgressToken | None) -> dict[str, Any]:
        """Every key with its value and where it was decided, every rule with whether it runs and why, the plugins and
        what is wrong with them."""
        uri = _optional_text(arguments, 0)
        analysis = await self._analysis(uri)
        project, language = analysis.project, analysis.language
        settings, selection = project.settings, project.selection
        path = to_path(uri) if uri else None

        def said(origin: Origin) -> str:
            return tell(origin.message.template, origin.message.args, language)

        rules = [
            {
                "code": rule.code,
                "name": rule.name,
                "title": tell_title(rule, language),
                "on": verdict.on,
                "severity": selection.severities.get(rule.code, rule.severity),
                "origin": said(verdict.origin),
            }
            for rule in project.registry.rules.values()
            for verdict in (selection.verdict(rule, path),)
        ]
        return {
            "file": str(settings.file) if settings.file is not None else None,
            "trusted": self._server.configuration.trusted,
            "settings": {
                key: {"meaning": tell(KEYS[key].template, {}, language), "origin": said(origin)}
                for key, origin in settings.origins.items()
            },
            "rules": rules,
            "plugins": [
                {"name": one.name, "version": one.version, "source": one.source, "rules": len(one.rules)}
                for one in project.registry.plugins
            ],
            "disabled": list(project.registry.disabled),
            "problems": [{"plugin": one.plugin, "reason": one.told(language)} for one in project.registry.problems],
        }

    def _range(self, arguments: list[Any], place: int) -> t.Range | None:
        """An argument that is a range, None where it is not given. Raises JsonRpcInvalidParams for anything else."""
        if len(arguments) <= place:
            return None
        try:
            return self._server.protocol._converter.structure(arguments[place], t.Range)
        except Exception:  # Whatever the converter raises, the argument is no range.
            raise JsonRpcInvalidParams(f"Invalid Params: argument {place + 1} is no range") from None

    async def _apply(self, edit: t.WorkspaceEdit | None, label: str) -> bool:
        if edit is None or not self._server.client.apply_edit:
            return False
        applied = await self._server.workspace_apply_edit_async(t.ApplyWorkspaceEditParams(edit, label))
        return bool(applied.applied)

    async def _open(self, uri: str) -> Analysis:
        analysis = await self._server.desk.newest(uri)
        if analysis is None:
            raise JsonRpcInvalidParams("Invalid Params: the document is not open")
        return analysis

    async def _analysis(self, uri: str | None) -> Analysis:
        """The analysis of an open document; for another or none the one of an empty text in its place."""
        desk = self._server.desk
        analysis = await desk.newest(uri) if uri is not None else None
        if analysis is not None:
            return analysis
        document = Document.of(uri or "untitled:", 0, "")
        scope = desk.scope(document.uri)
        outcome = await self._server.worker.patient(lambda job: self._server.checks.check(document, scope))
        return outcome.analysis


def _refusal(analysis: Analysis, message: Message) -> JsonRpcException:
    """The error of a command that could not be done, for a person to read."""
    return JsonRpcException(told(analysis.language, message), t.LSPErrorCodes.RequestFailed.value)


def _text(arguments: list[Any], place: int) -> str:
    value = _optional_text(arguments, place)
    if value is None:
        raise JsonRpcInvalidParams(f"Invalid Params: argument {place + 1} is no text")
    return value


def _optional_text(arguments: list[Any], place: int) -> str | None:
    value = arguments[place] if len(arguments) > place else None
    return value if isinstance(value, str) and value else None


def _number(values: dict[str, Any], name: str) -> int:
    value = values.get(name)
    return value if isinstance(value, int) and value >= 0 else 0


def _last_year() -> int:
    """The year that reports are written on this year."""
    from datetime import date

    return date.today().year - 1
