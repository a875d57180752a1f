"""The drawer of a card."""

from __future__ import annotations

from collections.abc import Callable

from reactpy import component, html
from reactpy.types import Component, VdomDict

from frontend.components import EmptyState, Skeleton, Time
from frontend.hooks import use_can, use_live, use_store, use_task
from frontend.hooks.effect import use_effect
from frontend.locale import t
from frontend.operations import load
from frontend.pages.card.checklist import Checklist
from frontend.pages.card.documents import Documents
from frontend.pages.card.files import Files
from frontend.pages.card.header import CardHeader, PutAway
from frontend.pages.card.inline import InlineField
from frontend.pages.card.notes import Notes
from frontend.pages.card.people import FurtherContacts, MainContact
from frontend.pages.card.properties import Assignee, Due, Labels, Standing, Value
from frontend.pages.card.state import Card, OpenCard, is_settled
from frontend.pages.card.story import Story
from frontend.pages.card.words import card_name

TITLE_LENGTH = 300


@component
def CardDrawer(card: OpenCard, *, beside_board: bool, on_close: Callable[[], None]) -> VdomDict:
    """A card with all that belongs to it. It renders when the card is there or gone; the parts
    watch the rest by themselves.
    """
    present: bool = use_store(card.card, lambda shown: shown is not None)
    missing: bool = use_store(card.missing)
    use_task(card.read, [], loading=card.session)

    @use_effect(dependencies=[card.card_id])
    def take_focus() -> None:
        card.session.command("focus", id="card-drawer")

    return html.aside(
        {"className": "card-drawer", "id": "card-drawer", "aria-label": t("Card"), "tabIndex": -1},
        CardHeader(card, beside_board=beside_board, close=on_close, key="header"),
        html.div({"className": "quick-body card-body"}, *_body(card, present, missing)),
        Follow(card, key="follow"),
    )


def _body(card: OpenCard, present: bool, missing: bool) -> list[VdomDict | Component]:
    if missing:
        return [
            EmptyState(
                t("This card is gone"),
                t("It was deleted, or belongs to another account."),
                drawing="lost",
            )
        ]
    if not present:
        return [Skeleton("detail", lines=8)]
    return [
        PutAway(card, key="put-away"),
        Title(card, key="title"),
        html.div(
            {"className": "card-properties", "key": "properties"},
            MainContact(card, key="contact"),
            FurtherContacts(card, key="others"),
            Value(card, key="value"),
            Due(card, key="due"),
            Assignee(card, key="assignee"),
            Labels(card, key="labels"),
        ),
        Standing(card, key="standing"),
        Checklist(card, key="checklist"),
        Notes(card, key="notes"),
        Documents(card, key="documents"),
        Files(card, key="files"),
        Story(card, key="story"),
        Made(card, key="made"),
    ]


@component
def Title(card: OpenCard) -> VdomDict:
    """What the card is called; without a title of its own, its contact's name."""
    shown: Card = use_store(card.card)
    can_write = use_can("WRITE_CONTACTS") and not is_settled(shown)
    if not can_write:
        return html.h2({"className": "card-title"}, html.bdi(card_name(shown)))

    async def save(typed: str) -> tuple[str, ...]:
        return await card.save("title", typed or None)

    return html.h2(
        {"className": "card-title"},
        InlineField(
            card,
            save,
            id="card-title",
            label=t("Title"),
            value=shown["title"] or "",
            placeholder=card_name(shown),
            type="lines",
            attributes={"maxLength": TITLE_LENGTH},
            key="title",
        ),
    )


@component
def Made(card: OpenCard) -> VdomDict:
    """Who made the card, and when."""
    shown: Card = use_store(card.card)
    return html.p(
        {"className": "card-made"},
        t("Added by {name}", name=shown["createdBy"]),
        " ",
        Time(shown["createdAt"]),
    )


@component
def Follow(card: OpenCard) -> None:
    """Nothing to see: keeps the card true."""
    cursor: str | None = use_store(card.cursor)
    use_live(
        load("cards/card_changed"),
        {"id": card.card_id},
        card.follow,
        after=cursor,
        skip=cursor is None,
    )
