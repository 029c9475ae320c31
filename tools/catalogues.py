"""Keep the English catalogues of the core and of every bundled plugin.

    python tools/catalogues.py            extract templates, update every .po, compile every .mo
    python tools/catalogues.py --check    only say what is missing or stale (exit code 1)

A template is the Chinese string literal that stands as the message of one of these calls, by position or by name:

    Finding(span, "…")    Related(span, "…")    Fix(edits, applicability, "…")    Message("…")    tell("…")
    Option(name, default, "…")

It may be written in adjacent literals, chosen by ``a if b else c``, or be a name to which literals are assigned in the
same module; a parameter passed on (``tell(template, …)``) is no template. Anything else in that place, an f-string
above all, cannot be translated and is an error. The .po lies in ``<package>/locale/en/LC_MESSAGES/<package>.po``; put
the English there and run this again. Needs Babel (``pip install -e .[dev]``).
"""

from __future__ import annotations

import argparse
import ast
import io
import string
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LANGUAGE = "en"
MESSAGE_PLACE = {
    "Finding": (1, "message"),
    "Related": (1, "message"),
    "Fix": (2, "message"),
    "Option": (2, "meaning"),
    "Message": (0, "template"),
    "tell": (0, "template"),
}
"""For each call the position and the name of the argument that is a template."""


@dataclass(frozen=True, slots=True)
class Template:
    """A template and the place of the call: file relative to the package's parent, line from 1."""

    text: str
    file: str
    line: int


class TemplateError(ValueError):
    """The message of a call is no literal: the text names file and line."""


def packages() -> tuple[Path, ...]:
    """The folders of the core and of every bundled plugin and door."""
    homes = (ROOT / "plugins", ROOT / "lsp")
    found = [folder for home in homes for folder in sorted(home.glob("gxlint_*")) if (folder / "__init__.py").exists()]
    return (ROOT / "gxlint", *found)


def templates(package: Path) -> list[Template]:
    """Every template in the modules of a package, in the order of files and lines. Raises TemplateError."""
    found: list[Template] = []
    for path in sorted(package.rglob("*.py")):
        file = path.relative_to(package.parent).as_posix()
        tree = ast.parse(path.read_text("utf-8"), file)
        names = _literal_names(tree)
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and (argument := _message_of(call)) is not None:
                texts = [(text, argument.lineno) for text in _literals(argument, names, file)]
                found += [Template(text, file, line) for text, line in texts if text]
    return sorted(found, key=lambda one: (one.file, one.line))


def _message_of(call: ast.Call) -> ast.expr | None:
    function = call.func
    name = getattr(function, "id", getattr(function, "attr", ""))
    if name not in MESSAGE_PLACE:
        return None
    position, keyword = MESSAGE_PLACE[name]
    for given in call.keywords:
        if given.arg == keyword:
            return given.value
    before = call.args[: position + 1]
    return before[position] if len(before) > position and not any(isinstance(a, ast.Starred) for a in before) else None


def _literals(node: ast.expr, names: dict[str, list[str]], file: str) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from _literals(body, names, file)
            yield from _literals(orelse, names, file)
        case ast.Name(id=name):
            yield from names.get(name, ())
        case ast.Attribute():
            return
        case _:
            raise TemplateError(f"{file}:{node.lineno}: the message is no literal: {ast.unparse(node)[:60]}")


def _literal_names(tree: ast.Module) -> dict[str, list[str]]:
    """Names with the literals assigned to them anywhere in the module."""
    names: dict[str, list[str]] = {}
    for node in ast.walk(tree):
        match node:
            case (
                ast.Assign(targets=[ast.Name(id=name)], value=value)
                | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value)
            ):
                for part in (value.body, value.orelse) if isinstance(value, ast.IfExp) else (value,):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        names.setdefault(name, []).append(part.value)
    return names


def fields(template: str) -> set[str]:
    """The names of the values that a template asks for."""
    return {name.partition(".")[0].partition("[")[0] for _, name, _, _ in string.Formatter().parse(template) if name}


