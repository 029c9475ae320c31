"""GXS004: a part under whose heading nothing, or not what is asked for, is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxlint import Finding, Report, Section, Severity, rule
from gxlint_sections.structure import body_sections, is_empty

_NOTHING = re.compile(
    r"(?:20\d\d年度?，?)?(?:(?:本|我)(?:镇|乡|街道|局|委|办|厅|市|县|区|机关|单位|部门|年度?))?(?:政府信息公开工作)?(?:中|暂|目前|均)*"
    r"(?:[/\-—]|(?:无|没有|不存在|未发现|未存在)(?:存在)?(?:的|其他|明显|突出|主要|需要?改进|有关|任何)*(?:问题|情况|内容|事项)?"
    r"(?:及改进(?:情况|措施))?)"
)
_LABEL = re.compile(
    r"(?:[（(]?[一二三四五六\d][）)、.．]*|[一二]是)?(?:(?:目前|工作|政府信息公开)*(?:中|的)*存在的?)?(?:主要)?"
    r"(?:问题|困难|不足|改进|下一步)(?:和|及|与|的|主要|存在|问题|不足|改进|情况|措施|办法|打算|工作|计划|安排)*"
)
_STOP = re.compile(r"[。；;：:]|(?<!\d)[.]")
_LONGEST_NOTHING = 60

# fmt: off
_PROBLEM = (
    "问题", "不足", "差距", "薄弱", "不够", "欠缺", "有待", "短板", "困难",
    "弱项", "不高", "不强", "不全", "不深", "不熟", "不细", "不多", "不广",
    "不严", "不快", "不齐", "不畅", "不新", "不到位", "不及时", "不规范", "不完善",
    "不平衡", "不健全", "滞后", "单一", "缺乏", "缺少", "还需", "仍需", "亟需",
    "需要进一步", "需进一步", "需加强", "需要加强", "未能", "狭窄", "较弱", "较少", "较低",
    "较慢", "较窄", "偏弱", "偏少", "偏低", "偏慢", "参差不齐", "遗漏", "疏漏",
    "存在", "跟不上", "陈旧", "流于形式", "偏差", "制约", "难点", "难度", "瓶颈",
    "局限", "空间", "待加强", "待提高", "待完善", "尚需", "不主动", "不精准", "不清",
    "不准", "不实", "不一致", "不统一", "不严谨", "不充分", "不均衡", "失误", "迟缓",
    "单调", "不浓", "淡薄", "欠佳", "缺失", "空白", "错误", "落后", "拖延",
    "延迟", "超期", "不积极", "不便", "不扎实", "任务重", "兼职", "更新慢", "压力",
    "距离",
)
_MEASURE = (
    "改进", "加强", "下一步", "措施", "提升", "完善", "今后", "强化", "整改",
    "健全", "提高", "推进", "加大", "着力", "优化", "规范", "将", "拓宽",
    "拓展", "丰富", "落实", "深化", "督促", "培训", "细化", "加快", "抓好",
    "做好", "坚持", "继续", "进一步", "增强", "扩大", "充实", "改善", "纠正",
    "采取", "制定", "拟", "力争", "争取", "解决", "持续",
)
# fmt: on
"""Words one of which every account of problems, and every account of measures, has. The lists are wide on purpose."""

_ACCOUNTS = ("overview", "problems")
"""The parts that are an account and cannot be 无."""


@rule("GXS004", "empty-section", severity="warning", basis="《政府信息公开条例》第五十条；国办公开办函〔2021〕30号")
def empty_section(report: Report) -> Iterator[Finding]:
    """章节空缺

    查什么
        有标题、没有内容的部分；第一、五部分只写“无”（分“存在的问题”“改进情况”各写“无”也算）；第五部分只有问题没有改进
        措施，或者只有措施没有问题，这两项凭用词判断，只作提醒。第六部分可以写“无”；第二、三、四部分由表格规则检查。

    依据
        《政府信息公开条例》第五十条第四项：年度报告应当包括“存在的主要问题及改进情况”。

    为什么
        有标题没内容等于没有报告。第五部分写“无”，等于说没有问题可改，会被看作敷衍。

    例
        错：
            五、⟦存在的主要问题及改进情况⟧
            无。
        错：
            五、⟦存在的主要问题及改进情况⟧
            公开不够及时，人员业务不熟。
        对：
            五、存在的主要问题及改进情况
            公开不够及时。下一步，我镇将加强督促检查。

    怎样改
        补写内容：第五部分逐条写明存在的主要问题和对应的改进措施；第六部分没有事项就写“无其他需要报告的事项。”

    何时忽略
        内容以图片或附件形式另行公布时。

    English
        Empty section. A part has a heading and nothing below it, says 无 where an account is due, or part five tells
        problems without measures or measures without problems.
    """
    for section in body_sections(report):
        if section.form.table:
            continue
        words = _words(section)
        message = ""
        severity: Severity | None = None
        if is_empty(report, section):
            message = "“{title}”下面没有内容，请补写。"
        elif section.key in _ACCOUNTS and _says_nothing(section, words):
            message = "“{title}”只写了“{words}”，请据实写明。"
        elif section.key == "problems" and words and not _is_instruction(words):
            severity = "info"
            if not any(word in words for word in _PROBLEM):
                message = "“{title}”没有写存在的问题，请补写主要问题。"
            elif not any(word in words for word in _MEASURE):
                message = "“{title}”只写了问题，没有写改进措施，请逐条补写。"
        if message:
            args = {"title": section.form.title, "words": words[:20]}
            yield Finding(section.title_span, message, args, severity=severity)


def _words(section: Section) -> str:
    return "".join(paragraph.text.strip() for paragraph in section.paragraphs)


def _says_nothing(section: Section, words: str) -> bool:
    """Whether nothing but 无 is told, under headings of its own (（一）存在的问题) or without."""
    if len(words) > _LONGEST_NOTHING:
        return False
    told = (piece.strip() for line in section.paragraphs for piece in _STOP.split(line.text))
    pieces = [piece for piece in told if piece and _LABEL.fullmatch(piece) is None]
    return all(_NOTHING.fullmatch("".join(piece.split())) for piece in pieces)


def _is_instruction(words: str) -> bool:
    return words.strip("（()）").startswith("文字描述")
