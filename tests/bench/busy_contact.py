"""Give one contact much to show: `python -m tests.bench.busy_contact`, on CARNET_DATA_DIR.

Prints the ids of that contact and of one without anything.
"""

from __future__ import annotations

import argparse
import asyncio
import os
from collections.abc import Iterator

import orjson

from backend.cli.actors import actor_of
from backend.contacts.drafts import ContactDraft, EmailDraft
from backend.contacts.events import ContactUpdated
from backend.contacts.service import create_contact
from backend.core.change_log import Fact
from backend.core.clock import now_micros
from backend.core.ids import encode_id
from backend.core.permissions import Actor
from backend.core.settings import settings
from backend.core.unit_of_work import unit_of_work
from backend.files.events import AttachmentAdded
from backend.files.service import keep_bytes
from backend.inbox.drafts import MessageDraft
from backend.inbox.service import send_message
from backend.notes.service import NoteDraft, add_note
from backend.runtime import running
from backend.tasks.events import TaskCreated
from backend.tasks.service import TaskDraft, create_task
from tests.bench.books import USER

ENTRIES, FILES, TASKS, MESSAGES, NOTES = 10_000, 200, 200, 500, 100
BATCH = 1_000


async def fill(file_kib: int) -> None:
    """Make both contacts, and fill one; its files have so many KiB, or a few bytes."""
    async with running(settings()):
        actor = await actor_of(USER)
        empty = await create_contact(actor, ContactDraft(given_name="Empty", family_name="Page"))
        busy = await create_contact(
            actor,
            ContactDraft(
                given_name="Busy", family_name="Page", emails=(EmailDraft("busy@example.org"),)
            ),
        )
        await _attach(actor, busy.contact_id, file_kib)
        for number in range(MESSAGES):
            html = f"<p>Letter {number}: {'and so on, ' * 20}</p>"
            await send_message(actor, MessageDraft(html, busy.contact_id))
        for number in range(NOTES):
            await add_note(actor, busy.contact_id, NoteDraft(f"Note **{number}**"))
        for number in range(TASKS):
            await create_task(actor, TaskDraft(f"Task {number}", busy.contact_id))
        entries = list(_entries(busy.contact_id))
        for start in range(0, ENTRIES, BATCH):
            async with unit_of_work(actor) as unit:
                unit.record_many(entries[start : start + BATCH])
        ids = {"empty": empty.contact_id, "busy": busy.contact_id}
        print(orjson.dumps({name: encode_id("Contact", key) for name, key in ids.items()}).decode())


async def _attach(actor: Actor, contact_id: int, file_kib: int) -> None:
    for number in range(FILES):
        name = f"offer-{number}.txt"
        content = os.urandom(file_kib * 1024) or f"Offer {number}".encode()
        kept = await keep_bytes(actor, name, content)
        async with unit_of_work(actor) as unit:
            await unit.insert_rows(
                "attachment",
                ("account_id", "contact_id", "file_id", "name", "created_at", "created_by"),
                [(actor.account_id, contact_id, kept.pk, name, now_micros(), actor.name)],
            )


def _entries(contact_id: int) -> Iterator[Fact]:
    """Yield what happened: a third edits, a third tasks, a third files."""
    for number in range(ENTRIES):
        match number % 3:
            case 0:
                was, now = f"Studio {number}", f"Studio {number + 1}"
                change = {"field": "company", "before": [was], "after": [now]}
                yield ContactUpdated(contact_id, 1, ["company"], changes=[change])
            case 1:
                yield TaskCreated(number + 1, contact_id, f"Call {number}", None, None, None)
            case _:
                yield AttachmentAdded(number + 1, contact_id, f"offer-{number}.txt", 9)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--file-kib", type=int, default=0)
    asyncio.run(fill(parser.parse_args().file_kib))
