"""Style sheets of pages that know nothing of each other, and share one document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

FRONTEND = Path(__file__).parents[2] / "frontend"


def test_a_class_is_styled_by_one_file() -> None:
    """Two pages that call different things by one name would each dress the other's."""
    styled: dict[str, set[str]] = {}
    for file in FRONTEND.rglob("*.css"):
        for selector in _selectors(file.read_text()):
            for name in re.findall(r"(?:^|,)\s*\.([\w-]+)\s*(?=,|$)", selector):
                styled.setdefault(name, set()).add(file.name)
    assert len(styled) > 500
    assert {name: files for name, files in styled.items() if len(files) > 1} == {}


def _selectors(text: str) -> Iterator[str]:
    """Yield the selectors of rules that stand in no other rule."""
    within_rules: list[bool] = []
    for begun, sign in re.findall(
        r"([^{};]*)([{};])", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    ):
        is_rule = not begun.strip().startswith("@")
        if sign == "{":
            if is_rule and not any(within_rules):
                yield re.sub(r"\(.*?\)", "", begun.strip())
            within_rules.append(is_rule)
        elif sign == "}":
            within_rules.pop()
