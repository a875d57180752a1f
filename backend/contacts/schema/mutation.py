"""What can be done to contacts."""

from __future__ import annotations

from typing import Any, cast

import strawberry

from backend.contacts import photos, service
from backend.contacts.queries.lookups import get_contact
from backend.contacts.schema.inputs import CreateContactInput, CreateUploadTicketInput
from backend.contacts.schema.payloads import CreateContactPayload, CreateUploadTicketPayload
from backend.contacts.schema.types import Contact, wanted
from backend.core.graphql import Info, Selection, mutation
from backend.core.graphql.optional import given
from backend.core.permissions import Permission

_WRITE = Permission.WRITE_CONTACTS


@strawberry.type
class ContactsMutation:
    """What can be done to contacts."""

    @mutation(_WRITE, description="Make a contact.")
    async def create_contact(self, info: Info, input: CreateContactInput) -> CreateContactPayload:
        written = await service.create_contact(
            info.context.actor, input.to_draft(), idempotency_key=given(input.idempotency_key)
        )
        return CreateContactPayload(
            contact=await _written(info, written.contact_id), cursor=written.cursor or None
        )

    @mutation(_WRITE, description="Ask for leave to upload one picture.")
    async def create_upload_ticket(
        self,
        info: Info,
        input: CreateUploadTicketInput,  # noqa: ARG002 - one purpose so far
    ) -> CreateUploadTicketPayload:
        ticket = photos.upload_ticket(info.context.actor)
        return CreateUploadTicketPayload(url=ticket.url, token=ticket.token)


async def _written(info: Info, contact_id: int) -> Contact | None:
    row: Any = await get_contact(
        info.context.actor, contact_id, wanted(Selection.of(info).at("contact"))
    )
    return cast(Contact | None, row)
