"""What happens to documents is told in the stories of their contacts."""

from __future__ import annotations

from backend.billing.queries.history import history_of
from backend.billing.rules.drafting import DraftChanges
from backend.billing.rules.kinds import DocumentKind
from backend.billing.service import (
    PaymentDraft,
    answer_quote,
    create_document,
    issue_document,
    keep_pdf,
    record_payment,
    update_document,
)
from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts, purge_deleted_contacts
from backend.core.paging import PageRequest
from backend.timeline.queries import timeline_of
from tests.factories.billing import BUYER, line, new_issued, new_seller
from tests.factories.contacts import new_contact

TOPIC = ("BillingDocument",)


async def told(actor, contact):
    page = await timeline_of(actor, contact.pk, PageRequest.of(first=20), TOPIC, counted=False)
    return [(each.kind, each.payload.get("number")) for each in page.entries]


async def test_a_contact_s_story_tells_of_its_documents_and_not_of_every_save(owner, stranger):
    tax = await new_seller(owner.actor)
    contact = await new_contact(owner.actor, given_name="Ada")
    said = DraftChanges(contact_id=contact.pk, buyer=BUYER, lines=[line(tax)])
    draft = (await create_document(owner.actor, DocumentKind.INVOICE, said)).document
    saved = await update_document(owner.actor, draft.pk, 1, DraftChanges(title="Site"))
    invoice = (await issue_document(owner.actor, draft.pk, saved.document.version)).document
    await keep_pdf(owner.actor, invoice.pk)
    await record_payment(owner.actor, invoice.pk, PaymentDraft(5_000))
    quote = await new_issued(owner.actor, tax, DocumentKind.QUOTE, contact_id=contact.pk)
    await answer_quote(owner.actor, quote.pk, quote.version, accepted=True)
    assert await told(owner.actor, contact) == [
        ("document.answered", quote.number),
        ("document.issued", quote.number),
        ("document.drafted", None),
        ("document.payment", invoice.number),
        ("document.issued", invoice.number),
        ("document.drafted", None),
    ]
    assert await told(stranger.actor, contact) == []


async def test_the_history_of_a_document_outlives_its_contact(owner, clock):
    tax = await new_seller(owner.actor)
    contact = await new_contact(owner.actor, given_name="Ada")
    invoice = await new_issued(owner.actor, tax, contact_id=contact.pk)
    await delete_contacts(owner.actor, SelectedIds((contact.pk,)))
    clock.advance(days=31)
    assert await purge_deleted_contacts() == 1
    events, _ = await history_of(owner.actor, invoice.pk, PageRequest.of(first=9))
    assert [(each.kind, each.payload.get("number")) for each in events] == [
        ("document.issued", invoice.number),
        ("document.drafted", None),
    ]
