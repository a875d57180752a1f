"""What is issued never changes: it is voided, or corrected by a credit note."""

from __future__ import annotations

from dataclasses import replace

from backend.billing.errors import WrongStage
from backend.billing.events import DocumentDrafted, DocumentVoided
from backend.billing.queries.settings import billing_settings
from backend.billing.rules.content import Content
from backend.billing.rules.kinds import DocumentKind, LedgerEvent, Stage
from backend.billing.rules.lifecycle import require_kind, require_stage
from backend.billing.service.drafts import DocumentWritten
from backend.billing.service.standing import (
    append_link,
    content_digest,
    insert_draft,
    own_document,
    require_whole,
    set_stage,
)
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import unit_of_work


async def void_document(actor: Actor, document_id: int, version: int) -> DocumentWritten:
    """Declare an issued invoice or quote void; its number and its payments stay.

    Raises:
        WrongStage: a draft, a credit note, or an invoice that was credited.
        PurgedDocument, StaleVersion, NotFound, Forbidden
    """
    actor.require(Permission.WRITE_BILLING)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        document = await own_document(actor, document_id, version)
        require_whole(document)
        require_kind(document.kind, DocumentKind.INVOICE, DocumentKind.QUOTE)
        require_stage(document.stage, Stage.ISSUED)
        if document.credited_minor:
            raise WrongStage(("id",), stage="credited")
        await set_stage(unit, document_id, Stage.VOID)
        await append_link(unit, LedgerEvent.VOIDED, document, content_digest(document))
        unit.record(
            DocumentVoided(
                document_id, document.kind_name, document.contact_key, document.number or ""
            )
        )
        document = await own_document(actor, document_id)
    return DocumentWritten(document, unit.cursor)


async def create_credit_note(actor: Actor, invoice_id: int) -> DocumentWritten:
    """Begin a credit note with all lines of an invoice: take some off to credit it in part.

    Raises:
        WrongStage: no issued invoice, or nothing is left of it.
        PurgedDocument, NotFound, Forbidden
    """
    actor.require(Permission.WRITE_BILLING)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        invoice = await own_document(actor, invoice_id)
        require_whole(invoice)
        require_kind(invoice.kind, DocumentKind.INVOICE)
        require_stage(invoice.stage, Stage.ISSUED)
        if invoice.credited_minor >= invoice.total_minor:
            raise WrongStage(("id",), stage="credited")
        said = (await billing_settings(actor)).settings
        texts = said.texts_of(invoice.content.locale, DocumentKind.CREDIT_NOTE)
        content = replace(
            as_draft(invoice.content),
            payment_days=0,
            notes=texts.notes,
            legal_terms=texts.legal_terms,
        )
        key = await insert_draft(
            unit, DocumentKind.CREDIT_NOTE, content, invoice.contact_key, invoice.pk
        )
        unit.record(DocumentDrafted(key, DocumentKind.CREDIT_NOTE.value, invoice.contact_key))
        document = await own_document(actor, key)
    return DocumentWritten(document, unit.cursor)


def as_draft(content: Content) -> Content:
    """Return what a document says without what it took on when it was issued."""
    return replace(content, issue_date=None, due_date=None, seller=None, bank=None, look=None)
