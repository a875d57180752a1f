"""Documents of people who were erased: kept whole as long as the law wants it, then purged."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

import structlog

from backend.billing.document_rows import DocumentRow
from backend.billing.errors import BuyerErased
from backend.billing.events import DocumentPurged
from backend.billing.queries.deliveries import answers_of
from backend.billing.queries.document_sorting import buyer_key
from backend.billing.queries.documents import documents_by_id, today_of
from backend.billing.queries.ending import seller_country
from backend.billing.queries.ledger import digests_of
from backend.billing.rules.content import content_to_json
from backend.billing.rules.kinds import LedgerEvent, Stage
from backend.billing.rules.ledger import digest_of_bytes
from backend.billing.rules.retention import earliest_end, kept_until, without_person
from backend.billing.service.pdfs import FORGET, pdf_key
from backend.billing.service.standing import (
    append_link,
    content_digest,
    own_document,
    purged_digest,
    search_text,
)
from backend.contacts.sql import values_in
from backend.core.clock import now_micros
from backend.core.permissions import Actor
from backend.core.storage import get_file
from backend.core.unit_of_work import UnitOfWork
from backend.inbox.service.forgetting import forget_letters

log = structlog.get_logger(__name__)
_CONTENTS = (LedgerEvent.ISSUED, LedgerEvent.VOIDED)
_FILES = (LedgerEvent.RENDERED, LedgerEvent.SIGNED)


async def claim_documents(unit: UnitOfWork, contact_ids: Collection[int]) -> None:
    """Let documents that were made from those of contacts, bill the same buyer by name and are
    nobody's now, be of them: that a contact was taken off does not take a person out of them.
    """
    own = values_in("source.contact_id", contact_ids, unit.dialect)
    while await unit.fetch(
        "UPDATE billing_document SET contact_id = source.contact_id "  # noqa: S608
        "FROM billing_document AS source WHERE billing_document.account_id = ? "
        "AND billing_document.contact_id IS NULL AND source.id = billing_document.source_id "
        f"AND source.buyer_key = billing_document.buyer_key AND {own.text} "
        "RETURNING billing_document.id",
        (unit.actor.account_id, *own.params),
    ):
        pass


async def keep_documents(unit: UnitOfWork, contact_ids: Collection[int], request_id: int) -> None:
    """Say until when the issued documents of contacts that are about to be erased are kept, and
    for which privacy request.
    """
    country = await seller_country(unit.actor)
    own = values_in("contact_id", contact_ids, unit.dialect)
    rows = await unit.fetch(
        f"SELECT id, issue_date FROM billing_document WHERE account_id = ? AND {own.text} "  # noqa: S608
        "AND stage <> ? ORDER BY id",
        (unit.actor.account_id, *own.params, Stage.DRAFT.value),
    )
    await unit.execute_many(
        "UPDATE billing_document SET kept_for = ?, kept_until = ? WHERE id = ?",
        [
            (request_id, kept_until(date.fromisoformat(day), country).isoformat(), key)
            for key, day in rows
        ],
    )


async def keep_with_source(unit: UnitOfWork, document: DocumentRow) -> None:
    """Say of a document that was just issued that it is kept as the one that it was made from, if
    that one's buyer was erased: a credit note names them again.
    """
    if document.source_key is None or document.issue_date is None:
        return
    source = (await documents_by_id(unit.actor, (document.source_key,))).get(document.source_key)
    if source is not None and source.kept_for is not None:
        until = kept_until(document.issue_date, await seller_country(unit.actor))
        await unit.execute(
            "UPDATE billing_document SET kept_for = ?, kept_until = ? WHERE id = ?",
            (source.kept_for, until.isoformat(), document.pk),
        )


async def require_buyer(actor: Actor, document: DocumentRow) -> None:
    """Refuse to bill somebody again and again whose document is only kept because the law wants it.

    Raises:
        BuyerErased
    """
    source = None
    if document.source_key is not None:
        source = (await documents_by_id(actor, (document.source_key,))).get(document.source_key)
    if document.kept_for is not None or (source is not None and source.kept_for is not None):
        raise BuyerErased(("documentId",))


async def purge_document(unit: UnitOfWork, document_id: int) -> DocumentRow | None:
    """Take out of a document all that tells of whom it was, once its time is over by the seller's
    calendar; return it as it was, or None where nothing was done.

    Number, days, amounts, taxes and all digests stay; what is left gets a link of its own in the
    chain. A document that is no longer what was issued, whose client's answer is not the one that
    was given, or whose PDF is another one, stays as it is: it is what the ledger's proof finds. The
    unit has the account's turn.

    Raises:
        StorageUnavailable
    """
    document = await own_document(unit.actor, document_id)
    if not await _is_over(unit, document) or document.purged_at is not None:
        return None
    digests = await digests_of(unit.actor.account_id, document_id)
    if not await _is_as_it_was(unit.actor, document, digests):
        log.warning("document_not_purged", account_id=unit.actor.account_id, document=document_id)
        return None
    await _write_nobody(unit, document)
    purged = await own_document(unit.actor, document_id)
    await append_link(unit, LedgerEvent.PURGED, purged, purged_digest(purged))
    for event, digest in digests:
        if event in _FILES:
            unit.enqueue(FORGET, {"key": pdf_key(unit.actor.account_id, document_id, digest)})
    unit.record(DocumentPurged(document_id, document.kind_name, None, document.number or ""))
    return document


async def _is_as_it_was(
    actor: Actor, document: DocumentRow, digests: Sequence[tuple[LedgerEvent, str]]
) -> bool:
    """Whether all that a purge takes is what the chain tells of. A PDF that is missing hides
    nothing: it goes anyway, and what it said is held against the chain with the document.
    """
    answer = (await answers_of(actor, (document.pk,))).get(document.pk)
    for event, digest in digests:
        if event in _CONTENTS:
            found: str | None = content_digest(document)
        elif event is LedgerEvent.ACCEPTED:
            found = None if answer is None else answer.digest
        elif event in _FILES:
            kept = await get_file(pdf_key(actor.account_id, document.pk, digest))
            found = digest if kept is None else digest_of_bytes(kept)
        else:
            continue
        if found != digest:
            return False
    return True


async def _is_over(unit: UnitOfWork, document: DocumentRow) -> bool:
    if document.kept_until is None or document.issue_date is None:
        return False
    until = max(document.kept_until, earliest_end(document.issue_date))
    return until < await today_of(unit.actor)


async def _write_nobody(unit: UnitOfWork, document: DocumentRow) -> None:
    content, at = without_person(document.content), now_micros()
    await unit.execute(
        "UPDATE billing_document SET content = ?, search_text = ?, buyer_key = ?, purged_at = ?, "
        "updated_at = ?, version = version + 1 WHERE id = ?",
        (
            content_to_json(content),
            search_text(content, document.number or ""),
            buyer_key(content.buyer.name),
            at,
            at,
            document.pk,
        ),
    )
    own = (document.pk, unit.actor.account_id)
    for statement in (
        "UPDATE quote_answer SET name = NULL, reason = NULL, address = '', signature = NULL",
        "UPDATE payment SET reference = NULL",
        "UPDATE online_payment SET session_id = 'purged ' || id",
        "DELETE FROM document_link",
    ):
        await unit.execute(f"{statement} WHERE document_id = ? AND account_id = ?", own)
    sent = await unit.fetch(
        "DELETE FROM document_delivery WHERE document_id = ? AND account_id = ? "
        "RETURNING message_id",
        own,
    )
    await forget_letters(unit, [row[0] for row in sent])
    # Drafts made from it name the person as it did.
    await unit.execute(
        "DELETE FROM billing_document WHERE source_id = ? AND account_id = ? AND stage = 'draft'",
        own,
    )
