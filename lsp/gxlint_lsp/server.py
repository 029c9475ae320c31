"""The server: what it is made of, and its life from ``initialize`` to ``exit``."""

from __future__ import annotations

import asyncio
import gc
from typing import Any

from lsprotocol import types as t
from pygls.capabilities import ServerCapabilitiesBuilder
from pygls.exceptions import JsonRpcException

from gxlint.language import Language, Message
from gxlint.text import Unit
from gxlint_lsp.checks import Checks, Circumstances, told
from gxlint_lsp.client import Client
from gxlint_lsp.configuration import SECTION, Configuration
from gxlint_lsp.decisions import FILES, StaleEntries
from gxlint_lsp.desk import Desk, Open
from gxlint_lsp.diagnostics import Diagnostics
from gxlint_lsp.document import Document
from gxlint_lsp.hardening import HardenedServer
from gxlint_lsp.jobs import Worker
from gxlint_lsp.log import LOG, failed
from gxlint_lsp.progress import Progress
from gxlint_lsp.projects import Projects
from gxlint_lsp.serving import Serving
from gxlint_lsp.transport import watch_parent
from gxlint_lsp.uris import name_of
from gxlint_lsp.workspace import Workspace

_SLOW = 0.5
"""Seconds after which the editor shows that a check is running."""
_LOOK_EVERY = 1.0
"""Seconds between two looks at the settings files on the disk, for clients and folders that nobody watches."""
_CONFIGURATION_WITHIN = 2.0
"""Seconds that the first check waits for the client's configuration."""
_UNITS: dict[str, Unit] = {"utf-8": "utf-8", "utf-16": "utf-16", "utf-32": "utf-32"}


