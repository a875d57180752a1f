"""What automations bring to a board: their drawer, and the way to it."""

from __future__ import annotations

from frontend.locale import t
from frontend.pages.board.parts import BoardEntry
from frontend.pages.board_automations.slot import AutomationsSlot
from frontend.pages.boards.places import board_url

SLOTS = (lambda: AutomationsSlot(key="automations"),)
ENTRIES = (
    BoardEntry(
        lambda: t("Automations"),
        "zap",
        order=10,
        href=lambda workflow_id: f"{board_url(workflow_id)}?automations=1",
    ),
)
