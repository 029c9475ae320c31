"""The pages of rules: where they can be read, what they say in short, and the whole of them as Markdown."""

from __future__ import annotations

from gxlint.language import english_title, tell, tell_options, tell_title
from gxlint.pages import readable
from gxlint.rule import Rule
from gxlint_lsp.analysis import Analysis

_WANTED = ("查什么", "怎样改")


def page_url(analysis: Analysis, code: str) -> str | None:
    """The address of a rule's page, None where there is none.

    The pages of rules have no published address of their own; an editor can name one (``rulePages``), in which
    ``{code}`` stands for the rule.
    """
    pages = analysis.options.rule_pages
    return pages.replace("{code}", code) if pages and analysis.rule(code) is not None else None


def sections_of(page: str) -> dict[str, str]:
    """The text under each heading of a rule's page, its indentation removed; the first line stands under ``""``."""
    found: dict[str, list[str]] = {"": []}
    heading = ""
    for number, line in enumerate(page.split("\n")):
        if number and line and not line.startswith(" "):
            heading = line.strip()
            found.setdefault(heading, [])
        else:
            found[heading].append(line[4:] if number else line)
    return {name: "\n".join(lines).strip("\n") for name, lines in found.items()}


def headline(analysis: Analysis, rule: Rule, *, markdown: bool) -> str:
    """Code, name and title of a rule; the code is a link where its page has an address."""
    title = tell_title(rule, analysis.language)
    if not markdown:
        return f"{rule.code} {rule.name}  {title}"
    url = page_url(analysis, rule.code)
    code = f"[{rule.code}]({url})" if url else rule.code
    return f"**{code}** `{rule.name}` {title}"


def summary(analysis: Analysis, rule: Rule, *, markdown: bool) -> str:
    """What the rule looks for and how its findings are mended, in a few lines."""
    sections = sections_of(rule.page)
    head = headline(analysis, rule, markdown=markdown)
    if analysis.language == "en" and english_title(rule.page):
        return f"{head}\n\n{_joined(sections['English'])}"
    said = [
        f"{f'**{name}**' if markdown else name}：{_joined(sections[name])}" for name in _WANTED if sections.get(name)
    ]
    return "\n\n".join([head, *said])


def page(analysis: Analysis, rule: Rule) -> str:
    """The whole page as Markdown, for a document beside the report."""
    title = tell_title(rule, analysis.language)
    lines = [f"# {rule.code} {rule.name} · {title}", ""]
    for name, text in sections_of(readable(rule.page)).items():
        if name:
            lines += [f"## {name}", ""]
            lines += [*_as_markdown(text), ""]
    if options := tell_options(rule, analysis.language):
        lines += [f"## {tell('选项', language=analysis.language)}", "", *(f"    {line}" for line in options), ""]
    return "\n".join(lines)


def _as_markdown(text: str) -> list[str]:
    """Paragraphs as they stand; indented examples as code blocks, which Markdown makes of four blanks."""
    lines: list[str] = []
    for line in text.split("\n"):
        indented = line.startswith("    ")
        if lines and lines[-1] and indented != lines[-1].startswith("    "):
            lines.append("")
        lines.append(line)
    return lines


def _joined(text: str) -> str:
    """A paragraph on one line: Chinese lines join without a gap, others with one."""
    joined = ""
    for line in text.split("\n"):
        piece = line.strip()
        gap = " " if joined and piece and joined[-1].isascii() and piece[0].isascii() else ""
        joined += gap + piece
    return joined
