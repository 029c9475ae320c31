"""The words by which a report says what it counts.

A cue is a pattern for the words that stand directly in front of a number (``予以公开``3件) or directly behind it
(3件``不予公开``). This is the only place where such words are listed. Repetitions whose words could be divided in more
than one way never give back (``*+``), so that no text takes long.
"""

from __future__ import annotations

import re
from typing import Literal

from gxlint.statements.model import Topic

Domain = Literal["", "requests", "review", "lawsuit", "normative", "regulation", "fee"]

_INFORMATION = "(?:政府|政务)?信息"
_APPLICANTS = (
    "(?:(?P<who>(?:公民|法人|自然人|其他组织|群众|社会公众|公众|申请人|[、和或及与者])+)"
    "(?:依法)?(?:提出|提交|申请)?的?)?"
)
SOME_APPLICANTS = re.compile("(?:法人|其他组织|企业|[、和或及与者])+|(?:自然人|个人|[、和或及与者])+")
"""Applicants of one kind only, where they are all that is named."""
REQUEST = (
    f"(?:{_INFORMATION}(?:依申请)?公开的?申请|{_INFORMATION}依申请公开(?:的?申请)?|依申请{_INFORMATION}公开(?:的?申请)?"
    f"|依申请公开(?:的?{_INFORMATION})?(?:公开)?的?(?:申请|请求)?|公开{_INFORMATION}的?申请|{_INFORMATION}申请公开"
    f"|申请公开(?:{_INFORMATION})?(?:的(?:要求|请求))?)(?:办理)?(?:案件|事项|办件|件)?"
)
"""A request, so named that it can be no other kind of application."""

_ANY_REQUEST = f"(?:{REQUEST}|申请(?:案件|事项|件)?)"
_CARRIED = f"(?:{_ANY_REQUEST}|(?:{_INFORMATION}公开)?(?:办理|办件|事项|件)+)"
_FILL = (
    "(?:数量|量|总数量|总数|总量|件数|数|共计|合计|总计|总共|累计|一共|共有|共|计"
    "|各类|的|了|为|有|达到|达|：|全部|案件|事项)*+"
)
_RECEIVE = "(?:新收到|新收|新受理|新增|接收到|收到|收办|受理|接收|接到|收悉|登记|收件|收)"
_HANDLE = "(?:办结|答复|办理|回复|处理|办理答复|答复办结)"
_RESULT = (
    "予以部分公开|部分公开|予以公开|准予公开|同意公开|依法公开|不予公开|不同意公开"
    "|无法提供|不能提供|不予处理|作?其他处理"
)
_RESULT_OF: dict[str, Topic] = {
    "部分公开": "partial",
    "不予公开": "denied",
    "不同意公开": "denied",
    "无法提供": "unavailable",
    "不能提供": "unavailable",
    "不予处理": "unprocessed",
    "其他处理": "other_result",
    "公开": "granted",
}
_AND = "(?:、|和|及|或者|或|以及|与|并)"
_NEXT_YEAR = "(?:到|至|转|入)*(?:下一?年度?|次年度?|明年|20\\d\\d年度?)(?:继续)?(?:办理|答复|处理)?"
_LAST_YEAR = "(?:上一?年度?|去年|20\\d\\d年度?)"

