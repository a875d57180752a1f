"""What can be done to contacts."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Any, TypeVar, cast

import strawberry

from backend.contacts import photos, service
from backend.contacts.queries.conflicts import conflict_since
from backend.contacts.queries.lookups import get_contact
from backend.contacts.schema.inputs import (
    CreateContactInput,
    CreateUploadTicketInput,
    DeleteContactsInput,
    EraseContactsInput,
    LabelContactsInput,
    RemoveContactPhotoInput,
    RestoreContactsInput,
    SetContactPhotoInput,
    UpdateContactInput,
    label_ids,
)
from backend.contacts.schema.job_types import Job
from backend.contacts.schema.payloads import (
    CreateContactPayload,
    CreateUploadTicketPayload,
    DeleteContactsPayload,
    EditPayload,
    EraseContactsPayload,
    LabelContactsPayload,
    RemoveContactPhotoPayload,
    RestoreContactsPayload,
    SetContactPhotoPayload,
    UpdateContactPayload,
)
from backend.contacts.schema.types import Conflict, Contact, wanted
from backend.contacts.service import ContactWritten
from backend.core.errors import Refusals, Required, StaleVersion
from backend.core.graphql import Info, Selection, mutation
from backend.core.graphql.errors import user_errors
from backend.core.graphql.optional import given
from backend.core.ids import decode_id, encode_id
from backend.core.permissions import Permission

P = TypeVar("P", bound=EditPayload)
_WRITE = Permission.WRITE_CONTACTS


@strawberry.type
class ContactsMutation:
    """What can be done to contacts."""

    @mutation(_WRITE, description="Make a contact.")
    async def create_contact(self, info: Info, input: CreateContactInput) -> CreateContactPayload:
        written = await service.create_contact(
            info.context.actor,
            input.to_draft(),
            idempotency_key=given(input.idempotency_key),
            consent=given(input.consent_source),
        )
        return CreateContactPayload(
            contact=await _read(info, written.contact_id), cursor=written.cursor or None
        )

    @mutation(
        _WRITE,
        description="Edit a contact from the version that was seen. If somebody saved a newer one, "
        "nothing is written, and the answer says what they changed.",
    )
    async def update_contact(self, info: Info, input: UpdateContactInput) -> UpdateContactPayload:
        key = decode_id(input.id, "Contact", ("id",))
        writing = service.update_contact(
            info.context.actor,
            key,
            input.version,
            input.to_changes(),
            consent=input.consent_source.value if input.consent_source else None,
        )
        return await _edited(info, UpdateContactPayload, key, input.version, writing)

    @mutation(
        _WRITE, description="Put contacts into the trash, from where they can be taken for 30 days."
    )
    async def delete_contacts(
        self, info: Info, input: DeleteContactsInput
    ) -> DeleteContactsPayload:
        done = await service.delete_contacts(info.context.actor, input.selection.to_selection())
        undo = None if done.id is None else strawberry.ID(encode_id("ContactDeletion", done.id))
        return DeleteContactsPayload(
            deleted_count=done.deleted_count,
            undo=undo,
            job=cast(Job, done.act),
            cursor=done.cursor or None,
        )

    @mutation(_WRITE, description="Take contacts out of the trash, or undo a deletion.")
    async def restore_contacts(
        self, info: Info, input: RestoreContactsInput
    ) -> RestoreContactsPayload:
        actor, undo, chosen = info.context.actor, given(input.undo), given(input.selection)
        if undo is not None and chosen is None:
            key = decode_id(undo, "ContactDeletion", ("undo",))
            done = await service.restore_deletion(actor, key)
        elif chosen is not None and undo is None:
            done = await service.restore_contacts(actor, chosen.to_selection())
        else:
            raise Required(("selection",))
        return RestoreContactsPayload(
            restored_count=done.restored_count,
            job=cast(Job, done.act),
            cursor=done.cursor or None,
        )

    @mutation(
        Permission.ERASE_CONTACTS,
        description="Erase contacts of the trash at once, with all that belongs to them; nobody "
        "can undo it. Those that are not in the trash stay as they are.",
    )
    async def erase_contacts(self, info: Info, input: EraseContactsInput) -> EraseContactsPayload:
        done = await service.erase_deleted(info.context.actor, input.selection.to_selection())
        return EraseContactsPayload(
            erased_count=done.erased_count,
            job=cast(Job, done.act),
            cursor=done.cursor or None,
        )

    @mutation(_WRITE, description="Put labels on contacts, and take others off.")
    async def label_contacts(self, info: Info, input: LabelContactsInput) -> LabelContactsPayload:
        done = await service.label_contacts(
            info.context.actor,
            input.selection.to_selection(),
            add=label_ids(input.add, "add"),
            remove=label_ids(input.remove, "remove"),
        )
        return LabelContactsPayload(
            changed_count=done.act.changed_count,
            job=cast(Job, done.act),
            cursor=done.cursor or None,
        )

    @mutation(_WRITE, description="Ask for leave to upload one picture.")
    async def create_upload_ticket(
        self,
        info: Info,
        input: CreateUploadTicketInput,  # noqa: ARG002 - one purpose so far
    ) -> CreateUploadTicketPayload:
        ticket = photos.upload_ticket(info.context.actor)
        return CreateUploadTicketPayload(url=ticket.url, token=ticket.token)

    @mutation(_WRITE, description="Show an uploaded picture as a contact's photo.")
    async def set_contact_photo(
        self, info: Info, input: SetContactPhotoInput
    ) -> SetContactPhotoPayload:
        key = decode_id(input.contact_id, "Contact", ("contactId",))
        writing = service.set_contact_photo(info.context.actor, key, input.version, input.upload_id)
        return await _edited(info, SetContactPhotoPayload, key, input.version, writing)

    @mutation(_WRITE, description="Show no photo of a contact any more.")
    async def remove_contact_photo(
        self, info: Info, input: RemoveContactPhotoInput
    ) -> RemoveContactPhotoPayload:
        key = decode_id(input.contact_id, "Contact", ("contactId",))
        writing = service.remove_contact_photo(info.context.actor, key, input.version)
        return await _edited(info, RemoveContactPhotoPayload, key, input.version, writing)


async def _edited(
    info: Info, payload: type[P], key: int, version: int, writing: Awaitable[ContactWritten]
) -> P:
    """Answer with the contact as it is now, or with what stands against the edit.

    A stale edit comes with all that the contact is now, refused fields or not: the editor decides
    from there.
    """
    try:
        written = await writing
    except StaleVersion as stale:
        asked = wanted(Selection.of(info).at("conflict", "current"))
        found = await conflict_since(info.context.actor, key, version, asked)
        conflict = Conflict(
            current=cast(Contact, found.current),
            changed_by=found.changed_by,
            changed_fields=found.changed_fields,
        )
        return payload(conflict=conflict, errors=user_errors(Refusals([stale])))
    return payload(contact=await _read(info, key), cursor=written.cursor or None)


async def _read(info: Info, contact_id: int) -> Contact | None:
    row: Any = await get_contact(
        info.context.actor, contact_id, wanted(Selection.of(info).at("contact"))
    )
    return cast(Contact | None, row)
