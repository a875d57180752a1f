"""The words that documents, their pages for clients, letters and tables are made of."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from backend.billing import bookkeeping, client_http, pages, rendering
from backend.billing.rendering import facts, mentions, view
from backend.billing.service import letters

CHOSEN = (
    *(facts.TITLES, facts.BUYERS, mentions.SUPPLIES, view.WATERMARKS),
    *(bookkeeping.KINDS, bookkeeping.STATUSES, bookkeeping.METHODS),
    *(client_http.PROBLEMS, letters.BUTTONS),
)
"""Messages that are chosen by a value."""


def words() -> set[str]:
    """Every message that the code gives to a translation."""
    found = {message for messages in CHOSEN for message in messages.values()}
    found |= {*bookkeeping.DOCUMENT_HEADER, *bookkeeping.PAYMENT_HEADER}
    found |= {client_http.OTHER_PROBLEM, letters.BUTTON_OF_ANSWERED}
    found |= {"Codice fiscale {number}", "Tax no. {number}"}
    for folder in (rendering.__path__[0], pages.__path__[0]):
        for path in Path(folder).glob("*.py"):
            found |= _spoken(path)
        for path in Path(folder).glob("*.html"):
            found |= set(re.findall(r'\bword\("([^"]+)"', path.read_text()))
    return found


def _spoken(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            name = name or (node.func.id if isinstance(node.func, ast.Name) else "")
            if name == "word":
                found.add(str(node.args[0].value))
    return found
