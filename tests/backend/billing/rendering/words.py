"""The words that documents are made of."""

from __future__ import annotations

import ast
from pathlib import Path

from backend.billing import rendering
from backend.billing.rendering import facts, mentions, view


def words() -> set[str]:
    """Every message that the code gives to a translation."""
    found = {*facts.TITLES.values(), *facts.BUYERS.values(), *mentions.SUPPLIES.values()}
    found |= {*view.WATERMARKS.values(), "Codice fiscale {number}", "Tax no. {number}"}
    for path in Path(rendering.__path__[0]).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
                name = name or (node.func.id if isinstance(node.func, ast.Name) else "")
                if name == "word":
                    found.add(str(node.args[0].value))
    return found
