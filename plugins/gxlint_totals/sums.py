"""GXT001, GXT002, GXT003, GXT005, GXT006: the relations (勾稽关系) between the figures of the tables."""

from __future__ import annotations

from collections.abc import Iterator

from gxlint import Finding, Report, rule
from gxlint_totals.saying import figure, side
from gxlint_totals.telling import findings_of, related_cells


@rule("GXT001", "balance", severity="error", basis="国办公开办函〔2019〕60号、〔2021〕30号表三注明的勾稽关系")
def balance(report: Report) -> Iterator[Finding]:
    """收办平衡

    查什么
        表三每一列：一、本年新收 + 二、上年结转 是否等于 三（七）总计 + 四、结转下年度。

    依据
        国办公开办函〔2019〕60号、〔2021〕30号格式表三注明：第一项加第二项之和，等于第三项加第四项之和。

    为什么
        收到的申请不是办结就是结转。两边不等，说明有申请漏填、重填，或者填错了列。

    例
        错：
            | 一、本年新收政府信息公开申请数量 | ⟦3⟧ | 0 | 0 | 0 | 0 | 0 | 3 |
            | （一）予以公开 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
            | （七）总计 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
        对：
            | 一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |
            | （一）予以公开 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
            | （七）总计 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
            | 四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |

    怎样改
        对照登记台账核对提示中列出的各格。“总计”列如果只是随着前面的列不平，不另行提示。不能自动修改。

    何时忽略
        不应忽略。

    English
        Received and settled requests do not balance. In every column of table three, new requests plus those carried
        in must equal the settled ones plus those carried out; the table itself says so.
    """
    yield from findings_of(report, "balance")


@rule(
    "GXT002",
    "result-total",
    severity="error",
    basis="国办公开办函〔2019〕60号、〔2021〕30号表三（七）总计",
    fixable="unsafe",
)
def result_total(report: Report) -> Iterator[Finding]:
    """办理结果总计

    查什么
        表三每一列：（七）总计 是否等于（一）至（六）各行之和。一到三行整行空着、总计比各项之和多的，各列只提示一次；
        空着的行更多时，空白当作 0。

    依据
        国办公开办函〔2019〕60号、〔2021〕30号格式表三（七）总计。

    为什么
        总计是各项办理结果之和。不等，说明漏填了一种结果，或者总计没有重新计算。

    例
        错：
            | 一、本年新收政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
            | （一）予以公开 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
            | （七）总计 | ⟦3⟧ | 0 | 0 | 0 | 0 | 0 | 2 |
        对：
            | 一、本年新收政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
            | （一）予以公开 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
            | （七）总计 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |

    怎样改
        核对各项办理结果，再重新计算总计。只有改动后该列收办平衡、其他关系也都成立时，才提供须人工核对的修正。

    何时忽略
        不应忽略。

    English
        Total of results is not the sum of the rows above. In every column of table three, row (七) must be the sum of
        all results. The unsafe fix is offered only when the balance holds afterwards.
    """
    yield from findings_of(report, "result-total")


@rule(
    "GXT003",
    "row-total",
    severity="error",
    basis="国办公开办函〔2019〕60号、〔2021〕30号表三总计栏",
    fixable="unsafe",
)
def row_total(report: Report) -> Iterator[Finding]:
    """行总计

    查什么
        表三每一行：总计 是否等于 自然人 加五类法人或其他组织。

    依据
        国办公开办函〔2019〕60号、〔2021〕30号格式表三“总计”栏。

    为什么
        每件申请只有一类申请人。行总计不对，报告里引用的申请总数就不可信。

    例
        错：
            | 一、本年新收政府信息公开申请数量 | 3 | 1 | 0 | 0 | 0 | 0 | ⟦3⟧ |
            | （一）予以公开 | 3 | 1 | 0 | 0 | 0 | 0 | 4 |
            | （七）总计 | 3 | 1 | 0 | 0 | 0 | 0 | 4 |
        对：
            | 一、本年新收政府信息公开申请数量 | 3 | 1 | 0 | 0 | 0 | 0 | 4 |
            | （一）予以公开 | 3 | 1 | 0 | 0 | 0 | 0 | 4 |
            | （七）总计 | 3 | 1 | 0 | 0 | 0 | 0 | 4 |

    怎样改
        核对该行各列，再重新计算总计。恰有一格，或者同一行、同一列的几格能解释全部不平时，提示指明这几格，并提供须人工
        核对的修正。

    何时忽略
        不应忽略。

    English
        Row total is not the sum of its row. In every row of table three, the total must equal natural persons plus the
        five kinds of organisations. The unsafe fix is offered only when exactly one cell, or several cells of one line,
        explain every broken sum.
    """
    yield from findings_of(report, "row-total")


@rule(
    "GXT005",
    "review-total",
    severity="error",
    basis="国办公开办函〔2019〕60号、〔2021〕30号表四总计栏",
    fixable="unsafe",
)
def review_total(report: Report) -> Iterator[Finding]:
    """复议诉讼总计

    查什么
        表四的三个总计（行政复议、未经复议直接起诉、复议后起诉）是否各等于前面四格之和。

    依据
        国办公开办函〔2019〕60号、〔2021〕30号格式表四“总计”栏。

    为什么
        总计是结果维持、结果纠正、其他结果、尚未审结之和。不等，案件数就不可信。

    例
        错：
            | 2 | 1 | 0 | 0 | ⟦2⟧ | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
        对：
            | 2 | 1 | 0 | 0 | 3 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |

    怎样改
        对照案件台账核对五格。须人工核对的修正把总计改成前面四格之和。

    何时忽略
        不应忽略。

    English
        Total of reviews or lawsuits is wrong. Each of the three totals of table four must be the sum of the four cells
        before it. The unsafe fix writes that sum.
    """
    yield from findings_of(report, "review-total")


@rule("GXT006", "stock-flow", severity="error", basis="表二（一）各栏的含义")
def stock_flow(report: Report) -> Iterator[Finding]:
    """制发数大于有效加废止

    查什么
        2021年格式：本年制发件数 不大于 现行有效件数 + 本年废止件数。2019年格式：本年新公开数量 不大于 对外公开总数量。

    依据
        国办公开办函〔2019〕60号、〔2021〕30号格式表二（一）各栏的含义。

    为什么
        当年制发的文件，到年末不是现行有效，就是已经废止；当年新公开的，已包含在对外公开总数之内。

    例
        错：
            | 行政规范性文件 | ⟦5⟧ | 1 | 3 |
        对：
            | 行政规范性文件 | 5 | 1 | 9 |

    怎样改
        会同司法行政部门核对三个数。不能自动修改。

    何时忽略
        统计口径当年有调整，且报告中已说明。

    English
        More issued than in force and repealed together. What was issued this year is either still in force or already
        repealed at its end; in the form of 2019, what was newly made public is part of all that is public.
    """
    for story in report.breaks_of("stock-flow"):
        relation = story.relations[0]
        if any(term.cell.kind == "blank" for term in relation.right):
            continue  # The stock itself was left blank: that is the story.
        yield Finding(
            story.at.cell.span,
            "“{row}”行：{left}，大于 {right}，多 {gap}。请核对这几个数。",
            {
                "row": relation.at.name,
                "left": side(relation.left, relation),
                "right": side(relation.right, relation),
                "gap": figure(relation.left_sum - relation.right_sum),
            },
            related=related_cells(story),
            cause=story.cause,
        )
