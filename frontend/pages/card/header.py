"""The line at the top of a card: where it stands, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Button, IconButton, Menu, MenuItem, MenuSeparator, Notice, Time
from frontend.components.menu import MenuEntry
from frontend.hooks import use_can, use_store
from frontend.locale import t
from frontend.pages.boards.places import board_url, card_url
from frontend.pages.card.acts import archive_card, bring_back, delete_card
from frontend.pages.card.moving import MoveMenu
from frontend.pages.card.state import Card, OpenCard, is_settled


@component
def CardHeader(card: OpenCard, *, beside_board: bool, close: Callable[[], None]) -> VdomDict:
    """The board, the step, the menu, the cross. `beside_board`: the board is on screen anyway."""
    present: bool = use_store(card.card, lambda shown: shown is not None)
    missing: bool = use_store(card.missing)
    here = present and not missing
    return html.header(
        {"className": "quick-header card-header"},
        html.div(
            {"className": "card-where"},
            BoardLink(card, key="board"),
            html.span({"aria-hidden": "true"}, "›"),
            MoveMenu(card, key="move"),
        )
        if here
        else None,
        html.span({"className": "quick-header-space"}),
        WholeBoard(card, key="whole") if here and not beside_board else None,
        CardMenu(card, close, key="menu") if here else None,
        IconButton(
            "x",
            t("Close"),
            on_click=close,
            keys="Escape",
            attributes={"id": "card-close"},
        ),
    )


@component
def BoardLink(card: OpenCard) -> VdomDict:
    """The board's name, a way to it."""
    workflow = use_store(card.card, lambda shown: (shown or {})["workflow"])
    return html.a(
        {"className": "card-board", "href": board_url(workflow["id"])}, html.bdi(workflow["name"])
    )


@component
def WholeBoard(card: OpenCard) -> VdomDict:
    """The way to the card beside its board."""
    workflow_id = use_store(card.card, lambda shown: (shown or {})["workflow"]["id"])
    return IconButton("maximize-2", t("Go to the board"), href=card_url(workflow_id, card.card_id))


@component
def CardMenu(card: OpenCard, close: Callable[[], None]) -> VdomDict | None:
    """What is rarer: archive, delete."""
    shown: Card = use_store(card.card)
    if not use_can("WRITE_CONTACTS") or is_settled(shown):
        return None

    async def archive() -> None:
        if await archive_card(card.session, shown):
            close()

    async def delete() -> None:
        if await delete_card(card.session, shown):
            close()

    entries: list[MenuEntry] = [
        MenuItem(t("Archive card"), icon="archive", on_click=archive),
        MenuSeparator(),
        MenuItem(t("Delete card"), icon="trash-2", danger=True, on_click=delete),
    ]
    return html.div(
        Menu(IconButton("ellipsis", t("More actions")), entries, id="card-menu", align="end")
    )


@component
def PutAway(card: OpenCard) -> VdomDict | None:
    """Says that the card lies in the archive or the bin, and brings it back."""
    shown: Card = use_store(card.card)
    can_write = use_can("WRITE_CONTACTS")
    if not is_settled(shown):
        return None

    async def back() -> None:
        if await bring_back(card.session, shown):
            await card.read()

    deleted = shown["deletedAt"]
    words = t("Deleted") if deleted else t("Archived")
    return Notice(
        html.p(words, " ", Time(deleted or shown["archivedAt"])),
        kind="warning",
        action=Button(t("Restore"), small=True, on_click=back) if can_write else None,
    )
