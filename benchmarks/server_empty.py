"""A language server that does nothing: what pygls costs by itself.

python -m benchmarks.server_empty
"""

from __future__ import annotations

from lsprotocol import types as t
from pygls.lsp.server import LanguageServer


def main() -> None:
    """Serve on standard input and output."""
    server = LanguageServer("empty", "1")

    @server.feature(t.TEXT_DOCUMENT_DIAGNOSTIC, t.DiagnosticOptions(False, False))
    def diagnose(params: t.DocumentDiagnosticParams) -> t.DocumentDiagnosticReport:
        return t.RelatedFullDocumentDiagnosticReport([])

    @server.feature(t.TEXT_DOCUMENT_HOVER)
    def hover(params: t.HoverParams) -> t.Hover | None:
        return None

    server.start_io()


if __name__ == "__main__":
    main()
