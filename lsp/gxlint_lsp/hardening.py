"""pygls without its defects: every deviation from pygls 2.1 stands here, and each has a test that fails without it.

- Memory: every notification left an entry in the table of running requests, every failed request to the client one in
  the table of result types.
- A capability of the client that lsprotocol does not know yet, or a malformed request, was never answered.
- A reply to a request whose task had been cancelled raised, and one that came after ``shutdown`` was dropped.
- ``shutdown`` changed a table while it walked through it; ``exit`` lost the exit code.
- Every failing handler made a pop-up window in the editor.
- Whole messages, and with them the reports, went into the logs.
- Chinese went over the wire as escapes.
- A request was looked at only after the edits that came behind it.
- pygls' own copies of the documents cut lines where editors do not.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from enum import Enum
from typing import Any

import cattrs
from lsprotocol import types as t
from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInternalError,
    JsonRpcInvalidParams,
    JsonRpcInvalidRequest,
    JsonRpcParseError,
    JsonRpcRequestCancelled,
    JsonRpcServerNotInitialized,
)
from pygls.lsp.server import LanguageServer
from pygls.protocol import (
    JsonRPCNotification,
    JsonRPCRequestMessage,
    JsonRPCResponseMessage,
    LanguageServerProtocol,
    default_converter,
    lsp_method,
)

from gxlint_lsp.log import LOG, failed, way_to

_OWN_DOCUMENTS = (
    t.TEXT_DOCUMENT_DID_OPEN,
    t.TEXT_DOCUMENT_DID_CHANGE,
    t.TEXT_DOCUMENT_DID_CLOSE,
    t.NOTEBOOK_DOCUMENT_DID_OPEN,
    t.NOTEBOOK_DOCUMENT_DID_CHANGE,
    t.NOTEBOOK_DOCUMENT_DID_CLOSE,
)
"""What pygls does of its own accord to copies of documents that gxlint does not use."""

_BEGINS = "gxlint_begins"

_Command = Callable[[list[Any], t.ProgressToken | None], Any]


def begins(handler: Callable[[Any], Callable[[], Awaitable[Any]]]) -> Callable[[Any], Callable[[], Awaitable[Any]]]:
    """Mark a handler that looks at once at what the request is about, and gives the coroutine that answers it. A
    handler that is a coroutine itself begins only after the messages that came in the meantime."""
    setattr(handler, _BEGINS, True)
    return handler


def lenient_converter() -> cattrs.Converter:
    """A converter that lets values pass that an enumeration does not know, and leaves the parameters of methods that
    are not in the protocol as they came."""
    converter: cattrs.Converter = default_converter()  # type: ignore[no-untyped-call]
    for kind in vars(t).values():
        if isinstance(kind, type) and issubclass(kind, Enum):
            converter.register_structure_hook(kind, _known_or_as_it_came)
    for message in (JsonRPCRequestMessage, JsonRPCNotification, JsonRPCResponseMessage):
        converter.register_structure_hook(message, _as_it_came)
    return converter


def _known_or_as_it_came(value: Any, kind: type[Enum]) -> Any:
    try:
        return kind(value)
    except ValueError:
        return value


def _as_it_came(message: Mapping[str, Any], kind: type) -> Any:
    fields = (field.name for field in kind.__attrs_attrs__)  # type: ignore[attr-defined]
    return kind(**{name: message.get(name) for name in fields})


class _Running(dict[Any, Any]):
    """A table that may change while its items are walked through."""

    def items(self) -> Any:
        return tuple(super().items())


class HardenedProtocol(LanguageServerProtocol):
    """The protocol of pygls with its defects mended. ``receive`` takes the body of a message."""

    def __init__(self, server: HardenedServer, converter: cattrs.Converter) -> None:
        super().__init__(server, converter)
        self._request_futures = _Running()
        self.greeted = False
        self.on_exit: Callable[[int], None] = lambda code: None
        for method in _OWN_DOCUMENTS:
            self.fm.builtin_features.pop(method, None)

    def receive(self, body: bytes) -> None:
        """Handle the body of one message. Raises nothing: what cannot be read is answered where an answer is due."""
        try:
            data = json.loads(body)
        except (ValueError, RecursionError) as error:
            failed("message is no JSON", error)
            self._refuse(None, JsonRpcParseError())
            return
        if not isinstance(data, dict):
            self._refuse(None, JsonRpcInvalidRequest())
            return
        data.setdefault("jsonrpc", self.VERSION)
        asked = data.get("id") if "method" in data else None
        if not isinstance(asked, int | str | None):
            self._refuse(None, JsonRpcInvalidRequest())
            return
        try:
            message = self.structure_message(data)
        except JsonRpcException as error:
            failed(f"message {_method(data)} cannot be read", error.__cause__ or error)
            if asked is not None:
                self._refuse(asked, JsonRpcInvalidParams(f"Invalid Params: {_method(data)}"))
            return
        refusal = self._untimely(data)
        if refusal is not None:
            if asked is not None:
                self._refuse(asked, refusal)
            return
        try:
            self.handle_message(message)
        except Exception as error:
            failed(f"message {_method(data)}", error)
        if self.trace != t.TraceValue.Off and "method" in data:
            self.notify(t.LOG_TRACE, t.LogTraceParams(f"{_method(data)}, {len(body)} bytes"))

    def _untimely(self, data: Mapping[str, Any]) -> JsonRpcException | None:
        """Why a message comes too early or too late; None when it comes in time."""
        method = data.get("method")
        if method is None or method == t.EXIT:
            return None
        if self._shutdown:
            return JsonRpcInvalidRequest("Invalid Request: the server is shutting down")
        if method == t.INITIALIZE:
            greeted, self.greeted = self.greeted, True
            return JsonRpcInvalidRequest("Invalid Request: initialized already") if greeted else None
        return None if self.greeted else JsonRpcServerNotInitialized("Server not initialized")

    def handle_message(self, message: Any) -> None:
        """As in pygls, but replies of the client count after ``shutdown`` too."""
        if self._shutdown and not hasattr(message, "method"):
            error = getattr(message, "error", None)
            self._handle_response(message.id, getattr(message, "result", None), error)
            return
        super().handle_message(message)

    def _refuse(self, msg_id: Any, error: JsonRpcException) -> None:
        self._send_data(
            {"jsonrpc": self.VERSION, "id": msg_id, "error": {"code": error.code, "message": error.message}}
        )

    def _execute_handler(self, msg_id: Any, handler: Any, callback: Any, args: Any = None, kwargs: Any = None) -> None:
        if getattr(handler, _BEGINS, False):
            handler, args = handler(*args), ()
        super()._execute_handler(msg_id, handler, callback, args, kwargs)
        future = self._request_futures.get(msg_id)
        if future is not None:
            future.add_done_callback(lambda _: self._request_futures.pop(msg_id, None))

    def _handle_response(self, msg_id: Any, result: Any = None, error: Any = None) -> None:
        self._result_types.pop(msg_id, None)
        future = self._request_futures.get(msg_id)
        if future is not None and future.done():
            self._request_futures.pop(msg_id, None)
            return
        super()._handle_response(msg_id, result, error)

    def _send_handler_result(self, future: Any, *, msg_id: Any) -> None:
        """Answer a request. What failed is told by its kind and its way through the code."""
        self._request_futures.pop(msg_id, None)
        error = JsonRpcRequestCancelled() if future.cancelled() else future.exception()
        if error is None:
            self._send_response(msg_id, result=future.result())
            return
        if not isinstance(error, JsonRpcException):
            failed(f"request {msg_id}", error)
            error = JsonRpcInternalError(
                f"{JsonRpcInternalError.MESSAGE}: {type(error).__name__}", data={"traceback": way_to(error)}
            )
        self._result_types.pop(msg_id, None)
        self._send_response(msg_id, error=error.to_response_error())

    def _check_handler_result(self, future: Any) -> None:
        if not future.cancelled() and (error := future.exception()) is not None:
            failed("notification", error)

    def _send_data(self, data: Any) -> None:
        if self.writer is None:
            return
        try:
            text = json.dumps(data, default=self._serialize_message, ensure_ascii=False, separators=(",", ":"))
            try:
                body = text.encode()
            except UnicodeEncodeError:  # Half a character, as an editor may hold for a moment.
                body = json.dumps(json.loads(text), separators=(",", ":")).encode()
            self.writer.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        except (OSError, ValueError) as error:  # The client has gone; the end of its messages will follow.
            LOG.warning("cannot write to the client: %s", type(error).__name__)

    @lsp_method(t.EXIT)
    def lsp_exit(self, *args: Any) -> None:  # type: ignore[override]
        """Leave with 0 after ``shutdown``, else with 1."""
        self.on_exit(0 if self._shutdown else 1)

    @lsp_method(t.WORKSPACE_EXECUTE_COMMAND)
    async def lsp_workspace__execute_command(self, params: t.ExecuteCommandParams) -> Any:  # type: ignore[override]
        """Run a command with its arguments as they came and the token for its progress; cancelling the request cancels
        the command."""
        command: _Command | None = self.fm.commands.get(params.command)
        if command is None:
            raise JsonRpcInvalidParams(f"Invalid Params: no command {params.command!r}")
        return await command(list(params.arguments or ()), params.work_done_token)


def _method(data: Mapping[str, Any]) -> str:
    method = data.get("method", "(reply)")
    return method[:80] if isinstance(method, str) else "(no method)"


class HardenedServer(LanguageServer):
    """A server of pygls on the hardened protocol. Errors go to the log and never into a window."""

    protocol: HardenedProtocol

    def __init__(self, name: str, version: str, **options: Any) -> None:
        super().__init__(name, version, protocol_cls=HardenedProtocol, converter_factory=lenient_converter, **options)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Note an error in the log."""
        failed(f"pygls ({getattr(source, '__name__', source)})", error)
