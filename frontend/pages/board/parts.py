"""What other folders bring to a board. Every folder of `frontend/pages` may do so, in a
`board_part.py`:

    SLOTS = (lambda: CardSlot(key="card"),)
    ENTRIES = (BoardEntry(lambda: t("Numbers"), "chart-column", order=20,
                          href=lambda workflow_id: f"{board_url(workflow_id)}/numbers"),)

A slot stands beside the board and shows something when the URL asks for it; an entry is one of the
board's menu.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from reactpy.types import Component

from frontend.routes import Words, declared_in


@dataclass(frozen=True, slots=True)
class BoardEntry:
    """An entry of a board's menu: where it leads, by the board's global id."""

    label: Words
    icon: str
    order: int
    href: Callable[[str], str]
    permission: str | None = None
    """Offered only to viewers who have it."""


@cache
def board_slots() -> tuple[Callable[[], Component], ...]:
    """Return what stands beside boards."""
    return tuple(
        slot for module in declared_in("board_part") for slot in getattr(module, "SLOTS", ())
    )


@cache
def board_entries() -> tuple[BoardEntry, ...]:
    """Return what boards' menus lead to, in order."""
    entries = (
        entry for module in declared_in("board_part") for entry in getattr(module, "ENTRIES", ())
    )
    return tuple(sorted(entries, key=lambda entry: entry.order))
