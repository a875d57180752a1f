"""The top of the card: photo, name, company and position."""

from __future__ import annotations

from collections.abc import Callable

from reactpy import component, html
from reactpy.types import Component, VdomDict

from frontend.client import OperationFailed
from frontend.components import Avatar, IconButton
from frontend.components.elements import listener
from frontend.errors import explain, report
from frontend.hooks import use_can, use_store
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact_card.inline import InlineText
from frontend.pages.contact_card.permission import use_may_write
from frontend.pages.contact_card.removing import remove_text
from frontend.pages.contact_card.state import CardState, is_deleted
from frontend.pages.contact_parts.edits import TextEdit
from frontend.pages.contact_parts.photo import PhotoUpload
from frontend.pages.contact_parts.suggesting import suggesting
from frontend.pages.contact_parts.words import contact_name, field_label


@component
def Identity(state: CardState, *, whole: bool = False) -> VdomDict:
    """Who it is; in `whole` view with a cross that takes the company away."""
    name = use_store(state.contact, lambda contact: contact_name(contact or {}))
    return html.div(
        {"className": "quick-identity"},
        Photo(state, pastes=whole, key="photo"),
        html.div(
            {"className": "quick-names"},
            html.h2({"className": "visually-hidden", "id": "quick-name"}, name),
            html.div(
                {"className": "quick-name"},
                _Field(state, "givenName", key="givenName"),
                _Field(state, "familyName", key="familyName"),
            ),
            html.div(
                {"className": "quick-company-line"},
                _Field(state, "company", key="company"),
                NoCompany(state, key="no-company") if whole else None,
            ),
            _Field(state, "position", key="position"),
        ),
    )


@component
def NoCompany(state: CardState) -> VdomDict | None:
    """Takes the company away, where there is one."""
    may_write = use_may_write(state)
    company: str = use_store(state.contact, lambda contact: (contact or {}).get("company") or "")
    if not company or not may_write:
        return None

    async def remove() -> None:
        await remove_text(state, "company", company)

    return IconButton(
        "x",
        t("Remove the company"),
        small=True,
        on_click=remove,
        attributes={"className": "quick-copy"},
    )


@component
def _Field(state: CardState, field: str) -> Component:
    """One plain field, edited in place."""
    value = use_store(state.contact, lambda contact: (contact or {}).get(field) or "")
    label = field_label(field)
    return InlineText(
        state,
        _text_edit(field),
        id=f"quick-{field}",
        label=label,
        value=value,
        placeholder=label,
        class_name=f"quick-{field.lower()}",
        suggest=suggesting(field),
        key=field,
    )


def _text_edit(field: str) -> Callable[[str, str], TextEdit]:
    return lambda before, after: TextEdit(field, before, after)


@component
def Photo(state: CardState, *, pastes: bool = False) -> VdomDict | Component:
    """The photo or the initials; a click, a dropped or, where it `pastes`, a pasted image changes
    it.
    """
    can_write = use_can("WRITE_CONTACTS")
    name, url, deleted = use_store(
        state.contact,
        lambda contact: (
            contact_name(contact or {}),
            (contact or {}).get("photoUrl"),
            is_deleted(contact),
        ),
    )
    avatar = Avatar(name, photo_url=url, size=72)
    if not can_write or deleted:
        return avatar

    async def uploaded(upload_id: str) -> None:
        await _change_photo(state, "set", uploadId=upload_id)

    async def remove() -> None:
        await _change_photo(state, "remove")

    return html.div(
        {"className": "quick-photo"},
        PhotoUpload(
            state.session,
            avatar,
            label=t("Change the photo"),
            on_uploaded=uploaded,
            pastes=pastes,
        ),
        html.button(
            {
                "type": "button",
                "className": "quick-photo-remove",
                "onClick": listener(remove),
            },
            t("Remove the photo"),
        )
        if url
        else None,
    )


async def _change_photo(state: CardState, verb: str, **values: str) -> None:
    """Set or remove the photo; a newer version of the contact is no reason to refuse it."""
    operation = load(f"contacts/{verb}_contact_photo")
    contact = state.contact.value
    if contact is None:
        return
    given = {"contactId": contact["id"], "version": contact["version"], **values}
    try:
        payload = (await state.session.client.run(operation, {"input": given}))[operation.field]
    except OperationFailed as error:
        report(error, state.session)
        return
    if payload["errors"]:
        state.session.toasts.show(explain(payload["errors"][0]), kind="error")
    elif changed := payload["contact"]:
        state.take({**contact, "version": changed["version"], "photoUrl": changed["photoUrl"]})
