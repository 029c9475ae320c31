"""Sentences that agree with the tables of an invented report, in many wordings.

In each the figures stand as ``{name}``; a rule that compares a figure has to notice when that one is another.
"""

from __future__ import annotations

from gxlint.testing import overlay, sample

FIGURES = {
    "new": 12,
    "carried_in": 1,
    "all": 13,
    "answered": 12,
    "carried_out": 1,
    "granted": 7,
    "partial": 1,
    "both": 8,
    "denied": 1,
    "unavailable": 3,
    "other": 0,
    "review": 4,
    "upheld": 2,
    "corrected": 1,
    "pending": 1,
    "lawsuit": 3,
    "issued": 2,
    "repealed": 1,
    "in_force": 9,
}
"""What the tables of ``report`` hold."""

TABLES = """（填数）figures
| 行政规范性文件 | 2 | 1 | 9 |
| 2 | 1 | 0 | 1 | 4 | 1 | 0 | 0 | 0 | 1 | 1 | 0 | 0 | 1 | 2 |"""
TOWN = "青山县云岭镇人民政府"

RECEIVED = (
    "（二）依申请公开。全年共收到政府信息公开申请{new}件，均在法定期限内答复。",
    "（二）依申请公开。2024年，云岭镇共受理依申请公开{all}件（含上年结转{carried_in}件）。",
    "2024年度，我镇新收政府信息公开申请{new}件，上年结转{carried_in}件。",
    "2024年，本机关收到公民、法人和其他组织提出的政府信息公开申请{new}件，较上年增加3件。",
    "全年收到政府信息公开申请共计{new}件，其中自然人申请10件、企业申请2件。",
    "截至12月31日，本镇累计收到依申请公开申请{new}件。",
    "一是规范办理流程。全年收到{new}件政府信息公开申请，全部按时答复。",
    "政府信息公开申请数量为{new}件，同比增长20%。",
    "2024年，我镇严格落实条例，畅通受理渠道，依法保障公众知情权，共收到政府信息公开申请{new}件。",
    "2024年1月1日至12月31日，云岭镇人民政府共接收政府信息公开申请{new}件。",
    "我镇依申请公开办理情况：共收到申请{new}件，申请渠道畅通。",
)
OUTCOMES = (
    "（二）依申请公开。收到申请{new}件，上年结转{carried_in}件，予以公开{granted}件，部分公开{partial}件，"
    "不予公开{denied}件，无法提供{unavailable}件，结转下年度继续办理{carried_out}件。",
    "全年办理政府信息公开申请{all}件，办结{answered}件，其中予以公开和部分公开{both}件，{carried_out}件结转下年度办理。",
    "全年答复政府信息公开申请{answered}件：{granted}件予以公开，{partial}件部分公开，{denied}件不予公开，{unavailable}件无法提供。",
    "2024年收到政府信息公开申请{new}件，其中：同意公开{granted}件；部分公开{partial}件；不予公开{denied}件；无法提供{unavailable}件。",
    "收到政府信息公开申请{new}件，已办结{answered}件，结转至2025年{carried_out}件。",
)
CASES = (
    "2024年，因政府信息公开被申请行政复议{review}件，被提起行政诉讼{lawsuit}件。",
    "政府信息公开行政复议{review}件，其中结果维持{upheld}件，结果纠正{corrected}件，尚未审结{pending}件；行政诉讼{lawsuit}件。",
    "全年发生政府信息公开行政复议案件{review}件、行政诉讼案件{lawsuit}件。",
    "收到{review}件行政复议和{lawsuit}件行政诉讼，均因政府信息公开引起。",
)
DOCUMENTS = (
    "（三）政府信息管理。全年制发行政规范性文件{issued}件，废止{repealed}件，现行有效{in_force}件。",
    "2024年，我镇制定印发规范性文件{issued}件，废止规范性文件{repealed}件。",
    "截至2024年底，现行有效行政规范性文件{in_force}件。",
    "我镇共出台{issued}件行政规范性文件，废止{repealed}件行政规范性文件。",
)
OTHERS = (
    "全年主动公开政府信息86条，其中政策文件20条、财政信息30条、民生信息36条。",
    "全年通过政府网站公开信息60余条，公众号发布信息120多条，受理群众来信5件，办理市长热线300件。",
    "县政务公开办转办政府信息公开申请3件；各村办理公开事项40件。",
    "举办政府信息公开培训3次，培训人员120人次，占干部总数的60%。",
    "2023年收到政府信息公开申请5件，同比增长140%。",
    "全县备案政府信息公开行政复议案件20件，行政诉讼案件8件。",
    "审查行政规范性文件20件，公开政策文件33件，解读规范性文件6件，拟制定规范性文件5件。",
    "收到申请人通过网上平台提交的申请8件、邮寄申请4件。",
    "因第三方不同意公开，不予公开1件；涉及国家秘密不予公开0件。",
    "全年收到行政许可申请256件，办结250件，不予受理6件。",
)


def report(*lines: str, **changed: int) -> str:
    """The sample report with the tables above and these sentences, figures put in; ``changed`` are other figures."""
    filled = [line.format(**{**FIGURES, **changed}) for line in lines]
    plain = "2024年，我镇新收政府信息公开申请12件，上年结转1件，均依法依规办理；结转下年度继续办理1件。\n"
    return overlay(sample(2024, TOWN), "\n".join((TABLES, *filled))).replace(plain, "", 1)
