"""What can be done about duplicates."""

from __future__ import annotations

from typing import cast

import strawberry

from backend.contacts.schema.filters import keys_of
from backend.contacts.schema.types import Contact, wanted
from backend.contacts.service.finding import contacts_by_id
from backend.core.graphql import Info, Selection, mutation
from backend.core.graphql.optional import given
from backend.core.ids import decode_id, encode_id
from backend.core.permissions import Permission
from backend.duplicates import service
from backend.duplicates.queries.pairs import pairs_by_id
from backend.duplicates.schema.inputs import (
    DismissDuplicateInput,
    DismissDuplicatePayload,
    MergeContactsInput,
    MergeContactsPayload,
    UndoMergeInput,
    UndoMergePayload,
)
from backend.duplicates.schema.types import DuplicatePair, wanted_of_pair
from backend.duplicates.service.merge import Side, Taken

_WRITE = Permission.WRITE_CONTACTS


@strawberry.type
class DuplicatesMutation:
    """What can be done about duplicates."""

    @mutation(
        _WRITE,
        description="Say that a pair is two people. It stays off the list until there is another "
        "reason to think them one.",
    )
    async def dismiss_duplicate(
        self, info: Info, input: DismissDuplicateInput
    ) -> DismissDuplicatePayload:
        actor = info.context.actor
        key = decode_id(input.id, "DuplicatePair", ("id",))
        done = await service.dismiss_pair(actor, key, undo=input.undo)
        asked = wanted_of_pair(Selection.of(info).at("pair"))
        found = (await pairs_by_id(actor, (key,), asked)).get(key)
        return DismissDuplicatePayload(
            pair=cast(DuplicatePair | None, found), cursor=done.cursor or None
        )

    @mutation(
        _WRITE,
        description="Make two contacts one, with all e-mails, phones, addresses and labels of "
        "both. Can be undone for 30 days.",
    )
    async def merge_contacts(self, info: Info, input: MergeContactsInput) -> MergeContactsPayload:
        actor = info.context.actor
        fields = keys_of(
            input.take_custom_fields_from_other, "CustomField", ("takeCustomFieldsFromOther",)
        )
        done = await service.merge_contacts(
            actor,
            Side(decode_id(input.kept_id, "Contact", ("keptId",)), input.kept_version, "kept"),
            Side(decode_id(input.other_id, "Contact", ("otherId",)), input.other_version, "other"),
            Taken(input.take_from_other, fields),
            idempotency_key=given(input.idempotency_key),
        )
        return MergeContactsPayload(
            contact=await _read(info, done.contact_id, "contact"),
            undo=strawberry.ID(encode_id("ContactMerge", done.id)),
            cursor=done.cursor or None,
        )

    @mutation(
        _WRITE,
        description="Give back both contacts as they were before a merge. Refused when what was "
        "changed since would be destroyed; the refusal says what.",
    )
    async def undo_merge(self, info: Info, input: UndoMergeInput) -> UndoMergePayload:
        key = decode_id(input.id, "ContactMerge", ("id",))
        done = await service.undo_merge(info.context.actor, key)
        return UndoMergePayload(
            kept=await _read(info, done.kept_id, "kept"),
            other=await _read(info, done.other_id, "other"),
            cursor=done.cursor or None,
        )


async def _read(info: Info, key: int, field: str) -> Contact | None:
    asked = wanted(Selection.of(info).at(field))
    found = await contacts_by_id(info.context.actor, (key,), asked)
    return cast(Contact | None, found.get(key))
