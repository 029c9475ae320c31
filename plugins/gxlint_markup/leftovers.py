"""GXM003–GXM005: what a notice, a web page or the official template leaves around and inside the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxlint import Edit, Finding, Fix, Paragraph, Related, Report, Span, rule
from gxlint_markup.lines import whole_lines, without_its_line

_ANNEX = (
    r"[#*\s]*(附[ \u3000]*件[ \u3000]*(?P<number>[0-9０-９一二三四五六七八九十]{0,3}(?:[-—－][0-9]{1,2})?)"
    r"[ \u3000]*(?P<colon>[:：]?))[ \u3000]*(?P<rest>.*)"
)

_CHROME = (
    r"索\s*引\s*号\s*[:：]|信息索引|[【\[（(]\s*(?:打印|关闭|字体|大|中|小|收藏|返回)|打印(?:本页|此页|本文|文章)|关闭(?:窗口|本页|页面)"
    r"|字[体号]\s*[:：]|(?:浏览|点击|阅读|访问)(?:次数|量|数|人次)\s*[:：]|(?:浏览|阅读|点击)\s*[:：]\s*\d"
    r"|扫一扫|扫描(?:上方|下方|右侧|此)?二维码|分享(?:到|至)?\s*[:：]|(?:当前|您?现?在?的?|所在)位置\s*[:：]|^\W*(?:网站|本站)?首\s*页\s*(?:[>＞»›/]|&gt;)"
    r"|[上下]一[篇条]\s*[:：]|版权所有|ICP备|公网安备|网站标识码|网站地图|返回(?:顶部|首页|上一页)|无障碍(?:浏览|阅读)|(?:责任编辑|信息来源)\s*[:：]"
)
_META = (
    r"(?:信息)?(?:发布(?:机构|日期|时间|单位)|发文(?:机关|日期|字号)|成文日期|生成日期|公开(?:日期|方式|时限)|文\s*号|主题(?:词|分类)|来源|有效性|作者)"
    r"\s*[:：]"
)
_WEB_PAGES = (".html", ".htm", ".shtml")
"""Where navigation is at home."""
_HEAD_LINES = 25
_TAIL_LINES = 12
_LONGEST_CHROME = 120

_INSTRUCTION = (
    r"[（(]文字描述(?:[，,]收取信息处理费情况在此处报告[。.]?)?[）)]|该部分以表格形式报告[。，,]?(?:表格如下[：:。]?)?"
)
_IMPRINT = r"版权所有|ICP备|公网安备|网站标识码"
"""What a line of navigation with a comma in it has: the imprint of a site."""


@rule("GXM003", "annex-mark-leftover", severity="warning", basis="年度报告是独立公布的文件", fixable="unsafe")
def annex_mark_leftover(report: Report) -> Iterator[Finding]:
    """附件字样残留

    查什么
        报告开头（标题之前或标题行首）残留的“附件”“附件1：”等字样。

    依据
        年度报告是独立公布的文件，不是通知的附件。

    为什么
        “附件”二字来自上级布置工作的通知。带着它公布，说明报告是在通知附件上直接填写的，其他模板内容也可能没有改净。

    例
        错：
            ⟦附件1：⟧青山县云岭镇人民政府2023年政府信息公开工作年度报告
        对：
            青山县云岭镇人民政府2023年政府信息公开工作年度报告

    怎样改
        删除“附件”字样；独占一行时删去整行。

    何时忽略
        报告确实作为通知的附件印发，需要保留附件标注时。文末的附件清单不在检查之列。

    English
        Annex mark left over. The report begins with 附件 (annex), left from the notice to which the template was
        attached.
    """
    for paragraph in report.paragraphs[:3]:
        match = re.fullmatch(_ANNEX, paragraph.text) if "附" in paragraph.text else None
        if match is None:
            return
        rest = match["rest"].strip("*# \t\u3000")
        if rest and not ((match["colon"] or match["number"]) and _is_title(report, paragraph)):
            return
        span = Span(paragraph.start + match.start(1), paragraph.start + match.end(1))
        args = {"mark": report.text[span.start : span.end].strip()}
        gone = (
            Span(paragraph.start + match.start(1), paragraph.start + match.start("rest"))
            if rest
            else whole_lines(report.text, paragraph.start, paragraph.end)
        )
        yield Finding(
            span,
            "开头残留“{mark}”字样，应删除。",
            args,
            fix=Fix((Edit(gone, ""),), "unsafe", "删除“{mark}”字样", args),
        )


def _is_title(report: Report, paragraph: Paragraph) -> bool:
    in_title = report.title is not None and any(line.start == paragraph.start for line in report.title.lines)
    return in_title or "年度报告" in paragraph.text


@rule("GXM004", "web-chrome", severity="info", basis="网页导航不属于报告正文", fixable="unsafe")
def web_chrome(report: Report) -> Iterator[Finding]:
    """网页导航残留

    查什么
        报告正文之前和之后的网页导航文字：索引号、当前位置、首页>、字体大小、浏览次数、打印、关闭窗口、扫描二维码、
        上一篇、版权所有等。正文之前一条，正文之后一条。

    依据
        网页导航不属于报告正文。

    为什么
        从网页上整页复制时，会把导航栏一起带进来。

    例
        错：
            六、其他需要报告的事项
            无其他需要报告的事项。
            ⟦【打印】　【关闭窗口】⟧
        对：
            六、其他需要报告的事项
            已为办事大厅添置打印设备，群众可以现场打印公开信息。

    怎样改
        删除这些行，保留从标题到第六部分的正文。

    何时忽略
        有意保留网页元数据（索引号、发布机构、发布日期）的存档文本。网页文件（.html）本来就有导航，不检查。

    English
        Web page furniture around the text. Lines of navigation, print and share buttons, visitor counts and the like
        were copied with the report.
    """
    if not report.sections or report.name.lower().endswith(_WEB_PAGES):
        return
    paragraphs = report.paragraphs
    first, last = report.sections[0].heading.start, report.sections[-1].heading.start
    title = {line.start for line in report.title.lines} if report.title else set()
    head = [
        one for one in paragraphs[:_HEAD_LINES] if one.start < first and one.start not in title and _is_chrome(one.text)
    ]
    head_marked = any(re.search(_CHROME, one.text) for one in head)
    tail = [
        one
        for one in paragraphs[-_TAIL_LINES:]
        if one.start > last and _is_short(one.text) and re.search(_CHROME, one.text)
    ]
    if head and (head_marked or len(head) > 1):
        yield _chrome_finding(report, head, "正文之前有 {count} 行网页导航文字，应删除。")
    if tail:
        yield _chrome_finding(report, tail, "正文之后有 {count} 行网页导航文字，应删除。")


def _is_short(line: str) -> bool:
    """Whether a line is short and no piece of a sentence: a converter may have wrapped one that speaks of a QR code."""
    if len(line) > _LONGEST_CHROME or "。" in line or line.rstrip().endswith("；"):
        return False
    return "，" not in line or re.search(_IMPRINT, line) is not None


def _is_chrome(line: str) -> bool:
    return _is_short(line) and bool(re.search(_CHROME, line) or re.match(_META, line.lstrip()))


def _chrome_finding(report: Report, lines: list[Paragraph], message: str) -> Finding:
    args = {"count": len(lines)}
    edits = tuple(Edit(whole_lines(report.text, line.start, line.end), "") for line in lines)
    related = tuple(Related(_printed(line), "同样是网页导航文字") for line in lines[1:])
    fix = Fix(edits, "unsafe", "删除 {count} 行网页导航文字", args)
    return Finding(_printed(lines[0]), message, args, related=related, fix=fix)


def _printed(line: Paragraph) -> Span:
    text = line.text
    return Span(line.start + len(text) - len(text.lstrip()), line.start + len(text.rstrip()))


@rule(
    "GXM005",
    "template-instruction-left",
    severity="warning",
    basis="国办公开办函〔2021〕30号 附件格式说明",
    fixable="unsafe",
)
def template_instruction_left(report: Report) -> Iterator[Finding]:
    """模板说明残留

    查什么
        官方格式中的填写说明原样留在报告里：`（文字描述）`、`（文字描述，收取信息处理费情况在此处报告。）`、
        `该部分以表格形式报告。表格如下：`。只查这几句原文。

    依据
        国办公开办函〔2021〕30号附件的格式说明。

    为什么
        这些话是写给填表人看的，不是报告内容；留着它往往说明这一部分还没有写完。

    例
        错：
            ⟦（文字描述）⟧2023年，我镇主动公开政府信息30条。
        错：
            ⟦该部分以表格形式报告。表格如下：⟧
        对：
            2023年，我镇主动公开政府信息30条，以文字和图表形式发布。

    怎样改
        删除说明文字，补上应当报告的内容。

    何时忽略
        检查的是空白模板本身。

    English
        Instruction of the official template left in the report. Only the exact sentences of the form are looked for.
    """
    text = report.text
    if "文字描述" not in text and "以表格形式报告" not in text:
        return
    for match in re.finditer(_INSTRUCTION, text):
        args = {"words": match[0]}
        gone = Edit(without_its_line(text, match.start(), match.end()), "")
        yield Finding(
            Span(*match.span()),
            "“{words}”是官方格式中的填写说明，应删除并写上实际内容。",
            args,
            fix=Fix((gone,), "unsafe", "删除填写说明“{words}”", args),
        )
