"""Which feature answers which request, and what it is asked about: always the document as the client knows it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from lsprotocol import types as t
from pygls.exceptions import JsonRpcContentModified

from gxlint_lsp.analysis import Analysis
from gxlint_lsp.desk import Desk
from gxlint_lsp.features import (
    actions,
    completion,
    folding,
    hints,
    hover,
    lens,
    links,
    preview,
    selection,
    state,
    symbols,
    tokens,
    totals,
)
from gxlint_lsp.hardening import HardenedServer, begins

_IN_A_BLINK = 0.03
"""Seconds that a request waits which a person wants answered at once; then what was known before has to do."""
_LONG = 0.1
"""A document whose last check took so many seconds is not checked again in a blink: then nobody waits for it."""
_LARGE = 200_000
"""From so many characters on, what looks at a whole document is left to the worker."""
_MOST_TOKENS = 8
"""Of so many documents the last tokens are kept, for answers that only tell what has changed."""

Provide = Callable[[Analysis, Any], Any]


@dataclass(frozen=True, slots=True)
class _Feature:
    """A feature of the editor. ``placed``: it is asked about a place, so that another version of the document is no
    substitute; otherwise about the whole document or a range, where the newest version is best."""

    method: str
    provide: Provide
    options: Any = None
    placed: bool = False


def _features() -> tuple[_Feature, ...]:
    return (
        _Feature(t.TEXT_DOCUMENT_INLAY_HINT, hints.provide, hints.OPTIONS),
        _Feature(t.TEXT_DOCUMENT_DOCUMENT_SYMBOL, symbols.provide),
        _Feature(t.TEXT_DOCUMENT_FOLDING_RANGE, folding.provide),
        _Feature(t.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE, tokens.provide),
        _Feature(t.TEXT_DOCUMENT_CODE_LENS, lens.provide, lens.OPTIONS),
        _Feature(t.TEXT_DOCUMENT_DOCUMENT_LINK, links.provide, links.OPTIONS),
        _Feature(t.TEXT_DOCUMENT_DEFINITION, totals.definition, placed=True),
        _Feature(t.TEXT_DOCUMENT_REFERENCES, totals.references, placed=True),
        _Feature(t.TEXT_DOCUMENT_COMPLETION, completion.provide, completion.OPTIONS, placed=True),
        _Feature(t.TEXT_DOCUMENT_SELECTION_RANGE, selection.provide, placed=True),
        _Feature(t.TEXT_DOCUMENT_CODE_ACTION, actions.provide, actions.OPTIONS, placed=True),
        _Feature(preview.METHOD, _preview),
        _Feature(state.METHOD, lambda analysis, _: state.provide(analysis)),
    )


class Serving:
    """Answers the requests of the editor's features."""

    def __init__(self, server: HardenedServer, desk: Callable[[], Desk]) -> None:
        self._desk = desk
        self._tokens: dict[str, tuple[str, Sequence[int]]] = {}
        self._answers = 0
        for feature in _features():
            self._register(server, feature)
        server.feature(t.TEXT_DOCUMENT_HOVER)(self._at_once(hover.provide, _without_range))
        server.feature(t.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT)(self._at_once(totals.highlights, lambda _: None))
        server.feature(t.CODE_ACTION_RESOLVE)(partial(self.resolve))
        server.feature(t.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, tokens.OPTIONS.legend)(partial(self.tokens))
        server.feature(t.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL_DELTA)(partial(self.tokens_delta))

    def _register(self, server: HardenedServer, feature: _Feature) -> None:
        @begins
        def asked(params: Any) -> Callable[[], Awaitable[Any]]:
            uri = uri_of(params)
            opened = self._desk().get(uri)
            document = opened.document if opened is not None else None

            async def answer() -> Any:
                analysis = await self._desk().newest(uri)
                if analysis is None:
                    return None
                if feature.placed and analysis.document is not document:
                    raise JsonRpcContentModified
                return await self.work(analysis, lambda: feature.provide(analysis, params))

            return answer

        server.feature(feature.method, feature.options)(asked)

    async def work(self, analysis: Analysis, provide: Callable[[], Any]) -> Any:
        """What ``provide`` gives, made by the worker for a large document so that the others need not wait."""
        if len(analysis.text) < _LARGE:
            return provide()
        return await self._desk().worker.patient(lambda job: provide())

    def _at_once(self, provide: Provide, adapted: Callable[[Any], Any]) -> Callable[[Any], Any]:
        """A request that is answered at once, from the check before the last edits if need be; then ``adapted`` takes
        out of the answer what would be in the wrong place."""

        @begins
        def asked(params: Any) -> Callable[[], Awaitable[Any]]:
            desk, uri = self._desk(), params.text_document.uri
            opened = desk.get(uri)
            document = opened.document if opened is not None else None

            async def answer() -> Any:
                took = opened.outcome.seconds if opened is not None and opened.outcome is not None else 0.0
                analysis = await desk.newest(uri, _IN_A_BLINK if took < _LONG else 0.0)
                if analysis is not None and analysis.document is document:
                    return provide(analysis, params)
                if opened is None:
                    return None
                if opened.document is not document:
                    raise JsonRpcContentModified
                known = desk.known_at(uri, params.position)
                if known is None:
                    return None
                old, params.position = known
                return adapted(provide(old, params))

            return answer

        return asked

    def closed(self, uri: str) -> None:
        """Forget a document."""
        self._tokens.pop(uri, None)

    async def resolve(self, action: t.CodeAction) -> t.CodeAction:
        """A code action with its edit."""
        uri = actions.document_of(action)
        analysis = await self._desk().newest(uri) if uri is not None else None
        if analysis is None:
            return action
        found: t.CodeAction = await self._desk().worker.patient(lambda job: actions.resolve(analysis, action))
        return found

    async def tokens(self, params: t.SemanticTokensParams) -> t.SemanticTokens | None:
        """All tokens of a document."""
        data = await self._token_data(params)
        return None if data is None else t.SemanticTokens(data, self._keep(params.text_document.uri, data))

    async def tokens_delta(
        self, params: t.SemanticTokensDeltaParams
    ) -> t.SemanticTokens | t.SemanticTokensDelta | None:
        """What has changed in the tokens since the answer that the client still has."""
        uri = params.text_document.uri
        data = await self._token_data(params)
        if data is None:
            return None
        identifier, before = self._tokens.get(uri, ("", ()))
        new = self._keep(uri, data)
        if identifier != params.previous_result_id:
            return t.SemanticTokens(data, new)
        return t.SemanticTokensDelta(tokens.delta(before, data), new)

    async def _token_data(self, params: t.SemanticTokensParams | t.SemanticTokensDeltaParams) -> Sequence[int] | None:
        analysis = await self._desk().newest(params.text_document.uri)
        if analysis is None:
            return None
        made: t.SemanticTokens = await self.work(analysis, lambda: tokens.provide(analysis))
        return made.data

    def _keep(self, uri: str, data: Sequence[int]) -> str:
        self._answers += 1
        self._tokens.pop(uri, None)
        self._tokens[uri] = (str(self._answers), data)
        if len(self._tokens) > _MOST_TOKENS:
            self._tokens.pop(next(iter(self._tokens)))
        return str(self._answers)


def uri_of(params: Any) -> str:
    """The document that a request is about, of the protocol's own and of others; empty where none is named."""
    if isinstance(params, Mapping):
        document = params.get("textDocument", params)
        uri = document.get("uri") if isinstance(document, Mapping) else None
        return uri if isinstance(uri, str) else ""
    return str(params.text_document.uri)


def _preview(analysis: Analysis, params: Any) -> Any:
    number = params.get("report") if isinstance(params, Mapping) else None
    return preview.provide(analysis, number if isinstance(number, int) else None)


def _without_range(answer: t.Hover | None) -> t.Hover | None:
    if answer is not None:
        answer.range = None
    return answer