def folder(package: Path) -> Path:
    """Where the catalogue of a package lies."""
    return package / "locale" / LANGUAGE / "LC_MESSAGES"


def update(package: Path) -> None:
    """Write the .po (kept translations, new templates empty, lost ones dropped) and the .mo of a package."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    wanted = templates(package)
    po = folder(package) / f"{package.name}.po"
    kept = _read(po) if po.exists() else {}
    if not wanted and not kept:
        return
    catalog = Catalog(locale=LANGUAGE, project="gxlint", fuzzy=False)
    for template in wanted:
        catalog.add(template.text, kept.get(template.text, ""), locations=[(template.file, 0)])
    text = io.BytesIO()
    write_po(text, catalog, width=0, omit_header=True, include_lineno=False)
    po.parent.mkdir(parents=True, exist_ok=True)
    po.write_bytes(_HEADER + text.getvalue())
    po.with_suffix(".mo").write_bytes(compiled(po))


_HEADER = (
    'msgid ""\nmsgstr ""\n"Project-Id-Version: gxlint\\n"\n"Language: en\\n"\n"MIME-Version: 1.0\\n"\n'
    '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n'
).encode("ascii")


def compiled(po: Path) -> bytes:
    """What the .mo of a .po has to be, the same bytes on every day and with every version of Babel."""
    english = {text: translation for text, translation in _read(po).items() if translation}
    english[""] = f"Language: {LANGUAGE}\nContent-Type: text/plain; charset=utf-8\n"
    keys = sorted(english, key=lambda text: text.encode())
    strings = [text.encode() for text in (*keys, *(english[key] for key in keys))]
    head = struct.calcsize("<7I")
    place = head + 8 * len(strings)
    index = b""
    for one in strings:
        index += struct.pack("<2I", len(one), place)
        place += len(one) + 1
    start = struct.pack("<7I", 0x950412DE, 0, len(keys), head, head + 8 * len(keys), 0, head)
    return start + index + b"".join(one + b"\0" for one in strings)


def _read(po: Path) -> dict[str, str]:
    """The templates of a .po with their English."""
    from babel.messages.pofile import read_po

    with po.open("rb") as file:
        return {str(entry.id): str(entry.string) for entry in read_po(file, locale=LANGUAGE) if entry.id}


def faults(package: Path) -> list[str]:
    """What is wrong with the catalogue of a package, one line each; empty when all is well."""
    wanted = templates(package)
    if not wanted:
        return []
    po = folder(package) / f"{package.name}.po"
    if not po.exists():
        return [f"{po.relative_to(package.parent)}: absent, {len(wanted)} templates have no English"]
    english = _read(po)
    found = []
    for template in wanted:
        text = english.get(template.text, "")
        if not text:
            found.append(f"{template.file}:{template.line}: no English for {template.text!r}")
        elif fields(text) != fields(template.text):
            found.append(f"{template.file}:{template.line}: other fields in English: {template.text!r} / {text!r}")
    extra = english.keys() - {template.text for template in wanted}
    found += [f"{po.name}: no longer used: {text!r}" for text in sorted(extra)]
    mo = po.with_suffix(".mo")
    if not mo.exists() or mo.read_bytes() != compiled(po):
        found.append(f"{mo.name}: stale, run python tools/catalogues.py")
    return found


def main(arguments: list[str] | None = None) -> int:
    """Update the catalogues, or only check them; 1 when something is missing."""
    parser = argparse.ArgumentParser(description="Keep the English catalogues of gxlint and its bundled plugins.")
    parser.add_argument("--check", action="store_true", help="write nothing")
    parser.add_argument("packages", nargs="*", type=Path, help="folders of packages; all of gxlint's own by default")
    given = parser.parse_args(arguments)
    found: list[str] = []
    for package in [given_one.resolve() for given_one in given.packages] or packages():
        try:
            if not given.check:
                update(package)
            found += faults(package)
        except TemplateError as error:
            found.append(str(error))
    print("\n".join(found or ["all catalogues are complete"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