RESULTS = re.compile(rf"(?:{_RESULT})")
RESULT_OF_REQUESTS = re.compile("部分公开|无法提供|不予处理|其他处理")
"""Results that only requests have; 予以公开 and 不予公开 are also said of documents."""
RESULT_CUE = re.compile(
    rf"(?P<list>(?:{_RESULT})(?:{_AND}(?:{_RESULT}))*)(?:{REQUEST}|决定|答复|处理|的|申请|{_INFORMATION}|信息|情形|类){{0,3}}{_FILL}$"
)
CARRIED_IN_CUE = re.compile(
    rf"(?:{_LAST_YEAR}(?:度)?结转(?:至|到)?(?:的|本年度?|今年|20\d\d年度?)*|结转(?:自)?{_LAST_YEAR}度?的?){_CARRIED}?{_FILL}$"
)
CARRIED_OUT_CUE = re.compile(
    rf"(?:结转|顺延|延|转|移){_NEXT_YEAR}(?:的)?{_CARRIED}?{_FILL}$|结转(?:下一?年|次年)度?继续办理{_FILL}$"
)
RECEIVED_CUE = re.compile(
    rf"(?<![不未])(?<!不予)(?P<verb>{_RECEIVE})(?:[并和及且、](?:{_HANDLE})){{0,2}}(?:过|的|到)?(?P<what>{_APPLICANTS}(?:各类|网上)?{_ANY_REQUEST})?{_FILL}$"
)
ANSWERED_CUE = re.compile(rf"(?:{_HANDLE})(?:完毕|完成|完)?(?P<what>{_APPLICANTS}{_ANY_REQUEST})?{_FILL}$")
NAMED_CUE = re.compile(rf"(?P<what>{REQUEST}){_FILL}$")

CASE_CUE = re.compile(
    r"(?P<list>(?:行政)?(?:复议后起诉|未经复议直接起诉|直接起诉|复议|诉讼)(?:(?:案件|申请)?(?:、|和|及|与|或)(?:被?提起)?(?:行政)?(?:复议|诉讼))*)"
    rf"(?:案件|申请|事项|案)*{_FILL}$"
)
CASE_RESULT_CUE = re.compile(
    rf"(?:(?:行政)?(?P<kind>复议|诉讼))?(?:案件)?(?P<result>(?:结果)?维持|(?:结果)?纠正|其他结果|尚?未审结|尚在审理){_FILL}$"
)
CASE_RESULTS = {"维持": "upheld", "纠正": "corrected", "其他结果": "other", "未审结": "pending", "尚在审理": "pending"}
ALL_UPHELD = re.compile(r"(?:均|全部)(?:已)?(?:获得?|被|得到|予以|判决|为|是|经)*(?:结果)?维持(?=原|[，。；）]|$)")

DOCUMENT = r"(?:行政规范性文件|规范性文件|(?:政府|地方政府|部门)?规章(?!制度))"
DOCUMENT_CUE = re.compile(
    rf"(?P<document>{DOCUMENT})?(?P<after>(?:新?制发|新?制定|印发|出台|废止|宣布失效|失效|现行有效|本年|今年|、|和|并)*){_FILL}$"
)
DOCUMENT_ACTS: tuple[tuple[str, str], ...] = (
    ("现行有效", "in_force"),
    ("废止", "repealed"),
    ("失效", "repealed"),
    ("制发", "issued"),
    ("制定", "issued"),
    ("印发", "issued"),
    ("出台", "issued"),
)
DOCUMENT_OTHER_ACTS = re.compile(
    "公开|发布|公布|解读|审查|审核|备案|清理|修改|修订|保留|继续有效|评估|起草|报送|归集|转发|政策|以上|及其|等|拟|计划|不再"
)

FEE_CUE = re.compile(
    r"(?:(?:收取|征收|收)了?(?:政府信息公开|依申请公开)*)?(?:信息处理费|信息公开处理费|检索、复制、邮寄等?费|收费|费用|收取)(?:用|金额|总额|总金额|人民币)*"
    + _FILL
    + "$"
)

