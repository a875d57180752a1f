"""Input fields that may be left out."""

from __future__ import annotations

from typing import TypeVar

import strawberry

T = TypeVar("T")


def given(value: T | None) -> T | None:
    """Return an optional value; None when it was left out, or null."""
    return None if value is strawberry.UNSET else value
