"""Reading the statements of a report: number by number, each with the words around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from gxlint.report import Report
from gxlint.statements import topics as words
from gxlint.statements.counting import Counting
from gxlint.statements.denial import MAY_DENY, denials
from gxlint.statements.holder import Holders
from gxlint.statements.model import OUTCOMES, Holder, Passage, Period, Quantity, Sentence, Statement, Topic
from gxlint.statements.quantity import quantities
from gxlint.text import Span

_SENTENCE_END = re.compile("[。！？]")
_CLAUSE_END = re.compile("[，；：（]")
_MARK = re.compile("[，；：（）、]|(?<=复议)[和及与]|(?<=诉讼)[和及与]|(?<=案件)[和及与]")
_BRACKETS = re.compile("（[^（）]*）$")
_JOINT = re.compile("^[）”、和及与并或]+|^以及")
_ONLY_FILL = re.compile("(?:共计|合计|总计|总共|累计|一共|共有|共|计|为|是|达到|达|全年|约|其中|分别)*+")
_PERIOD = re.compile(
    r"(?P<whole>20\d\d)年1月1日起?(?:至|到|[-—~～－])+(?:20\d\d年)?12月31日|截[至止](?P<end>20\d\d)年(?:12月|年?底|末)"
    r"|(?<![较比同与])(?<!结转)(?<!转[至到入])(?<!延[至到])(?P<year>20\d\d)年度?(?!度?结转)(?P<month>\d{1,2}月)?(?P<since>以来)?|(?<![较比同与])(?P<last>上一?年度?|去年)(?!度?结转)"
    r"|(?P<this>截[至止](?:本年|当年|年底|12月(?:31日|底))|全年|本年度?|今年|年内|当年)|(?P<other>历年|近年|多年|(?<!今年)以来|上半年|下半年|季度|[三五]年|同期|[1-9]\d?月份?)"
)
_FIRST_YEAR = re.compile(r"(?<!\d)(20\d\d)年度?[，我全本]")
_GROUPS: dict[str, str] = {"review": "case", "lawsuit": "case", "normative": "document", "regulation": "document"}


_LOOK_BACK = 300
"""So many characters in front of a denial can say for whom and when."""


@dataclass(slots=True)
class _Context:
    """What a sentence has said so far."""

    holder: Holder = "organ"
    period: Period = "year"
    narrowed: set[str] = field(default_factory=set)
    depth: int = 0


def read(report: Report, passages: Sequence[Passage]) -> tuple[Sentence, ...]:
    """The sentences of a report that hold a quantity or deny one, in order."""
    holders = Holders(report.organ)
    year = report.year.value if report.year else _year_spoken_of(report)
    found = []
    for passage in passages:
        asked = False
        for start, end, numbers in _sentences(passage.text):
            sentence = _Reader(passage, start, end, numbers, holders, year, asked=asked).sentence()
            asked = asked or words.REQUEST_NAMED.search(passage.text, start, end) is not None
            if sentence is not None:
                found.append(sentence)
    return tuple(found)


def _sentences(text: str) -> Iterator[tuple[int, int, tuple[Quantity, ...]]]:
    """The sentences of a passage that hold a number or may deny one: start, end and numbers, placed in the sentence."""
    numbers = list(quantities(text))
    if not numbers and MAY_DENY.search(text) is None:
        return
    start = at = 0
    for end in (*(match.end() for match in _SENTENCE_END.finditer(text)), len(text)):
        first = at
        while at < len(numbers) and numbers[at].start < end:
            at += 1
        if at > first or MAY_DENY.search(text, start, end) is not None:
            here = (replace(one, start=one.start - start, end=one.end - start) for one in numbers[first:at])
            yield start, end, tuple(here)
        start = end


def _year_spoken_of(report: Report) -> int | None:
    match = next((found for line in report.prose() if (found := _FIRST_YEAR.search(line.text))), None)
    return int(match[1]) if match else None


class _Reader:
    """Reads one sentence."""

    __slots__ = ("_context", "_counting", "_holder", "_holders", "_numbers", "_passage", "_start", "_text", "_year")

    def __init__(
        self,
        passage: Passage,
        start: int,
        end: int,
        numbers: tuple[Quantity, ...],
        holders: Holders,
        year: int | None,
        *,
        asked: bool,
    ) -> None:
        self._numbers = numbers
        self._passage, self._start, self._holders, self._year = passage, start, holders, year
        self._text = passage.text[start:end]
        before = passage.text[passage.text.rfind("。", 0, max(0, start - 1)) + 1 : start]
        self._holder: Holder = "unsure" if before and holders.speaks_of_another(before) else "organ"
        self._context = _Context(self._holder)
        around = passage.heading
        requests = passage.section == "requests" or "依申请" in around or "公开申请" in around
        disclosure = passage.section in ("requests", "review") or "公开" in around
        self._counting = Counting(self._text, year, requests, disclosure, asked)

    def sentence(self) -> Sentence | None:
        found = [*self._counted(), *self._denied()]
        if not found:
            return None
        found.sort(key=lambda one: one.quantity.start)
        return Sentence(self._passage, self._start, self._start + len(self._text), tuple(_without_parts(found)))

    def _counted(self) -> Iterator[Statement]:
        text = self._text
        numbers = self._numbers
        before = 0
        for at, number in enumerate(numbers):
            following = numbers[at + 1].start if at + 1 < len(numbers) else len(text)
            statement = self._statement(number, text[before : number.start], text[number.end : following])
            yield statement
            if statement.topics in (("review",), ("lawsuit",)) and (
                match := words.ALL_UPHELD.search(text, number.end, following)
            ):
                yield self._all_upheld(statement, match.start(), match.end())
            before = number.end

    def _all_upheld(self, statement: Statement, start: int, end: int) -> Statement:
        topic: Topic = "review.upheld" if statement.topics == ("review",) else "lawsuit.upheld"
        return replace(
            statement,
            quantity=replace(statement.quantity, start=start, end=end),
            topics=(topic,),
            every=True,
            span=self._span(start, end),
        )

    def _statement(self, number: Quantity, lead: str, behind: str) -> Statement:
        context = self._context
        opened = lead.count("（") - lead.count("）")
        context.depth = max(0, context.depth + opened)
        if "；" in lead:
            context.holder, context.narrowed = self._holder, set()
        self._learn_period(lead)
        self._counting.hear(lead)
        # Words up to the first mark belong to the number in front: 3件``予以公开``，2件不予公开.
        own = _MARK.search(lead) if number.start > len(lead) else None
        before, clause = _last_clause(lead[own.start() :] if own else lead)
        topics, cue = self._counting.topics(number, before, clause, behind)
        group = _group(topics)
        said = self._holders.read(clause[:cue], before, case=group == "case")
        holder = said.holder or context.holder
        if said.holder is not None and (topics or said.holder != "unsure"):
            context.holder = said.holder
        if said.holder == "organ":
            context.narrowed.discard(group)
        if said.narrowed and (topics or "申请" in clause):
            context.narrowed |= {group} if topics else {"request", "result"}
        return Statement(
            quantity=number,
            topics=topics,
            holder=holder,
            period=context.period,
            narrowed=said.narrowed or group in context.narrowed,
            lead=lead,
            phrase=clause,
            depth=context.depth,
            span=self._span(number.start, number.end),
        )

    def _span(self, start: int, end: int) -> Span:
        return self._passage.span(self._start + start, self._start + end)

    def _learn_period(self, lead: str) -> None:
        for match in _PERIOD.finditer(lead):
            year = match["whole"] or match["end"] or match["year"]
            if year:
                self._context.period = self._period_of(int(year), partly=bool(match["month"]))
            elif match["last"]:
                self._context.period = "last"
            else:
                self._context.period = "year" if match["this"] else "other"

    def _period_of(self, year: int, *, partly: bool) -> Period:
        if partly:
            return "other"
        if self._year is None or year == self._year:
            return "year"
        return "last" if year == self._year - 1 else "other"

    def _denied(self) -> Iterator[Statement]:
        disclosure = self._counting.disclosure or words.ABOUT_DISCLOSURE.search(self._text) is not None
        ends = [number.end for number in self._numbers]
        for denial in denials(self._text, requests=self._counting.requests, disclosure=disclosure):
            counted = max((end for end in ends if end <= denial.start), default=0)
            lead = self._text[max(0, denial.start - _LOOK_BACK) : denial.start]
            self._context = _Context()
            self._learn_period(lead)
            before, clause = _last_clause(lead[max(0, len(lead) - denial.start + counted) :], whole=False)
            said = self._holders.read(clause, before, case=_group(denial.topics) == "case")
            yield Statement(
                quantity=Quantity(0, "件", True, denial.start, denial.end),
                topics=denial.topics,
                holder=said.holder or self._holder,
                period=self._context.period,
                narrowed=said.narrowed and denial.topics != ("fee",),
                lead=lead,
                phrase=self._text[denial.start : denial.end],
                depth=max(0, lead.count("（") - lead.count("）")),
                span=self._span(denial.start, denial.end),
                denied=True,
            )


def _last_clause(lead: str, *, whole: bool = True) -> tuple[str, str]:
    """The words in front of a number up to the mark before them, and what stands before that. Where they are only
    filling (共, 全年) and ``whole`` is asked for, the clause in front belongs to them."""
    rest = _BRACKETS.sub("", lead)
    ends = [match.end() for match in _CLAUSE_END.finditer(rest)]
    start = ends.pop() if ends else 0
    while whole and ends and _ONLY_FILL.fullmatch(rest, start):
        start = ends.pop()
    if whole and start and not ends and _ONLY_FILL.fullmatch(rest, start):
        start = 0
    clause = _CLAUSE_END.sub("", rest[start:])
    return rest[:start], _JOINT.sub("", clause)


def _group(topics: Sequence[Topic]) -> str:
    if not topics:
        return ""
    if topics[0] in OUTCOMES:
        return "result"
    return _GROUPS.get(topics[0].partition(".")[0], "request")


def _without_parts(found: Sequence[Statement]) -> Iterator[Statement]:
    """Where one sentence counts the same thing twice, the first is the whole and the others are parts of it; two
    figures for one result belong to two things that were not understood. Results behind 上年结转3件，其中 are of those
    three."""
    counts = Counter((one.topics, one.period) for one in found if one.topics and not one.denied)
    seen: set[tuple[tuple[Topic, ...], Period]] = set()
    carried = _PartsOfCarried()
    for one in found:
        key = (one.topics, one.period)
        twice = counts[key] > 1 and not one.denied
        whole = one.topics in (("received",), ("answered",), ("review",), ("lawsuit",)) and key not in seen
        seen.add(key)
        yield replace(one, narrowed=True) if carried.holds(one) or (twice and not whole) else one


@dataclass(slots=True)
class _PartsOfCarried:
    """Knows the results that are listed as parts of the requests carried from year to year. ``whole``: the sentence
    has said what came in or was settled, so that 其中 may mean that."""

    whole: bool = False
    carried: bool = False
    listed: bool = False

    def holds(self, one: Statement) -> bool:
        if one.topics and one.topics[0] in ("received", "new", "answered"):
            self.whole, self.carried, self.listed = True, False, False
        elif one.topics in (("carried_in",), ("carried_out",)):
            self.carried, self.listed = not self.whole, False
        elif self.carried and ("其中" in one.lead or self.listed):
            self.listed = True
        return self.listed
