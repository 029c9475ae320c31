"""Tables without marks between the cells, as converters of PDF files write them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.writing.grid import Grid, Line
from tests.writing.wear import Wear

_LABEL_WIDTH = 18
_GROUP_WIDTH = 4


def numbers(grid: Grid, wear: Wear) -> Iterator[str]:
    """One figure a line and nothing else on it; labels broken over lines, 三、本年度办理结果 one character a line."""
    yield from _headers(grid)
    for line in grid.lines:
        for group in line.printed_groups:
            yield from _group(group, wear)
        yield _lines([*_broken(line.label, _LABEL_WIDTH), *line.figures])


def figures(grid: Grid, wear: Wear) -> Iterator[str]:
    """The label and its figures on one line; the figures of a long label stand behind its last piece, or below it."""
    if grid.kind == "items":
        *captions, labels = grid.headers
        yield from (_lines([caption.text]) for (caption,) in captions)
        yield _lines([" ".join(cell.text for cell in labels)])
    else:
        yield from _headers(grid)
    for line in grid.lines:
        in_front = ""
        for group in line.printed_groups:
            if group and len(line.groups) == 2 and group == line.groups[1] and wear.random.randrange(3) == 0:
                in_front, rest = group[:_GROUP_WIDTH], group[_GROUP_WIDTH:]
                yield from ([_lines([in_front])] if rest else [])
                in_front = rest or in_front
            else:
                yield from _group(group, wear)
        *pieces, last = [*_broken(line.label, _LABEL_WIDTH)] or [""]
        shown = " ".join(line.figures)
        below = len(pieces) > 1
        first = f"{in_front} " if in_front else ""
        printed = [*pieces, last, shown] if below else [*pieces, f"{last} {shown}".strip()]
        printed[0] = first + printed[0]
        yield _lines(printed)


def aligned(grid: Grid, wear: Wear) -> Iterator[str]:
    """Columns lined up by spaces, the figures on the middle line of a label that takes several."""
    draw: Callable[[Grid, Wear], Iterator[str]]
    draw = {"items": _aligned_items, "requests": _aligned_requests, "review": _aligned_review}[grid.kind]
    yield from draw(grid, wear)


def _aligned_items(grid: Grid, wear: Wear) -> Iterator[str]:
    width = wear.random.choice((20, 32))
    *captions, labels = grid.headers
    yield from (_lines([caption.text, "", ""]) for (caption,) in captions)
    columns = [0, *(width + 8 * at for at in range(len(labels) - 1))]
    yield _lines([_at(*zip(columns, (cell.text for cell in labels), strict=True)), "", ""])
    for line in grid.lines:
        yield _lines([_at(*zip(columns, (line.label, *line.figures), strict=True)), "", ""])


_FIGURE_COLUMNS = tuple(range(40, 40 + 7 * 8, 8))
_LABEL_INDENT = (0, 4, 12)


def _aligned_requests(grid: Grid, wear: Wear) -> Iterator[str]:
    yield _lines(_aligned_request_headers(grid))
    canvas: list[list[tuple[int, str]]] = []
    starts: list[int] = []
    for line in grid.lines:
        starts.append(len(canvas))
        pieces = list(_broken(line.label, 14 if len(line.groups) == 2 else _LABEL_WIDTH))
        middle = len(pieces) // 2
        for at, piece in enumerate(pieces):
            canvas.append([(_LABEL_INDENT[len(line.groups)], piece)])
            if at == middle:
                canvas[-1] += zip(_FIGURE_COLUMNS, line.figures, strict=True)
        canvas += [[] for _ in range(wear.random.choice((1, 2)))]
    for depth, group, first, last in _runs(grid.lines, [*starts, len(canvas)]):
        _write_beside(canvas, depth, group, first, last)
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(canvas)
        yield _lines([_at(*parts) for parts in canvas[start:end]])


def _aligned_request_headers(grid: Grid) -> list[str]:
    (note, applicants), (_, natural, legal_persons, total), (_, _, *middle, _) = grid.headers
    halves = [(cell.text[: (len(cell.text) + 1) // 2], cell.text[(len(cell.text) + 1) // 2 :]) for cell in middle]
    columns = _FIGURE_COLUMNS[1:-1]
    upper, lower = ([half[at] for half in halves] for at in (0, 1))
    upper[-1], lower[-1] = middle[-1].text, ""
    note_pieces = [*_broken(note.text, 22), "", ""]
    return [
        _at((56, applicants.text)),
        "",
        _at((0, note_pieces[0]), (52, legal_persons.text)),
        "",
        _at((0, note_pieces[1]), (_FIGURE_COLUMNS[0], natural.text), (_FIGURE_COLUMNS[-1], total.text)),
        _at(*zip(columns, upper, strict=True)),
        "",
        _at(*zip(columns, lower, strict=True)),
        "",
        "",
    ]


def _aligned_review(grid: Grid, wear: Wear) -> Iterator[str]:
    (review, lawsuit), (*_, direct, after_review), _ = grid.headers
    labels = [column.label for column in grid.table.columns]
    columns = [at * 6 for at in range(len(labels))]
    third = len(labels) // 3
    yield _lines([_at((0, review.text), (columns[third], lawsuit.text)), "", ""])
    yield _lines([_at((columns[third] + 4, direct.text), (columns[2 * third] + 4, after_review.text)), "", ""])
    upper = [label if label == labels[third - 1] else label[:2] for label in labels]
    lower = ["" if label == labels[third - 1] else label[2:] for label in labels]
    yield _lines([_at(*zip(columns, half, strict=True)) for half in (upper, lower)] + ["", ""])
    for line in grid.lines:
        yield _lines([_at(*zip(columns, line.figures, strict=True)), "", ""])


def _runs(lines: tuple[Line, ...], starts: list[int]) -> Iterator[tuple[int, str, int, int]]:
    """Depth, text, first and last line on the canvas of every merged cell."""
    for depth in (0, 1):
        opening = [at for at, line in enumerate(lines) if len(line.groups) > depth and line.opens[depth]]
        for at in opening:
            end = at
            while end < len(lines) and len(lines[end].groups) > depth and (end == at or not lines[end].opens[depth]):
                end += 1
            yield depth, lines[at].groups[depth], starts[at], starts[end] - 1


def _write_beside(canvas: list[list[tuple[int, str]]], depth: int, group: str, first: int, last: int) -> None:
    pieces = [group[:2], *group[2:]] if depth == 0 else list(_broken(group, _GROUP_WIDTH))
    step = 2 if depth == 0 else 1
    start = max(first, (first + last) // 2 - step * len(pieces) // 2)
    for at, piece in enumerate(pieces):
        canvas[min(start + step * at, last)].insert(0, (4 * depth, piece))


def _headers(grid: Grid) -> Iterator[str]:
    for header in grid.headers:
        for cell in header:
            narrow = grid.kind != "items" and cell.span == 1
            yield from (_lines([piece]) for piece in _broken(cell.text, 3 if narrow else 24))


def _group(text: str, wear: Wear) -> Iterator[str]:
    """A merged cell in front of its rows: the narrow one of the whole table one character a line."""
    if not text.startswith("（"):
        number = [text[:2]] if wear.random.randrange(2) else list(text[:2])
        yield from (_lines([piece]) for piece in ([*number, *text[2:]] if text else []))
    else:
        yield from (_lines([piece]) for piece in _broken(text, _GROUP_WIDTH))


def _broken(text: str, width: int) -> Iterator[str]:
    while text:
        yield text[:width]
        text = text[width:]


def _at(*parts: tuple[int, str]) -> str:
    """Texts at their columns, two blanks at least between them."""
    line = ""
    for column, text in sorted(parts):
        if text:
            line = line.ljust(max(column, len(line) + 2 if line else 0)) + text
    return line


def _lines(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
