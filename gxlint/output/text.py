"""``text``: for a person. Each finding with its line, the place marked in it, and a sentence at the end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gxlint.language import Language, tell
from gxlint.output.passage import passage
from gxlint.output.told import FileOutcome, Run, ToldFinding, ToldFix, counts
from gxlint.output.words import COLORS, painted, severity_word, visible, where

if TYPE_CHECKING:
    from gxlint.output import Style

MOST_RELATED = 8
"""How many related places are written out; the others are counted."""


def render(run: Run, style: Style) -> Iterator[str]:
    """The findings file by file, then the summary."""
    for file in run.files:
        for finding in file.findings:
            yield from _finding(finding, style)
        if file.fixed:
            yield _fixed(file, style.language) + "\n"
    if not (style.quiet and not run.findings and not any(file.fixed for file in run.files)):
        yield summary(run, style.language) + "\n"


def _finding(finding: ToldFinding, style: Style) -> Iterator[str]:
    word = painted(severity_word(finding.severity, style.language), COLORS[finding.severity], color=style.color)
    place = painted(where(finding), "1", color=style.color)
    yield f"{place}  {word}  {finding.code} {finding.name}\n"
    yield f"  {visible(finding.message)}\n"
    row = painted(f"{finding.place.start.row} │", "2", color=style.color)
    yield f"  {row} {passage(finding, color=style.color, unicode=style.unicode)}\n"
    if finding.cell:
        yield "  " + tell("位置：{cell}", {"cell": visible(finding.cell)}, style.language) + "\n"
    for line in _related(finding, style.language):
        yield f"  {line}\n"
    if finding.fix is not None:
        yield f"  {_fix(finding.fix, style.language)}\n"
    yield "\n"


def _related(finding: ToldFinding, language: Language) -> Iterator[str]:
    """The related places, those with the same words on one line."""
    rows: dict[str, list[int]] = {}
    for related in finding.related[:MOST_RELATED]:
        rows.setdefault(related.message, []).append(related.place.start.row)
    joiner = "、" if language == "zh" else ", "
    for message, places in rows.items():
        said = {"rows": joiner.join(map(str, dict.fromkeys(places))), "message": visible(message)}
        yield tell("相关：第 {rows} 行 {message}", said, language)
    if len(finding.related) > MOST_RELATED:
        yield tell("相关：另有 {count} 处", {"count": len(finding.related) - MOST_RELATED}, language)


def _fix(fix: ToldFix, language: Language) -> str:
    message = {"message": visible(fix.message)}
    if fix.applicability == "safe":
        return tell("可自动修正（--fix）：{message}", message, language)
    return tell("可修正，须人工核对（--fix --unsafe-fixes）：{message}", message, language)


def _fixed(file: FileOutcome, language: Language) -> str:
    joiner = "、" if language == "zh" else ", "
    rules = joiner.join(f"{code} × {count}" for code, count in sorted(file.fixed.items()))
    return tell("{file}：已修正 {rules}", {"file": visible(file.name), "rules": rules}, language)


def summary(run: Run, language: Language) -> str:
    """Files, reports, rules, findings by severity, and what can be fixed, in one or two sentences."""
    findings = run.findings
    checked = tell(
        "检查了 {files} 个文件，其中年度报告 {reports} 份；运行规则 {rules} 条。",
        {"files": len(run.checked), "reports": sum(file.reports for file in run.files), "rules": len(run.rules)},
        language,
    )
    fixed = sum(sum(file.fixed.values()) for file in run.files)
    sentences = [checked, _left_out(run, language)]
    if fixed:
        sentences.append(tell("已修正 {fixed} 处。", {"fixed": fixed}, language))
    found = counts(findings)
    if findings:
        sentences.append(
            tell(
                "发现错误 {error} 处、警告 {warning} 处、提示 {info} 处。",
                {"error": found["error"], "warning": found["warning"], "info": found["info"]},
                language,
            )
        )
        sentences.append(_fixable(findings, language))
    elif fixed:
        sentences.append(tell("没有其他问题。", language=language))
    elif not any(problem.severity == "error" for problem in run.all_problems):
        sentences.append(tell("没有发现问题。", language=language))
    return (" " if language == "en" else "").join(sentence for sentence in sentences if sentence)


def _left_out(run: Run, language: Language) -> str:
    """What was found and is not told, for people have decided so."""
    ignored, known = sum(file.ignored for file in run.files), sum(file.known for file in run.files)
    if ignored and known:
        counts = {"ignored": ignored, "known": known}
        return tell("另有 {ignored} 处已列入忽略清单、{known} 处在基线中，未列出。", counts, language)
    if ignored:
        return tell("另有 {ignored} 处已列入忽略清单，未列出。", {"ignored": ignored}, language)
    return tell("另有 {known} 处在基线中，未列出。", {"known": known}, language) if known else ""


def _fixable(findings: list[ToldFinding], language: Language) -> str:
    safe = sum(one.fix is not None and one.fix.applicability == "safe" for one in findings)
    unsafe = sum(one.fix is not None and one.fix.applicability == "unsafe" for one in findings)
    if safe and unsafe:
        return tell(
            "其中 {safe} 处可自动修正（--fix），{unsafe} 处可修正但须人工核对（--fix --unsafe-fixes）。",
            {"safe": safe, "unsafe": unsafe},
            language,
        )
    if safe:
        return tell("其中 {safe} 处可自动修正（--fix）。", {"safe": safe}, language)
    if unsafe:
        return tell("其中 {unsafe} 处可修正，但须人工核对（--fix --unsafe-fixes）。", {"unsafe": unsafe}, language)
    return ""