BEHIND: tuple[tuple[re.Pattern[str], Topic], ...] = (
    (re.compile(rf"(?:{_ANY_REQUEST})?(?:将|需|已|依法|按规定|申请)*(?:结转|顺延|延|转){_NEXT_YEAR}"), "carried_out"),
    (re.compile(rf"(?:{_ANY_REQUEST})?(?:为|是|系|属)?{_LAST_YEAR}(?:度)?结转"), "carried_in"),
)
"""Words behind a number that say what it counts: 1件结转下年度继续办理."""
RESULT_BEHIND = re.compile(rf"(?:申请)?(?:依法|均|已|作出|为|系|属|答复|决定|作)*(?P<list>{_RESULT})(?![、和及或与])")
REQUEST_BEHIND = re.compile(rf"(?:的)?{_APPLICANTS}{_ANY_REQUEST}(?:[，。；、（）]|$)")
DOCUMENT_BEHIND = re.compile(rf"(?P<document>{DOCUMENT})(?:[，。；、（）]|$)")
CASE_BEHIND = re.compile(r"(?P<list>(?:行政)?(?:复议|诉讼))(?:案件|申请|案)?(?:[，。；、（）和及与]|$)")

DOMAIN_WORDS = re.compile(
    rf"(?P<requests>{REQUEST})|(?P<lawsuit>行政诉讼|诉讼|起诉)|(?P<review>行政复议|复议)"
    r"|(?P<regulation>(?<!性)规章(?!制度))|(?P<normative>规范性文件)|(?P<fee>信息处理费|信息公开处理费)"
)
REQUEST_NAMED = re.compile(REQUEST)
OTHER_MATTERS = re.compile(
    "许可|审批|信访|来信|来访|信件|热线|咨询|建议|提案|投诉|举报|工单|留言|登记|诉求|办事|证照|服务事项|业务|案卷|公文|解读"
)
"""Words of other work that is received and settled: in such a sentence 办结3件 speaks of that."""
ABOUT_DISCLOSURE = re.compile("信息公开|政务公开|依申请公开|公开申请")
ALL_ABOUT_DISCLOSURE = re.compile(
    "(?:均|都|全部|皆)(?:是|为|系)?(?:因|由|与|涉及|针对)?(?:政府|政务)?(?:信息公开|政务公开|依申请公开)"
)
SOME_ABOUT_DISCLOSURE = re.compile(
    "其中[^。；]{0,12}(?:信息公开|政务公开|依申请公开)|(?:涉及|因|与)(?:政府|政务)?信息公开[^，。；]{0,6}的?(?:行政)?(?:复议|诉讼)"
)
"""Words behind a number of cases: they say that all of them, or that some of them, are about disclosure."""
SOME_CASES = re.compile("结转|新(?:增|收|发生|受理|立案)")
"""Words that leave open whether all cases of the year are meant: table four also counts those of the year before."""
PROPERTY = re.compile(r"公文|公开属性|属性|转化|主动公开(?!申请)[^，。；]{0,8}\d")
"""Words that sort documents by whether they may be disclosed: 制发公文86件，其中依申请公开16件、不予公开10件."""
REVIEWED = re.compile("审查|审核|拟公开")
"""Words that speak of documents looked through before they are disclosed: 经保密审查，部分公开5条."""
ASKED_FOR = re.compile(rf"(?:{_RECEIVE}|{_HANDLE}).{{0,16}}?申请|{_INFORMATION}公开的?申请")
"""Words that can only speak of requests, not of a document's property."""


def results_in(words: str) -> tuple[Topic, ...]:
    """The results of requests that some words name, each once: ``予以公开和部分公开`` names two."""
    found: list[Topic] = []
    for match in RESULTS.finditer(words):
        topic = next(topic for ending, topic in _RESULT_OF.items() if match[0].endswith(ending))
        if topic not in found:
            found.append(topic)
    return tuple(found)


def cases_in(words: str) -> tuple[Topic, ...]:
    """Reviews, lawsuits or both."""
    if "未经复议直接起诉" in words or words == "直接起诉":
        return ("lawsuit.direct",)
    if "复议后起诉" in words:
        return ("lawsuit.after_review",)
    found: list[Topic] = []
    for word, topic in (("复议", "review"), ("诉讼", "lawsuit")):
        if word in words:
            found.append(topic)  # type: ignore[arg-type]
    return tuple(found)
