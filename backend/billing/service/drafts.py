"""Writing quotes and invoices while they are drafts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from backend.accounts.service.people import account_of
from backend.billing.document_rows import DocumentRow
from backend.billing.events import DocumentChanged, DocumentDrafted, DraftDeleted, DraftRestored
from backend.billing.queries.documents import party_of_contact
from backend.billing.queries.settings import billing_settings
from backend.billing.rules.content import Content
from backend.billing.rules.drafting import UNSET, DraftChanges, Unset, changed_content
from backend.billing.rules.kinds import DocumentKind, Stage
from backend.billing.rules.lifecycle import require_kind, require_stage
from backend.billing.rules.settings import Party
from backend.billing.service.standing import insert_draft, line_taxes, own_document, write_content
from backend.contacts.redirects import redirects
from backend.core.clock import now_micros
from backend.core.errors import NotFound
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import unit_of_work


@dataclass(frozen=True, slots=True)
class DocumentWritten:
    """A document as it is now, and the account's place in its history."""

    document: DocumentRow
    cursor: str


async def create_document(
    actor: Actor,
    kind: DocumentKind,
    changes: DraftChanges,
    *,
    idempotency_key: str | None = None,
) -> DocumentWritten:
    """Begin a quote or an invoice from the account's settings and, if one is named, a contact.

    Raises:
        NotFound: no contact or tax of the account.
        IdempotencyKeyReused, Forbidden; as ``rules.drafting.changed_content``
    """
    actor.require(Permission.WRITE_BILLING)
    require_kind(kind, DocumentKind.INVOICE, DocumentKind.QUOTE)
    mark = fingerprint("create_document", {"kind": kind, "changes": changes})
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        key = await earlier_result(unit, idempotency_key, "create_document", mark)
        if key is None:
            contact_id = await _contact(actor, changes.contact_id, None)
            blank = await _blank(actor, kind, changes.locale, contact_id)
            content = await _changed(actor, blank, changes)
            key = await insert_draft(unit, kind, content, contact_id)
            await remember_result(unit, idempotency_key, "create_document", mark, key)
            unit.record(DocumentDrafted(key, kind.value, contact_id))
        document = await own_document(actor, key)
    return DocumentWritten(document, unit.cursor)


async def update_document(
    actor: Actor, document_id: int, version: int, changes: DraftChanges
) -> DocumentWritten:
    """Change what a draft says. Another contact leaves the buyer as it is written.

    Raises:
        WrongStage: it is no draft any more.
        StaleVersion, NotFound, Forbidden; as ``rules.drafting.changed_content``
    """
    actor.require(Permission.WRITE_BILLING)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        before = await own_document(actor, document_id, version)
        require_stage(before.stage, Stage.DRAFT)
        content, contact_id = await changed_draft(
            actor, before.content, before.contact_key, changes
        )
        if content != before.content or contact_id != before.contact_key:
            await write_content(unit, document_id, content, contact_id)
            unit.record(
                DocumentChanged(document_id, before.kind_name, contact_id, before.version + 1)
            )
        document = await own_document(actor, document_id)
    return DocumentWritten(document, unit.cursor)


async def delete_draft(actor: Actor, document_id: int) -> DocumentWritten:
    """Delete a draft; ``restore_draft`` brings it back. What is issued stays for ever.

    Raises:
        WrongStage, NotFound, Forbidden
    """
    actor.require(Permission.WRITE_BILLING)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        document = await own_document(actor, document_id)
        require_stage(document.stage, Stage.DRAFT)
        await unit.execute(
            "UPDATE billing_document SET deleted_at = ?, version = version + 1 WHERE id = ?",
            (now_micros(), document_id),
        )
        unit.record(DraftDeleted(document_id, document.kind_name, document.contact_key))
    return DocumentWritten(document, unit.cursor)


async def restore_draft(actor: Actor, document_id: int) -> DocumentWritten:
    """Bring a deleted draft back; one that is there stays as it is.

    Raises:
        NotFound, Forbidden
    """
    actor.require(Permission.WRITE_BILLING)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        count = await unit.execute(
            "UPDATE billing_document SET deleted_at = NULL, version = version + 1 "
            "WHERE account_id = ? AND id = ? AND deleted_at IS NOT NULL",
            (actor.account_id, document_id),
        )
        document = await own_document(actor, document_id)
        if count:
            unit.record(DraftRestored(document_id, document.kind_name, document.contact_key))
    return DocumentWritten(document, unit.cursor)


async def changed_draft(
    actor: Actor, content: Content, contact_id: int | None, changes: DraftChanges
) -> tuple[Content, int | None]:
    """Return what is said, and whose it is, after a change.

    Raises:
        NotFound; as ``rules.drafting.changed_content``
    """
    changed_contact = await _contact(actor, changes.contact_id, contact_id)
    return await _changed(actor, content, changes), changed_contact


async def _contact(actor: Actor, chosen: int | Unset | None, before: int | None) -> int | None:
    """Return whose a document is: the contact that a merged one has become.

    Raises:
        NotFound
    """
    if isinstance(chosen, Unset) or chosen is None:
        return before if isinstance(chosen, Unset) else None
    present = (await redirects(actor, (chosen,))).get(chosen, chosen)
    if await party_of_contact(actor, present) is None:
        raise NotFound(("contactId",))
    return present


async def _blank(
    actor: Actor, kind: DocumentKind, locale: str | Unset, contact_id: int | None
) -> Content:
    """Return a new document before anybody wrote in it."""
    said = (await billing_settings(actor)).settings
    language = (await account_of(actor)).locale if isinstance(locale, Unset) else locale
    texts = said.texts_of(language, kind)
    party = None if contact_id is None else await party_of_contact(actor, contact_id)
    days = said.quote_days if kind is DocumentKind.QUOTE else said.payment_days
    return Content(
        said.currency,
        language,
        days,
        buyer=Party(**party) if party else Party(),
        notes=texts.notes,
        legal_terms=texts.legal_terms,
        supply=said.supply,
    )


async def _changed(actor: Actor, before: Content, changes: DraftChanges) -> Content:
    lines = () if isinstance(changes.lines, Unset) else changes.lines
    taxes = await line_taxes(actor, (line.tax_id for line in lines))
    return changed_content(before, replace(changes, contact_id=UNSET), taxes)
