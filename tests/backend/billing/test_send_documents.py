"""Documents on their way to clients: letters with the PDF and a link, and how far they are."""

from __future__ import annotations

import pytest

from backend.accounts.errors import EmailInvalid
from backend.billing.errors import WrongStage
from backend.billing.queries.deliveries import deliveries_of, link_of_token, links_of
from backend.billing.queries.documents import documents_by_id
from backend.billing.rules.kinds import DocumentKind, LetterKind
from backend.billing.rules.letters import (
    DeliverySettings,
    LetterTemplate,
    changed_delivery,
    filled,
    from_json,
    html_of,
    to_json,
    usual_letter,
)
from backend.billing.rules.settings import Party
from backend.billing.service.delivery_settings import update_delivery_settings
from backend.billing.service.letters import letter_for
from backend.billing.service.links import create_link, link_url, revoke_link
from backend.billing.service.pdfs import document_pdf
from backend.billing.service.sending import SendDraft, send_document
from backend.contacts.errors import ContactDeleted
from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts
from backend.core.errors import NotFound, Required, StaleVersion
from backend.core.jobs.worker import run_due_jobs
from backend.core.locale import LOCALES
from backend.inbox.errors import UnknownPlaceholder
from backend.inbox.rules.kinds import MailProblem, MailSecurity, MessageState
from backend.inbox.service import MailboxDraft, ServerDraft, save_mailbox
from tests.factories.billing import new_document, new_issued, new_seller
from tests.factories.contacts import new_contact

CLIENT = Party(
    name='Client <b>"A"', email="client@example.org", country="FR", city="Lyon", street="1 rue"
)


async def sent(actor, document, **values):
    await send_document(actor, document.pk, SendDraft(**values))
    return (await deliveries_of(actor, (document.pk,)))[document.pk][0]


@pytest.fixture
async def mailbox(owner, letter_taker):
    server = ServerDraft("127.0.0.1", letter_taker.port, MailSecurity.NONE)
    await save_mailbox(owner.actor, None, MailboxDraft("Studio", "me@example.org", smtp=server))


async def test_goes_as_a_letter_with_the_pdf_and_a_link(owner, mailbox, letter_taker):
    tax = await new_seller(owner.actor)
    contact = await new_contact(owner.actor, given_name="Ada")
    invoice = await new_issued(owner.actor, tax, buyer=CLIENT, locale="fr", contact_id=contact.pk)
    queued = await sent(owner.actor, invoice, copy=True)
    assert (queued.kind, queued.state) == (LetterKind.INVOICE, MessageState.QUEUED)
    await run_due_jobs()
    (letter,) = letter_taker.received
    assert letter["To"] == '"Client <b>\\"A\\"" <client@example.org>'
    assert letter["Subject"] == f"Facture {invoice.number} – Atelier Exemple"
    assert letter_taker.recipients == [["client@example.org", owner.email]]
    (pdf,) = letter.iter_attachments()
    assert pdf.get_content() == (await document_pdf(owner.actor, invoice.pk))[1]
    assert pdf.get_filename() == f"{invoice.number}.pdf"
    link = (await links_of(owner.actor, (invoice.pk,)))[invoice.pk]
    plain, rich = letter.get_payload()[0].iter_parts()
    assert f"Voir la facture {link_url(link)}" in " ".join(plain.get_content().split())
    assert "&lt;b&gt;" in rich.get_content()
    again = (await deliveries_of(owner.actor, (invoice.pk,)))[invoice.pk]
    assert [each.state for each in again] == [MessageState.SENT]
    refused = await new_issued(owner.actor, tax, buyer=CLIENT)
    letter_taker.on_recipient = "550 No such user"
    await sent(owner.actor, refused)
    await run_due_jobs()
    (failed,) = (await deliveries_of(owner.actor, (refused.pk,)))[refused.pk]
    assert (failed.state, failed.problem) == (MessageState.FAILED, MailProblem.RECIPIENT_REFUSED)


