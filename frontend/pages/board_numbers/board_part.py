"""What the numbers bring to a board: the way to them."""

from __future__ import annotations

from frontend.locale import t
from frontend.pages.board.parts import BoardEntry
from frontend.pages.boards.places import board_url

ENTRIES = (
    BoardEntry(
        lambda: t("Numbers"),
        "chart-column",
        order=20,
        href=lambda workflow_id: f"{board_url(workflow_id)}/numbers",
    ),
)
