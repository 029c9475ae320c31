"""GXC011, GXC014: regulations and normative documents."""

from __future__ import annotations

from collections.abc import Iterator

from gxlint import Finding, LaidTable, Organ, Related, Report, Statement, read_sentences, rule
from gxlint_consistency.comparing import Held, Mismatch, cells_of, named, of_cells, printed

_COLUMNS = {
    "issued": ("issued", "newly_made", "newly_public"),
    "repealed": ("repealed",),
    "in_force": ("in_force",),
}
"""Columns by what is said. 对外公开总数量 of the form of 2019 is not how many are in force: not all are open to the
public, and some that are have been repealed."""
_ROWS = {"normative": "normative-document", "regulation": "regulation"}
_WHOLE_REGION = ("全市", "全县", "全区", "全省", "全州", "全旗", "我市", "我县", "我区", "我省", "我州", "我旗")
_NO_COUNTIES = ("自治州", "自治区", "新区", "特区", "林区", "兵团")


@rule("GXC011", "unqualified-regulation", severity="warning", basis="立法法（2023）第九十一条、第九十三条")
def unqualified_regulation(report: Report) -> Iterator[Finding]:
    """无权主体填报规章

    查什么
        乡镇、街道、县（市辖区）人民政府及其部门的报告，表二（一）“规章”行填了大于 0 的数。

    依据
        《中华人民共和国立法法》（2023）第九十一条、第九十三条：规章由国务院部门，省、自治区、直辖市和设区的市、自治州的
        人民政府制定。

    为什么
        县级及以下无权制定规章。多半是把“规章制度”或规范性文件填错了行。

    例
        错：
            | 规章 | ⟦2⟧ | 0 | 5 |
        对：
            | 规章 | 0 | 0 | 0 |
        对：
            平江市人民政府2024年政府信息公开工作年度报告
            | 规章 | 2 | 0 | 5 |

    怎样改
        属于行政规范性文件的，填到下一行；内部规章制度不填。不能自动修改。

    何时忽略
        报告汇总的范围包括设区的市。省、市、州、国务院部门的报告不提示；看不出层级的机关也不提示。

    English
        An organ that cannot make regulations reports some. Only ministries, provinces, cities with districts and
        autonomous prefectures can make 规章; townships, counties, districts and their departments cannot.
    """
    table = report.layout.table("item1")
    row = table.row("regulation") if table else None
    if row is None or not row.whole or not _cannot_make(report.organ):
        return
    filled = [cell for cell in row.cells if isinstance(cell.value, int) and cell.value > 0]
    if filled:
        yield Finding(
            filled[0].span,
            "“{organ}”无权制定规章，表二（一）规章却填了 {value} 件，请核对是否应填在规范性文件一行。",
            {"organ": report.organ.name, "value": filled[0].text},
            related=tuple(Related(cell.span, "也填了 {value} 件", {"value": cell.text}) for cell in filled[1:]),
        )


def _cannot_make(organ: Organ) -> bool:
    """Whether the name shows that the organ is below a city with districts."""
    name = organ.name
    if organ.source != "title" or any(word in name for word in _NO_COUNTIES):
        return False
    if organ.kind == "township":
        return True
    place = name.removesuffix("人民政府办公室").removesuffix("人民政府").removesuffix("政府")
    if organ.kind == "government":
        return len(place) > 1 and place.endswith(("县", "旗", "区")) and not place.endswith("地区")
    return organ.kind == "department" and any(word in name[:-1] for word in ("县", "旗", "区"))


@rule("GXC014", "regulation-count", severity="warning", basis="国办公开办函〔2021〕30号：文字与表格应当一致")
def regulation_count(report: Report) -> Iterator[Finding]:
    """规范性文件数不符

    查什么
        正文说制定（制发、印发、出台）、废止、现行有效的规范性文件或规章多少件，与表二（一）是否一致。

    依据
        国办公开办函〔2021〕30号：同一份报告的文字和表格说的是同一件事；表二（一）由司法行政部门会同填写。

    为什么
        规范性文件的件数年年相接，错一次，以后各年都对不上。

    例
        错：
            2024年，我镇制发行政规范性文件⟦4件⟧。
            | 行政规范性文件 | 3 | 1 | 9 |
        对：
            2024年，我镇制发行政规范性文件3件，废止1件，现行有效9件；公开政策文件30件，审查规范性文件12件。
            | 行政规范性文件 | 3 | 1 | 9 |
        对：
            2024年，我镇主动公开规范性文件13件（含新制定5件、废止4件）。

    怎样改
        与司法行政部门核对，改正文字或表格。不能自动修改。

    何时忽略
        文字说的是另一个范围，例如只是以政府名义制发的。2019、2020年表格的“对外公开总数量”不是现行有效件数，不比较。
        政策文件、公开和解读的文件不比较；市、县政府的报告没有写明“全市”“全县”的，只作提醒。

    English
        Normative documents: text and table differ. Documents issued, repealed or in force are compared with table two;
        policy documents are a wider notion and are not compared.
    """
    table = report.layout.table("item1")
    if table is None:
        return
    for sentence in read_sentences(report):
        for one in sentence.statements:
            if not one.comparable or not one.topics[0].startswith(("normative.", "regulation.")):
                continue
            held = _held(table, one)
            if held and one.quantity.value not in [figure.value for figure in held]:
                sure = report.organ.kind != "government" or any(word in sentence.text for word in _WHOLE_REGION)
                yield _told(report, Mismatch(one, held[0]), sure=sure)


def _held(table: LaidTable, statement: Statement) -> list[Held]:
    kind, _, what = statement.topics[0].partition(".")
    keys = [column.key for column in table.form.columns if column.key in _COLUMNS[what]]
    cells = [table.cell(_ROWS[kind], key) for key in keys]
    return [Held(cell.value, (cell,)) for cell in cells if cell is not None and isinstance(cell.value, int)]


def _told(report: Report, mismatch: Mismatch, *, sure: bool) -> Finding:
    cause, rank = of_cells(report, (mismatch.held,), mismatch.cause)
    return Finding(
        mismatch.statement.span,
        "文中{name}“{said}”，表二（一）为 {value} 件，请核对。",
        {
            "name": named(mismatch.statement),
            "said": printed(report, mismatch.statement),
            "value": mismatch.held.value,
        },
        related=cells_of(report, mismatch.held),
        severity=None if sure else "info",
        cause=cause,
        rank=rank,
    )
