"""What the client can do, read once from its capabilities."""

from __future__ import annotations

from dataclasses import dataclass

from lsprotocol import types as t


@dataclass(frozen=True, slots=True)
class Client:
    """The abilities of a client that change what the server offers. The defaults are those of a client that says
    nothing: the plainest answers that the protocol knows.

    ``pull``: asks for diagnostics itself. ``markdown``: shows Markdown in hovers and completion. ``annotations``: asks
    before edits that are marked so. ``document_changes``: takes versioned edits. ``resolve_edits``: a code action may
    leave its edit to be asked for later. ``action_literals``: takes code actions, not commands alone. ``snippets``:
    completion may have places to fill. ``symbol_trees``: document symbols may be nested. ``links``: definitions may be
    ``LocationLink``. ``tags``, ``related``, ``descriptions``, ``data``: what diagnostics may carry.
    """

    pull: bool = False
    markdown: bool = False
    annotations: bool = False
    document_changes: bool = False
    resolve_edits: bool = False
    action_literals: bool = False
    action_data: bool = False
    snippets: bool = False
    symbol_trees: bool = False
    links: bool = False
    line_folding_only: bool = False
    tags: bool = False
    related: bool = False
    descriptions: bool = False
    data: bool = False
    progress: bool = False
    configuration: bool = False
    folders: bool = False
    apply_edit: bool = False
    show_document: bool = False
    watch_files: bool = False
    watch_configuration: bool = False
    refresh_diagnostics: bool = False
    refresh_hints: bool = False
    refresh_lenses: bool = False
    refresh_tokens: bool = False

    @classmethod
    def of(cls, capabilities: t.ClientCapabilities) -> Client:
        """The abilities that these capabilities tell of."""
        document = capabilities.text_document or t.TextDocumentClientCapabilities()
        workspace = capabilities.workspace or t.WorkspaceClientCapabilities()
        window = capabilities.window or t.WindowClientCapabilities()
        actions = document.code_action
        edits = workspace.workspace_edit
        published = document.publish_diagnostics
        pulled = document.diagnostic
        resolved = (actions.resolve_support.properties if actions and actions.resolve_support else None) or ()
        item = document.completion.completion_item if document.completion else None
        return cls(
            pull=pulled is not None,
            markdown=bool(document.hover and t.MarkupKind.Markdown in (document.hover.content_format or ())),
            annotations=bool(edits and edits.change_annotation_support),
            document_changes=bool(edits and edits.document_changes),
            resolve_edits="edit" in resolved,
            action_literals=bool(actions and actions.code_action_literal_support),
            action_data=bool(actions and actions.data_support),
            snippets=bool(item and item.snippet_support),
            symbol_trees=bool(
                document.document_symbol and document.document_symbol.hierarchical_document_symbol_support
            ),
            links=bool(document.definition and document.definition.link_support),
            line_folding_only=bool(document.folding_range and document.folding_range.line_folding_only),
            tags=_either(published, pulled, "tag_support"),
            related=_either(published, pulled, "related_information"),
            descriptions=_either(published, pulled, "code_description_support"),
            data=_either(published, pulled, "data_support"),
            progress=bool(window.work_done_progress),
            configuration=bool(workspace.configuration),
            folders=bool(workspace.workspace_folders),
            apply_edit=bool(workspace.apply_edit),
            show_document=bool(window.show_document and window.show_document.support),
            watch_files=_dynamic(workspace.did_change_watched_files),
            watch_configuration=_dynamic(workspace.did_change_configuration),
            refresh_diagnostics=_refreshes(workspace.diagnostics),
            refresh_hints=_refreshes(workspace.inlay_hint),
            refresh_lenses=_refreshes(workspace.code_lens),
            refresh_tokens=_refreshes(workspace.semantic_tokens),
        )


def _either(published: object, pulled: object, name: str) -> bool:
    """Whether a client takes this in diagnostics. Clients older than the pull model tell so under published ones, and
    most of the others there too."""
    return bool(getattr(published, name, None)) or bool(getattr(pulled, name, None))


def _dynamic(capability: object) -> bool:
    return bool(getattr(capability, "dynamic_registration", None))


def _refreshes(capability: object) -> bool:
    return bool(getattr(capability, "refresh_support", None))
