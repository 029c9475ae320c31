"""``gxlint settings``: what holds for a file, and which line of which file decided it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from gxlint.cli.options import Parser, add_settings_options, session_options
from gxlint.cli.rule import find_rule
from gxlint.cli.terminal import Terminal
from gxlint.language import Message, tell
from gxlint.rule import Rule
from gxlint.session import Project, Session, is_dir
from gxlint.settings import DEFAULT, KEYS, OWN_FAMILY, Choice


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Write the settings, or the story of one rule. Raises SettingsError."""
    made = Parser("settings", Message("显示对某个文件起作用的设置，以及每一项由哪个文件的哪一行决定。"), terminal)
    made.add_argument(
        "file", nargs="?", default=".", metavar="FILE", help=made.say(Message("文件或文件夹，默认为当前文件夹"))
    )
    made.add_argument(
        "--explain", metavar="RULE", help=made.say(Message("说明这条规则是否运行、严重程度如何，由谁决定"))
    )
    add_settings_options(made)
    given = made.parse_args(arguments)
    path = Path(given.file)
    project = Session(session_options(given, made)).home(path)
    terminal.language = project.settings.language
    if given.explain is None:
        terminal.write_all(_all(project, path, terminal))
        return 0
    rule = find_rule(given.explain, project, terminal)
    if rule is None:
        return 2
    terminal.write_all(f"{terminal.told(line)}\n" for line in explained(rule, project, path))
    return 0


def _all(project: Project, path: Path, terminal: Terminal) -> Iterator[str]:
    settings = project.settings
    file = str(settings.file) if settings.file else tell("无", language=terminal.language)
    yield tell("设置文件：{file}", {"file": file}, terminal.language) + "\n\n"
    for key, meaning in KEYS.items():
        origin = settings.origins.get(key, DEFAULT)
        yield f"# {terminal.told(meaning)}\n{key} = {_value(project, key)}  # {terminal.told(origin.message)}\n"
    looking = [rule for rule in project.registry.rules.values() if rule.family != OWN_FAMILY]
    running = {rule.code for rule in project.selection.rules(path)}
    off = [rule.code for rule in looking if rule.code not in running]
    counts = {"on": len(running), "off": len(off), "codes": " ".join(off)}
    yield "\n"
    if off:
        yield tell("运行规则 {on} 条，停用 {off} 条：{codes}", counts, terminal.language) + "\n"
    else:
        yield tell("运行规则 {on} 条，没有停用的规则", counts, terminal.language) + "\n"


def _value(project: Project, key: str) -> str:
    settings = project.settings
    match key:
        case "select" | "extend-select" | "ignore":
            value: object = [choice.selector for choice in settings.choices if choice.key == key]
        case "per-file-ignores":
            bound = [choice for choice in settings.choices if choice.files]
            value = {one.files: [choice.selector for choice in bound if choice.files == one.files] for one in bound}
        case "severity":
            value = {level.selector: level.severity for level in settings.levels}
        case "rules":
            options = project.selection.options.items()
            value = {code: {name: one for name, (one, _) in given.items()} for code, given in options}
        case "plugins":
            value = [str(path) for path in settings.plugins]
        case "data":
            value = [str(path) for path in settings.data]
        case "disable-plugins":
            value = settings.disabled_plugins
        case _:
            value = getattr(settings, key.replace("-", "_"))
    return "—" if value is None else _written(value)


def _written(value: object) -> str:
    import json

    return json.dumps(value, ensure_ascii=False)


def explained(rule: Rule, project: Project, path: Path) -> Iterator[Message]:
    """Whether the rule runs on the file, how loud it is, and who decided; then the selectors that were overruled."""
    file = None if is_dir(path) else path
    verdict = project.selection.verdict(rule, file)
    names = {"code": rule.code, "name": rule.name, "place": verdict.origin.message}
    if verdict.choice is not None:
        names |= {"entry": _entry(verdict.choice)}
        template = Message("{code} {name}：运行，由 {place} 的 {entry} 决定", names)
        yield template if verdict.on else Message("{code} {name}：不运行，由 {place} 的 {entry} 决定", names)
    elif verdict.origin is DEFAULT:
        yield (
            Message("{code} {name}：运行（默认）", names)
            if verdict.on
            else Message("{code} {name}：不运行（默认停用）", names)
        )
    else:
        yield Message("{code} {name}：不运行，{place} 的 select 没有选它", names)
    for choice in verdict.candidates[1:]:
        yield Message(
            "    未采用：{place} 的 {entry}（不如上一条具体，或层级较低）",
            {"place": choice.origin.message, "entry": _entry(choice)},
        )
    yield _severity(rule, project)
    yield from _options(rule, project)


def _options(rule: Rule, project: Project) -> Iterator[Message]:
    given = project.selection.options.get(rule.code, {})
    configured = project.selection.configured(rule)
    for option in rule.options:
        place = given[option.name][1].origin if option.name in given else DEFAULT
        said = {"name": option.name, "value": _written(configured.value(option)), "place": place.message}
        yield Message("选项：{name} = {value}，由 {place} 决定", said)


def _severity(rule: Rule, project: Project) -> Message:
    level = project.selection.level(rule)
    if level is None:
        return Message("严重程度：{severity}（规则自身的默认）", {"severity": rule.severity})
    place = {"severity": level.severity, "place": level.origin.message, "selector": level.selector}
    return Message("严重程度：{severity}，由 {place} 的 severity.{selector} 决定", place)


def _entry(choice: Choice) -> str:
    return f'{choice.key}."{choice.files}" "{choice.selector}"' if choice.files else f'{choice.key} "{choice.selector}"'
