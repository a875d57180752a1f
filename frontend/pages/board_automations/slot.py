"""The place of the drawer beside a board: `?automations=1` asks for it."""

from __future__ import annotations

from urllib.parse import unquote

from reactpy import component
from reactpy.types import Component

from frontend.hooks import use_path, use_url_state
from frontend.location import match
from frontend.pages.board_automations.drawer import AutomationsDrawer

PATTERN = "/boards/{board}"


@component
def AutomationsSlot() -> Component | None:
    """The drawer of the board in the path, if it is asked for."""
    asked, ask = use_url_state("automations")
    board = (match(PATTERN, use_path()) or {}).get("board")
    if not asked or not board:
        return None

    def close() -> None:
        ask(None, push=True)

    return AutomationsDrawer(unquote(board), close, key=board)
