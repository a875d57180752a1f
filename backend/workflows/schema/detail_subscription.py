"""What can be followed of one card, and of the cards of one contact."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Annotated, cast

import strawberry

from backend.contacts.about_live import present_id
from backend.contacts.schema.subscription import After, place
from backend.contacts.schema.types import Contact, wanted
from backend.contacts.service.finding import contacts_by_id
from backend.core.graphql import Info, Selection, subscription
from backend.core.ids import decode_id
from backend.core.permissions import Permission
from backend.workflows.live_details import follow_card, follow_contact_cards
from backend.workflows.schema.answered_cards import shown_card
from backend.workflows.schema.types import Card


@strawberry.type
class CardChanged:
    """A card changed, or something that it holds, or its board."""

    cursor: str = strawberry.field(description="Resume after it with `after`.")
    card: Card | None = strawberry.field(description="The card as it is now; null when it is gone.")


@strawberry.type
class ContactCardsChanged:
    """The cards of a contact changed."""

    cursor: str = strawberry.field(description="Resume after it with `after`.")
    contact: Contact | None = strawberry.field(
        description="The contact, with its cards as they are now; null when it is gone."
    )


@strawberry.type
class CardDetailsSubscription:
    """What can be followed of one card, and of the cards of one contact."""

    @subscription(
        Permission.READ,
        description="Each change of a card, of what it holds, of its board and that one's steps. "
        "Several changes at once are one event.",
    )
    async def card_changed(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Which card.")],
        after: After = None,
    ) -> AsyncGenerator[CardChanged, None]:
        key, start = decode_id(id, "Card", ("id",)), place(after)
        async with aclosing(follow_card(info.context.actor, key, start)) as changes:
            async for cursor in changes:
                yield CardChanged(cursor=cursor, card=await shown_card(info, key))

    @subscription(
        Permission.READ,
        description="Tells when the cards of a contact changed, which ones it has, or the boards "
        "that they stand on. Several changes at once are one event.",
    )
    async def contact_cards_changed(
        self,
        info: Info,
        contact_id: Annotated[strawberry.ID, strawberry.argument(description="Which contact.")],
        after: After = None,
    ) -> AsyncGenerator[ContactCardsChanged, None]:
        key, start = decode_id(contact_id, "Contact", ("contactId",)), place(after)
        async with aclosing(follow_contact_cards(info.context.actor, key, start)) as changes:
            async for cursor in changes:
                yield ContactCardsChanged(cursor=cursor, contact=await _contact(info, key))


async def _contact(info: Info, key: int) -> Contact | None:
    actor, selection = info.context.actor, Selection.of(info)
    if "contact" not in selection:
        return None
    own = await present_id(actor, key)
    found = await contacts_by_id(actor, (own,), wanted(selection.at("contact")))
    return cast(Contact | None, found.get(own))
