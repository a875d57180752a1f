"""Editing a contact: only what was changed is saved, and nobody is overwritten unawares."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reactpy import component, html, use_ref, use_state
from reactpy.types import Component, VdomDict

from frontend.client import UserError
from frontend.components import Drawer, EmptyState, Skeleton
from frontend.hooks import Draft, use_draft, use_store, use_task
from frontend.locale import t
from frontend.pages.contact_card.identity import Photo
from frontend.pages.contact_card.state import CardState
from frontend.pages.contact_form.form import ContactForm
from frontend.pages.contact_form.values import edits_of, unreadable_values, values_of
from frontend.pages.contact_parts.conflict_dialog import ConflictDialog
from frontend.pages.contact_parts.edits import Edit
from frontend.pages.contact_parts.fields import own_fields
from frontend.pages.contact_parts.saving import EditConflict, save_edits
from frontend.session import current_session

NO_CONFLICT: EditConflict | None = None
Close = Callable[[str | None], None]


@component
def EditContact(contact_id: str, *, on_close: Close) -> Component | VdomDict | None:
    """The drawer of a contact. It is read anew; a draft brings along what it started from."""
    state: CardState = use_ref(CardState(current_session(), contact_id)).current
    present: bool = use_store(state.contact, lambda contact: contact is not None)
    missing: bool = use_store(state.missing)
    draft = use_draft(f"contact:{contact_id}")
    use_task(state.read, [], loading=state.session)
    if missing:
        return Drawer(
            t("Edit contact"),
            EmptyState(
                t("This contact is gone"),
                t("It was deleted, or belongs to another account."),
                drawing="lost",
            ),
            on_close=lambda: on_close(None),
            id="contact-form",
        )
    if draft.loading or not present:
        return Drawer(
            t("Edit contact"),
            Skeleton("form", lines=6),
            on_close=lambda: on_close(None),
            id="contact-form",
        )
    return EditForm(state, draft, on_close=on_close, key="form")


@component
def EditForm(state: CardState, draft: Draft, *, on_close: Close) -> VdomDict:
    """The form, and the dialog that settles a conflict."""
    initial = use_ref(values_of(state.contact.value or {})).current
    conflict, set_conflict = use_state(NO_CONFLICT)

    async def save_all(edits: Sequence[Edit]) -> Sequence[UserError] | None:
        current = state.contact.value
        if current is None:
            return ()
        saved = await save_edits(state.session, current, edits)
        if saved.conflict is not None:
            state.take(saved.conflict.current)
            set_conflict(saved.conflict)
            return ()
        if saved.contact is None:
            return saved.errors
        state.session.toasts.show(t("Saved"), kind="success")
        return None

    async def save(values: Mapping[str, Any]) -> Sequence[UserError] | None:
        fields = own_fields(state.session)
        if unread := unreadable_values(values, fields):
            return unread
        edits = edits_of(values, fields)
        refused = await save_all(edits) if edits else None
        if refused is None:
            on_close(None)
        return refused

    async def settle(edits: tuple[Edit, ...]) -> None:
        set_conflict(None)
        if await save_all(edits) is None:
            await draft.discard()
            on_close(None)

    return html.div(
        {"className": "contact-form-slot"},
        ContactForm(
            t("Edit contact"),
            initial,
            draft,
            lambda form: Photo(state, key="photo"),
            save=save,
            on_close=lambda: on_close(None),
            contact_id=state.contact_id,
            key="form",
        ),
        Conflict(conflict, settle, lambda: set_conflict(None), key="conflict"),
    )


@component
def Conflict(
    conflict: EditConflict | None, settle: Any, close: Callable[[], None]
) -> Component | None:
    """The conflict to be settled, if there is one."""
    if conflict is None:
        return None
    return ConflictDialog(conflict, on_settle=settle, on_close=close, key=str(id(conflict)))
