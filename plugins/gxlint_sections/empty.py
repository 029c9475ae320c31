"""GXS004: a part under whose heading nothing, or not what is asked for, is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gxlint import Finding, Report, Section, rule
from gxlint_sections.structure import body_sections, is_empty

_NOTHING = (
    r"(?:本(?:镇|乡|街道|局|委|机关|单位|部门|年度)|我(?:镇|乡|街道|局|委|市|县|区|单位))?(?:暂|目前)?"
    r"(?:无|没有|不存在|未发现|未存在)(?:存在)?(?:的|其他|明显|突出|主要|需要?改进|有关|任何)*(?:问题|情况|内容|事项)?"
    r"(?:及改进(?:情况|措施))?[。.；;]?"
)
_LONGEST_NOTHING = 40

# fmt: off
_PROBLEM = (
    "问题", "不足", "差距", "薄弱", "不够", "欠缺", "有待", "短板", "困难",
    "弱项", "不高", "不强", "不全", "不深", "不熟", "不细", "不多", "不广",
    "不严", "不快", "不齐", "不畅", "不新", "不到位", "不及时", "不规范", "不完善",
    "不平衡", "不健全", "滞后", "单一", "缺乏", "缺少", "还需", "仍需", "亟需",
    "需要进一步", "需进一步", "需加强", "需要加强", "未能", "狭窄", "较弱", "较少", "较低",
    "较慢", "较窄", "偏弱", "偏少", "偏低", "偏慢", "参差不齐", "遗漏", "疏漏",
)
_MEASURE = (
    "改进", "加强", "下一步", "措施", "提升", "完善", "今后", "强化", "整改",
    "健全", "提高", "推进", "加大", "着力", "优化", "规范", "将", "拓宽",
    "拓展", "丰富", "落实", "深化", "督促", "培训", "细化", "加快", "抓好",
    "做好", "坚持",
)
# fmt: on
"""Words one of which every account of problems, and every account of measures, has. The lists are wide on purpose."""

_ACCOUNTS = ("overview", "problems")
"""The parts that are an account and cannot be 无."""


@rule("GXS004", "empty-section", severity="warning", basis="《政府信息公开条例》第五十条；国办公开办函〔2021〕30号")
def empty_section(report: Report) -> Iterator[Finding]:
    """章节空缺

    查什么
        有标题、没有内容的部分；第一、五部分只写“无”；第五部分只有问题没有改进措施，或者只有措施没有问题。
        第六部分可以写“无”；第二、三、四部分由表格规则检查。

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
        if is_empty(report, section):
            message = "“{title}”下面没有内容，请补写。"
        elif section.key in _ACCOUNTS and _says_nothing(words):
            message = "“{title}”只写了“{words}”，请据实写明。"
        elif section.key == "problems" and words and not _is_instruction(words):
            if not any(word in words for word in _PROBLEM):
                message = "“{title}”没有写存在的问题，请补写主要问题。"
            elif not any(word in words for word in _MEASURE):
                message = "“{title}”只写了问题，没有写改进措施，请逐条补写。"
        if message:
            yield Finding(section.title_span, message, {"title": section.form.title, "words": words[:20]})


def _words(section: Section) -> str:
    return "".join(paragraph.text.strip() for paragraph in section.paragraphs)


def _says_nothing(words: str) -> bool:
    return len(words) <= _LONGEST_NOTHING and re.fullmatch(_NOTHING, words) is not None


def _is_instruction(words: str) -> bool:
    return words.strip("（()）").startswith("文字描述")
