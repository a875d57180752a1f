"""Quotes and invoices of cards."""

from __future__ import annotations

from collections.abc import Sequence

from backend.billing.document_rows import DocumentRow
from backend.billing.rules.kinds import DocumentKind
from backend.billing.service import find_documents
from backend.core.errors import NotFound, TooMany
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import unit_of_work
from backend.workflows.events import CardUpdated
from backend.workflows.limits import MAX_DOCUMENTS
from backend.workflows.queries.documents import documents_of_cards
from backend.workflows.service.detailing import DetailWritten, OpenCard, mark_changed, open_card

KINDS = frozenset({DocumentKind.QUOTE, DocumentKind.INVOICE})
"""What cards are linked to: what is offered, and what is to be paid for it."""


async def link_documents(actor: Actor, card_id: int, document_ids: Sequence[int]) -> DetailWritten:
    """Link quotes and invoices to a card; those that it has stay.

    Raises:
        NotFound: no card of the account, or no quote or invoice of it.
        CardArchived, TooMany, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    if len(document_ids) > MAX_DOCUMENTS:
        raise TooMany(("documentIds",), maximum=MAX_DOCUMENTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        card = await open_card(unit, card_id, ("id",))
        found = await _own_documents(actor, document_ids)
        known = (await documents_of_cards(actor.account_id, (card_id,)))[card_id]
        new = [each for each in found if each.pk not in known]
        if len(known) + len(new) > MAX_DOCUMENTS:
            raise TooMany(("documentIds",), maximum=MAX_DOCUMENTS)
        if new:
            await unit.execute_many(
                "INSERT INTO card_document (account_id, card_id, document_id) VALUES (?, ?, ?)",
                [(actor.account_id, card_id, each.pk) for each in new],
            )
            card = await mark_changed(unit, card)
            unit.record(_changed(card, None, new))
    return DetailWritten(card_id, unit.cursor)


async def unlink_document(actor: Actor, card_id: int, document_id: int) -> DetailWritten:
    """Take a document off a card; one that it has not stays off. The document stays what it is.

    Raises:
        NotFound, CardArchived, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        card = await open_card(unit, card_id, ("id",))
        rows = await unit.fetch(
            "DELETE FROM card_document WHERE card_id = ? AND document_id = ? RETURNING id",
            (card_id, document_id),
        )
        if rows:
            found = await find_documents(actor, (document_id,))
            card = await mark_changed(unit, card)
            unit.record(_changed(card, list(found.values()), None))
    return DetailWritten(card_id, unit.cursor)


async def _own_documents(actor: Actor, ids: Sequence[int]) -> list[DocumentRow]:
    found = await find_documents(actor, ids)
    for place, key in enumerate(ids):
        if key not in found or found[key].kind not in KINDS:
            raise NotFound(("documentIds", str(place)))
    return list({key: found[key] for key in ids}.values())


def _changed(
    opened: OpenCard, before: Sequence[DocumentRow] | None, after: Sequence[DocumentRow] | None
) -> CardUpdated:
    return opened.fact(
        CardUpdated,
        fields=["documents"],
        before={"documents": _said(before)},
        after={"documents": _said(after)},
    )


def _said(documents: Sequence[DocumentRow] | None) -> list[str] | None:
    """Return the numbers of documents as the history says them; drafts have none."""
    return None if documents is None else [each.number or "" for each in documents]
