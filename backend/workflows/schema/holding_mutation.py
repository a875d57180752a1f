"""What can be done to the files, contacts and labels of cards."""

from __future__ import annotations

from collections.abc import Sequence

import strawberry

from backend.core.graphql import Info, mutation
from backend.core.ids import decode_id
from backend.core.permissions import Permission
from backend.workflows.schema.answered_cards import shown_card, shown_cards
from backend.workflows.schema.detail_inputs import (
    AddCardFilesInput,
    AddCardFilesPayload,
    DeleteCardFilesInput,
    DeleteCardFilesPayload,
    LabelCardsInput,
    LabelCardsPayload,
    LinkCardContactsInput,
    LinkCardContactsPayload,
    RestoreCardFilesInput,
    RestoreCardFilesPayload,
    UnlinkCardContactInput,
    UnlinkCardContactPayload,
)
from backend.workflows.service import card_files, linking

_WRITE = Permission.WRITE_CONTACTS


@strawberry.type
class CardHoldingsMutation:
    """What can be done to the files, contacts and labels of cards."""

    @mutation(_WRITE, description="Give files that were uploaded to a card.")
    async def add_card_files(self, info: Info, input: AddCardFilesInput) -> AddCardFilesPayload:
        key = decode_id(input.card_id, "Card", ("cardId",))
        done = await card_files.add_card_files(info.context.actor, key, input.upload_ids)
        return AddCardFilesPayload(card=await shown_card(info, key), cursor=done.cursor or None)

    @mutation(_WRITE, description="Delete files of a card. They can be restored for 30 days.")
    async def delete_card_files(
        self, info: Info, input: DeleteCardFilesInput
    ) -> DeleteCardFilesPayload:
        key = decode_id(input.card_id, "Card", ("cardId",))
        files = _keys(input.ids, "CardFile", "ids")
        done = await card_files.delete_card_files(info.context.actor, key, files)
        return DeleteCardFilesPayload(card=await shown_card(info, key), cursor=done.cursor or None)

    @mutation(_WRITE, description="Bring back deleted files of a card.")
    async def restore_card_files(
        self, info: Info, input: RestoreCardFilesInput
    ) -> RestoreCardFilesPayload:
        key = decode_id(input.card_id, "Card", ("cardId",))
        files = _keys(input.ids, "CardFile", "ids")
        done = await card_files.restore_card_files(info.context.actor, key, files)
        return RestoreCardFilesPayload(card=await shown_card(info, key), cursor=done.cursor or None)

    @mutation(_WRITE, description="Link further contacts to a card.")
    async def link_card_contacts(
        self, info: Info, input: LinkCardContactsInput
    ) -> LinkCardContactsPayload:
        key = decode_id(input.id, "Card", ("id",))
        contacts = _keys(input.contact_ids, "Contact", "contactIds")
        done = await linking.link_contacts(info.context.actor, key, contacts)
        return LinkCardContactsPayload(card=await shown_card(info, key), cursor=done.cursor or None)

    @mutation(_WRITE, description="Take a further contact off a card.")
    async def unlink_card_contact(
        self, info: Info, input: UnlinkCardContactInput
    ) -> UnlinkCardContactPayload:
        key = decode_id(input.id, "Card", ("id",))
        contact = decode_id(input.contact_id, "Contact", ("contactId",))
        done = await linking.unlink_contact(info.context.actor, key, contact)
        return UnlinkCardContactPayload(
            card=await shown_card(info, key), cursor=done.cursor or None
        )

    @mutation(_WRITE, description="Put labels on cards, and take others off.")
    async def label_cards(self, info: Info, input: LabelCardsInput) -> LabelCardsPayload:
        keys = _keys(input.ids, "Card", "ids")
        cursor = await linking.label_cards(
            info.context.actor,
            keys,
            add=_keys(input.add, "Label", "add"),
            remove=_keys(input.remove, "Label", "remove"),
        )
        return LabelCardsPayload(cards=await shown_cards(info, keys), cursor=cursor or None)


def _keys(ids: Sequence[strawberry.ID], kind: str, path: str) -> list[int]:
    return [decode_id(each, kind, (path, str(place))) for place, each in enumerate(ids)]
