"""Every message of the interface, found in its source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FRONTEND = Path(__file__).parents[2] / "frontend"
_PLACEHOLDER = re.compile(r"\{(\w*)\}")


@dataclass(frozen=True)
class Message:
    """One `t(…)` or `tn(…)` in the source; `id` is None where it is not a literal."""

    place: str
    id: str | None
    plural: str | None = None
    context: str | None = None


def messages() -> list[Message]:
    """Return every message of the interface."""
    return [
        message
        for path in sorted(FRONTEND.rglob("*.py"))
        if path.name != "translate.py"
        for message in _messages_of(path)
    ]


def _messages_of(path: Path) -> Iterator[Message]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in ("t", "tn")
        ):
            place = f"{path.relative_to(FRONTEND)}:{node.lineno}"
            words = [
                _literal(argument) for argument in node.args[: 1 if node.func.id == "t" else 2]
            ]
            context = next((_literal(k.value) for k in node.keywords if k.arg == "context"), None)
            if None in words or not words:
                yield Message(place, None)
            else:
                yield Message(place, words[0], words[1] if len(words) > 1 else None, context)


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def placeholders(text: str) -> set[str]:
    """Return the names that a message leaves open."""
    return set(_PLACEHOLDER.findall(text))
