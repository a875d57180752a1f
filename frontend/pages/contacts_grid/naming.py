"""Whom an act on ticked contacts is about, as a question before it names them."""

from __future__ import annotations

from collections.abc import Callable

from frontend.locale import tn
from frontend.pages.contacts_grid.selection import Selection

MOST_NAMES = 3


def named(selection: Selection, name_of: Callable[[str], str | None]) -> str:
    """Return the first names that are at hand and how many others there are, as a sentence; empty
    where the whole result is ticked, whose ids are those who are left out.
    """
    if selection.everything:
        return ""
    names = [name for name in map(name_of, sorted(selection.ids)) if name][:MOST_NAMES]
    if not names:
        return ""
    said, others = ", ".join(names), len(selection.ids) - len(names)
    if not others:
        return f"{said}."
    return tn("{names} and {count} other.", "{names} and {count} others.", others, names=said)
