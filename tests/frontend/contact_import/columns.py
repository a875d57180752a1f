"""Columns of a file, as the API tells of them."""

from __future__ import annotations

from typing import Any


def target(field: str | None = None, **more: Any) -> dict[str, Any]:
    """Return what a column becomes; without anything it is skipped."""
    skipped = field is None and not more
    return {
        "isSkipped": skipped,
        "field": field,
        "kind": None,
        "number": 1,
        "customField": None,
        "newName": None,
        "newKind": None,
        **more,
    }


def columns(*targets: dict[str, Any]) -> list[dict[str, Any]]:
    """Return columns called A, B and on."""
    return [
        {
            "index": place,
            "header": chr(65 + place),
            "samples": ["x"],
            "isGuess": True,
            "isEmpty": False,
            "guessedKind": "TEXT",
            "target": each,
        }
        for place, each in enumerate(targets)
    ]