async def test_a_letter_sent_twice_is_one_and_another_is_refused(owner, stranger):
    tax = await new_seller(owner.actor)
    invoice = await new_issued(owner.actor, tax, buyer=CLIENT)
    for _ in range(2):
        await send_document(owner.actor, invoice.pk, SendDraft(), idempotency_key="k")
    assert len((await deliveries_of(owner.actor, (invoice.pk,)))[invoice.pk]) == 1
    with pytest.raises(NotFound):
        await send_document(stranger.actor, invoice.pk, SendDraft())
    draft = await new_document(owner.actor, tax, buyer=CLIENT)
    for refusal, document, values in (
        (WrongStage, draft, {}),
        (WrongStage, invoice, {"kind": LetterKind.QUOTE}),
        (EmailInvalid, invoice, {"to": "nobody"}),
        (Required, invoice, {"message": " "}),
        (Required, await new_issued(owner.actor, tax), {}),
    ):
        with pytest.raises(refusal):
            await send_document(owner.actor, document.pk, SendDraft(**values))
    contact = await new_contact(owner.actor, given_name="Ada")
    theirs = await new_issued(owner.actor, tax, buyer=CLIENT, contact_id=contact.pk)
    await delete_contacts(owner.actor, SelectedIds((contact.pk,)))
    with pytest.raises(ContactDeleted):
        await send_document(owner.actor, theirs.pk, SendDraft())


async def test_a_link_is_one_until_it_is_revoked(owner):
    tax = await new_seller(owner.actor)
    invoice = await new_issued(owner.actor, tax)
    for _ in range(2):
        await create_link(owner.actor, invoice.pk)
    first = (await links_of(owner.actor, (invoice.pk,)))[invoice.pk]
    token = (link_url(first) or "").rpartition("/")[2]
    assert len(token) >= 40
    assert token not in first.sealed_token
    assert (await link_of_token(token)) == first
    await revoke_link(owner.actor, invoice.pk)
    assert await link_of_token(token) is None
    await create_link(owner.actor, invoice.pk)
    assert link_url((await links_of(owner.actor, (invoice.pk,)))[invoice.pk]) != link_url(first)
    with pytest.raises(WrongStage):
        await create_link(owner.actor, (await new_document(owner.actor, tax)).pk)


async def test_letters_are_the_account_s_own_where_it_wrote_any(owner):
    tax = await new_seller(owner.actor)
    invoice = await new_issued(owner.actor, tax, buyer=CLIENT, locale="en")
    letter = LetterTemplate("en", LetterKind.INVOICE, "{{title|Work}} {{number}}", "{{client}}!")
    await update_delivery_settings(owner.actor, 0, letters=[letter])
    with pytest.raises(StaleVersion):
        await update_delivery_settings(owner.actor, 0, letters=[])
    found = (await documents_by_id(owner.actor, (invoice.pk,)))[invoice.pk]
    proposed = await letter_for(owner.actor, found)
    assert proposed.subject == f"Work {invoice.number}"
    assert (proposed.message, proposed.to) == ('Client <b>"A"!', "client@example.org")
    assert proposed.kinds == [LetterKind.INVOICE, LetterKind.REMINDER]
    quote = await new_issued(owner.actor, tax, DocumentKind.QUOTE)
    assert (await letter_for(owner.actor, quote)).kinds == [LetterKind.QUOTE]


def test_templates_are_checked_and_filled_once():
    own = LetterTemplate("fr", LetterKind.QUOTE, "A", "B")
    settings = changed_delivery(DeliverySettings(), None, [own])
    assert settings.letter_of("fr", LetterKind.QUOTE) == own
    assert from_json(to_json(settings)) == settings
    usual = changed_delivery(settings, None, [LetterTemplate("fr", LetterKind.QUOTE, "", " ")])
    assert usual.letters == ()
    with pytest.raises(UnknownPlaceholder):
        changed_delivery(settings, None, [LetterTemplate("fr", LetterKind.QUOTE, "{{x}}", "")])
    assert filled("{{client}} {{title|it}}", {"client": "{{number}}"}) == "{{number}} it"
    blank = "{{" + " " * 9_000 + "{{ client  | you }}"
    assert filled(blank, {}).endswith("you")
    assert html_of("a <b>\nc\n\n d ") == "<p>a &lt;b&gt;<br>c</p><p> d</p>"
    for locale in LOCALES:
        for kind in LetterKind:
            letter = usual_letter(locale, kind)
            assert changed_delivery(DeliverySettings(), None, [letter]).letters == ()
