"""Quotes: accepted or rejected, revised, made into invoices."""

from __future__ import annotations

from dataclasses import replace

from backend.billing.document_rows import DocumentRow
from backend.billing.errors import QuoteExpired
from backend.billing.events import DocumentDrafted, QuoteAnswered
from backend.billing.queries.settings import billing_settings
from backend.billing.rules.kinds import DocumentKind, DocumentStatus, Stage
from backend.billing.rules.lifecycle import require_kind, require_stage
from backend.billing.service.corrections import as_draft
from backend.billing.service.drafts import DocumentWritten
from backend.billing.service.standing import insert_draft, own_document, require_whole, set_stage
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work

FOLLOW_UP = "follow_up_accepted_quote"


async def answer_quote(
    actor: Actor, document_id: int, version: int, *, accepted: bool
) -> DocumentWritten:
    """Record that the client accepted or rejected an issued quote.

    Raises:
        QuoteExpired: accepted after its time; a revision has a new one.
        WrongStage, StaleVersion, NotFound, Forbidden
    """
    actor.require(Permission.WRITE_BILLING)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        quote = await _own_quote(actor, document_id, version)
        require_answerable(quote, accepted=accepted)
        await record_answer(unit, quote, Stage.ACCEPTED if accepted else Stage.REJECTED)
        document = await own_document(actor, document_id)
    return DocumentWritten(document, unit.cursor)


async def revise_quote(actor: Actor, document_id: int) -> DocumentWritten:
    """Begin a new version of a quote. The old one is kept, and is revised once this is issued.

    Raises:
        WrongStage: a draft, or one that was accepted.
        NotFound, Forbidden
    """
    actor.require(Permission.WRITE_BILLING)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        quote = await _own_quote(actor, document_id)
        require_stage(quote.stage, Stage.ISSUED, Stage.REJECTED)
        key = await insert_draft(
            unit, DocumentKind.QUOTE, as_draft(quote.content), quote.contact_key, quote.pk
        )
        unit.record(DocumentDrafted(key, DocumentKind.QUOTE.value, quote.contact_key))
        document = await own_document(actor, key)
    return DocumentWritten(document, unit.cursor)


async def invoice_quote(actor: Actor, document_id: int, version: int) -> DocumentWritten:
    """Begin the invoice of an accepted quote, with everything copied.

    Raises:
        WrongStage, StaleVersion, NotFound, Forbidden
    """
    actor.require(Permission.WRITE_BILLING)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        quote = await _own_quote(actor, document_id, version)
        require_stage(quote.stage, Stage.ACCEPTED)
        said = (await billing_settings(actor)).settings
        texts = said.texts_of(quote.content.locale, DocumentKind.INVOICE)
        content = replace(
            as_draft(quote.content),
            payment_days=said.payment_days,
            legal_terms=texts.legal_terms,
        )
        key = await insert_draft(unit, DocumentKind.INVOICE, content, quote.contact_key, quote.pk)
        await record_answer(unit, quote, Stage.INVOICED)
        unit.record(DocumentDrafted(key, DocumentKind.INVOICE.value, quote.contact_key))
        document = await own_document(actor, key)
    return DocumentWritten(document, unit.cursor)


async def _own_quote(actor: Actor, document_id: int, version: int | None = None) -> DocumentRow:
    quote = await own_document(actor, document_id, version)
    require_whole(quote)
    require_kind(quote.kind, DocumentKind.QUOTE)
    return quote


def require_answerable(quote: DocumentRow, *, accepted: bool) -> None:
    """Refuse an answer to a quote that holds no longer.

    Raises:
        QuoteExpired, WrongStage
    """
    require_kind(quote.kind, DocumentKind.QUOTE)
    require_stage(quote.stage, Stage.ISSUED)
    if accepted and quote.status is DocumentStatus.EXPIRED:
        raise QuoteExpired(("id",), expired_on=quote.due_day or "")


async def record_answer(
    unit: UnitOfWork, quote: DocumentRow, stage: Stage, *, by_client: bool = False
) -> None:
    """Bring a quote further; what the account wants of accepted ones follows after the commit."""
    await set_stage(unit, quote.pk, stage)
    known = quote.pk, quote.kind_name, quote.contact_key
    unit.record(QuoteAnswered(*known, stage.value, by_client, quote.number or ""))
    if stage is Stage.ACCEPTED:
        unit.enqueue(FOLLOW_UP, {"account_id": unit.actor.account_id, "document_id": quote.pk})
