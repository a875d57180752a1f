"""The PDF of a document: kept with its digest in the chain once it is issued, made anew before."""

from __future__ import annotations

from datetime import datetime

from backend.billing.document_rows import DocumentRow
from backend.billing.events import DocumentRendered
from backend.billing.printing import printed_document
from backend.billing.queries.documents import documents_by_id, today_of
from backend.billing.queries.ledger import pdf_digests
from backend.billing.queries.settings import billing_settings
from backend.billing.rendering.document import Document
from backend.billing.rendering.render import pdf_of
from backend.billing.rules.kinds import DocumentKind, LedgerEvent, Stage
from backend.billing.rules.ledger import digest_of_bytes
from backend.billing.service.standing import append_link, own_document
from backend.core.clock import now
from backend.core.permissions import Actor, Permission
from backend.core.storage import get_file, put_file
from backend.core.unit_of_work import unit_of_work


def pdf_key(account_id: int, document_id: int, digest: str) -> str:
    """Return where the PDF of an issued document lies."""
    return f"billing/{account_id}/{document_id}/{digest}.pdf"


async def document_pdf(actor: Actor, document_id: int) -> tuple[DocumentRow, bytes]:
    """Return a document with its PDF: of one that is issued what was kept, byte for byte; of a
    draft what it would be today.

    Raises:
        NotFound, StorageUnavailable, Forbidden
    """
    actor.require(Permission.READ)
    document = await own_document(actor, document_id)
    if document.stage is Stage.DRAFT:
        return document, await pdf_of(await _printed(actor, document), now())
    kept = await _kept(actor, document)
    return document, kept if kept is not None else await keep_pdf(actor, document_id)


async def keep_pdf(actor: Actor, document_id: int) -> bytes:
    """Make the PDF of an issued document, keep it, and link its digest into the chain; once.

    Made at the instant of issue from what was frozen, it is the same whoever makes it, and when.

    Raises:
        NotFound, StorageUnavailable
    """
    document = await own_document(actor, document_id)
    kept = await _kept(actor, document)
    if kept is not None:
        return kept
    made = await pdf_of(await _printed(actor, document), _moment(document))
    digest = digest_of_bytes(made)
    await put_file(pdf_key(actor.account_id, document_id, digest), made)
    async with unit_of_work(Actor.system(actor.account_id)) as unit:
        await unit.take_turn()
        if not await pdf_digests(actor.account_id, (document_id,)):
            await append_link(unit, LedgerEvent.RENDERED, document, digest)
            unit.record(
                DocumentRendered(
                    document_id, document.kind_name, document.contact_key, document.number or ""
                )
            )
            return made
    return await _kept(actor, document) or made


def _moment(document: DocumentRow) -> datetime:
    return document.issued_at or now()


async def _kept(actor: Actor, document: DocumentRow) -> bytes | None:
    digest = (await pdf_digests(actor.account_id, (document.pk,))).get(document.pk)
    return await get_file(pdf_key(actor.account_id, document.pk, digest)) if digest else None


async def _printed(actor: Actor, document: DocumentRow) -> Document:
    said = (await billing_settings(actor)).settings
    corrected = None
    if document.kind is DocumentKind.CREDIT_NOTE and document.source_key is not None:
        found = await documents_by_id(actor, (document.source_key,))
        corrected = found.get(document.source_key)
    return printed_document(document, said.seller, said.bank, await today_of(actor), corrected)
