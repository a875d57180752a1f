"""No form of a page can lose what is typed without a question."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

PAGES = Path(__file__).parents[2] / "frontend" / "pages"
AS_TYPED = "saved as it is typed or chosen"
KEPT_ELSEWHERE = {
    "board/dialogs.py": "a choice of top or bottom, nothing typed",
    "campaign/writing.py": AS_TYPED,
    "contact_import/consent.py": AS_TYPED,
    "document_builder/buyer_drawer.py": AS_TYPED,
    "document_builder/delivery.py": AS_TYPED,
    "settings/profile/comfort.py": AS_TYPED,
    "settings/billing/saving.py": "the parts that use it draw the form",
}


def test_every_form_asks_before_it_is_left_or_keeps_a_draft() -> None:
    unguarded = {
        path.relative_to(PAGES).as_posix()
        for path in PAGES.rglob("*.py")
        if any(loses(function) for function in forms(ast.parse(path.read_text("utf-8"))))
    }
    assert unguarded == set(KEPT_ELSEWHERE)


def forms(module: ast.Module) -> Iterator[ast.FunctionDef]:
    """Yield the functions that begin a form."""
    for node in module.body:
        if isinstance(node, ast.FunctionDef) and calls(node) & {"use_form", "use_part"}:
            yield node


def loses(function: ast.FunctionDef) -> bool:
    """Tell whether a form is neither drawn with the question nor given a draft."""
    drafts = [
        keyword
        for node in ast.walk(function)
        if isinstance(node, ast.Call) and name(node) == "use_form"
        for keyword in node.keywords
        if keyword.arg == "draft"
    ]
    return not drafts and not calls(function) & {"SubmitForm", "Unsaved"}


def calls(function: ast.FunctionDef) -> set[str]:
    """Return the plain names that a function calls."""
    return {name(node) for node in ast.walk(function) if isinstance(node, ast.Call)}


def name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""
