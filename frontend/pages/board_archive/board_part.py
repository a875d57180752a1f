"""What the archive brings to a board: the way to it."""

from __future__ import annotations

from frontend.locale import t
from frontend.pages.board.parts import BoardEntry
from frontend.pages.boards.places import board_url

ENTRIES = (
    BoardEntry(
        lambda: t("Archive", context="cards put away"),
        "archive",
        order=30,
        href=lambda workflow_id: f"{board_url(workflow_id)}/archive",
    ),
)
