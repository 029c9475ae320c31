"""``gxlint baseline``: adopt gxlint on an archive. What it has today is written down; only what is new is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from gxlint.cli.options import Parser, add_settings_options, session_options
from gxlint.cli.terminal import Terminal
from gxlint.language import Message
from gxlint.output import FileOutcome
from gxlint.session import FileError, Session
from gxlint.session.files import read_bytes
from gxlint.session.sidefiles import BASELINE_FILE, BaselineFile, SideFiles, absolute_path, shown_path, write
from gxlint.suppressions import Baseline, Key, write_baseline

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
    folder = absolute_path(paths[0] if paths[0].is_dir() else paths[0].parent)
    known = SideFiles(ignores=False).baseline(folder)
    session = Session(session_options(given, made, baseline=False, keys=True))
    terminal.language = session.home(paths[0]).settings.language
    target = known.path if known is not None else folder / BASELINE_FILE
    if (known is None) != (given.action == "create"):
        return _wrong_action(known, terminal)
    outcome = session.run(paths)
    for problem in outcome.all_problems:
        terminal.say(f"{problem.filename}: {problem.message}")
    if any(problem.severity == "error" for problem in outcome.all_problems):
        terminal.error(Message("有文件没能检查，未写基线"))
        return 2
    try:
        found = _found(outcome.files, target.parent)
    except ValueError as error:
        terminal.error(Message("{file} 不在基线所在的文件夹之内", {"file": str(error)}))
        return 2
    return _write(given.action, known, target, found, paths, terminal)


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
            found[path.relative_to(folder).as_posix()] = Counter(Key(*key) for key in outcome.keys)
    return found


def _write(
    action: str,
    known: BaselineFile | None,
    target: Path,
    found: dict[str, Counter[Key]],
    paths: Sequence[Path],
    terminal: Terminal,
) -> int:
    before = known.baseline.files if known is not None else {}
    after = {file: keys for file, keys in before.items() if file not in found and _still_there(file, target, paths)}
    for file, keys in found.items():
        kept = keys if action != "prune" else keys & before.get(file, Counter())
        if kept:
            after[file] = kept
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
    return path.exists() or not any(path.is_relative_to(absolute_path(one)) for one in paths)
