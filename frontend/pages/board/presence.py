"""Who else looks at the board, and which card each of them holds."""

from __future__ import annotations

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Avatar
from frontend.hooks import use_query, use_store
from frontend.locale import format_number, t
from frontend.operations import load
from frontend.pages.board.state import Board
from frontend.pages.board.stream import Lookers

MOST = 5


@component
def Looking(board: Board) -> VdomDict:
    """The others' faces, and marks that the browser puts on the cards they hold."""
    lookers: Lookers = use_store(board.lookers)
    members, _, _, _ = use_query(load("tasks/list_assignees"), skip=len(lookers) < 2)
    known = ((members or {}).get("viewer") or {}).get("members") or ()
    own = {member["id"] for member in known if member["isViewer"]}
    others = [each for each in lookers if each[0] not in own] if own else []
    holding = {card: name for _, name, card in others if card}
    names = ", ".join(name for _, name, _ in others)
    return html.div(
        {
            "className": "board-looking",
            "role": "img",
            "aria-label": t("Looking too: {names}", names=names) if others else None,
            "title": t("Looking too: {names}", names=names) if others else None,
            "hidden": not others,
        },
        *(
            html.span({"key": member, "title": name}, Avatar(name, size=24))
            for member, name, _ in others[:MOST]
        ),
        html.span({"className": "board-looking-more"}, f"+{format_number(len(others) - MOST)}")
        if len(others) > MOST
        else None,
        *(
            html.span(
                {"key": f"held-{card}", "hidden": True, "data-holds": card, "data-name": name}
            )
            for card, name in holding.items()
        ),
    )
