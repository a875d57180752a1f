"""The PDF of a document: kept with its digest in the chain once it is issued, made anew before."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from backend.accounts.service.people import account_of
from backend.billing.delivery_rows import AnswerRow
from backend.billing.document_rows import DocumentRow
from backend.billing.events import DocumentRendered
from backend.billing.logos import read_logo
from backend.billing.printing import printed_document
from backend.billing.queries.deliveries import answers_of
from backend.billing.queries.documents import documents_by_id, today_of
from backend.billing.queries.ledger import pdf_digests
from backend.billing.queries.settings import billing_settings
from backend.billing.rendering.document import Acceptance, Document, Picture
from backend.billing.rendering.render import pdf_of
from backend.billing.rules.kinds import DocumentKind, LedgerEvent, Stage
from backend.billing.rules.ledger import digest_of_bytes
from backend.billing.rules.look import Look
from backend.billing.rules.signing import drawn_signature
from backend.billing.service.standing import append_link, own_document, require_whole
from backend.core.clock import now
from backend.core.errors import NotFound
from backend.core.permissions import Actor, Permission
from backend.core.storage import get_file, put_file
from backend.core.unit_of_work import unit_of_work

FORGET = "forget_document_pdf"


def pdf_key(account_id: int, document_id: int, digest: str) -> str:
    """Return where the PDF of an issued document lies."""
    return f"billing/{account_id}/{document_id}/{digest}.pdf"


async def document_pdf(actor: Actor, document_id: int) -> tuple[DocumentRow, bytes]:
    """Return a document with its PDF: of one that is issued what was kept, byte for byte; of a
    draft what it would be today. A quote that was signed on its page is the signed one.

    Raises:
        PurgedDocument, NotFound, StorageUnavailable, Forbidden
    """
    actor.require(Permission.READ)
    document = await own_document(actor, document_id)
    if document.stage is Stage.DRAFT:
        return document, await pdf_of(actor.account_id, await _printed(actor, document), now())
    answer = await _acceptance(actor, document)
    if answer is not None:
        return document, await keep_signed_pdf(actor, document_id)
    return document, await keep_pdf(actor, document_id)


async def keep_pdf(actor: Actor, document_id: int) -> bytes:
    """Make the PDF of an issued document, keep it, and link its digest into the chain; once.

    Made at the instant of issue from what was frozen, it is the same whoever makes it, and when.

    Raises:
        PurgedDocument, NotFound, StorageUnavailable
    """
    document = await own_document(actor, document_id)
    require_whole(document)
    kept = await _kept(actor, document, LedgerEvent.RENDERED)
    if kept is not None:
        return kept
    printed = await _printed(actor, document)
    made = await pdf_of(actor.account_id, printed, document.issued_at or now())
    return await _keep(actor, document, LedgerEvent.RENDERED, made)


async def keep_signed_pdf(actor: Actor, document_id: int) -> bytes:
    """Make the PDF of a quote with its client's signature, keep it, and link it; once.

    Raises:
        NotFound: nobody signed it.
        PurgedDocument, StorageUnavailable
    """
    document = await own_document(actor, document_id)
    require_whole(document)
    answer = await _acceptance(actor, document)
    if answer is None:
        raise NotFound(("id",))
    kept = await _kept(actor, document, LedgerEvent.SIGNED)
    if kept is not None:
        return kept
    signed = replace(await _printed(actor, document), acceptance=await _signing(actor, answer))
    made = await pdf_of(actor.account_id, signed, answer.answered_at)
    return await _keep(actor, document, LedgerEvent.SIGNED, made)


async def shown_document(actor: Actor, document_id: int) -> tuple[DocumentRow, Document]:
    """Return a document with what its page shows, the client's signature too.

    Raises:
        NotFound, Forbidden
    """
    document = await own_document(actor, document_id)
    shown, answer = await _printed(actor, document), await _acceptance(actor, document)
    if answer is not None:
        shown = replace(shown, acceptance=await _signing(actor, answer))
    return document, shown


async def _keep(actor: Actor, document: DocumentRow, event: LedgerEvent, made: bytes) -> bytes:
    document_id, digest = document.pk, digest_of_bytes(made)
    key = pdf_key(actor.account_id, document_id, digest)
    await put_file(key, made)
    async with unit_of_work(Actor.system(actor.account_id)) as unit:
        await unit.take_turn()
        current = await own_document(unit.actor, document_id)
        if current.purged_at is not None:  # while its page was drawn
            unit.enqueue(FORGET, {"key": key})
        elif not await pdf_digests(actor.account_id, (document_id,), event):
            await append_link(unit, event, document, digest)
            unit.record(
                DocumentRendered(
                    document_id, document.kind_name, document.contact_key, document.number or ""
                )
            )
            return made
    require_whole(current)
    return await _kept(actor, document, event) or made


async def _acceptance(actor: Actor, document: DocumentRow) -> AnswerRow | None:
    """Return who signed a quote that holds."""
    if document.stage not in (Stage.ACCEPTED, Stage.INVOICED):
        return None
    answer = (await answers_of(actor, (document.pk,))).get(document.pk)
    return answer if answer is not None and answer.accepted else None


async def _signing(actor: Actor, answer: AnswerRow) -> Acceptance:
    zone = ZoneInfo((await account_of(actor)).time_zone)
    picture = None
    if answer.signature is not None:
        drawing, width, height = drawn_signature(answer.signature)
        picture = Picture(drawing, "svg", width, height)
    return Acceptance(
        name=answer.name or "",
        at=answer.answered_at.astimezone(zone),
        address=answer.address or None,
        signature=picture,
    )


async def _kept(actor: Actor, document: DocumentRow, event: LedgerEvent) -> bytes | None:
    digest = (await pdf_digests(actor.account_id, (document.pk,), event)).get(document.pk)
    return await get_file(pdf_key(actor.account_id, document.pk, digest)) if digest else None


async def _printed(actor: Actor, document: DocumentRow) -> Document:
    said = (await billing_settings(actor)).settings
    corrected = None
    if document.kind is DocumentKind.CREDIT_NOTE and document.source_key is not None:
        found = await documents_by_id(actor, (document.source_key,))
        corrected = found.get(document.source_key)
    look = said.look if document.stage is Stage.DRAFT else document.content.look or Look()
    return printed_document(
        document,
        said.seller,
        said.bank,
        await today_of(actor),
        corrected,
        logo=await read_logo(actor.account_id, look.logo) if look.logo else None,
        accent=look.accent,
        tax_on_debits=said.tax_on_debits,
    )
