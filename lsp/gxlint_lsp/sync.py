"""The notifications and requests that keep the server in step with the editor."""

from __future__ import annotations

from typing import Any

from lsprotocol import types as t
from pygls.exceptions import JsonRpcException

from gxlint_lsp.log import LOG
from gxlint_lsp.server import Server

PULL_IDENTIFIER = "gxlint"


def register(server: Server) -> None:  # noqa: C901 (a list of small functions)
    """Register everything that is about documents, settings and folders."""

    @server.feature(t.INITIALIZE)
    def initialize(params: t.InitializeParams) -> None:
        server.begin(params)
        if server.client.pull:
            _register_pull(server)

    @server.feature(t.INITIALIZED)
    async def initialized(params: t.InitializedParams) -> None:
        await server.go_on()

    @server.feature(t.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: t.DidOpenTextDocumentParams) -> None:
        document = params.text_document
        server.desk.open(document.uri, document.version, document.text, str(document.language_id))

    @server.feature(t.TEXT_DOCUMENT_DID_CHANGE)
    def did_change(params: t.DidChangeTextDocumentParams) -> None:
        server.desk.edit(params.text_document.uri, params.text_document.version, params.content_changes)

    @server.feature(t.TEXT_DOCUMENT_DID_SAVE, t.SaveOptions(include_text=True))
    def did_save(params: t.DidSaveTextDocumentParams) -> None:
        opened = server.desk.get(params.text_document.uri)
        if opened is None:
            return
        opened.settled = True
        if params.text is not None and params.text != opened.document.text:
            LOG.error("the copy of a document differed from the editor's; it has been replaced")
            change = t.TextDocumentContentChangeWholeDocument(params.text)
            server.desk.edit(params.text_document.uri, opened.document.version, [change])
            opened.settled = True
        elif opened.current:
            server.diagnostics.checked(opened)

    @server.feature(t.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: t.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        if server.desk.close(uri):
            server.diagnostics.closed(uri)
            server.serving.closed(uri)
            server.stale.checked(uri, None)
            if not server.client.pull:
                server.text_document_publish_diagnostics(t.PublishDiagnosticsParams(uri, []))
            server.workspace_files.closed(uri)

    @server.feature(t.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def did_change_configuration(params: t.DidChangeConfigurationParams) -> None:
        if server.client.configuration:
            await server.read_configuration()
        elif params.settings is not None:
            server.configuration.take_all(params.settings)
        await server.settings_changed()

    @server.feature(t.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def did_change_watched_files(params: t.DidChangeWatchedFilesParams) -> None:
        await server.settings_changed()

    @server.feature(t.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    async def did_change_folders(params: t.DidChangeWorkspaceFoldersParams) -> None:
        server.configuration.remove(folder.uri for folder in params.event.removed)
        server.configuration.add(folder.uri for folder in params.event.added)
        await server.read_configuration()
        await server.settings_changed()

    @server.feature("gxlint/trust")
    async def trust(params: Any) -> None:
        server.configuration.trust()
        await server.settings_changed(anew=True)

    @server.feature("gxlint/text")
    def text(params: Any) -> dict[str, Any] | None:
        opened = server.desk.get(str(params["uri"])) if isinstance(params, dict) and "uri" in params else None
        return None if opened is None else {"version": opened.document.version, "text": opened.document.text}


def ask_again() -> JsonRpcException:
    """The refusal after which a client asks again and keeps what it shows; for a document that was modified meanwhile
    VS Code would show nothing."""
    data = t.DiagnosticServerCancellationData(retrigger_request=True)
    return JsonRpcException("the document has been edited", t.LSPErrorCodes.ServerCancelled.value, data)


def _register_pull(server: Server) -> None:
    @server.feature(
        t.TEXT_DOCUMENT_DIAGNOSTIC,
        t.DiagnosticOptions(inter_file_dependencies=False, workspace_diagnostics=True, identifier=PULL_IDENTIFIER),
    )
    async def document_diagnostic(params: t.DocumentDiagnosticParams) -> t.DocumentDiagnosticReport:
        uri = params.text_document.uri
        opened = server.desk.get(uri)
        if opened is not None:
            await server.desk.newest(uri)
            if not opened.current:
                raise ask_again()
        return server.diagnostics.answer(uri, params.previous_result_id)

    @server.feature(t.WORKSPACE_DIAGNOSTIC)
    async def workspace_diagnostic(params: t.WorkspaceDiagnosticParams) -> t.WorkspaceDiagnosticReport:
        known = {one.uri: one.value for one in params.previous_result_ids}
        return t.WorkspaceDiagnosticReport(await server.workspace_files.answer(known))
