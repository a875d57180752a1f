"""A message that names an invoice asks for what is left of it, and shows how it stands since."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

import pytest

from backend.billing import registrations  # noqa: F401 - tells of invoices
from backend.billing.queries.deliveries import deliveries_of
from backend.billing.rules.kinds import DocumentKind
from backend.billing.service import PaymentDraft as Payment
from backend.billing.service import record_payment, void_document
from backend.billing.service.links import revoke_link
from backend.contacts.drafts import EmailDraft
from backend.core.change_log import current_sequence
from backend.core.errors import NotFound
from backend.core.settings import settings
from backend.inbox.drafts import MessageDraft, PaymentDraft
from backend.inbox.errors import AskedByInvoice, NothingToPay, NotTheirInvoice
from backend.inbox.live import follow_thread
from backend.inbox.rows import MessageRow, PaymentRow
from backend.inbox.rules.kinds import PaymentState
from backend.inbox.service import cancel_payment_request, send_message
from tests.factories.billing import new_document, new_issued, new_seller
from tests.factories.contacts import new_contact
from tests.factories.inbox import read_message


async def ask(actor, contact_id, invoice_id):
    draft = MessageDraft("", contact_id, payment=PaymentDraft(0, "", "", invoice_id))
    return await read_message(actor, (await send_message(actor, draft)).message_id)


def requested(message: MessageRow) -> PaymentRow:
    assert message.payment_request is not None
    return message.payment_request


async def new_client(actor, address="ada@example.org"):
    return (await new_contact(actor, emails=[EmailDraft(address)])).pk


async def test_a_request_for_an_invoice_leads_to_its_page_and_follows_it(owner, http):
    contact, tax = await new_client(owner.actor), await new_seller(owner.actor)
    invoice = await new_issued(owner.actor, tax, contact_id=contact)
    message = await ask(owner.actor, contact, invoice.pk)
    request = requested(message)
    assert (request.amount_minor, request.text) == (12_000, f"Fattura {invoice.number}")
    assert request.invoice is not None
    assert request.invoice.state is PaymentState.UNPAID
    page = await http.get(request.url.removeprefix(settings().public_url))
    assert page.status_code == 200
    assert invoice.number in page.text
    (delivery,) = (await deliveries_of(owner.actor, (invoice.pk,)))[invoice.pk]
    assert delivery.message_id == message.id
    with pytest.raises(AskedByInvoice):
        await cancel_payment_request(owner.actor, message.pk)

    after = await current_sequence(owner.actor.account_id)
    async with aclosing(follow_thread(owner.actor, contact, after, None)) as changes:
        for paid, state, left in ((5_000, "PARTLY_PAID", 7_000), (7_000, "PAID", 0)):
            await record_payment(owner.actor, invoice.pk, Payment(paid))
            told = (await asyncio.wait_for(anext(changes), 10)).messages
            assert [each.pk for each in told] == [message.pk]
            standing = requested(told[0]).invoice
            assert standing is not None
            assert (standing.state.name, standing.balance.minor) == (state, left)
        await revoke_link(owner.actor, invoice.pk)
        told = (await asyncio.wait_for(anext(changes), 10)).messages
    without = requested(told[0]).url.removeprefix(settings().public_url)
    assert (await http.get(without)).status_code == 404


async def test_only_what_is_left_of_their_own_invoice_is_asked_for(owner, stranger):
    contact, tax = await new_client(owner.actor), await new_seller(owner.actor)
    other = await new_client(owner.actor, "bob@example.org")
    invoice = await new_issued(owner.actor, tax, contact_id=contact)
    with pytest.raises(NotTheirInvoice):
        await ask(owner.actor, other, invoice.pk)
    theirs = await new_client(stranger.actor)
    with pytest.raises(NotFound):
        await ask(stranger.actor, theirs, invoice.pk)
    draft = await new_document(owner.actor, tax, contact_id=contact)
    quote = await new_issued(owner.actor, tax, DocumentKind.QUOTE, contact_id=contact)
    void = await new_issued(owner.actor, tax, contact_id=contact)
    await void_document(owner.actor, void.pk, void.version)
    paid = await new_issued(owner.actor, tax, contact_id=contact)
    await record_payment(owner.actor, paid.pk, Payment(20_000))
    for each in (draft, quote, void, paid):
        with pytest.raises(NothingToPay):
            await ask(owner.actor, contact, each.pk)
