"""The seller's colour, and what can be read on it and in it."""

from __future__ import annotations

import re

ACCENT = "#1f6b54"
INK, PAPER = "#1c2422", "#ffffff"
READABLE = 4.5
"""The least contrast of text. Source: WCAG 2.2, 1.4.3."""
_COLOUR = re.compile(r"#[0-9a-f]{6}")


def accent_of(colour: str | None) -> str:
    """Return a seller's colour; ours, when there is none or it is no colour."""
    given = (colour or "").lower()
    return given if _COLOUR.fullmatch(given) else ACCENT


def text_on(ground: str) -> str:
    """Return what is read better on a colour: paper or ink."""
    return max((PAPER, INK), key=lambda text: contrast(text, ground))


def text_in(colour: str) -> str:
    """Return a colour for text on paper: itself where it can be read, else ink."""
    return colour if contrast(colour, PAPER) >= READABLE else INK


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21. Source: WCAG 2.2."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
