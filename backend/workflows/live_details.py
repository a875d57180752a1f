"""One card, and the cards of one contact, as they change."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

from backend.contacts.about_live import present_id
from backend.core.change_log import Change
from backend.core.feed import feed
from backend.core.permissions import Actor, Permission
from backend.workflows.queries.cards import cards_by_id
from backend.workflows.queries.contact_cards import card_keys_of_contact

_MOVING = frozenset(
    {
        "contact.merged",
        "contact.merged_away",
        "contact.unmerged",
        "contact.deleted",
        "contact.restored",
        "contact.purged",
    }
)
"""What gives a contact other cards at once, or hides them all."""
_FRAME = frozenset({"Workflow", "WorkflowStep"})
"""What cards are shown with: the names of boards and steps, and whether these are there."""


async def follow_card(actor: Actor, card_id: int, after: int | None) -> AsyncGenerator[str, None]:
    """Yield the place in the account's history after each change of a card, its board or its steps
    after a place, or from now.

    Raises:
        Forbidden
    """
    actor.require(Permission.READ)
    board = await _board_of(actor, card_id)
    async with aclosing(feed().follow(actor.account_id, after)) as batches:
        async for batch in batches:
            if any(_is_of_card(change, card_id, board) for change in batch):
                board = await _board_of(actor, card_id) or board
                yield batch[-1].cursor


async def _board_of(actor: Actor, card_id: int) -> int | None:
    card = (await cards_by_id(actor, (card_id,))).get(card_id)
    return None if card is None else card.workflow_key


def _is_of_card(change: Change, card_id: int, board: int | None) -> bool:
    if change.subject_type == "Card":
        return change.subject_id == card_id
    return change.subject_type in _FRAME and change.payload.get("workflow_id") == board


async def follow_contact_cards(
    actor: Actor, contact_id: int, after: int | None
) -> AsyncGenerator[str, None]:
    """Yield the place in the account's history after each change of the cards of a contact, of
    which ones it has, and of the boards that they stand on, after a place, or from now.

    Raises:
        Forbidden
    """
    actor.require(Permission.READ)
    own = await present_id(actor, contact_id)
    cards = await card_keys_of_contact(actor.account_id, own)
    async with aclosing(feed().follow(actor.account_id, after)) as batches:
        async for batch in batches:
            if _concerns(batch, {contact_id, own}, cards):
                own = await present_id(actor, contact_id)
                cards = await card_keys_of_contact(actor.account_id, own)
                yield batch[-1].cursor


def _concerns(batch: Sequence[Change], contacts: set[int], cards: set[int]) -> bool:
    for change in batch:
        if change.subject_type == "Card":
            if change.subject_id in cards or change.payload.get("contact_id") in contacts:
                return True
            if "contacts" in change.payload.get("fields", ()):  # linked to it, perhaps
                return True
        elif (change.subject_type in _FRAME and cards) or (
            change.kind in _MOVING and change.subject_id in contacts
        ):
            return True
    return False
