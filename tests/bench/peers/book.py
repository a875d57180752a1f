"""Give an account what the four questions are about: `python -m tests.bench.peers.book`, on the
database of the settings. Prints the primary keys.
"""

from __future__ import annotations

import asyncio
from decimal import Decimal

import orjson

from backend.billing.rules.drafting import DraftChanges, LineDraft
from backend.billing.rules.kinds import DocumentKind
from backend.billing.rules.settings import Party
from backend.billing.service import create_document
from backend.cli.actors import actor_of
from backend.contacts.drafts import AddressDraft, ContactDraft, EmailDraft, PhoneDraft
from backend.contacts.service import create_contact
from backend.core.clock import now_micros
from backend.core.database import read
from backend.core.money import Money
from backend.core.permissions import Actor
from backend.core.settings import settings
from backend.core.unit_of_work import unit_of_work
from backend.files.service import keep_bytes
from backend.notes.service import NoteDraft, add_note
from backend.runtime import running
from backend.tasks.service import TaskDraft, create_task
from backend.workflows.queries.boards import steps_of
from backend.workflows.rules.kinds import WorkflowTemplate
from backend.workflows.service import CardDraft, add_card, add_step, create_workflow
from tests.bench.books import USER

NOTES, TASKS, FILES = 30, 20, 20
STEPS, CARDS, LINES = 10, 500, 200


async def fill() -> None:
    """Make them."""
    async with running(settings()):
        actor = await actor_of(USER)
        made = {
            "account": actor.account_id,
            "contact": await _contact(actor),
            "board": await _board(actor),
            "invoice": await _invoice(actor),
        }
    print(orjson.dumps(made).decode())


async def _contact(actor: Actor) -> int:
    labels = [row[0] for row in await read.fetch("SELECT id FROM label ORDER BY id LIMIT 3")]
    draft = ContactDraft(
        given_name="Busy",
        family_name="Page",
        company="Studio",
        position="Owner",
        emails=[EmailDraft(f"busy{number}@example.org") for number in range(4)],
        phones=[PhoneDraft(f"+33 6 12 34 56 7{number}") for number in range(3)],
        addresses=[AddressDraft(street=f"{number} rue X", city="Lyon") for number in range(2)],
        label_ids=labels,
    )
    key = (await create_contact(actor, draft)).contact_id
    for number in range(NOTES):
        await add_note(actor, key, NoteDraft(f"Note **{number}**, and what else there is to say."))
    for number in range(TASKS):
        await create_task(actor, TaskDraft(f"Task {number}", key))
    kept = [await keep_bytes(actor, f"{n}.txt", f"Offer {n}".encode()) for n in range(FILES)]
    columns = ("account_id", "contact_id", "file_id", "name", "created_at", "created_by")
    async with unit_of_work(actor) as unit:
        rows = [
            (actor.account_id, key, file.pk, f"offer {file.pk}.txt", now_micros(), actor.name)
            for file in kept
        ]
        await unit.insert_rows("attachment", columns, rows)
    return key


async def _board(actor: Actor) -> int:
    workflow = (await create_workflow(actor, "Five hundred", WorkflowTemplate.SALES)).workflow
    steps = (await steps_of(actor, (workflow.pk,)))[workflow.pk]
    for number in range(STEPS - len(steps)):
        await add_step(actor, workflow.pk, f"Step {number}")
    steps = (await steps_of(actor, (workflow.pk,)))[workflow.pk]
    contacts = await read.fetch(
        "SELECT id FROM contact WHERE account_id = ? AND deleted_at IS NULL ORDER BY id LIMIT 200",
        (actor.account_id,),
    )
    labels = await read.fetch("SELECT id FROM label ORDER BY id LIMIT 3")
    labelled = []
    for number in range(CARDS):
        value = Money(100_00 * (number + 1), "EUR") if number % 2 else None
        [contact] = contacts[number % len(contacts)]
        step = steps[number % STEPS].pk
        card = (await add_card(actor, CardDraft(step, f"Card {number}", contact, value=value))).card
        labelled.append((card.pk, *labels[number % len(labels)]))
    async with unit_of_work(actor) as unit:
        await unit.insert_rows("card_label", ("card_id", "label_id"), labelled)
    return workflow.pk


async def _invoice(actor: Actor) -> int:
    lines = [
        LineDraft(
            name=f"Work {number}",
            description="As agreed, with corrections.",
            quantity=Decimal(number % 7 + 1),
            unit_price_minor=1_999 + number,
        )
        for number in range(LINES)
    ]
    said = DraftChanges(buyer=Party(name="Example Client"), lines=lines, currency="EUR")
    return (await create_document(actor, DocumentKind.INVOICE, said)).document.pk


if __name__ == "__main__":
    asyncio.run(fill())
