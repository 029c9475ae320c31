"""Sentences that say there was none: 未收到政府信息公开申请, 无行政复议、行政诉讼, 未收取信息处理费."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gxlint.statements.model import Topic
from gxlint.statements.topics import ABOUT_DISCLOSURE, RESULTS, SOME_APPLICANTS, results_in

_NO = re.compile(
    "(?<![如若凡尚暂均从并是否])(?:未曾|尚未|暂未|均未|从未|并未|没有|暂无|不存在|不收取?|免收|尚无|均无|并无|未|无(?!法|正当))(?=[^，。；：（）]{1,60})"
)
MAY_DENY = re.compile("未|无|没有|不存在|不收|免收")
"""A cheap look before the patterns below."""

_WORDS = re.compile("[^，。；：（）]{1,60}")
_HAPPEN = (
    "(?:引发|引起|新收到|新收|收取|收到|接收到|接收|接到|受理|收悉|产生|发生|出现|存在|办理|相关|有关|关于|涉及|有|收|过|到"
    "|任何|一[件起宗例]|新增|新)*+"
)
_PEOPLE = (
    "(?:(?P<who>(?:公民|法人|自然人|其他组织|群众|社会公众|公众|申请人|企业|个人|[、和或及与者])+)"
    "(?:向[我本](?:单位|机关|部门|街道|.))?(?:要求|提出|提交|申请|依法)*的?)?(?:关于|有关|涉及|对|针对)?"
)
_ASKED = (
    "(?:对?(?:政府|政务)?信息(?:依申请)?公开的?申请|(?:政府|政务)?信息(?:申请公开|依申请公开)|公开(?:政府|政务)?信息的?申请|依申请公开(?:的?(?:政府|政务)?信息)?(?:公开)?的?(?:申请)?|申请公开(?:政府信息|信息)?(?:的申请)?"
    "|(?:要求)?公开(?:政府)?信息的?申请|申请(?:政府)?信息公开|依申请)"
)
_THING = "(?:的?(?:申请|请求|案件|案例|事项|办件|件|情况|情形|信息|问题|工单|来信|来函|函|邮件|来件|申诉|投诉))*"
_REQUESTS = re.compile(f"{_HAPPEN}{_PEOPLE}(?:{_ASKED}){_THING}(?=$|、|和|及|或|与|也|以及|被)")
_BARE_REQUESTS = re.compile(f"{_HAPPEN}{_PEOPLE}申请{_THING}$")
_CARRIED_OUT = re.compile(
    f"{_HAPPEN}(?:需要?)?(?:(?:结转|转结)(?:至|到)?(?:下一?年度?|次年度?)|下一?年度?(?:结转|转结))(?:继续)?(?:办理|答复)?的?(?:政府信息公开|信息公开)?{_THING}$"
)
_CARRIED_IN = re.compile(f"{_HAPPEN}(?:上一?年度?|去年)结转的?(?:政府信息公开|信息公开)?{_THING}$")
_DOCUMENTS = re.compile(
    "新?(?:制发|制定|出台|印发)(?:过|任何|新的)?(?:行政)?规范性文件(?:的?(?:情况|情形))?(?:$|[和及、或])"
)
_RESULT = re.compile(
    f"(?:发生|出现|作出|存在|有)*(?P<list>(?:{RESULTS.pattern})(?:[、和或及与]+(?:{RESULTS.pattern}))*)(?:的|(?:政府)?信息(?:公开)?)*{_THING}(?:决定)?$"
)
_CASES = re.compile(
    f"{_HAPPEN}(?:因|由|针对|与|被|就)*(?:本[机单部][关位门]|我.|有关)?(?P<about>(?:(?:政府|政务)?信息公开|依申请公开(?:政府信息)?)(?:工作|申请|答复|事项|事务|问题|情况|的|类|相关|方面|领域)*)?"
    "(?:而|被|引发|引起|造成|提起|提出|申请|导致|产生|发生|的|有关)*(?P<list>(?:行政)?(?:复议|诉讼)(?:案件|申请|的|或|和|及|与|、|以及|者|被|提起|提出|行政|复议|诉讼)*)"
    f"{_THING}$"
)
_FEE = re.compile(
    f"{_HAPPEN}(?:向(?:申请人|任何[^，。]{{0,6}}|社会)|对[^，。]{{0,8}}申请|发出|发送|开具|收取|征收|过|任何|“|依申请公开|政府信息公开|信息公开)*"
    f"(?:检索、复制、邮寄等?)?(?:信息处理费|信息公开处理费|费用?|收费|缴费)(?:通知[书单]?|[用”])*{_THING}$"
)


@dataclass(frozen=True, slots=True)
class Denial:
    """Topics of which a sentence says that there was none; ``start`` and ``end`` are the words that say so."""

    topics: tuple[Topic, ...]
    start: int
    end: int


def denials(text: str, *, requests: bool, disclosure: bool) -> Iterator[Denial]:
    """The denials in a sentence. ``requests``: it stands where 申请 can only be a request for information;
    ``disclosure``: where 复议 and 诉讼 can only be about disclosure."""
    for no in _NO.finditer(text):
        words = _WORDS.match(text, no.end())
        if words is None:
            continue
        topics = _topics(no[0], words[0], requests=requests, disclosure=disclosure)
        if topics:
            yield Denial(topics, no.start(), words.end())


def _topics(no: str, words: str, *, requests: bool, disclosure: bool) -> tuple[Topic, ...]:
    alone = _alone(no, words)
    if alone is not None:
        return alone
    found: list[Topic] = []
    if "申请" in words:
        asked = _REQUESTS.match(words) or (_BARE_REQUESTS.match(words) if requests else None)
        if asked and asked["who"] and SOME_APPLICANTS.fullmatch(asked["who"]):
            return ()
        if asked and (no[-1] != "未" or _verb_first(words)):
            found.append("received")
            words = words[asked.end() :].lstrip("、和及或与也以者") if asked.end() < len(words) else ""
    if words and ("复议" in words or "诉讼" in words):
        case = _CASES.match(words)
        if case is not None and (case["about"] or disclosure or found or ABOUT_DISCLOSURE.search(words)):
            found += [topic for word, topic in _CASE_TOPICS if word in case["list"]]
    elif words and not found and (result := _RESULT.match(words)) is not None:
        found += results_in(result["list"])
    return tuple(found)


_CASE_TOPICS: tuple[tuple[str, Topic], ...] = (("复议", "review"), ("诉讼", "lawsuit"))


def _alone(no: str, words: str) -> tuple[Topic, ...] | None:
    """What is denied where the words are of one thing alone; None where they may be of requests, results or cases."""
    if no.startswith(("不收", "免收")):
        return ("fee",) if words.startswith("费") or _FEE.match(words) else ()
    if "费" in words and _FEE.match(words):
        return ("fee",)
    if "规范性文件" in words:
        return ("normative.issued",) if _DOCUMENTS.match(words) else ()
    if "转" in words and _CARRIED_IN.match(words):
        return ("carried_in",)
    if "转" in words and "年" in words and _CARRIED_OUT.match(words):
        return ("carried_out",)
    return None


_VERBS = ("收", "新收", "接", "受理", "产生", "发生", "出现", "存在", "有", "办理")


def _verb_first(words: str) -> bool:
    """未 needs a verb behind it: 未收到申请, not 未申请."""
    return words.startswith(_VERBS)
