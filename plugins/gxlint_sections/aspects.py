"""GXS009, GXS010, GXS011, GXS012: what the prose of a report has to tell, and how long part one may be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxlint import Finding, Message, Option, Report, Section, rule
from gxlint_sections.structure import body_sections, has_six_parts, is_empty

_YEAR_SOURCES = {
    "title": Message("据标题"),
    "period": Message("据统计期限"),
    "name": Message("据文件名"),
    "setting": Message("据设置"),
}

_ASPECTS: tuple[tuple[Message, re.Pattern[str]], ...] = (
    (Message("主动公开"), re.compile(r"主动公开|公开[^。，；]{0,14}信息|发布[^。，；]{0,14}信息|公布|信息公开")),
    (Message("依申请公开"), re.compile(r"依申请|公开申请|申请公开|申请人")),
    (
        Message("政府信息管理"),
        re.compile(
            r"信息管理|信息的管理|公开目录|保密审查|规范性文件|属性|源头认定|源头管理|清理|归集|动态调整|管理制度|信息制作"
        ),
    ),
    (
        Message("政府信息公开平台建设"),
        re.compile(
            r"平台建设|栏目建设|网站建设|平台管理|利用平台|门户网站|政府网站|公众号|新媒体|微信|微博|专栏|专区|改版"
        ),
    ),
    (
        Message("监督保障"),
        re.compile(
            r"监督|考核|评议|督查|督促|督办|(?:专项|网上|日常|定期|自|抽|开展)检查|检查\d|追究|问责|培训\d|次培训"
        ),
    ),
)
"""The five aspects of part one, each with words one of which every account of it has. The lists are wide on purpose."""

_ASSESSMENT = re.compile(r"考核(?!要求|标准|规定)|评议|责任追究|追责|问责|追究[^。，；]{0,8}责任|通报批评|约谈")
_FEE = re.compile(r"信息处理费|收费|费用|收取|收缴|缴费|减免|免费|无偿|收过费")
_FIRST_YEAR_OF_FEES = 2021


def _squeezed(section: Section) -> str:
    return "".join("".join(line.text.split()) for line in section.paragraphs)


def _words(report: Report) -> str:
    """All prose without white space: a converter may have wrapped a line inside a word."""
    return "".join("".join(line.text for line in report.prose()).split())


def _overview(report: Report) -> Section | None:
    return next((one for one in body_sections(report) if one.key == "overview"), None)


@rule("GXS009", "overview-aspects", severity="info", basis="国办公开办函〔2021〕30号")
def overview_aspects(report: Report) -> Iterator[Finding]:
    """总体情况缺项

    查什么
        第一部分没有写到主动公开、依申请公开、政府信息管理、平台建设、监督保障这五个方面中的哪几个。同义的说法都算写到。

    依据
        国办公开办函〔2021〕30号：总体情况主要包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障。

    为什么
        格式规定了这五个方面，缺哪一个，读者和上级就看不到哪方面的工作。

    例
        错：
            一、⟦总体情况⟧
            2024年，我镇主动公开政府信息30条，未收到政府信息公开申请。
        对：
            一、总体情况
            2024年，我镇公布信息30条，没有人提出公开申请，编制公开目录，维护门户网站，开展监督检查2次。

    怎样改
        补写缺少的方面；确实没有开展的，也写明情况。

    何时忽略
        换了说法而规则没有认出时。

    English
        Aspects of the overview. Part one does not speak of all five: disclosure on own initiative, on request,
        management of information, platforms, supervision.
    """
    section = _overview(report)
    if section is None or not has_six_parts(report) or is_empty(report, section):
        return
    words = _squeezed(section)
    missing = [aspect for aspect, pattern in _ASPECTS if pattern.search(words) is None]
    if missing and words:
        args = {"title": section.form.title, "missing": missing}
        yield Finding(section.title_span, "“{title}”没有写到：{missing}，请补写。", args)


@rule(
    "GXS010",
    "overview-length",
    severity="info",
    basis="武政办发〔2025〕54号：总体情况篇幅原则上不超过一千字",
    default=False,
    options=[Option("limit", 1000, "第一部分最多多少字（不计空白）", least=1)],
)
def overview_length(report: Report, *, limit: int) -> Iterator[Finding]:
    """总体情况过长

    查什么
        第一部分超过1000字（不计空白）。默认不检查，用 `extend-select = ["GXS010"]` 打开；本地限制的字数不同的，用选项
        `limit` 设定。

    依据
        地方要求，如武政办发〔2025〕54号：总体情况篇幅原则上不超过一千字。

    为什么
        有的地方限制篇幅，超过要退回压缩。

    例
        错：
            一、⟦总体情况⟧
            （一）主动公开。我镇坚持以公开为常态、不公开为例外，把政府信息公开作为联系群众、服务群众的重要工作，由党政办公室牵头，各办公室各负其责，形成了分管领导具体抓、专门人员具体办的工作格局。
            全年召开专题会议3次，逐项分解任务，逐月检查进度，年底对照清单销号。围绕乡村振兴、民生保障、财政预决算、惠农补贴、征地补偿、安全生产、防汛抗旱等群众关心的事项，及时公开政策文件和办理结果。
            全年通过县政府网站公开信息126条，其中工作动态58条，通知公告21条，财政信息9条，惠农补贴信息24条，其他信息14条；在14个村的公开栏张贴信息58期，发放明白纸3200份，召开院坝会41场。
            （二）依申请公开。我镇在便民服务大厅设立受理窗口，公布受理地址、邮箱和电话，明确登记、审核、办理、答复、归档各环节的责任人和时限，做到件件有登记、事事有答复。
            对内容不明确的申请，主动与申请人沟通，指导补正；对不属于本机关公开的信息，告知申请人应当向哪个机关提出。全年新收政府信息公开申请8件，上年结转1件，办结8件，结转下年度继续办理1件。
            （三）政府信息管理。严格落实信息发布审核制度，坚持先审查、后公开，一事一审，谁发布、谁负责，防止泄露国家秘密、工作秘密和个人隐私。全年审核信息126条，退回修改9条，未发生失泄密事件。
            对公开目录和公开指南进行修订，调整目录11项，更新机构职能、领导分工、办事指南等基础信息26条。对历年印发的文件进行清理，标注有效性，全年制发行政规范性文件1件，废止2件，现行有效6件。
            （四）政府信息公开平台建设。维护县政府网站云岭镇专栏，设置政策文件、财政信息、民生保障、乡村振兴等栏目9个，明确各栏目的责任办公室和更新时限，每月检查一次，发现问题当天整改。
            在便民服务大厅设置公开专区，配备自助查询机1台、查阅座席6个，摆放政策汇编和办事指南，安排工作人员帮助老年人查询和打印资料，全年接待查阅群众420人次，解答咨询610人次。
            规范政务新媒体管理，关停长期不更新的账号2个，保留的账号落实内容审核和安全管理责任，全年发布信息230条，制作政策图解12幅、短视频8条，回复群众留言96条，办结率达到百分之百。
            （五）监督保障。将政府信息公开纳入各村、各办公室年度工作考核，分值占百分之四，结果与评先评优挂钩。组织业务培训2次，参训78人次，内容包括条例解读、文书制作、保密审查和舆情回应。
            邀请人大代表、政协委员、村民代表开展社会评议1次，发放问卷200份，满意率为百分之九十六，对评议中提出的3条意见逐条整改并反馈。全年没有发生因政府信息公开工作被责任追究的情形。
        对：
            一、总体情况
            2024年，我镇主动公开政府信息30条。

    怎样改
        压缩一般性的表述，保留数字和事例。

    何时忽略
        本地没有篇幅要求时（默认如此）。

    English
        Overview too long. Part one has more than 1,000 characters (option `limit`). Off by default: a local
        requirement.
    """
    section = _overview(report)
    if section is None:
        return
    count = len(_squeezed(section))
    if count > limit:
        args = {"title": section.form.title, "count": count, "limit": limit}
        yield Finding(section.title_span, "“{title}”有 {count} 字，超过 {limit} 字，请压缩。", args)


@rule("GXS011", "assessment-missing", severity="info", basis="《政府信息公开条例》第五十条第四项")
def assessment_missing(report: Report) -> Iterator[Finding]:
    """缺考核评议追责

    查什么
        人民政府（包括乡镇人民政府）的报告全文没有写到工作考核、社会评议、责任追究中的任何一项。

    依据
        《中华人民共和国政府信息公开条例》第五十条第四项：各级人民政府的年度报告还应当包括工作考核、社会评议和责任追究结果
        情况。

    为什么
        这是条例对各级人民政府的专门要求，套用部门的报告时容易漏写。

    例
        错：
            一、⟦总体情况⟧
            2024年，我镇主动公开政府信息30条，按照上级的考核要求更新栏目，开展监督检查2次。
        对：
            一、总体情况
            2024年，我镇主动公开政府信息30条，将公开工作纳入年度考核，没有责任追究的情形。
        对：
            （机关）临河市水务局
            一、总体情况
            2024年，我局主动公开政府信息30条。

    怎样改
        在总体情况的监督保障部分写明：是否开展考核、评议，结果如何，有没有责任追究的情形。

    何时忽略
        部门、街道办事处的报告（规则不检查）。

    English
        Assessment missing. The report of a people's government says nothing of assessment, public appraisal or
        accountability. Departments and street offices are exempt.
    """
    if not report.organ.government or not has_six_parts(report):
        return
    if _ASSESSMENT.search(_words(report)):
        return
    section = _overview(report)
    if section is None or is_empty(report, section):
        return
    yield Finding(
        section.title_span,
        "没有写到工作考核、社会评议和责任追究结果情况，人民政府的年度报告应当包括，请补写。",
    )


@rule(
    "GXS012",
    "fee-statement-missing",
    severity="warning",
    basis="国办公开办函〔2021〕30号；《政府信息公开信息处理费管理办法》",
)
def fee_statement_missing(report: Report) -> Iterator[Finding]:
    """未报告信息处理费

    查什么
        2021年度及以后的报告，正文没有一句话写到信息处理费或者收费情况。写“未收取”也算写到。

    依据
        国办公开办函〔2021〕30号：收取信息处理费情况在第六部分报告；国办函〔2020〕109号《政府信息公开信息处理费管理办法》。

    为什么
        没有收取也要写明，否则不知道是没有发生还是漏报。

    例
        错：
            六、⟦其他需要报告的事项⟧
            无其他需要报告的事项。
        对：
            六、其他需要报告的事项
            全年对2件申请收取政府信息公开信息处理费400元。

    怎样改
        在第六部分写明：“××年，本机关未收取信息处理费”，或者写明件数和金额。

    何时忽略
        2019、2020年度的报告没有这项要求（规则不检查）。

    English
        Statement on fees missing. A report on 2021 or later does not say whether fees for processing requests were
        charged.
    """
    year = report.year
    if year is None or year.value < _FIRST_YEAR_OF_FEES:
        return
    section = next((one for one in body_sections(report) if one.key == "other"), None)
    if section is None or is_empty(report, section):
        return
    if "信息处理费" in report.text or _FEE.search(_words(report)):
        return
    args = {"year": year.value, "source": _YEAR_SOURCES[year.source]}
    yield Finding(
        section.title_span,
        "{year} 年度（{source}）的报告没有写收取信息处理费的情况，请在这一部分写明，没有收取也要写。",
        args,
    )
