"""A board: its steps side by side, live, and a card beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from reactpy import component, html, use_ref
from reactpy.core.vdom import Vdom
from reactpy.types import Component, VdomDict

from frontend.components import Button, EmptyState, Skeleton
from frontend.events import Detail
from frontend.fragments import fragment
from frontend.hooks import use_can, use_location, use_path, use_store, use_task, use_title
from frontend.hooks.effect import use_effect
from frontend.locale import t
from frontend.pages.board.dialogs import MoveDialogs
from frontend.pages.board.filter_bar import FilterBar
from frontend.pages.board.filters import BoardFilter
from frontend.pages.board.header import BoardHeader
from frontend.pages.board.moving import Moving
from frontend.pages.board.parts import board_slots
from frontend.pages.board.state import Board
from frontend.pages.board.step_acts import StepActs
from frontend.pages.board.step_menu import StepDialogs
from frontend.pages.board.stepper import Stepper
from frontend.pages.board.steps import Steps
from frontend.pages.boards.places import BOARD_PATTERN, CARD_PATTERN, board_of, board_url, card_of
from frontend.routes import Page
from frontend.session import current_session

_board = Vdom("carnet-board")


@component
def BoardPage() -> Component:
    """The board of the path; another board is another component."""
    workflow_id = board_of(use_path())
    return OpenBoard(workflow_id, key=workflow_id)


@component
def OpenBoard(workflow_id: str) -> VdomDict:
    """One board. It renders when the board is there or gone; what it holds watches the rest."""
    board: Board = use_ref(Board(current_session(), workflow_id)).current
    moving: Moving = use_ref(Moving(board)).current
    acts: StepActs = use_ref(StepActs(board)).current
    missing: bool = use_store(board.missing)
    if missing:
        return html.div({"className": "board-page"}, _missing())
    return html.div(
        {"className": "board-page"},
        html.div(
            {"className": "board-main", "key": "main"},
            BoardHeader(board, acts, key="header"),
            FilterBar(key="filters"),
            Body(board, moving, acts, key="body"),
            MoveDialogs(moving, key="move-dialogs"),
            StepDialogs(acts, key="step-dialogs"),
        ),
        *(slot() for slot in board_slots()),
        Opener(board, key="opener"),
    )


def _missing() -> VdomDict:
    return EmptyState(
        t("This board is gone"),
        t("It was deleted, or belongs to another account."),
        action=Button(t("All boards"), href="/boards", variant="primary"),
        drawing="lost",
    )


@component
def Opener(board: Board) -> None:
    """Nothing to see: reads what the URL asks for, and names the window."""
    wanted = BoardFilter.of(use_location().query)
    name: str = use_store(board.shown, lambda shown: shown.name if shown else "")
    use_title(name or t("Board"))

    async def read() -> None:
        await board.open(wanted)

    use_task(read, [wanted], loading=board.session)

    @use_effect(dependencies=[])
    def close_at_the_end() -> Callable[[], None]:
        return board.close


@component
def Body(board: Board, moving: Moving, acts: StepActs) -> VdomDict:
    """What the browser drags, walks and scrolls through by itself."""
    is_there: bool = use_store(board.shown, lambda shown: shown is not None)
    failed: bool = use_store(board.failed)
    can_write = use_can("WRITE_CONTACTS")
    window = use_ref(uuid4().hex[:8]).current

    async def acted(event: dict[str, Any]) -> None:
        told = Detail(event)
        act = told.text("act")
        if act == "move":
            await moving.dropped(told)
        elif act == "choose":
            moving.choose(told.text("card"))
        elif act == "look":
            board.look(told.text("step"), told.text("edge"))
        elif act == "undo":
            await moving.undo_last()
        elif act == "step":
            await acts.dropped(told.text("step"), told.whole("position"), told.text("key"))
        elif act == "hold":
            board.hold(told.text("card", "") or None)

    if failed:
        return html.div(_failed(board))
    if not is_there:
        return html.div({"className": "board-skeleton"}, Skeleton("list", lines=6))
    return _board(
        {
            "className": "board",
            "key": "board",
            "data-window": window,
            "data-moves": "" if can_write else None,
            "data-transient": "",
            "onact": acted,
        },
        Stepper(board, key="stepper"),
        Steps(board, acts, key="steps"),
        html.ul({"className": "board-overlay", "key": "overlay", "aria-hidden": "true"}),
        Marks(board, key="marks"),
        _words(),
    )


def _failed(board: Board) -> VdomDict:
    if not board.filter.is_empty:  # by a mangled link, perhaps
        return EmptyState(
            t("The board could not be read"),
            t("Perhaps by these filters: they may be of something that is not there."),
            action=Button(
                t("Show all cards"), variant="primary", href=board_url(board.workflow_id)
            ),
            drawing="lost",
        )
    return EmptyState(
        t("The board could not be read"),
        t("The server did not answer as it should. What you have is safe."),
        action=Button(t("Try again"), variant="primary", on_click=board.read),
        drawing="lost",
    )


@component
def Marks(board: Board) -> VdomDict:
    """Tells the browser which moves were answered, and which card is open."""
    answered: tuple[str, ...] = use_store(board.answered)
    open_id = card_of(use_path())
    return html.span(
        {
            "className": "board-marks",
            "hidden": True,
            "data-answered": " ".join(answered),
            "data-open": open_id or None,
        }
    )


@fragment(version=lambda: ())
def _words() -> VdomDict:
    """What is read out while a card is carried by keys, and the names of those keys."""
    keys = {
        "Space": t("Pick up the card, and drop it"),
        "ArrowLeft ArrowRight": t("To the next step"),
        "M": t("Move to…"),
        "Mod+Z": t("Undo the last move"),
    }
    return html.div(
        html.p(
            {"id": "board-keys", "hidden": True},
            t("Press Space to pick the card up, arrows to carry it, Space to drop it."),
        ),
        html.div(
            {
                "className": "board-says visually-hidden",
                "aria-live": "assertive",
                "data-lifted": t("{name} picked up. Arrows carry it, Escape puts it back."),
                "data-carried": t("{name}: {step}, place {place} of {count}"),
                "data-dropped": t("{name} dropped in {step}"),
                "data-put-back": t("{name} is back where it was"),
            }
        ),
        html.ul(
            {"hidden": True},
            *(html.li({"key": name, "data-also-keys": name}, keys[name]) for name in keys),
        ),
    )


PAGES = (
    Page(
        BOARD_PATTERN,
        BoardPage,
        title=lambda: t("Board"),
        skeleton="list",
        also=(CARD_PATTERN,),
    ),
)
