"""How documents look: the seller's logo and colour."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from backend.billing.errors import InvalidColour

_COLOUR = re.compile(r"#[0-9a-f]{6}")


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that was made safe and is kept under ``key``: ``png`` or ``svg``, of so many
    pixels.
    """

    key: str
    format: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Look:
    """What a seller's documents are told by; ``accent`` is a colour such as #1f6b54."""

    logo: Logo | None = None
    accent: str | None = None


NO_LOOK = Look()


def check_accent(accent: str, path: Sequence[str]) -> str | None:
    """Return a colour; None for none.

    Raises:
        InvalidColour
    """
    colour = accent.strip().lower()
    if colour and not _COLOUR.fullmatch(colour):
        raise InvalidColour(path)
    return colour or None


def look_from(found: Mapping[str, Any] | None) -> Look:
    """Return a stored look; what was stored before there were any has none."""
    if found is None:
        return Look()
    logo = found.get("logo")
    return Look(Logo(**logo) if logo else None, found.get("accent"))
