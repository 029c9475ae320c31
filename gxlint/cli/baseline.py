"""``gxlint baseline``: adopt gxlint on an archive. What it has today is written down; only what is new is told."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Container, Mapping, Sequence
from pathlib import Path

from gxlint.cli.options import Parser, add_settings_options, session_options
from gxlint.cli.terminal import Terminal
from gxlint.language import Message
from gxlint.output import FileOutcome
from gxlint.output.words import visible, where
from gxlint.session import FileError, Project, Session, is_dir
from gxlint.session.files import read_bytes
from gxlint.session.sidefiles import BASELINE_FILE, BaselineFile, SideFiles, absolute_path, shown_path, write
from gxlint.suppressions import Baseline, Key, known_name, write_baseline

_ACTIONS = ("create", "update", "prune")


def run(arguments: Sequence[str], terminal: Terminal) -> int:
    """Write the baseline. Raises SettingsError."""
    made = Parser(
        "baseline", Message("基线 gxlint-baseline.json：记下已有报告现有的问题，以后只提示新出现的。"), terminal
    )
    say = made.say
    made.add_argument(
        "action",
        choices=_ACTIONS,
        help=say(Message("create 新建；update 按现状重写；prune 只删去已不再出现的")),
    )
    made.add_argument("paths", nargs="*", metavar="PATH", help=say(Message("文件或文件夹，默认为当前文件夹")))
    add_settings_options(made)
    given = made.parse_args(arguments)
    paths = [Path(one) for one in given.paths] or [Path()]
    folder = absolute_path(paths[0] if is_dir(paths[0]) else paths[0].parent)
    known = SideFiles(ignores=False).baseline(folder)
    session = Session(session_options(given, made, baseline=False, keys=True))
    home = session.home(paths[0])
    terminal.language = home.settings.language
    target = known.path if known is not None else folder / BASELINE_FILE
    if (known is None) != (given.action == "create"):
        return _wrong_action(known, terminal)
    outcome = session.run(paths)
    for problem in outcome.all_problems:
        terminal.say(f"{where(problem)}: {visible(problem.message)}")
    if any(problem.severity == "error" for problem in outcome.all_problems):
        terminal.error(Message("有文件没能检查，未写基线"))
        return 2
    try:
        found = _found(outcome.files, target.parent)
    except ValueError as error:
        terminal.error(Message("{file} 不在基线所在的文件夹之内", {"file": str(error)}))
        return 2
    before = known.baseline.files if known is not None else {}
    if given.action == "prune":
        found = {file: keys & before.get(file, Counter()) for file, keys in found.items()}
    after = {file: keys for file, keys in before.items() if file not in found and _still_there(file, target, paths)}
    after |= _with_others(found, before, _looked({rule.code for rule in outcome.rules}, home))
    return _write(known, target, after, terminal)


def _with_others(
    found: Mapping[str, Counter[Key]], before: Mapping[str, Counter[Key]], looked: Callable[[str], bool]
) -> dict[str, Counter[Key]]:
    """What was found in each file, together with what other rules found there before: they were not asked."""
    kept = {
        file: keys + Counter({key: count for key, count in before.get(file, {}).items() if not looked(key.rule)})
        for file, keys in found.items()
    }
    return {file: keys for file, keys in kept.items() if keys}


def _looked(ran: Container[str], project: Project) -> Callable[[str], bool]:
    """Tells of a rule's code whether the rule was asked, or is no rule any more."""
    registry = project.registry
    return lambda code: code in ran or (code not in registry.rules and not registry.incomplete)


def _wrong_action(known: BaselineFile | None, terminal: Terminal) -> int:
    if known is not None:
        terminal.error(Message("已有基线 {file}；请用 update 或 prune", {"file": known.shown}))
    else:
        terminal.error(Message("没有基线 {file}；请先用 create", {"file": BASELINE_FILE}))
    return 2


def _found(outcomes: Sequence[FileOutcome], folder: Path) -> dict[str, Counter[Key]]:
    """The keys of every file that was checked. Raises ValueError with the name of a file outside the folder."""
    found: dict[str, Counter[Key]] = {}
    for outcome in outcomes:
        if not outcome.beside:
            path = absolute_path(Path(outcome.name))
            if not path.is_relative_to(folder):
                raise ValueError(outcome.name)
            found[known_name(path.relative_to(folder).as_posix())] = Counter(Key(*key) for key in outcome.keys)
    return found


def _write(known: BaselineFile | None, target: Path, after: dict[str, Counter[Key]], terminal: Terminal) -> int:
    before = known.baseline.files if known is not None else {}
    baseline = Baseline(after)
    try:
        write(target, write_baseline(baseline).encode("utf-8"), read_bytes(target) if known is not None else None)
    except FileError as error:
        terminal.error(Message("{file}：{reason}", {"file": shown_path(target), "reason": error.reason}))
        return 2
    old = Counter({(file, key): count for file, keys in before.items() for key, count in keys.items()})
    new = Counter({(file, key): count for file, keys in after.items() for key, count in keys.items()})
    counts = {
        "file": shown_path(target),
        "count": len(baseline),
        "added": (new - old).total(),
        "gone": (old - new).total(),
    }
    terminal.write(terminal.told(Message("{file}：{count} 处（新增 {added}，删去 {gone}）。", counts)) + "\n")
    return 0


def _still_there(file: str, target: Path, paths: Sequence[Path]) -> bool:
    """Whether a file of the baseline that was not checked stays in it: it exists, or was not asked for."""
    path = target.parent / file
    there = os.path.exists(path)  # noqa: PTH110 (Path.exists raises where it may not look)
    return there or not any(path.is_relative_to(absolute_path(one)) for one in paths)
