"""The table of the names a module makes public, with the first sentence of what each one says about itself."""

from __future__ import annotations

import ast
import importlib
import inspect
import itertools
from types import ModuleType
from typing import get_args


def names(module: ModuleType) -> str:
    """The table in Markdown."""
    rows = [f"| `{name}` | {_said(module, name)} |" for name in module.__all__]
    return "\n".join(["| 名称 | 说明 |", "| --- | --- |", *rows])


def _said(module: ModuleType, name: str) -> str:
    value = inspect.unwrap(getattr(module, name))
    if inspect.isclass(value) or inspect.isfunction(value):
        text = inspect.getdoc(value) or ""
    elif comment := _comment(module, name):
        text = comment
    elif choices := get_args(value):
        text = "One of " + ", ".join(f"`{getattr(choice, '__name__', choice)}`" for choice in choices)
    else:
        text = inspect.getdoc(type(value)) or ""
    paragraph = " ".join(text.split("\n\n")[0].split())
    sentence = paragraph.partition(". ")[0].rstrip(".:")
    return sentence.replace("|", "\\|").replace("``", "`")


def _comment(module: ModuleType, name: str) -> str:
    """The string behind the assignment of a name, in the module that it was imported from."""
    for statement in ast.parse(inspect.getsource(module)).body:
        if isinstance(statement, ast.ImportFrom) and name in {alias.asname or alias.name for alias in statement.names}:
            return _comment(importlib.import_module(statement.module or ""), name)
    body = ast.parse(inspect.getsource(module)).body
    for statement, behind in itertools.pairwise(body):
        targets = statement.targets if isinstance(statement, ast.Assign) else []
        if name in {target.id for target in targets if isinstance(target, ast.Name)} and isinstance(behind, ast.Expr):
            return str(behind.value.value) if isinstance(behind.value, ast.Constant) else ""
    return ""
