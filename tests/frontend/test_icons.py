"""Icons: every one that is drawn has its drawing in the stylesheet, and no other is there."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import frontend
from frontend.components import Icon
from frontend.components.icon import icon_styles
from frontend.components.icon.names import NAMES

FOLDER = Path(frontend.__file__).parent
FIRST_ARGUMENT = frozenset({"Icon", "IconButton"})


def names_in(node: ast.AST) -> Iterator[str]:
    """Return the texts that an expression may be."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from names_in(node.body)
        yield from names_in(node.orelse)
    elif isinstance(node, ast.Dict):
        for value in node.values:
            yield from names_in(value)


def drawn_by(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func.id if isinstance(node.func, ast.Name) else ""
            if called in FIRST_ARGUMENT and node.args:
                yield from names_in(node.args[0])
            for keyword in node.keywords:
                if keyword.arg == "icon":
                    yield from names_in(keyword.value)
        if isinstance(node, ast.Assign) and "ICONS" in ast.unparse(node.targets[0]):
            yield from names_in(node.value)


def drawn() -> set[str]:
    return {name for path in FOLDER.rglob("*.py") for name in drawn_by(path)} - {""}


def constants() -> set[str]:
    return {
        node.value
        for path in FOLDER.rglob("*.py")
        if path.name != "names.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_icon_that_is_named_has_a_drawing() -> None:
    assert sorted(drawn() - set(NAMES)) == []


def test_no_drawing_is_sent_for_nothing() -> None:
    assert sorted(set(NAMES) - constants()) == []
    assert list(NAMES) == sorted(set(NAMES))


def test_every_drawing_is_in_the_styles() -> None:
    styles = icon_styles()
    for name in NAMES:
        assert f'.i-{name} {{ --icon: url("data:image/svg+xml,' in styles


def test_another_name_is_refused() -> None:
    with pytest.raises(KeyError, match="no-such-icon"):
        Icon("no-such-icon")
