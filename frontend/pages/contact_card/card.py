"""The card itself."""

from __future__ import annotations

from collections.abc import Callable

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import (
    Avatar,
    EmptyState,
    IconButton,
    Link,
    Menu,
    MenuItem,
    MenuSeparator,
    Skeleton,
)
from frontend.hooks import use_can, use_store, use_task
from frontend.locale import t
from frontend.pages.contact_card.addresses import Addresses
from frontend.pages.contact_card.carried_labels import Labels
from frontend.pages.contact_card.channels import Emails, Phones
from frontend.pages.contact_card.custom_values import CustomValues
from frontend.pages.contact_card.deletion import Deletion
from frontend.pages.contact_card.facts import Facts
from frontend.pages.contact_card.following import Conflict, Deleted, Follow
from frontend.pages.contact_card.identity import Identity
from frontend.pages.contact_card.next_task import NextTask
from frontend.pages.contact_card.state import CardState, is_deleted
from frontend.pages.contact_parts.places import contact_url
from frontend.pages.contact_workflow_cards.newest import NewestCard


@component
def ContactCard(
    state: CardState,
    neighbours: Component,
    *,
    known_name: str | None,
    on_close: Callable[[], None],
    on_edit: Callable[[], None],
) -> VdomDict:
    """A contact's essentials. `neighbours` are the arrows to the contacts before and after;
    `known_name` is shown until the contact has been read.
    """
    present: bool = use_store(state.contact, lambda contact: contact is not None)
    missing: bool = use_store(state.missing)
    use_task(state.read, [], loading=state.session)
    body: list[VdomDict | Component | None]
    if missing:
        body = [
            EmptyState(
                t("This contact is gone"),
                t("It was deleted, or belongs to another account."),
                drawing="lost",
            )
        ]
    elif not present:
        body = [_announced(known_name) if known_name else None, Skeleton("detail", lines=7)]
    else:
        body = [
            Deleted(state, key="deleted"),
            Identity(state, key="identity"),
            Emails(state, key="emails"),
            Phones(state, key="phones"),
            Addresses(state, key="addresses"),
            CustomValues(state, key="custom"),
            Labels(state, key="labels"),
            NextTask(state.contact_id, key=f"task-{state.contact_id}"),
            NewestCard(state.contact_id, key=f"card-{state.contact_id}"),
            Facts(state, key="facts"),
            _whole_page(state),
        ]
    return html.aside(
        {"className": "quick", "id": "contact-card", "aria-label": t("Contact"), "tabIndex": -1},
        html.header(
            {"className": "quick-header"},
            neighbours,
            html.span({"className": "quick-header-space"}),
            IconButton("maximize-2", t("View the whole page"), href=contact_url(state.contact_id)),
            CardActions(state, on_edit=on_edit, on_close=on_close, key="actions")
            if present and not missing
            else None,
            IconButton("x", t("Close"), on_click=on_close, attributes={"id": "quick-close"}),
        ),
        html.div({"className": "quick-body"}, *body),
        Follow(state, key="follow"),
        Conflict(state, key="conflict"),
    )


def _whole_page(state: CardState) -> VdomDict:
    return html.p(
        {"className": "quick-whole", "key": "whole"},
        Link(t("View the whole page"), " →", href=contact_url(state.contact_id)),
    )


def _announced(name: str) -> VdomDict:
    return html.div(
        {"className": "quick-identity", "key": "announced"},
        Avatar(name, size=72),
        html.div({"className": "quick-names"}, html.bdi({"className": "quick-announced"}, name)),
    )


@component
def CardActions(
    state: CardState, *, on_edit: Callable[[], None], on_close: Callable[[], None]
) -> VdomDict | None:
    """Edit, and what is rarer, in a menu."""
    can_write = use_can("WRITE_CONTACTS")
    deleted: bool = use_store(state.contact, is_deleted)
    asking, set_asking = use_state(False)
    if not can_write or deleted:
        return None

    return html.div(
        {"className": "quick-actions"},
        IconButton("pencil", t("Edit contact"), on_click=on_edit, keys="e"),
        Menu(
            IconButton("ellipsis", t("More actions")),
            [
                MenuItem(t("Edit contact"), icon="pencil", on_click=on_edit, keys="e"),
                MenuSeparator(),
                MenuItem(
                    t("Delete contact"),
                    icon="trash-2",
                    danger=True,
                    on_click=lambda: set_asking(True),
                ),
            ],
            id="quick-menu",
            align="end",
        ),
        Deletion(state, on_deleted=on_close, on_close=lambda: set_asking(False), key="delete")
        if asking
        else None,
    )