class Server(HardenedServer):
    """The language server. Its parts exist from ``initialize`` on."""

    desk: Desk
    diagnostics: Diagnostics
    workspace_files: Workspace
    worker: Worker
    checks: Checks
    serving: Serving

    def __init__(self, version: str, *, watch: bool = True) -> None:
        super().__init__("gxlint", version)
        self.configuration = Configuration()
        self.client = Client()
        self.watches_parent = watch
        self.language: Language = "zh"
        self.stale = StaleEntries(self._push)
        self._said: set[str] = set()
        self._tasks: set[asyncio.Future[Any]] = set()

    def begin(self, params: t.InitializeParams) -> None:
        """Make the parts for a client with these abilities."""
        if self.watches_parent and params.process_id:
            watch_parent(params.process_id)
        self.client = client = Client.of(params.capabilities)
        encoding = ServerCapabilitiesBuilder.choose_position_encoding(params.capabilities)
        unit = _UNITS.get(str(getattr(encoding, "value", encoding)), "utf-16")
        self.configuration.begin(params)
        self.worker = Worker()
        self.worker.hold()  # Until the client's configuration is known, or does not come.
        asyncio.get_running_loop().call_later(_CONFIGURATION_WITHIN, self.worker.go_on)
        self.checks = Checks(Projects(), Circumstances(unit, client), str(self.version))
        self.desk = Desk(self.worker, self.checks, self.configuration)
        push = None if client.pull else self._push
        refresh = self._refresh_diagnostics if client.refresh_diagnostics else None
        self.diagnostics = Diagnostics(self.desk, push, refresh)
        self.workspace_files = Workspace(self.desk, self.checks, self.configuration, push, self.stale)
        self.desk.on_checked = self._checked
        self.desk.on_edited = self.diagnostics.edited
        self.desk.on_checking = self._show_when_slow

    async def go_on(self) -> None:
        """The client is ready: warm up, ask for its configuration, and watch what it can watch."""
        warm = self.worker.patient(lambda job: self._warm())
        try:
            await asyncio.wait_for(self.read_configuration(), _CONFIGURATION_WITHIN)
        except TimeoutError:
            LOG.warning("the client has not sent its configuration")
        self.desk.recheck()
        self.worker.go_on()
        self.keep(self._look_at_disk())
        await self._watch()
        for notice in await warm:
            self.say(notice)
        gc.freeze()

    def _warm(self) -> tuple[str, ...]:
        """Load rules and forms before the first document needs them; on the worker's thread. What there is to tell."""
        scope = self.configuration.scope(None)
        document = Document.of("untitled:", 0, "政府信息公开工作年度报告")
        return self.checks.check(document, scope).notices

    def keep(self, work: Any) -> None:
        """Let a coroutine run, and hold on to it until it is done."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    # What is told to the client

    def _push(self, uri: str, version: int | None, items: list[t.Diagnostic]) -> None:
        self.text_document_publish_diagnostics(t.PublishDiagnosticsParams(uri, items, version))

    def _refresh_diagnostics(self) -> None:
        self.protocol.send_request(t.WORKSPACE_DIAGNOSTIC_REFRESH, None)

    def say(self, message: str, kind: t.MessageType = t.MessageType.Warning) -> None:
        """Show a message in the editor's window, each only once until settings change."""
        if message not in self._said:
            self._said.add(message)
            self.window_show_message(t.ShowMessageParams(kind, message))

    def _checked(self, opened: Open) -> None:
        outcome = opened.outcome
        if outcome is None:
            return
        self.language = outcome.analysis.language
        for notice in outcome.notices:
            self.say(notice)
        if outcome.too_large:
            analysis = outcome.analysis
            self.say(
                told(
                    analysis.language,
                    Message(
                        "{name} 超过 {size} 字，未作检查（设置 gxlint.maxSize 可改）",
                        {"name": name_of(analysis.document.uri), "size": analysis.options.max_size},
                    ),
                ),
                t.MessageType.Info,
            )
        self.diagnostics.checked(opened)
        self.stale.checked(opened.document.uri, outcome.stale)

    def _show_when_slow(self, opened: Open) -> None:
        checking = opened.checking
        alarm = asyncio.get_running_loop().call_later(_SLOW, lambda: self.keep(self._show(opened, checking)))
        checking.add_done_callback(lambda _: alarm.cancel())

    async def _show(self, opened: Open, checking: asyncio.Future[Any]) -> None:
        title = told(self.language, Message("gxlint：正在检查 {name}", {"name": name_of(opened.document.uri)}))
        progress = await Progress.begin(self.protocol, title, able=self.client.progress)
        try:
            await asyncio.wait([checking])
        finally:
            progress.end()

    # Settings

    async def read_configuration(self) -> None:
        """Ask the client for its settings, for the whole and for every folder."""
        if not self.client.configuration:
            return
        uris = ["", *self.configuration.folders]
        items = [t.ConfigurationItem(uri or None, SECTION) for uri in uris]
        try:
            values = await self.workspace_configuration_async(t.ConfigurationParams(items))
        except JsonRpcException as error:
            failed("configuration", error)
            return
        for uri, value in zip(uris, values or (), strict=False):
            if value is not None:
                self.configuration.take(uri, value)

    async def settings_changed(self, *, anew: bool = False) -> None:
        """Settings have changed: check everything again. With ``anew`` plugins are loaded again too."""
        projects = self.checks.projects
        await self.worker.patient(lambda job: projects.forget() if anew else projects.look_again())
        self._said.clear()
        for opened in self.desk:
            opened.outcome = None if anew else opened.outcome
        self.desk.recheck()
        await asyncio.wait([opened.checking for opened in self.desk] or [self.worker.patient(lambda job: None)])
        self.refresh()

    def refresh(self) -> None:
        """Make the client ask again for what it has asked for before."""
        wanted = (
            (self.client.pull and self.client.refresh_diagnostics, t.WORKSPACE_DIAGNOSTIC_REFRESH),
            (self.client.refresh_hints, t.WORKSPACE_INLAY_HINT_REFRESH),
            (self.client.refresh_lenses, t.WORKSPACE_CODE_LENS_REFRESH),
            (self.client.refresh_tokens, t.WORKSPACE_SEMANTIC_TOKENS_REFRESH),
        )
        for able, method in wanted:
            if able:
                self.protocol.send_request(method, None)

    async def _watch(self) -> None:
        registrations = []
        if self.client.watch_files:
            watchers = [t.FileSystemWatcher(f"**/{name}") for name in ("gxlint.toml", "pyproject.toml", *FILES)]
            registrations.append(
                t.Registration(
                    "gxlint-files",
                    t.WORKSPACE_DID_CHANGE_WATCHED_FILES,
                    t.DidChangeWatchedFilesRegistrationOptions(watchers),
                )
            )
        if self.client.watch_configuration:
            registrations.append(
                t.Registration("gxlint-settings", t.WORKSPACE_DID_CHANGE_CONFIGURATION, {"section": SECTION})
            )
        if registrations:
            try:
                await self.client_register_capability_async(t.RegistrationParams(registrations))
            except JsonRpcException as error:  # It is looked at the disk all the same.
                failed("watching", error)

    async def _look_at_disk(self) -> None:
        """Notice changed settings files, plugins and decisions, also those outside the workspace."""
        while True:
            await asyncio.sleep(_LOOK_EVERY)
            if await self.worker.patient(lambda job: self.checks.projects.changed()):
                await self.settings_changed()
