"""A person with one of everything that the product keeps for somebody, and how to look for them."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

from backend.accounts.service.kept import save_draft
from backend.billing.document_rows import DocumentRow
from backend.billing.rules.kinds import DocumentKind
from backend.billing.rules.recurring import Frequency, RecurringMode, Schedule
from backend.billing.rules.settings import Party
from backend.billing.service.pdfs import document_pdf
from backend.billing.service.recurring import create_recurring
from backend.billing.service.sending import SendDraft, send_document
from backend.contacts import changes
from backend.contacts.drafts import AddressDraft, ContactChanges, EmailDraft, PhoneDraft
from backend.contacts.kinds import SubscriptionStatus
from backend.contacts.rows import ContactRow
from backend.contacts.selections import SelectedIds
from backend.contacts.service import change_contacts, update_contact
from backend.core.database import read
from backend.core.jobs.worker import run_due_jobs
from backend.core.permissions import Actor
from backend.duplicates.service import merge_contacts
from backend.duplicates.service.merge import Side
from backend.files.service import add_attachments
from backend.inbox.drafts import MessageDraft
from backend.inbox.mail.composing import Enclosed
from backend.inbox.mail.received import Body, Received
from backend.inbox.queries.mailboxes import mailbox_of
from backend.inbox.rules.kinds import MessageKind
from backend.inbox.service import MailboxDraft, save_mailbox, send_message
from backend.inbox.service.receive import receive_letter
from backend.marketplace.drafts import LeadDraft, LeadPerson
from backend.marketplace.service import submit_lead
from backend.notes.service import NoteDraft, add_note, delete_note
from backend.segments.service import SegmentDraft, create_segment
from backend.sites.service import SiteDraft, create_site
from backend.workflows.service.card_files import add_card_files
from backend.workflows.service.card_notes import add_card_note
from backend.workflows.service.checklist import add_item
from tests.factories.billing import line, new_document, new_issued, new_seller
from tests.factories.campaigns import new_campaign, new_sent_campaign
from tests.factories.contacts import new_contact, new_label, read_contact
from tests.factories.files import new_upload
from tests.factories.imports import new_import, run_import
from tests.factories.inbox import new_message
from tests.factories.tasks import new_task
from tests.factories.workflows import new_board, new_card

GIVEN, FAMILY = "Zoéphyra", "Quintarello"
NAME = f"{GIVEN} {FAMILY}"
EMAIL, SECOND_EMAIL = "Zoephyra.Q@example.org", "quintarello@example.org"
PHONE = "+33 6 98 76 54 31"
MARKS = (GIVEN, "zoephyra", FAMILY, PHONE, "698765431", "6 98 76 54 31")
"""Each stands in nearly everything that is kept for the person; none in what stays by law."""
KEPT = Party(name="Maison Retenue", street="9 Kept Street", city="Lyon", country="FR")
"""Whom the issued invoice names."""
_CSV = (
    "First name,Last name,E-mail,Phone\n"
    f"{GIVEN},{FAMILY},{EMAIL},{PHONE}\n"
    f",,{GIVEN} {FAMILY} has none,\n"
    ",,nobody either,\n"
)


@dataclass(frozen=True, slots=True)
class WholePerson:
    """The person, and the invoice that the law keeps."""

    contact: ContactRow
    invoice: DocumentRow


def encoded(mark: str) -> set[bytes]:
    """Return a mark as files may hold it: in either case, in UTF-8, UTF-16 and base64."""
    plain: set[bytes] = set()
    for text in {mark, mark.lower(), mark.upper()}:
        plain |= {text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be")}
    return plain | {_in_base64(each, shift) for each in plain for shift in range(3)}


def _in_base64(content: bytes, shift: int) -> bytes:
    """Return the part of a base64 text that is the same whatever stands around the content."""
    text = base64.b64encode(b"\0" * shift + content).rstrip(b"=")
    return text[(0, 2, 3)[shift] : -1]


def found_in(content: bytes) -> list[str]:
    """Return which marks of the person some bytes hold."""
    return [mark for mark in MARKS if any(each in content for each in encoded(mark))]


async def new_whole_person(actor: Actor) -> WholePerson:
    """Make the person and let everything happen to them."""
    label = await new_label(actor)
    await save_mailbox(actor, None, MailboxDraft("Studio", "studio@example.org"))
    await run_import(actor, await new_import(actor, _CSV))
    await _merge_twin(actor)
    found = await _only_contact(actor)
    await update_contact(actor, found.pk, found.version, ContactChanges(position=f"Of {FAMILY}"))
    adding = changes.LabelsChange(add=(label,))
    await change_contacts(actor, SelectedIds((found.pk,)), adding)
    await _write(actor, found.pk)
    await _work(actor, found.pk)
    invoice = await _bill(actor, found.pk)
    await new_sent_campaign(actor, found.pk, EMAIL)
    await _mention(actor, found)
    await run_due_jobs()
    return WholePerson(await read_contact(actor, found.pk), invoice)


async def _only_contact(actor: Actor) -> ContactRow:
    key = await read.fetch_value(
        "SELECT contact_id FROM contact_email WHERE account_id = ? AND normalized = ?",
        (actor.account_id, EMAIL.lower()),
    )
    return await read_contact(actor, key)


async def _merge_twin(actor: Actor) -> None:
    """Let the person have been two."""
    twin = await new_contact(
        actor,
        given_name=GIVEN,
        family_name=f"{FAMILY} the twin",
        emails=[EmailDraft(SECOND_EMAIL, status=SubscriptionStatus.SUBSCRIBED)],
        phones=[PhoneDraft(PHONE)],
        addresses=[AddressDraft(street=f"1 {FAMILY} Road", city="Lyon", country_code="FR")],
    )
    person = await _only_contact(actor)
    await merge_contacts(
        actor, Side(person.pk, person.version, "kept"), Side(twin.pk, twin.version, "other")
    )


async def _write(actor: Actor, contact_id: int) -> None:
    upload = await new_upload(actor, NAME.encode(), f"{GIVEN} out.txt")
    draft = MessageDraft(f"<p>Dear {NAME}</p>", contact_id, upload_ids=(upload.upload_id,))
    await send_message(actor, draft)
    mailbox = await mailbox_of(actor.account_id)
    assert mailbox is not None
    body = Body(f"<p>From {NAME}</p>", None, f"<p>{PHONE}</p>", f"From {NAME} {PHONE}")
    letter = Received(
        rfc_id=f"{uuid4().hex}@example.org",
        kind=MessageKind.LETTER,
        from_name=NAME,
        from_address=EMAIL,
        recipients=(("studio@example.org", ""),),
        subject=f"About {FAMILY}",
        at=datetime(2026, 1, 1, tzinfo=UTC),
        in_reply_to=None,
        reference_ids=(),
        body=body,
        files=(Enclosed(f"{FAMILY}.txt", "text/plain", NAME.encode()),),
    )
    await receive_letter(mailbox, letter, None)


async def _work(actor: Actor, contact_id: int) -> None:
    await add_note(actor, contact_id, NoteDraft(f"{NAME} called from {PHONE}"))
    gone = (await add_note(actor, contact_id, NoteDraft(f"{NAME}, deleted"))).note
    await delete_note(actor, gone.pk)
    await new_task(actor, f"Call {NAME}", contact_id, "today")
    upload = await new_upload(actor, f"Signed: {NAME}".encode(), f"{NAME}.txt")
    await add_attachments(actor, contact_id, [upload.upload_id])
    board = await new_board(actor)
    card = await new_card(actor, board, f"Site of {NAME}", contact_id=contact_id)
    await add_item(actor, card.pk, f"Ask {NAME}")
    await add_card_note(actor, card.pk, f"{NAME} agreed")
    sent = await new_upload(actor, NAME.encode(), f"{FAMILY}'s card.txt")
    await add_card_files(actor, card.pk, (sent.upload_id,))
    await create_site(actor, SiteDraft("shop.example.org"), contact_id=contact_id)
    person = LeadPerson(given_name=GIVEN, family_name=FAMILY, email=EMAIL, phone=PHONE)
    await submit_lead(
        actor, LeadDraft("Market", "77", f"Shop of {FAMILY}", person, description=f"For {NAME}")
    )


async def _mention(actor: Actor, contact: ContactRow) -> None:
    """Let texts that are somebody else's name the person."""
    other = await new_contact(actor, given_name="Somebody", emails=[EmailDraft("s@example.org")])
    await add_note(actor, other.pk, NoteDraft(f"Knows {NAME}, 06.98.76.54.31"))
    await new_task(actor, f"Ask {FAMILY.upper()} {GIVEN}")
    await new_message(actor, other.pk, f"<p>{NAME} is at {EMAIL.lower()}</p>")
    await new_card(actor, await new_board(actor), f"Like that of {NAME}")
    await create_segment(actor, SegmentDraft(EMAIL, {"email": {"is": EMAIL}}))
    await new_campaign(actor, f"As {NAME} says", f"<p>{NAME}</p>", chosen={"email": {"is": EMAIL}})
    await save_draft(actor, f"contact:{contact.id}", {"familyName": f"{FAMILY} the second"})


async def _bill(actor: Actor, contact_id: int) -> DocumentRow:
    tax = await new_seller(actor)
    theirs: dict[str, Any] = {
        "contact_id": contact_id,
        "lines": [line(tax, name=f"Work for {NAME}")],
    }
    await new_document(actor, tax, DocumentKind.QUOTE, **theirs)
    monthly = await new_document(actor, tax, **theirs)
    schedule = Schedule(Frequency.MONTHLY, date(2030, 1, 1))
    await create_recurring(actor, monthly.pk, schedule, RecurringMode.ISSUE)
    invoice = await new_issued(actor, tax, buyer=KEPT, contact_id=contact_id)
    await document_pdf(actor, invoice.pk)
    await send_document(actor, invoice.pk, SendDraft(to=EMAIL))
    return invoice
