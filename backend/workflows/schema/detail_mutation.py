"""What can be done to a card's checklist and notes."""

from __future__ import annotations

from typing import cast

import strawberry

from backend.core.errors import Refusals, StaleVersion
from backend.core.graphql import Info, mutation
from backend.core.graphql.errors import user_errors
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.permissions import Permission
from backend.workflows.queries.holdings import items_by_id, notes_by_id
from backend.workflows.schema.answered_cards import shown_card
from backend.workflows.schema.detail_inputs import (
    AddCardNoteInput,
    AddCardNotePayload,
    AddChecklistItemInput,
    AddChecklistItemPayload,
    DeleteCardNoteInput,
    DeleteCardNotePayload,
    DeleteChecklistItemInput,
    DeleteChecklistItemPayload,
    MoveChecklistItemInput,
    MoveChecklistItemPayload,
    RestoreCardNoteInput,
    RestoreCardNotePayload,
    RestoreChecklistItemInput,
    RestoreChecklistItemPayload,
    UpdateCardNoteInput,
    UpdateCardNotePayload,
    UpdateChecklistItemInput,
    UpdateChecklistItemPayload,
)
from backend.workflows.schema.detail_types import CardNote, ChecklistItem
from backend.workflows.service import card_notes, checklist

_WRITE = Permission.WRITE_CONTACTS
_ITEM, _NOTE = "ChecklistItem", "CardNote"


@strawberry.type
class CardDetailsMutation:
    """What can be done to a card's checklist and notes."""

    @mutation(_WRITE, description="Add a point at the end of a card's checklist.")
    async def add_checklist_item(
        self, info: Info, input: AddChecklistItemInput
    ) -> AddChecklistItemPayload:
        key, done = await checklist.add_item(
            info.context.actor,
            decode_id(input.card_id, "Card", ("cardId",)),
            input.text,
            idempotency_key=given(input.idempotency_key),
        )
        return AddChecklistItemPayload(
            item=await _item(info, key),
            card=await shown_card(info, done.card_key),
            cursor=done.cursor or None,
        )

    @mutation(_WRITE, description="Word a point anew, tick it off, or take the tick away.")
    async def update_checklist_item(
        self, info: Info, input: UpdateChecklistItemInput
    ) -> UpdateChecklistItemPayload:
        key = decode_id(input.id, _ITEM, ("id",))
        text, ticked = given(input.text), given(input.done)
        done = await checklist.change_item(
            info.context.actor,
            key,
            text=checklist.UNSET if text is None else text,
            done=checklist.UNSET if ticked is None else ticked,
        )
        return UpdateChecklistItemPayload(
            item=await _item(info, key),
            card=await shown_card(info, done.card_key),
            cursor=done.cursor or None,
        )

    @mutation(_WRITE, description="Put a point elsewhere in its checklist.")
    async def move_checklist_item(
        self, info: Info, input: MoveChecklistItemInput
    ) -> MoveChecklistItemPayload:
        key = decode_id(input.id, _ITEM, ("id",))
        before, after = given(input.before_id), given(input.after_id)
        done = await checklist.move_item(
            info.context.actor,
            key,
            before_id=None if before is None else decode_id(before, _ITEM, ("beforeId",)),
            after_id=None if after is None else decode_id(after, _ITEM, ("afterId",)),
        )
        return MoveChecklistItemPayload(
            item=await _item(info, key),
            card=await shown_card(info, done.card_key),
            cursor=done.cursor or None,
        )

    @mutation(_WRITE, description="Delete a point. It can be restored for 30 days.")
    async def delete_checklist_item(
        self, info: Info, input: DeleteChecklistItemInput
    ) -> DeleteChecklistItemPayload:
        done = await checklist.delete_item(info.context.actor, decode_id(input.id, _ITEM, ("id",)))
        return DeleteChecklistItemPayload(
            deleted_id=input.id,
            card=await shown_card(info, done.card_key),
            cursor=done.cursor or None,
        )

    @mutation(_WRITE, description="Bring back a deleted point, where it was.")
    async def restore_checklist_item(
        self, info: Info, input: RestoreChecklistItemInput
    ) -> RestoreChecklistItemPayload:
        key = decode_id(input.id, _ITEM, ("id",))
        done = await checklist.restore_item(info.context.actor, key)
        return RestoreChecklistItemPayload(
            item=await _item(info, key),
            card=await shown_card(info, done.card_key),
            cursor=done.cursor or None,
        )

    @mutation(_WRITE, description="Write something down on a card.")
    async def add_card_note(self, info: Info, input: AddCardNoteInput) -> AddCardNotePayload:
        done = await card_notes.add_card_note(
            info.context.actor,
            decode_id(input.card_id, "Card", ("cardId",)),
            input.text,
            idempotency_key=given(input.idempotency_key),
        )
        return AddCardNotePayload(
            note=cast(CardNote, done.note),
            card=await shown_card(info, done.note.card_key),
            cursor=done.cursor or None,
        )

    @mutation(
        _WRITE,
        description="Change what a note says, from the version that was seen. If somebody saved a "
        "newer one, nothing is written, and the answer brings it.",
    )
    async def update_card_note(
        self, info: Info, input: UpdateCardNoteInput
    ) -> UpdateCardNotePayload:
        actor, key = info.context.actor, decode_id(input.id, _NOTE, ("id",))
        try:
            done = await card_notes.edit_card_note(actor, key, input.version, input.text)
        except StaleVersion as stale:
            found = (await notes_by_id(actor, (key,))).get(key)
            return UpdateCardNotePayload(
                conflict=cast(CardNote | None, found), errors=user_errors(Refusals([stale]))
            )
        return UpdateCardNotePayload(
            note=cast(CardNote, done.note),
            card=await shown_card(info, done.note.card_key),
            cursor=done.cursor or None,
        )

    @mutation(_WRITE, description="Delete a note of a card. It can be restored for 30 days.")
    async def delete_card_note(
        self, info: Info, input: DeleteCardNoteInput
    ) -> DeleteCardNotePayload:
        key = decode_id(input.id, _NOTE, ("id",))
        done = await card_notes.delete_card_note(info.context.actor, key)
        return DeleteCardNotePayload(
            deleted_id=input.id,
            card=await shown_card(info, done.note.card_key),
            cursor=done.cursor or None,
        )

    @mutation(_WRITE, description="Bring back a deleted note of a card.")
    async def restore_card_note(
        self, info: Info, input: RestoreCardNoteInput
    ) -> RestoreCardNotePayload:
        key = decode_id(input.id, _NOTE, ("id",))
        done = await card_notes.restore_card_note(info.context.actor, key)
        return RestoreCardNotePayload(
            note=cast(CardNote, done.note),
            card=await shown_card(info, done.note.card_key),
            cursor=done.cursor or None,
        )


async def _item(info: Info, key: int) -> ChecklistItem | None:
    found = await items_by_id(info.context.actor, (key,))
    return cast(ChecklistItem | None, found.get(key))
