"""What the contact page asks when it opens: as many statements however much there is to show."""

from __future__ import annotations

from backend.contacts.drafts import EmailDraft
from backend.contacts.rows import ContactRow
from backend.core.permissions import Actor
from backend.files.service import add_attachments
from backend.notes.service import NoteDraft, add_note
from frontend.operations import load
from tests.factories.api import Asker
from tests.factories.contacts import new_contact
from tests.factories.files import new_upload
from tests.factories.inbox import new_message
from tests.factories.tasks import new_task

TABS = ("timeline", "notes", "messages", "projects")


async def test_a_full_page_takes_as_many_statements_as_a_sparse_one(api, owner, statements):
    asker, document = Asker(api, owner), load("contacts/contact_page").document
    counts: dict[str, list[int]] = {tab: [] for tab in TABS}
    for much in (1, 6):
        contact = await filled_contact(owner.actor, much)
        for tab, seen_before in counts.items():
            variables = {"id": contact.id, **{each: each == tab for each in TABS}}
            with statements() as seen:
                found = (await asker.data(document, **variables))["contact"]
            assert len(found["attachments"]["edges"]) == len(found["openTasks"]) == much
            # Who asks is read again every now and then, whatever is asked.
            seen_before.append(len([each for each in seen if "FROM session" not in each]))
    for tab, (sparse, full) in counts.items():
        assert sparse == full, tab


async def filled_contact(actor: Actor, much: int) -> ContactRow:
    """Make a contact with as many messages, tasks, notes and files."""
    contact = await new_contact(actor, emails=(EmailDraft(f"{much}@example.org"),))
    for number in range(much):
        await new_message(actor, contact.pk, f"<p>Letter {number}</p>")
        await new_task(actor, f"Task {number}", contact.pk)
        await add_note(actor, contact.pk, NoteDraft(f"Note {number}"))
        upload = await new_upload(actor, b"%PDF-1.7", f"{number}.pdf")
        await add_attachments(actor, contact.pk, [upload.upload_id])
    return contact
