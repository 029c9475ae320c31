"""From the docstring of a rule to its page, and the table of all rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from gxlint.language import tell_options
from gxlint.pages import readable
from gxlint.plugins import Plugin, Registry
from gxlint.rule import Rule

SEVERITY = {"error": "错误 error", "warning": "警告 warning", "info": "提示 info"}
FIX = {"safe": "安全（`--fix`）", "unsafe": "需人工确认（`--unsafe-fixes`）", None: "无"}
FAMILY = {
    "core": "gxlint 自身",
    "markup": "残留标记",
    "sections": "章节结构",
    "forms": "官方表格",
    "totals": "勾稽关系",
    "wording": "文字",
    "consistency": "前后一致",
    "citations": "引用文件",
}

_LIST_ITEM = re.compile(r" |[-*] |\d+[.、)]|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、|[①-⑳]")


def page(rule: Rule, plugin: Plugin) -> str:
    """The page of one rule in Markdown."""
    facts = [
        ("代码", f"`{rule.code}`"),
        ("名称", f"`{rule.name}`"),
        ("严重程度", SEVERITY[rule.severity]),
        ("修正", FIX[rule.fixable]),
        ("默认", "启用" if rule.default else "不启用"),
        ("插件", f"`{plugin.name}`"),
    ]
    table = "\n".join(f"| {name} | {value} |" for name, value in facts)
    return (
        f"# {rule.code} {rule.title}\n\n| | |\n| --- | --- |\n{table}\n\n{_body(readable(rule.page))}{_options(rule)}"
    )


def _options(rule: Rule) -> str:
    """What settings can change about the rule, with the defaults, as it is written there."""
    if not rule.options:
        return ""
    lines = "\n".join(tell_options(rule))
    return f"\n## 选项\n\n```toml\n# gxlint.toml\n{lines}\n```\n"


def index(registry: Registry) -> str:
    """The table of all rules, a part for each plugin."""
    parts = [
        "# 规则\n",
        "每条规则有固定的代码和名称，写进设置后含义不变。点代码看说明；`gxlint rule 代码` 在终端里显示同样的内容。\n",
    ]
    for plugin in registry.plugins:
        if plugin.bundled and plugin.rules:
            parts += [f"## {FAMILY.get(plugin.name, plugin.name)}（`{plugin.name}`）\n", _table(plugin.rules)]
    return "\n".join(parts)


def _table(rules: Sequence[Rule]) -> str:
    lines = ["| 代码 | 名称 | 标题 | 严重程度 | 修正 |", "| --- | --- | --- | --- | --- |"]
    marks: Mapping[str | None, str] = {"safe": "安全", "unsafe": "需确认", None: ""}
    lines += [
        f"| [{rule.code}]({rule.code}.md) | `{rule.name}` | {rule.title} | {rule.severity} | {marks[rule.fixable]} |"
        for rule in sorted(rules, key=lambda rule: rule.code)
    ]
    return "\n".join(lines) + "\n"


def _body(text: str) -> str:
    """The docstring without its first line: headings stand at the margin, their text is indented by four."""
    parts: list[str] = []
    heading, lines = "", list[str]()
    for line in [*text.split("\n")[1:], "End"]:
        if line and not line.startswith(" "):
            if heading:
                written = _examples(lines) if heading == "例" else _joined(lines)
                parts.append(f"## {heading}\n\n" + "\n".join(written).strip("\n") + "\n")
            heading, lines = line.strip(), []
        else:
            lines.append(line[4:])
    return "\n".join(parts)


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """Lines of prose, put together where Chinese goes on: Markdown would show a blank for the line end."""
    before = ""
    for line in lines:
        if before and line and not _LIST_ITEM.match(line) and max(before[-1], line[0]) > "\u2e7f":
            before += line.strip()
            continue
        yield before
        before = line
    yield before


def _examples(lines: Sequence[str]) -> Iterator[str]:
    """Examples stand in blocks below 错： and 对：; ⟦ and ⟧ mark what the rule points at."""
    block: list[str] = []
    for line in [*lines, "End"]:
        if line.startswith(" ") or not line:
            block.append(line[4:])
            continue
        yield from _fenced(block)
        block = []
        word, _, rest = line.partition("：")
        if word in ("错", "对"):
            yield f"**{word}：**\n"
            block = [rest] if rest else []
        elif line != "End":
            yield line
    return


def _fenced(block: Sequence[str]) -> Iterator[str]:
    text = "\n".join(block).strip("\n")
    if text:
        yield f"```text\n{text}\n```\n"
