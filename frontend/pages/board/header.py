"""The line at the top of a board: its name and the way to the others, what it holds, who looks."""

from __future__ import annotations

from typing import Any

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.client import OperationFailed
from frontend.components import (
    Button,
    ConfirmDialog,
    Dialog,
    FormErrors,
    IconButton,
    Menu,
    MenuItem,
    MenuSeparator,
    TextField,
)
from frontend.components.menu import MenuEntry
from frontend.components.submit_form import SubmitForm
from frontend.errors import report
from frontend.fragments import fragment
from frontend.hooks import use_browser, use_can, use_form, use_navigate, use_store, use_viewer
from frontend.leaves import Leaf
from frontend.locale import format_money, t, tn
from frontend.pages.board.parts import board_entries
from frontend.pages.board.presence import Looking
from frontend.pages.board.shown import NO_CARDS, OPEN, Counts, Shown, Worth
from frontend.pages.board.state import Board
from frontend.pages.board.step_acts import StepActs
from frontend.pages.boards.acts import delete_board, rename_board
from frontend.pages.boards.listing import use_boards
from frontend.pages.boards.places import board_url

NAME_LENGTH = 80
RENAMING, DELETING = "rename", "delete"


@component
def BoardHeader(board: Board, acts: StepActs) -> VdomDict:
    """The header; its parts change by themselves."""
    can_write = use_can("WRITE_CONTACTS")
    return html.header(
        {"className": "page-header board-header"},
        BoardName(board, key="name"),
        Sum(board, key="sum"),
        html.div(
            {"className": "page-actions"},
            Looking(board, key="looking"),
            BoardMenu(board, acts, key="menu") if can_write else None,
            NewCard(board, key="card") if can_write else None,
        ),
    )


@component
def BoardName(board: Board) -> VdomDict:
    """The name, which opens the list of the other boards."""
    name: str = use_store(board.shown, lambda shown: shown.name if shown else "")
    boards = use_boards()
    entries: list[MenuEntry] = [
        MenuItem(each.name, href=board_url(each.id), checked=each.id == board.workflow_id)
        for each in boards or ()
    ]
    entries += [MenuSeparator(), MenuItem(t("All boards"), icon="square-kanban", href="/boards")]
    return html.div(
        {"className": "board-title"},
        html.h1({"className": "visually-hidden", "id": "page-title", "tabIndex": -1}, name),
        Menu(Button(name, variant="ghost", opens=True), entries, id="board-switch"),
    )


@component
def Sum(board: Board) -> Any:
    """How many cards are under way, and what they are worth."""
    steps: tuple[str, ...] | None = use_store(board.shown, _open_steps)

    def under_way(counts: Counts) -> tuple[Worth, ...] | None:
        return None if steps is None else tuple(counts.get(step, NO_CARDS) for step in steps)

    return Leaf(board.counts, sum_face, under_way)


def _open_steps(shown: Shown | None) -> tuple[str, ...] | None:
    return tuple(step.id for step in shown.steps if step.kind == OPEN) if shown else None


@fragment(version=lambda found: found)
def sum_face(found: tuple[Worth, ...] | None) -> VdomDict:
    """Draw the sum of steps; nothing until they are known."""
    sums: dict[str, int] = {}
    for _, money in found or ():
        for minor, currency in money:
            sums[currency] = sums.get(currency, 0) + int(minor)
    count = sum(count for count, _ in found or ())
    parts = [] if found is None else [tn("{count} open", "{count} open", count)]
    parts += [format_money(minor, currency, short=True) for currency, minor in sorted(sums.items())]
    return html.span({"className": "board-sum"}, " · ".join(parts))


@component
def NewCard(board: Board) -> VdomDict:
    """The way into the field of the first step."""
    browser = use_browser()
    first: str = use_store(board.shown, lambda shown: shown.first.id if shown else "")
    return Button(
        t("New card"),
        icon="plus",
        variant="primary",
        on_click=lambda: browser.focus(f"new-card-{first}"),
    )


@component
def BoardMenu(board: Board, acts: StepActs) -> VdomDict | Component:
    """What is done with the board."""
    asked, ask = use_state("")
    shown: Shown | None = use_store(board.shown)
    navigate, viewer = use_navigate(), use_viewer()

    async def delete() -> None:
        ask("")
        if await delete_board(board.session, board.workflow_id, shown.name if shown else ""):
            navigate("/boards")

    entries: list[MenuEntry] = [
        *(
            MenuItem(entry.label(), icon=entry.icon, href=entry.href(board.workflow_id))
            for entry in board_entries()
            if entry.permission is None or (viewer and viewer.can(entry.permission))
        ),
        MenuItem(t("Add step"), icon="plus", on_click=acts.add),
        MenuItem(t("Rename board"), icon="pencil", on_click=lambda: ask(RENAMING)),
        MenuSeparator(),
        MenuItem(t("Delete board"), icon="trash-2", danger=True, on_click=lambda: ask(DELETING)),
    ]
    return html.div(
        Menu(IconButton("ellipsis", t("More actions")), entries, id="board-menu", align="end"),
        Rename(board, lambda: ask(""), key="rename") if asked == RENAMING else None,
        ConfirmDialog(
            t("Delete {name}?", name=shown.name if shown else ""),
            t("All its cards go with it. You can undo this right after."),
            confirm=t("Delete board"),
            on_confirm=delete,
            on_close=lambda: ask(""),
            danger=True,
            key="delete",
        )
        if asked == DELETING
        else None,
    )


@component
def Rename(board: Board, close: Any) -> VdomDict:
    """The board's name, in a dialog."""
    shown = board.shown.value
    form = use_form({"name": shown.name if shown else ""})

    async def save(values: dict[str, Any]) -> None:
        present = board.shown.value
        if present is None:
            return
        try:
            refused = await rename_board(board.session, present, values["name"])
        except OperationFailed as error:
            report(error)
            return
        if refused:
            form.show_errors(refused)
            return
        await board.read()
        close()

    return html.div(
        Dialog(
            t("Rename board"),
            SubmitForm(
                form,
                FormErrors(form, key="errors"),
                TextField(
                    form,
                    "name",
                    label=t("Name"),
                    required=True,
                    autofocus=True,
                    attributes={"maxLength": NAME_LENGTH},
                    key="name",
                ),
                html.div(
                    {"className": "dialog-actions", "key": "actions"},
                    Button(t("Cancel"), attributes={"data-close": ""}),
                    Button(t("Save"), variant="primary", type="submit"),
                ),
                on_submit=save,
                label=t("Rename board"),
                id="rename-board-form",
                key="form",
            ),
            on_close=close,
            id="rename-board",
        )
    )
