"""Code actions: a quick fix a finding, all fixes of a rule, all safe fixes, what a rule says, and leaving a finding.

Everything is made from the server's own findings that touch the range; what the client sends back as diagnostics is
never read, because some clients send it with other columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lsprotocol import types as t

from gxlint.fixes import apply, choose, fix_text
from gxlint.language import Message, tell_title
from gxlint.rule import Edit, Finding
from gxlint_lsp.analysis import Analysis
from gxlint_lsp.features.diagnostics import diagnostic
from gxlint_lsp.features.edits import difference, with_line_ends, workspace_edit
from gxlint_lsp.features.saying import say
from gxlint_lsp.uris import to_path

FIX_ALL = "source.fixAll.gxlint"
"""The kind of the action that makes every safe fix of the document."""
EXPLAIN = "gxlint.explainRule"
"""The command that shows the page of a rule. Arguments: the rule's code."""
FIX_ALL_COMMAND = "gxlint.fixAll"
"""The command behind the same action for clients without code action literals. Arguments: the document's URI."""
IGNORE = "gxlint.ignore"
"""The command that puts findings on the list of those that a person has decided to leave. Arguments: the document's
URI, the rule's code, the range of the finding, the reason."""

OPTIONS = t.CodeActionOptions(code_action_kinds=[t.CodeActionKind.QuickFix, FIX_ALL], resolve_provider=True)

_LONGEST_TITLE = 80
_MOST_OF_A_RULE = 1000
"""Among so many findings of a rule its fixes are counted at most."""


@dataclass(frozen=True, slots=True)
class _Mending:
    """A finding with the edits that mend it. ``safe``: no figure and no meaning is changed."""

    finding: Finding
    edits: tuple[Edit, ...]
    safe: bool


def provide(analysis: Analysis, params: t.CodeActionParams) -> list[t.CodeAction | t.Command]:
    """The actions for a range, the preferred ones first."""
    if not analysis.client.action_literals:
        return [*_commands(analysis, params)]
    only = params.context.only
    actions: list[t.CodeAction | t.Command] = []
    if _wanted(t.CodeActionKind.QuickFix, only):
        actions.extend(_quick_fixes(analysis, analysis.findings_in(analysis.span(params.range))))
    if _wanted(FIX_ALL, only):
        actions.extend(_fix_all(analysis))
    return actions


def resolve(analysis: Analysis, action: t.CodeAction) -> t.CodeAction:
    """The action with its edit, for the version of the document that is analysed now. An action that this module did
    not leave open comes back as it is."""
    data = action.data
    if isinstance(data, dict) and data.get("uri") == analysis.document.uri and "unsafe" in data:
        code, unsafe = data.get("code"), data["unsafe"] is True
        action.edit = workspace_edit(analysis, changes(analysis, code=code, unsafe=unsafe), ask=unsafe)
    return action


def document_of(action: t.CodeAction) -> str | None:
    """The URI of the document that an action to be resolved belongs to."""
    uri = action.data.get("uri") if isinstance(action.data, dict) else None
    return uri if isinstance(uri, str) else None


def changes(analysis: Analysis, *, code: str | None = None, unsafe: bool = False) -> tuple[Edit, ...]:
    """The edits that ``gxlint check --fix`` makes; with a ``code`` those of one rule alone. Doing it again changes
    nothing."""
    text = analysis.text

    def found(text_now: str) -> Sequence[Finding]:
        findings = analysis.findings if text_now == text else analysis.recheck(text_now)
        return [one for one in findings if code is None or one.code == code]

    after = fix_text(text, found, unsafe=unsafe).text
    first = tuple(with_line_ends(text, choose(text, found(text), unsafe=unsafe).edits))
    return first if apply(text, first) == after else difference(text, after)


def fix_all(analysis: Analysis) -> t.WorkspaceEdit | None:
    """The edit that makes every safe fix of the document, None where there is none."""
    edits = changes(analysis)
    return workspace_edit(analysis, edits) if edits else None


def _wanted(kind: str, only: Sequence[t.CodeActionKind | str] | None) -> bool:
    """Whether the client asks for actions of this kind: for it, for one above it, or for all."""
    if not only:
        return True
    asked = [str(one.value) if isinstance(one, t.CodeActionKind) else one for one in only]
    return any(one in ("", kind) or kind.startswith(f"{one}.") for one in asked)


def _mendings(analysis: Analysis, findings: Sequence[Finding]) -> Iterator[_Mending]:
    for finding in findings:
        if finding.fix is None:
            continue
        chosen = choose(analysis.text, [finding], unsafe=True)
        if chosen.edits:
            safe = bool(choose(analysis.text, [finding]).edits)
            yield _Mending(finding, chosen.edits, safe)


def _quick_fixes(analysis: Analysis, findings: Sequence[Finding]) -> Iterator[t.CodeAction]:
    mendings = sorted(_mendings(analysis, findings), key=lambda one: not one.safe)
    for mending in mendings:
        yield _quick_fix(analysis, mending)
    for code in dict.fromkeys(one.finding.code for one in mendings):
        safe = next(one.safe for one in mendings if one.finding.code == code)
        yield from _all_of_rule(analysis, code, safe=safe)
    for code in dict.fromkeys(one.code for one in findings):
        yield from _explanation(analysis, code, [one for one in findings if one.code == code])
    yield from _ignoring(analysis, findings)


