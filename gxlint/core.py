"""What the core itself brings to the registry: the readers, the official forms, and the rules about gxlint's own work.

It is registered through the same hooks as any plugin.
"""

from __future__ import annotations

from collections.abc import Iterable

from gxlint.forms import bundled_forms
from gxlint.hookspecs import hookimpl
from gxlint.problems import PROBLEMS
from gxlint.readers import Reader, bundled_readers
from gxlint.report import Form, Report
from gxlint.rule import Finding, Rule, rule


@rule("GXE001", "rule-crashed", severity="error")
def rule_crashed(report: Report) -> Iterable[Finding]:
    """规则运行出错

    查什么
        某条规则在检查这份报告时自身出了错（抛出异常，或给出了不合规定的结果）。这不是报告的毛病，而是规则所属插件的
        毛病。每条出错的规则对每份报告只提示一次，位置一律在报告开头；该规则出错之前找到的问题照常列出，其他规则不受影响。

    依据
        gxlint 自身的约定。

    为什么
        出错的规则没有查完。若不提示，容易误以为报告在这方面没有问题。

    例
        规则 ACME001 short-name（插件 acme）运行出错：ZeroDivisionError: division by zero（rules.py 第 12 行）。

    怎样改
        把这条提示连同报告交给插件的作者；在修好之前，可用 `--ignore` 加出错规则的代码停用该规则。报告本身不必改动。

    何时忽略
        停用出错的规则即可，不必忽略本规则。

    English
        A rule crashed. The rule raised an exception, or yielded something that is no finding in this report. It is a
        defect of the plugin and not of the report; what the rule had found before is kept, and all other rules ran.
    """
    return ()


@hookimpl
def gxlint_rules() -> Iterable[Rule]:
    """The rules about gxlint's own work."""
    return (rule_crashed, *PROBLEMS)


@hookimpl
def gxlint_readers() -> Iterable[Reader]:
    """The readers for plain text and Markdown."""
    return bundled_readers()


@hookimpl
def gxlint_forms() -> Iterable[Form]:
    """The official forms."""
    return bundled_forms()
