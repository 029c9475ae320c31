"""How messages name where the report's year was read."""

from __future__ import annotations

from gxlint import Message

YEAR_SOURCES = {
    "title": Message("据标题"),
    "period": Message("据统计期限"),
    "name": Message("据文件名"),
    "setting": Message("据设置"),
}
