"""The page of all boards."""

from __future__ import annotations

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Button, EmptyState, Icon, PageHeader, Skeleton
from frontend.hooks import use_can, use_url_state
from frontend.locale import format_number, t, tn
from frontend.pages.boards.listing import FollowBoards, Listed, use_boards
from frontend.pages.boards.new_board import NewBoardSlot
from frontend.pages.boards.places import board_url
from frontend.pages.boards.sidebar import SidebarBoards
from frontend.routes import Command, Page, Section


@component
def BoardsPage() -> VdomDict:
    """The boards, and the way to a new one."""
    can_write = use_can("WRITE_CONTACTS")
    return html.div(
        {"className": "boards"},
        PageHeader(
            t("Boards"),
            count=Count(key="count"),
            primary=NewBoardButton(key="new") if can_write else None,
        ),
        BoardList(key="list"),
        FollowBoards(key="follow"),
        NewBoardSlot(key="slot") if can_write else None,
    )


@component
def Count() -> str:
    """How many boards there are."""
    boards = use_boards()
    return format_number(len(boards)) if boards else ""


@component
def NewBoardButton() -> VdomDict:
    """Opens the dialog."""
    _, set_new = use_url_state("new")
    return Button(
        t("New board"),
        icon="plus",
        variant="primary",
        keys="c",
        on_click=lambda: set_new("1", push=True),
    )


@component
def BoardList() -> VdomDict:
    """A tile for each board."""
    boards, can_write = use_boards(), use_can("WRITE_CONTACTS")
    _, set_new = use_url_state("new")
    if boards is None:
        return html.div(Skeleton("list", lines=4))
    if not boards:
        return EmptyState(
            t("Nothing on the move yet"),
            t("A board shows what is under way, step by step: sales, projects, questions."),
            action=Button(
                t("New board"), variant="primary", on_click=lambda: set_new("1", push=True)
            )
            if can_write
            else None,
            drawing="cards",
        )
    return html.ul({"className": "board-tiles"}, *(_tile(board) for board in boards))


def _tile(board: Listed) -> VdomDict:
    return html.li(
        {"key": board.id},
        html.a(
            {"className": "board-tile", "href": board_url(board.id)},
            Icon("square-kanban", size=20),
            html.span({"className": "board-tile-name", "dir": "auto"}, board.name),
            html.span(
                {"className": "board-tile-count"},
                tn("{count} card", "{count} cards", board.cards),
            ),
        ),
    )


PAGES = (Page("/boards", BoardsPage, title=lambda: t("Boards"), skeleton="list"),)
SECTION = Section(
    "boards",
    label=lambda: t("Boards"),
    icon="square-kanban",
    href="/boards",
    on_phones=True,
    order=30,
    below=lambda: SidebarBoards(key="boards-below"),
)
COMMANDS = (
    Command("boards", label=lambda: t("Boards"), icon="square-kanban", href="/boards", keys="g b"),
    Command(
        "board.new",
        label=lambda: t("New board"),
        icon="plus",
        href="/boards?new=1",
        permission="WRITE_CONTACTS",
    ),
)
