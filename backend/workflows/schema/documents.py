"""Quotes and invoices of cards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import strawberry

from backend.billing.schema.documents import BillingDocument
from backend.billing.service import find_documents
from backend.core.added_fields import Reading
from backend.core.graphql import Info, Payload, extend, mutation
from backend.core.ids import decode_id
from backend.core.permissions import Actor, Permission
from backend.workflows.queries.documents import documents_of_cards
from backend.workflows.schema.answered_cards import shown_card
from backend.workflows.schema.types import Card
from backend.workflows.service.card_documents import link_documents, unlink_document

_WRITE = Permission.WRITE_CONTACTS


@extend(Card, description="The quotes and invoices that belong to it, the newest first.")
async def documents(reading: Reading) -> Mapping[int, list[BillingDocument]]:
    """Read the documents of all cards of a page at once."""
    keys = await documents_of_cards(reading.account_id, reading.ids)
    found = await find_documents(
        Actor.system(reading.account_id),
        {key for own in keys.values() for key in own},
        payments="payments" in reading.below,
    )
    rows = {card: [found[key] for key in own if key in found] for card, own in keys.items()}
    return cast(Mapping[int, list[BillingDocument]], rows)


@strawberry.input
class LinkCardDocumentsInput:
    """Quotes and invoices that belong to a card."""

    id: strawberry.ID = strawberry.field(description="Which card.")
    document_ids: list[strawberry.ID] = strawberry.field(
        description="Quotes and invoices, drafts too; a card has 50 at most."
    )


@strawberry.input
class UnlinkCardDocumentInput:
    """A document that a card is not about."""

    id: strawberry.ID = strawberry.field(description="Which card.")
    document_id: strawberry.ID = strawberry.field(description="Which document.")


@strawberry.type
class LinkCardDocumentsPayload(Payload):
    """What linking documents answers."""

    card: Card | None = strawberry.field(default=None, description="The card as it is now.")
    cursor: str | None = strawberry.field(
        default=None, description="Where the account's history was after this."
    )


@strawberry.type
class UnlinkCardDocumentPayload(Payload):
    """What taking a document off a card answers."""

    card: Card | None = strawberry.field(default=None, description="The card as it is now.")
    cursor: str | None = strawberry.field(
        default=None, description="Where the account's history was after this."
    )


@strawberry.type
class CardDocumentsMutation:
    """What can be done to the quotes and invoices of cards."""

    @mutation(
        _WRITE,
        description="Let quotes and invoices belong to a card; those that do stay. Of an invoice "
        "that is made from a quote of a card later, the card hears too.",
    )
    async def link_card_documents(
        self, info: Info, input: LinkCardDocumentsInput
    ) -> LinkCardDocumentsPayload:
        keys = [
            decode_id(each, "BillingDocument", ("documentIds", str(place)))
            for place, each in enumerate(input.document_ids)
        ]
        done = await link_documents(info.context.actor, decode_id(input.id, "Card", ("id",)), keys)
        card = await shown_card(info, done.card_key)
        return LinkCardDocumentsPayload(card=card, cursor=done.cursor or None)

    @mutation(_WRITE, description="Take a document off a card; the document stays what it is.")
    async def unlink_card_document(
        self, info: Info, input: UnlinkCardDocumentInput
    ) -> UnlinkCardDocumentPayload:
        done = await unlink_document(
            info.context.actor,
            decode_id(input.id, "Card", ("id",)),
            decode_id(input.document_id, "BillingDocument", ("documentId",)),
        )
        card = await shown_card(info, done.card_key)
        return UnlinkCardDocumentPayload(card=card, cursor=done.cursor or None)
