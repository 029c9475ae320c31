"""Clients with the abilities that editors tell of, as pytest-lsp has recorded them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lsprotocol import types as t
from pygls.protocol import default_converter
from pytest_lsp import LanguageClient, client_capabilities
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

from tests.lsp.editor import Editor, Unit


@dataclass(frozen=True, slots=True)
class Profile:
    """An editor: the name of its recorded abilities, the unit it counts columns in when it may choose, and whether it
    asks for diagnostics. ``newer``: a VS Code younger than the recording, which asks and can be told to ask again."""

    name: str
    unit: Unit
    pulls: bool = False
    newer: bool = False

    def __str__(self) -> str:
        return f"{self.name}{'+pull' if self.newer else ''}"

    @property
    def capabilities(self) -> t.ClientCapabilities:
        """What the editor tells of itself in ``initialize``."""
        found = client_capabilities(self.name)
        if self.newer and found.text_document and found.workspace:
            found.text_document.diagnostic = t.DiagnosticClientCapabilities()
            found.workspace.diagnostics = t.DiagnosticWorkspaceClientCapabilities(refresh_support=True)
        return found


PROFILES = (
    Profile("visual-studio-code@v1.65.2", "utf-16"),
    Profile("visual-studio-code@v1.65.2", "utf-16", pulls=True, newer=True),
    Profile("neovim@v0.7.0", "utf-16"),
    Profile("neovim@v0.10.0", "utf-16", pulls=True),
    Profile("neovim@v0.11.0", "utf-8", pulls=True),
    Profile("emacs@v29.1", "utf-32"),
)


class Client(LanguageClient):
    """A client that keeps all diagnostics it was ever sent, in the order they came."""

    profile: Profile

    def __init__(self) -> None:
        super().__init__(converter_factory=default_converter)
        self.published: list[t.PublishDiagnosticsParams] = []
        own = {t.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: _keep, t.CLIENT_REGISTER_CAPABILITY: _register}
        register_lsp_features(self, {**DEFAULT_CLIENT_FEATURES, **own})

    def sent(self, uri: str) -> list[t.PublishDiagnosticsParams]:
        """What was published for a document."""
        return [one for one in self.published if one.uri == uri]

    def open(self, uri: str, text: str, version: int = 1) -> None:
        """Open a document."""
        document = t.TextDocumentItem(uri, "plaintext", version, text)
        self.text_document_did_open(t.DidOpenTextDocumentParams(document))

    def edit(self, uri: str, version: int, edits: Sequence[t.TextEdit]) -> None:
        """Tell the server of edits that lie apart, the last one first, so that none of them moves another."""
        ordered = sorted(edits, key=lambda one: (one.range.start.line, one.range.start.character), reverse=True)
        changes = [t.TextDocumentContentChangePartial(range=one.range, text=one.new_text) for one in ordered]
        document = t.VersionedTextDocumentIdentifier(version=version, uri=uri)
        self.text_document_did_change(t.DidChangeTextDocumentParams(document, changes))

    async def shown(self, uri: str, version: int = 1) -> Sequence[t.Diagnostic]:
        """The diagnostics of this version of a document, in the way of this client: asked for, or waited for."""
        if self.profile.pulls:
            report = await self.text_document_diagnostic_async(
                t.DocumentDiagnosticParams(t.TextDocumentIdentifier(uri))
            )
            assert isinstance(report, t.RelatedFullDocumentDiagnosticReport)
            return report.items
        while not any(one.version in (version, None) for one in self.sent(uri)):
            await self.wait_for_notification(t.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        return self.sent(uri)[-1].diagnostics

    async def hovered(self, uri: str, position: t.Position) -> t.Hover | None:
        """What the server says about a place."""
        return await self.text_document_hover_async(t.HoverParams(t.TextDocumentIdentifier(uri), position))

    async def actions(self, uri: str, asked: t.Range, diagnostics: Sequence[t.Diagnostic] = ()) -> list[t.CodeAction]:
        """The quick fixes for a range; ``diagnostics`` are the client's copies of what is shown there."""
        context = t.CodeActionContext(list(diagnostics), only=[t.CodeActionKind.QuickFix])
        params = t.CodeActionParams(t.TextDocumentIdentifier(uri), asked, context)
        found = await self.text_document_code_action_async(params) or ()
        return [one for one in found if isinstance(one, t.CodeAction)]

    async def edits_of(self, action: t.CodeAction, version: int) -> dict[str, list[t.TextEdit]]:
        """The edits of an action by document, asked for where they were left open."""
        if action.edit is None and action.command is None:
            action = await self.code_action_resolve_async(action)
        assert action.edit is not None
        if action.edit.changes is not None:
            return {uri: [*edits] for uri, edits in action.edit.changes.items()}
        found: dict[str, list[t.TextEdit]] = {}
        for change in action.edit.document_changes or ():
            assert isinstance(change, t.TextDocumentEdit)
            assert change.text_document.version == version
            found[change.text_document.uri] = [_plain(one) for one in change.edits]
        return found

    async def text_of(self, uri: str) -> str:
        """The text that the server takes the document for."""
        answer: Any = await self.protocol.send_request_async("gxlint/text", {"uri": uri})
        text: str = answer.text
        return text


def _keep(client: Client, params: t.PublishDiagnosticsParams) -> None:
    client.published.append(params)


def _register(client: Client, params: t.RegistrationParams) -> None:
    """Agree to whatever the server wants to be told of."""


def _plain(edit: t.TextEdit | t.AnnotatedTextEdit | t.SnippetTextEdit) -> t.TextEdit:
    assert not isinstance(edit, t.SnippetTextEdit)
    return t.TextEdit(edit.range, edit.new_text)


def applied(text: str, edits: Sequence[t.TextEdit], unit: Unit) -> str:
    """The text after the edits, made by an editor that counts in ``unit``."""
    for edit in sorted(edits, key=lambda one: (one.range.start.line, one.range.start.character), reverse=True):
        start, end = (_offset(text, at, unit) for at in (edit.range.start, edit.range.end))
        text = text[:start] + edit.new_text + text[end:]
    return text


def _offset(text: str, position: t.Position, unit: Unit) -> int:
    """The offset of a place; it has to be one between two characters."""
    start = sum(len(line) + 1 for line in text.split("\n")[: position.line])
    wanted = {"line": position.line, "character": position.character}
    editor = Editor(text, unit)
    return next(at for at in range(start, len(text) + 1) if editor.position(at) == wanted)
