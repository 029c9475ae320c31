"""What the words around a number say that it counts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from gxlint.statements import topics as words
from gxlint.statements.model import Quantity, Topic

Counted = tuple[tuple[Topic, ...], int]
"""What is counted, and where in the clause in front of the number the words begin that say so."""

_DIFFERENCE = re.compile("同比|环比|较上|比上|增长|增加|减少|下降|上升|提高|降低|少于|多于")
_COUNTS_CASES = frozenset("件宗起例个条份项次部")
_COUNTS_RESULTS = frozenset("件宗起例个条份")
_THIS_YEAR = re.compile(r"20\d\d年|全年|本年|年内|今年|当年|截[至止]")


@dataclass(slots=True)
class Counting:
    """What one sentence has said so far of what it counts.

    ``requests``: it stands where 申请 can only be a request for information; ``disclosure``: where 复议 and 诉讼 can
    only be about disclosure; ``asked``: requests were named before it in its paragraph. ``domain`` is what was named
    last, ``cases`` the kinds of case named since the last result of one, ``settled`` whether that was said of them,
    ``quoted`` the quotation marks that are open, ``received`` whether it said how
    many requests came in, ``aside`` whether its last documents were disclosed or reviewed rather than issued, ``met``
    where patterns are first met.
    """

    text: str
    year: int | None
    requests: bool
    disclosure: bool
    asked: bool = False
    domain: words.Domain = ""
    cases: tuple[Topic, ...] = ()
    settled: bool = False
    quoted: int = 0
    received: bool = False
    aside: bool = False
    met: dict[re.Pattern[str], int] = field(default_factory=dict)

    def hear(self, lead: str) -> None:
        """Take in the words between two numbers."""
        self.settled = self.settled or "；" in lead
        self.quoted = max(0, self.quoted + lead.count("“") - lead.count("”"))
        for match in words.DOMAIN_WORDS.finditer(lead):
            self.domain = match.lastgroup  # type: ignore[assignment]

    def topics(self, number: Quantity, before: str, clause: str, behind: str) -> Counted:
        """What a number counts, and where in its clause the words begin that say so."""
        nothing: Counted = ((), len(clause))
        if self.quoted or number.unit == "%" or _DIFFERENCE.search(clause) or "分别" in clause or "分别" in before[-6:]:
            return nothing
        if not number.value:
            clause = clause.removesuffix("均为").removesuffix("均")  # 行政复议、行政诉讼均为0件 denies both.
        if number.unit == "元":
            return self._fee(clause) or nothing
        if number.unit not in _COUNTS_CASES:
            return nothing
        return (
            self._request_result(number, clause)
            or self._case(number, clause, behind)
            or self._document(number, before, clause, behind)
            or self._request(number, clause, behind)
            or self._behind(number, clause, behind)
            or nothing
        )

    def _fee(self, clause: str) -> Counted | None:
        match = words.FEE_CUE.search(clause)
        sure = self.domain in ("fee", "requests") or self.requests
        return (("fee",), match.start()) if match and sure else None

    def _is_request(self, number: Quantity) -> bool:
        """Whether 申请 can only be a request for information here."""
        if self.domain in ("requests", "fee") or self._first(words.REQUEST_NAMED) < number.start:
            return True
        return self.requests and self._first(words.OTHER_MATTERS) >= number.start

    def _first(self, pattern: re.Pattern[str]) -> int:
        """Where a pattern is first met in the sentence; its end where it is not met. Looked for once."""
        known = self.met.get(pattern)
        if known is None:
            match = pattern.search(self.text)
            known = self.met[pattern] = match.start() if match else len(self.text)
        return known

    def _is_result(self, number: Quantity) -> bool:
        """Whether 予以公开 and 不予公开 can only be said of requests here."""
        if number.unit not in _COUNTS_RESULTS or self._sorts(number):
            return False
        if self.asked or self._is_request(number):
            return True
        reviewed = self._first(words.REVIEWED) < number.start
        return not reviewed and words.RESULT_OF_REQUESTS.search(self.text) is not None

    def _sorts(self, number: Quantity) -> bool:
        """Whether the sentence sorts documents into 主动公开, 依申请公开 and 不予公开."""
        if self._first(words.PROPERTY) >= number.start:
            return False
        return words.ASKED_FOR.search(self.text, 0, number.start) is None

    def _request_result(self, number: Quantity, clause: str) -> Counted | None:
        for cue in (words.CARRIED_OUT_CUE, words.CARRIED_IN_CUE):
            match = cue.search(clause) if "结转" in clause or "转" in clause or "延" in clause else None
            way: Topic = "carried_out" if cue is words.CARRIED_OUT_CUE else "carried_in"
            if match is not None and (topic := self._carried(match[0], way)):
                return (topic,), match.start()
        named = "公开" in clause or "提供" in clause or "处理" in clause
        match = words.RESULT_CUE.search(clause) if named and self._is_result(number) else None
        return (words.results_in(match["list"]), match.start()) if match else None

    def _carried(self, said: str, topic: Topic) -> Topic | None:
        """Which way a carried request goes where a year is named: 结转2025年, 2023年结转."""
        year = re.search(r"20\d\d", said)
        if year is None or self.year is None:
            return topic
        if int(year[0]) == self.year:
            return "carried_in" if re.search(r"结转[到至]", said) else None
        return "carried_in" if int(year[0]) < self.year else "carried_out"

    def _case(self, number: Quantity, clause: str, behind: str) -> Counted | None:
        if not self._about_disclosure(number) or words.SOME_CASES.search(clause):
            return None
        match = words.CASE_CUE.search(clause) if "复议" in clause or "诉讼" in clause or "起诉" in clause else None
        if match is None and (behind_it := words.CASE_BEHIND.match(behind)) is not None:
            return self._name_cases(words.cases_in(behind_it["list"])), len(clause)
        if match is not None:
            return self._name_cases(words.cases_in(match["list"])), match.start()
        match = words.CASE_RESULT_CUE.search(clause)
        kind = self._kind_of_result(match) if match else None
        if match is None or kind is None:
            return None
        ending = next(key for word, key in words.CASE_RESULTS.items() if match["result"].endswith(word))
        return (f"{kind}.{ending}",), match.start()  # type: ignore[return-value]

    def _name_cases(self, topics: tuple[Topic, ...]) -> tuple[Topic, ...]:
        self.cases = topics if self.settled else tuple(dict.fromkeys((*self.cases, *topics)))
        self.settled = False
        return topics

    def _kind_of_result(self, match: re.Match[str]) -> str | None:
        """Whether reviews or lawsuits were settled so: those named with the result, else those named in front of it;
        None where both were, 行政复议10件，行政诉讼0件，结果维持2件."""
        self.settled = True
        if match["kind"]:
            return "review" if match["kind"] == "复议" else "lawsuit"
        return self.cases[0] if self.cases in (("review",), ("lawsuit",)) else None

    def _about_disclosure(self, number: Quantity) -> bool:
        """Whether cases counted here can only be about disclosure."""
        if words.SOME_ABOUT_DISCLOSURE.search(self.text, number.end):
            return False  # 行政复议12件，其中涉及政府信息公开的4件.
        if self.disclosure or self._first(words.ABOUT_DISCLOSURE) < number.start:
            return True
        return words.ALL_ABOUT_DISCLOSURE.search(self.text, number.end) is not None

    def _document(self, number: Quantity, before: str, clause: str, behind: str) -> Counted | None:
        named_behind = words.DOCUMENT_BEHIND.match(behind)
        if self.domain not in ("normative", "regulation") and named_behind is None:
            return None
        cue = words.DOCUMENT_CUE.search(clause)
        named = named_behind or (cue if cue and cue["document"] else None)
        if words.DOCUMENT_OTHER_ACTS.search(clause) or ("（" in before and words.DOCUMENT_OTHER_ACTS.search(before)):
            self.aside = True
        elif named or before.endswith("；"):
            self.aside = False
        if self.aside:
            return None
        if cue is None or (not cue["document"] and not cue["after"] and not named):
            return None
        start = cue.start()
        verb = re.search(
            r"(?:新?制发|新?制定|印发|出台|废止|宣布失效|失效|现行有效|并|和|、|的|本年|了)+$", clause[:start]
        )
        start = verb.start() if verb else start
        said = clause[start:]
        if "累计" in clause and _THIS_YEAR.search(self.text, 0, number.start) is None:
            return None
        acts = {key for word, key in words.DOCUMENT_ACTS if word in said}
        if len(acts) != 1:
            return None
        name = named["document"] if named else ""
        kind = "regulation" if "规章" in name or (not name and self.domain == "regulation") else "normative"
        self.domain = kind  # type: ignore[assignment]
        return (f"{kind}.{acts.pop()}",), start  # type: ignore[return-value]

    def _request(self, number: Quantity, clause: str, behind: str) -> Counted | None:
        if self._sorts(number):
            return None
        sure = self._is_request(number)
        free = not behind or behind[0] in "，。；、（）：" or words.REQUEST_BEHIND.match(behind) is not None
        explicit_behind = re.match(words.REQUEST, behind) is not None
        match = words.RECEIVED_CUE.search(clause)
        topic: Topic = "received"
        if match is not None:
            topic = "new" if match["verb"].startswith("新") else "received"
        else:
            match = words.ANSWERED_CUE.search(clause)
            # 办理 may mean all that there was to handle, where nothing was said of what came in.
            topic = "answered" if match and (self.received or match[0][:2] not in ("办理", "处理")) else "received"
            match = match or words.NAMED_CUE.search(clause)
        if match is None:
            return None
        what = match["what"] or ""
        if (who := match.groupdict().get("who")) and words.SOME_APPLICANTS.fullmatch(who):
            return None
        explicit = re.search(words.REQUEST, what) is not None or explicit_behind
        if not explicit and not (sure and (free or "申请" in what)):
            return None
        if "复议" in clause or "诉讼" in clause:
            return None
        self.received = self.received or topic != "answered"
        return (topic,), match.start()

    def _behind(self, number: Quantity, clause: str, behind: str) -> Counted | None:
        if not behind:
            return None
        for pattern, topic in words.BEHIND:
            match = pattern.match(behind)
            if match is not None and (carried := self._carried(match[0], topic)):
                return (carried,), len(clause)
        match = words.RESULT_BEHIND.match(behind)
        if match is not None and self._is_result(number):
            return words.results_in(match["list"]), len(clause)
        return None
