"""A new contact: made once, whatever happens to the connection or the mouse."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any
from uuid import uuid4

from reactpy import component, html, use_ref, use_state
from reactpy.core.vdom import Vdom
from reactpy.types import Component, VdomDict

from frontend.client import OperationFailed, UserError
from frontend.components import Icon
from frontend.errors import report
from frontend.hooks import Form, use_draft, use_mutation
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact_form.form import ContactForm
from frontend.pages.contact_form.values import create_input, unreadable_values, values_for_new
from frontend.pages.contact_parts.fields import own_fields
from frontend.pages.contact_parts.photo import PhotoUpload
from frontend.pages.contact_parts.words import contact_name
from frontend.session import Session, current_session

_preview = Vdom("carnet-photo-preview")
Made = Callable[[str], Awaitable[None]]
"""Told the contact that was made."""
KEY_REUSED = "IDEMPOTENCY_KEY_REUSED"


@component
def NewContact(
    *,
    on_close: Callable[[str | None], None],
    on_made: Made | None = None,
    draft_key: str = "contact:new",
    begins: Mapping[str, str] | None = None,
) -> Component | None:
    """The drawer of a new contact; it opens on the draft, where there is one, else with what
    `begins` says: names, the position and the company, and `address` for the first e-mail.

    `on_close` is told the contact that was made, None when there is none, unless `on_made` is.
    """
    session, draft = current_session(), use_draft(draft_key)
    create, _ = use_mutation(load("contacts/create_contact"))
    initial = use_ref(values_for_new(begins)).current

    async def save(values: Mapping[str, Any]) -> Sequence[UserError] | None:
        fields = own_fields(session)
        if unread := unreadable_values(values, fields):
            return unread
        outcome = await create(create_input(values, fields))
        if outcome.payload is None:
            return ()
        if outcome.errors:
            if any(error["code"] == KEY_REUSED for error in outcome.errors):
                # The first try arrived, its answer did not; what is typed now is another contact.
                values["idempotencyKey"] = uuid4().hex  # type: ignore[index]
            return outcome.errors
        contact = outcome.payload["contact"]
        if upload_id := values.get("uploadId"):
            await _set_photo(session, contact, upload_id)
        session.toasts.show(t("{name} was added", name=contact_name(contact)), kind="success")
        if on_made is not None:
            await on_made(contact["id"])
        else:
            on_close(contact["id"])
        return None

    if draft.loading:
        return None
    return ContactForm(
        t("New contact"),
        initial,
        draft,
        lambda form: NewPhoto(form, key="photo"),
        save=save,
        on_close=lambda: on_close(None),
        key="form",
    )


@component
def NewPhoto(form: Form) -> VdomDict:
    """A photo for who is not there yet: sent now, given to the contact once it is made."""
    session = current_session()
    sent, set_sent = use_state(bool(form.get("uploadId")))

    async def uploaded(upload_id: str) -> None:
        form.set("uploadId", upload_id)
        set_sent(True)

    face = html.span(
        {"className": "form-photo-face avatar avatar-72"},
        Icon("check" if sent else "camera", size=24),
    )
    return _preview(
        {"className": "form-photo"},
        PhotoUpload(session, face, label=t("Add a photo"), on_uploaded=uploaded),
    )


async def _set_photo(session: Session, contact: Mapping[str, Any], upload_id: str) -> None:
    operation = load("contacts/set_contact_photo")
    given = {"contactId": contact["id"], "version": contact["version"], "uploadId": upload_id}
    try:
        payload = (await session.client.run(operation, {"input": given}))[operation.field]
    except OperationFailed as error:
        report(error, session)
        return
    if payload["errors"]:
        session.toasts.show(t("The photo could not be used. Choose it again."), kind="error")
