"""The card itself."""

from __future__ import annotations

from collections.abc import Callable

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import (
    Avatar,
    Button,
    Chip,
    Combobox,
    ConfirmDialog,
    EmptyState,
    Icon,
    IconButton,
    Menu,
    MenuItem,
    MenuSeparator,
    Notice,
    Skeleton,
    Time,
)
from frontend.hooks import use_can, use_live, use_store, use_task
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact_card.channels import Addresses, Emails, Phones
from frontend.pages.contact_card.custom_values import CustomValues
from frontend.pages.contact_card.identity import Identity
from frontend.pages.contact_card.state import CardState, is_deleted
from frontend.pages.contact_parts.conflict_dialog import ConflictDialog
from frontend.pages.contact_parts.deletion import delete_contacts, restore_contacts
from frontend.pages.contact_parts.edits import Edit
from frontend.pages.contact_parts.labels import (
    change_labels,
    create_label,
    label_choices,
    use_labels,
)
from frontend.pages.contact_parts.words import contact_name

FACTS = ("createdAt", "lastActivityAt", "updatedAt", "updatedBy")


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
            Facts(state, key="facts"),
        ]
    return html.aside(
        {"className": "quick", "id": "contact-card", "aria-label": t("Contact"), "tabIndex": -1},
        html.header(
            {"className": "quick-header"},
            neighbours,
            html.span({"className": "quick-header-space"}),
            CardActions(state, on_edit=on_edit, on_close=on_close, key="actions")
            if present and not missing
            else None,
            IconButton("x", t("Close"), on_click=on_close, attributes={"id": "quick-close"}),
        ),
        html.div({"className": "quick-body"}, *body),
        Follow(state, key="follow"),
        Conflict(state, key="conflict"),
    )


def _announced(name: str) -> VdomDict:
    return html.div(
        {"className": "quick-identity", "key": "announced"},
        Avatar(name, size=72),
        html.div({"className": "quick-names"}, html.bdi({"className": "quick-announced"}, name)),
    )


@component
def Follow(state: CardState) -> None:
    """Nothing to see: keeps the card true."""
    cursor: str | None = use_store(state.cursor)
    use_live(
        load("contacts/contact_changed"),
        {"id": state.contact_id},
        state.follow,
        after=cursor,
        skip=cursor is None,
    )


@component
def CardActions(
    state: CardState, *, on_edit: Callable[[], None], on_close: Callable[[], None]
) -> VdomDict | None:
    """Edit, and what is rarer, in a menu."""
    can_write = use_can("WRITE_CONTACTS")
    deleted: bool = use_store(state.contact, is_deleted)
    asking, set_asking = use_state(False)
    contact = state.contact.value
    if not can_write or deleted or contact is None:
        return None

    async def delete() -> None:
        done = await delete_contacts(
            state.session, {"ids": [state.contact_id]}, count=1, name=contact_name(contact)
        )
        set_asking(False)
        if done:
            on_close()

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
        ConfirmDialog(
            t("Delete {name}?", name=contact_name(contact)),
            t("You can undo this for 30 days."),
            confirm=t("Delete"),
            danger=True,
            on_confirm=delete,
            on_close=lambda: set_asking(False),
            key="delete",
        )
        if asking
        else None,
    )


@component
def Deleted(state: CardState) -> VdomDict | None:
    """Says that the contact is deleted, and brings it back."""
    can_write = use_can("WRITE_CONTACTS")
    deleted_at: str | None = use_store(
        state.contact, lambda contact: (contact or {}).get("deletedAt")
    )
    if not deleted_at:
        return None

    async def restore() -> None:
        if await restore_contacts(state.session, {"selection": {"ids": [state.contact_id]}}):
            await state.read()

    return Notice(
        html.p(t("Deleted"), " ", Time(deleted_at)),
        kind="warning",
        action=Button(t("Restore"), small=True, on_click=restore) if can_write else None,
    )


@component
def Labels(state: CardState) -> VdomDict:
    """The labels: chosen, taken off and made on the spot."""
    session, known = state.session, use_labels()
    can_write, can_create = use_can("WRITE_CONTACTS"), use_can("MANAGE_LABELS")
    carried = use_store(state.contact, lambda contact: (contact or {}).get("labels", ()))
    deleted: bool = use_store(state.contact, is_deleted)

    async def change(add: list[str], remove: list[str]) -> None:
        await change_labels(session, {"ids": [state.contact_id]}, add=add, remove=remove)
        await state.read()

    async def create(name: str) -> None:
        if label := await create_label(session, name):
            await change([label["id"]], [])

    if not can_write or deleted:
        chips = [
            Chip(label["name"], color=label["color"], attributes={"key": label["id"]})
            for label in carried
        ]
        return html.div({"className": "chips quick-section"}, *chips)
    return html.section(
        {"className": "quick-section quick-labels", "aria-label": t("Labels")},
        Combobox(
            id="quick-labels",
            label=t("Add labels"),
            choices=label_choices(known or carried),
            selected=label_choices(carried),
            multiple=True,
            on_select=lambda label_id: change([label_id], []),
            on_remove=lambda label_id: change([], [label_id]),
            on_create=create if can_create else None,
            create_label=lambda text: t("Create the label “{name}”", name=text),
            placeholder=t("Add labels"),
            key="labels",
        ),
    )


@component
def Facts(state: CardState) -> VdomDict:
    """When the contact was made, and when something last happened."""
    created, activity, updated, by = use_store(
        state.contact,
        lambda contact: tuple((contact or {}).get(name) for name in FACTS),
    )
    facts: list[tuple[str, list[VdomDict | str | None]]] = [
        (t("Last activity"), [Time(activity)]),
        (
            t("Last changed"),
            [
                Time(updated),
                html.span({"className": "quick-by"}, Icon("user", size=14), by) if by else None,
            ],
        ),
        (t("Created"), [Time(created)]),
    ]
    return html.dl(
        {"className": "quick-facts"},
        *(html.div({"key": words}, html.dt(words), html.dd(*value)) for words, value in facts),
    )


@component
def Conflict(state: CardState) -> Component | None:
    """The dialog that settles what two people changed at once."""
    conflict = use_store(state.conflict)
    if conflict is None:
        return None

    async def settle(edits: tuple[Edit, ...]) -> None:
        state.settle()
        for words in await state.save(edits):
            state.session.toasts.show(words, kind="error")

    return ConflictDialog(conflict, on_settle=settle, on_close=state.settle, key=str(id(conflict)))