def _quick_fix(analysis: Analysis, mending: _Mending) -> t.CodeAction:
    finding, fix = mending.finding, mending.finding.fix
    said = analysis.tell(fix.message, fix.args, finding.code) if fix is not None else ""
    title, note = _titled(analysis, said) if not mending.safe else (said, "")
    return t.CodeAction(
        title,
        t.CodeActionKind.QuickFix,
        [diagnostic(analysis, finding)],
        is_preferred=mending.safe,
        edit=workspace_edit(analysis, mending.edits, ask=not mending.safe, note=note),
        # For an editor that has a better place for it than the list of changes.
        data={"note": note} if note else None,
    )


def _titled(analysis: Analysis, said: str) -> tuple[str, str]:
    """The title of a fix that a person must look at, and the note that is shown before it is taken. What is too long
    for a menu goes into the note, where the editor can show one."""
    title, note = said, ""
    if len(said) > _LONGEST_TITLE and analysis.client.annotations and analysis.client.document_changes:
        title, note = re.split("[：；:;]", said, maxsplit=1)[0], said
    return say(analysis, Message("{fix}（请核对）", {"fix": title})), note


def _all_of_rule(analysis: Analysis, code: str, *, safe: bool) -> Iterator[t.CodeAction]:
    """The action for all fixes of a rule as safe as the one at hand, where there are several."""
    findings = [one for one in analysis.findings if one.code == code and one.fix is not None]
    like = sum(one.safe or not safe for one in _mendings(analysis, findings[:_MOST_OF_A_RULE]))
    if like < 2:
        return
    args = {"code": code, "count": f"{like}+" if len(findings) > _MOST_OF_A_RULE else like}
    title = Message("修正全部 {code}（{count} 处）", args)
    if not safe:
        title = Message("修正全部 {code}（{count} 处，请核对）", args)
    yield _deferred(analysis, say(analysis, title), t.CodeActionKind.QuickFix, code, unsafe=not safe)


def _fix_all(analysis: Analysis) -> Iterator[t.CodeAction]:
    if _anything_safe(analysis):
        yield _deferred(analysis, say(analysis, Message("修正全部可自动修正的问题")), FIX_ALL, None, unsafe=False)


def _anything_safe(analysis: Analysis) -> bool:
    """Whether there is a safe fix anywhere in the document."""
    safe = (one for one in analysis.findings if one.fix is not None and one.fix.applicability == "safe")
    return any(choose(analysis.text, [one]).edits for one in safe)


def _deferred(
    analysis: Analysis, title: str, kind: t.CodeActionKind | str, code: str | None, *, unsafe: bool
) -> t.CodeAction:
    """An action whose edit costs a check or more: worked out when it is chosen, where the client can wait for it."""
    data = {"uri": analysis.document.uri, "code": code, "unsafe": unsafe}
    action = t.CodeAction(title, kind, data=data)
    if analysis.client.resolve_edits and analysis.client.action_data:
        return action
    return resolve(analysis, action)


def _explanation(analysis: Analysis, code: str, findings: Sequence[Finding]) -> Iterator[t.CodeAction]:
    command = _explain(analysis, code)
    if command is not None:
        diagnostics = [diagnostic(analysis, one) for one in findings]
        yield t.CodeAction(command.title, t.CodeActionKind.QuickFix, diagnostics, command=command)


def _explain(analysis: Analysis, code: str) -> t.Command | None:
    rule = analysis.rule(code)
    if rule is None:
        return None
    title = Message("说明：{code} {title}", {"code": code, "title": tell_title(rule, analysis.language)})
    return t.Command(say(analysis, title), EXPLAIN, arguments=[code])


def _ignoring(analysis: Analysis, findings: Sequence[Finding]) -> Iterator[t.CodeAction]:
    """An action for each place to be told no more. The editor asks for the reason and gives it to the command."""
    if to_path(analysis.document.uri) is None or not analysis.result.recognised:
        return
    for code, span in dict.fromkeys((one.code, one.span) for one in findings):
        title = say(analysis, Message("不再提示这一处…（{code}）", {"code": code}))
        command = t.Command(title, IGNORE, arguments=[analysis.document.uri, code, analysis.range(span)])
        diagnostics = [diagnostic(analysis, one) for one in findings if (one.code, one.span) == (code, span)]
        yield t.CodeAction(title, t.CodeActionKind.QuickFix, diagnostics, is_preferred=False, command=command)


def _commands(analysis: Analysis, params: t.CodeActionParams) -> Iterator[t.Command]:
    """What a client gets that takes commands alone."""
    if _anything_safe(analysis):
        title = say(analysis, Message("修正全部可自动修正的问题"))
        yield t.Command(title, FIX_ALL_COMMAND, arguments=[analysis.document.uri])
    touched = analysis.findings_in(analysis.span(params.range))
    explained = (_explain(analysis, code) for code in dict.fromkeys(one.code for one in touched))
    yield from (command for command in explained if command is not None)
