"""The boards below their section in the sidebar."""

from __future__ import annotations

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import classes
from frontend.hooks import use_path
from frontend.pages.boards.listing import FollowBoards, use_boards
from frontend.pages.boards.places import board_url

MOST = 12
"""More are on the page of all boards."""


@component
def SidebarBoards() -> VdomDict:
    """A link to each board."""
    boards, path = use_boards() or (), use_path()
    return html.div(
        {"className": "sidebar-boards"},
        FollowBoards(key="follow"),
        *(_link(board.id, board.name, path) for board in boards[:MOST]),
    )


def _link(board_id: str, name: str, path: str) -> VdomDict:
    url = board_url(board_id)
    here = path == url or path.startswith(f"{url}/")
    return html.a(
        {
            "key": board_id,
            "className": classes("section-link", "sidebar-board", here and "section-here"),
            "href": url,
            "dir": "auto",
            **({"aria-current": "page"} if here else {}),
        },
        html.span({"className": "sidebar-words"}, name),
    )
