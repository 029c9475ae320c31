"""What a rule is: a generator of findings over a frozen report, with its metadata as data and its page as docstring."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from gxlint.data import DataTable
from gxlint.report import Report
from gxlint.text import Span

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)
"""From the loudest to the quietest."""

Applicability = Literal["safe", "unsafe"]

_CODE = re.compile(r"[A-Z]{2,10}\d{3}")
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class RuleError(ValueError):
    """A rule's metadata is not as it must be: the message says what and where."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the text of ``span`` by ``content``. An empty span inserts, empty content deletes."""

    span: Span
    content: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend one finding, all or none.

    ``safe`` edits never change a figure and never the meaning of a sentence; everything else is ``unsafe`` and needs a
    person's word. ``message`` says what the fix does, in the imperative; a template filled with ``args`` like a
    finding's. ``announce``: whoever applies the fix unread is told its message afterwards, for it removes figures.
    """

    edits: tuple[Edit, ...]
    applicability: Applicability
    message: str
    args: Mapping[str, object] = field(default_factory=dict, hash=False)
    announce: bool = False


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding: a cell of the broken relation, the first of two equal headings."""

    span: Span
    message: str
    args: Mapping[str, object] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a reviewer would mark, at one place.

    ``message`` is a Chinese template in the style of ``str.format`` and ``args`` fill it, so that the same finding can
    be told in another language. Rules leave ``code``, ``name`` and ``severity`` empty: the engine fills them from the
    rule; a rule may set ``severity`` where one finding is milder or louder than its others.

    ``cause``: findings of different rules with an equal cause are one story, and only the one with the lowest ``rank``
    is shown (the others when that rule is switched off).

    ``private``: what stands in ``span`` must not go further than the report, such as a person's number. Wherever the
    report is quoted, in this finding or another, it is made unreadable; the message has to do without it.
    """

    span: Span
    message: str
    args: Mapping[str, object] = field(default_factory=dict, hash=False)
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    severity: Severity | None = None
    cause: Hashable = None
    rank: int = 0
    code: str = ""
    name: str = ""
    private: bool = False


RuleFunction = Callable[..., Iterable[Finding]]
"""``f(report)``, or ``f(report, more)`` for a rule with a data table: ``more`` are entries from further data files. The
options of a rule follow as keywords."""

OptionValue = bool | int | float | str | tuple[str, ...]
_VALUES = (bool, int, float, str, tuple)
_TAKES_ANY_KEYWORD = 0x08
"""The flag of a function with ``**``, as ``inspect.CO_VARKEYWORDS``."""


@dataclass(frozen=True, slots=True)
class Option:
    """What settings can change about a rule: ``[rules.ACME001]``, and below it ``most-words = 300``.

    ``name`` is lower case with hyphens; the rule's function takes the value as a keyword with underscores instead
    (``most_words``). ``default`` also tells the kind of value: a whole number, a number, a truth value, a string or a
    tuple of strings. ``meaning`` says in Chinese, in a few words, what the value is. A number is neither less than
    ``least`` nor more than ``most``.
    """

    name: str
    default: OptionValue
    meaning: str
    least: float | None = None
    most: float | None = None

    @property
    def keyword(self) -> str:
        """The keyword under which the function takes the value."""
        return self.name.replace("-", "_")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: what ``@rule`` made of a function. Calling it runs the function over a report.

    ``title`` is the first line of the docstring, ``page`` the whole of it (what ``gxlint rule CODE`` prints). ``basis``
    names the article or notice the rule rests on. ``default`` tells whether the rule runs unless it is ignored.
    ``data`` is the table the rule looks facts up in, ``more`` are the entries that plugins and settings add to it.
    ``options`` are what settings can change about it, ``values`` what they have changed, by the option's name.
    """

    code: str
    name: str
    severity: Severity
    function: RuleFunction
    title: str
    page: str
    basis: str = ""
    default: bool = True
    fixable: Applicability | None = None
    data: DataTable[Any] | None = None
    more: tuple[object, ...] = ()
    options: tuple[Option, ...] = ()
    values: Mapping[str, OptionValue] = field(default_factory=dict, hash=False)

    @property
    def family(self) -> str:
        """The letters of the code: ``GXT``."""
        return self.code.rstrip("0123456789")

    @property
    def module(self) -> str:
        """The module the function was defined in."""
        return self.function.__module__

    def __call__(self, report: Report) -> Iterator[Finding]:
        """The findings of the rule on a report; whatever the function raises comes through."""
        yield from self.run(report)

    def run(self, report: Report) -> Iterable[Finding]:
        """What the function gives, as it gives it: the generator itself, so that its place is known when it fails."""
        given = (report, self.more) if self.more else (report,)
        return self.function(*given, **{one.keyword: self.value(one) for one in self.options})

    def value(self, option: Option) -> OptionValue:
        """What an option of the rule is set to."""
        return self.values.get(option.name, option.default)


def rule(
    code: str,
    name: str,
    *,
    severity: Severity = "warning",
    basis: str = "",
    default: bool = True,
    fixable: Applicability | None = None,
    data: DataTable[Any] | None = None,
    options: Iterable[Option] = (),
) -> Callable[[RuleFunction], Rule]:
    """Make a rule of a generator function ``f(report)`` that yields findings.

    ``code`` is letters and three digits (``ACME001``), ``name`` lower case with hyphens (``short-name``). The first
    line of the docstring is the rule's title. ``fixable`` says which fixes the rule can offer at all. A rule with a
    ``data`` table is called as ``f(report, more)`` where plugins or settings add entries to the table. The value of
    each of the ``options`` is handed over as a keyword. Raises RuleError when one of them is not so.
    """

    def make(function: RuleFunction) -> Rule:
        page = _dedent(function.__doc__ or "")
        where = f"{function.__module__}.{getattr(function, '__qualname__', function)}"
        if not _CODE.fullmatch(code):
            raise RuleError(f"{where}: rule code {code!r} is not letters and three digits")
        if not _NAME.fullmatch(name):
            raise RuleError(f"{where}: rule name {name!r} is not lower case with hyphens")
        if severity not in SEVERITIES:
            raise RuleError(f"{where}: severity {severity!r} is none of {', '.join(SEVERITIES)}")
        if not page:
            raise RuleError(f"{where}: rule {code} has no docstring to be its page")
        known = tuple(options)
        _demand_options(known, function, where)
        title = page.partition("\n")[0].strip()
        return Rule(code, name, severity, function, title, page, basis, default, fixable, data, options=known)

    return make


def _demand_options(options: tuple[Option, ...], function: RuleFunction, where: str) -> None:
    """Raise RuleError unless the options can be set, and the function takes them."""
    names = [option.name for option in options]
    code = getattr(function, "__code__", None)
    takes = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount] if code is not None else ()
    takes_all = code is None or bool(code.co_flags & _TAKES_ANY_KEYWORD)
    for option in options:
        if not _NAME.fullmatch(option.name) or names.count(option.name) > 1:
            raise RuleError(f"{where}: option {option.name!r} is not lower case with hyphens, or there twice")
        if type(option.default) not in _VALUES:
            raise RuleError(f"{where}: option {option.name!r} has a default of type {type(option.default).__name__}")
        if not takes_all and option.keyword not in takes:
            raise RuleError(f"{where}: the function takes no keyword {option.keyword!r} for the option")


def _dedent(text: str) -> str:
    lines = text.expandtabs().strip("\n").split("\n")
    margins = [len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.strip()]
    margin = min(margins, default=0)
    return "\n".join([lines[0].strip(), *(line[margin:].rstrip() for line in lines[1:])]).strip()
