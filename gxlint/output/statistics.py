"""Instead of findings: how many there are of each rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from gxlint.output.text import summary
from gxlint.output.told import Run

if TYPE_CHECKING:
    from gxlint.output import Style


def render(run: Run, style: Style, *, machine: bool = False) -> Iterator[str]:
    """The rules by number of findings, the most frequent first; for machines a JSON array of objects."""
    titles = {rule.code: rule.title for rule in run.rules}
    found = Counter((finding.code, finding.name) for finding in run.findings)
    rows = sorted(found.items(), key=lambda row: (-row[1], row[0]))
    if machine:
        import json

        objects = [{"code": code, "name": name, "count": count} for (code, name), count in rows]
        yield json.dumps(objects, ensure_ascii=not style.unicode, indent=1) + "\n"
        return
    width = max((len(name) for (_, name), _ in rows), default=0)
    for (code, name), count in rows:
        yield f"{count:>6}  {code}  {name:<{width}}  {titles.get(code, '')}".rstrip() + "\n"
    if rows or not style.quiet:
        yield summary(run, style.language) + "\n"
