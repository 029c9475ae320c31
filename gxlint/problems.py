"""What gxlint reports about its own work, apart from a crashed rule: an unreadable file, a plugin that does not load.

Each is a rule that finds nothing, so that its code has a page like any other. The findings are made where the trouble
is met, and all but those about suppressions cannot be switched off.
"""

from __future__ import annotations

from collections.abc import Iterable

from gxlint.report import Report
from gxlint.rule import Finding, rule


@rule("GXE002", "unused-suppression", severity="warning")
def unused_suppression(report: Report) -> Iterable[Finding]:
    """忽略记录不起作用

    查什么
        忽略清单 `gxlint-ignores.toml` 里的某条记录没有对应的问题：问题已经改正，或者有关的文字、数字改过了；记录写明的
        截止日期 `until` 已过；它说的规则或者文件不存在。只有该文件这次检查过、该规则这次运行过，才会提示；文件不存在
        的，检查文件夹时提示。位置在忽略清单里的那条记录。

    依据
        gxlint 自身的约定。

    为什么
        忽略是针对当时那一处、那个理由的。情况变了，记录还留着，将来同一处再出问题，就会被悄悄放过。

    例
        gxlint-ignores.toml 第 12 行：GXT001（表三 · （七）总计 · 自然人）没有对应的问题。

    怎样改
        删去这条记录；问题仍在、理由仍成立的，用 `gxlint ignore` 重新记一条。到期的，核实后删去或改写 `until`。

    何时忽略
        不应忽略；确有需要可用 `--ignore GXE002` 停用。

    English
        Suppression without effect. An entry of gxlint-ignores.toml matches no finding any more, its last day has
        passed, or there is no such rule or file. Told only of files that were checked with the rule switched on.
    """
    return ()


@rule("GXE010", "unreadable-file", severity="error")
def unreadable_file(report: Report) -> Iterable[Finding]:
    """文件无法读取

    查什么
        文件不存在、没有读取权限、不是文本，或者其中的字节不合它的编码。提示会写明第一个坏字节的位置。其他文件照常检查，
        退出码为 2。

    依据
        gxlint 自身的约定。

    为什么
        读不了的文件就没有查。若当作没有问题，等于漏报；若猜一个编码硬读，会把全文读成别的字。

    例
        按 utf-8 解码失败：第 1204 字节（第 31 行）不是有效的字符。

    怎样改
        用文本编辑器重新打开文件，另存为 UTF-8；若确知编码，可用 `--encoding` 指定；Word、PDF 文件请先另存为纯文本。

    何时忽略
        不能忽略；不想检查的文件可列入设置 `exclude`。

    English
        A file cannot be read. It does not exist, may not be opened, is no text, or holds bytes that are not valid in
        its encoding. All other files are checked, and the exit code is 2.
    """
    return ()


@rule("GXE011", "plugin-failed", severity="warning")
def plugin_failed(report: Report) -> Iterable[Finding]:
    """插件未加载

    查什么
        某个插件不能导入、注册出错，或给出的规则不合规定；设置 `data` 指明的数据文件有写错的条目。出问题的部分不加载，
        其余插件和规则照常运行。数据文件是自己写的，写错时退出码为 2。

    依据
        gxlint 自身的约定。

    为什么
        少了一个插件，就少查了一些内容，使用的人应当知道。

    例
        插件 acme：加载失败：ModuleNotFoundError: No module named 'acme_data'。

    怎样改
        数据文件按提示改正。插件的问题告知插件的作者，用 `gxlint plugins --verbose` 可看到出错的经过；暂时不用的插件可
        列入设置 `disable-plugins`。插件作者可用 `--strict-plugins`，使插件出错时退出码为 2。

    何时忽略
        停用该插件即可。

    English
        A plugin failed to load, or a data file that the settings name has an entry that is wrong. What could not be
        brought is left out and everything else runs on. A data file of one's own gives exit code 2, and
        `--strict-plugins` makes plugins do so, too.
    """
    return ()


@rule("GXE012", "not-a-report", severity="info")
def not_a_report(report: Report) -> Iterable[Finding]:
    """不是年度报告

    查什么
        在命令行上指明的文件，其内容不像政府信息公开工作年度报告。这样的文件不做检查。在文件夹里遇到的其他文件不提示。

    依据
        gxlint 自身的约定。

    为什么
        指明了一个文件却什么提示也没有，会让人以为查过了、没有问题。

    例
        读我.txt：内容不是政府信息公开工作年度报告，未作检查。

    怎样改
        确认文件名没有写错；若确是年度报告，请检查标题和各部分标题是否在转换时丢失。

    何时忽略
        用 `--only-reports` 可不提示（提交钩子即如此）。

    English
        The file is not an annual report. It was named on the command line and was not checked; files met in a folder
        are passed over without a word, and so are all with `--only-reports`.
    """
    return ()


@rule("GXE013", "check-failed", severity="error")
def check_failed(report: Report) -> Iterable[Finding]:
    """检查中断

    查什么
        检查某个文件时 gxlint 自身（或读取该类文件的插件）出了意外的错误，或者修正的结果不能写回。其他文件照常检查，
        退出码为 2。

    依据
        gxlint 自身的约定。

    为什么
        没有查完的文件不能当作没有问题。

    例
        检查时出错：RecursionError: maximum recursion depth exceeded。

    怎样改
        用 `--verbose` 再运行一次，把显示的经过连同文件告知 gxlint 的开发者。

    何时忽略
        不能忽略；不想检查的文件可列入设置 `exclude`。

    English
        A file could not be checked to the end. gxlint itself, or the plugin that reads the file, failed, or the fixed
        text could not be written back. All other files are checked, and the exit code is 2.
    """
    return ()


PROBLEMS = (unused_suppression, unreadable_file, plugin_failed, not_a_report, check_failed)
