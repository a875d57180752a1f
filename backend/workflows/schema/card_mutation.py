"""What can be done to cards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import strawberry

from backend.core.errors import Refusals, StaleVersion, TooMany
from backend.core.graphql import Info, Selection, mutation
from backend.core.graphql.errors import user_errors
from backend.core.graphql.optional import given
from backend.core.ids import decode_id, encode_id
from backend.core.permissions import Permission
from backend.workflows import service
from backend.workflows.errors import StepGone
from backend.workflows.limits import MAX_AT_ONCE
from backend.workflows.queries.boards import steps_of
from backend.workflows.queries.cards import cards_by_id
from backend.workflows.queries.filling import fill_cards
from backend.workflows.rows import CardRow
from backend.workflows.schema.card_inputs import (
    AddCardInput,
    AddCardPayload,
    ArchiveCardsInput,
    ArchiveCardsPayload,
    CardConflict,
    DeleteCardsInput,
    DeleteCardsPayload,
    MoveCardInput,
    MoveCardPayload,
    RestoreCardsInput,
    RestoreCardsPayload,
    UnarchiveCardsInput,
    UnarchiveCardsPayload,
    UpdateCardInput,
    UpdateCardPayload,
)
from backend.workflows.schema.reading import card_wanted, fill_steps
from backend.workflows.schema.types import Card, WorkflowStep

_WRITE = Permission.WRITE_CONTACTS


@strawberry.type
class CardsMutation:
    """What can be done to cards."""

    @mutation(_WRITE, description="Add a card to a step.")
    async def add_card(self, info: Info, input: AddCardInput) -> AddCardPayload:
        written = await service.add_card(
            info.context.actor, input.to_draft(), idempotency_key=given(input.idempotency_key)
        )
        return AddCardPayload(card=(await _answered(info, "card", [written.card]))[0])

    @mutation(_WRITE, description="Change what is on a card, unless somebody else did meanwhile.")
    async def update_card(self, info: Info, input: UpdateCardInput) -> UpdateCardPayload:
        key = decode_id(input.id, "Card", ("id",))
        try:
            written = await service.update_card(
                info.context.actor, key, input.version, input.to_changes()
            )
        except StaleVersion as stale:
            return UpdateCardPayload(
                conflict=await _conflict(info, key), errors=user_errors(Refusals([stale]))
            )
        return UpdateCardPayload(card=(await _answered(info, "card", [written.card]))[0])

    @mutation(
        _WRITE,
        description="Put a card into another step, or elsewhere in its own, unless somebody else "
        "moved it meanwhile.",
    )
    async def move_card(self, info: Info, input: MoveCardInput) -> MoveCardPayload:
        actor, key = info.context.actor, decode_id(input.id, "Card", ("id",))
        try:
            moved = await service.move_card(
                actor, key, input.to_move(), idempotency_key=given(input.idempotency_key)
            )
        except StaleVersion as stale:
            return MoveCardPayload(
                conflict=await _conflict(info, key), errors=user_errors(Refusals([stale]))
            )
        except StepGone as gone:
            return MoveCardPayload(
                steps=await _steps(info, key), errors=user_errors(Refusals([gone]))
            )
        step, after = moved.from_step_id, moved.from_after_id
        return MoveCardPayload(
            card=(await _answered(info, "card", [moved.card]))[0],
            from_step_id=None if step is None else _id("WorkflowStep", step),
            from_after_id=None if after is None else _id("Card", after),
        )

    @mutation(_WRITE, description="Take cards off their boards into the archive.")
    async def archive_cards(self, info: Info, input: ArchiveCardsInput) -> ArchiveCardsPayload:
        written = await service.archive_cards(info.context.actor, _keys(input.ids))
        return ArchiveCardsPayload(cards=await _answered(info, "cards", written.cards))

    @mutation(_WRITE, description="Put archived cards back to where they stood.")
    async def unarchive_cards(
        self, info: Info, input: UnarchiveCardsInput
    ) -> UnarchiveCardsPayload:
        written = await service.unarchive_cards(info.context.actor, _keys(input.ids))
        return UnarchiveCardsPayload(cards=await _answered(info, "cards", written.cards))

    @mutation(_WRITE, description="Delete cards. They can be restored for 30 days.")
    async def delete_cards(self, info: Info, input: DeleteCardsInput) -> DeleteCardsPayload:
        written = await service.delete_cards(info.context.actor, _keys(input.ids))
        return DeleteCardsPayload(deleted_ids=[_id("Card", card.pk) for card in written.cards])

    @mutation(_WRITE, description="Bring back deleted cards to where they stood.")
    async def restore_cards(self, info: Info, input: RestoreCardsInput) -> RestoreCardsPayload:
        written = await service.restore_cards(info.context.actor, _keys(input.ids))
        return RestoreCardsPayload(cards=await _answered(info, "cards", written.cards))


def _id(type_name: str, key: int) -> strawberry.ID:
    return strawberry.ID(encode_id(type_name, key))


def _keys(ids: Sequence[strawberry.ID]) -> list[int]:
    if len(ids) > MAX_AT_ONCE:
        raise TooMany(("ids",), maximum=MAX_AT_ONCE)
    return [decode_id(each, "Card", ("ids", str(place))) for place, each in enumerate(ids)]


async def _answered(info: Info, name: str, cards: list[CardRow]) -> list[Card]:
    """Give the cards of a payload's field what is asked of them."""
    wanted = card_wanted(Selection.of(info).at(name))
    await fill_cards(info.context.actor, cards, wanted)
    return cast(list[Card], cards)


async def _conflict(info: Info, key: int) -> CardConflict | None:
    wanted = card_wanted(Selection.of(info).at("conflict", "current"))
    current = (await cards_by_id(info.context.actor, (key,), wanted)).get(key)
    if current is None:
        return None
    return CardConflict(current=cast(Card, current), changed_by=current.updated_by)


async def _steps(info: Info, key: int) -> list[WorkflowStep]:
    actor = info.context.actor
    card = (await cards_by_id(actor, (key,))).get(key)
    if card is None:
        return []
    found = (await steps_of(actor, (card.workflow_key,)))[card.workflow_key]
    await fill_steps(actor, found, Selection.of(info).at("steps"))
    return cast(list[WorkflowStep], found)
