"""Cards, documents and what contacts have are read with the columns that are asked for."""

from __future__ import annotations

from datetime import date

import pytest

from backend.billing.service import create_credit_note
from backend.core.clock import now_micros
from backend.core.ids import encode_id
from backend.core.money import Money
from backend.core.unit_of_work import unit_of_work
from backend.files.service import keep_bytes
from backend.notes.service import NoteDraft, add_note
from tests.backend.api.plans.test_read_what_is_asked import leaves
from tests.factories.api import Asker
from tests.factories.billing import new_document, new_issued, new_seller
from tests.factories.contacts import new_contact, new_label
from tests.factories.tasks import new_task
from tests.factories.workflows import new_board, new_card

pytestmark = pytest.mark.sqlite_only
PARTS = {
    "notes { edges { node { %s } } }": "Note",
    "openTasks { %s }": "ContactTask",
    "attachments { edges { node { %s } } }": "Attachment",
}
CONTACTS = "{ contacts { edges { node { id %s } } } }"
CONTACT = "query ($id: ID!) { contact(id: $id) { id %s } }"
BOARD = "query ($id: ID!) { workflow(id: $id) { steps { cards { edges { node { %s } } } } } }"
BELOW = (
    *("contact { displayName }", "labels { name }", "value { minor }", "assignee { name }"),
    *("step { name }", "workflow { name }", "contacts { id }", "__typename"),
)
DOCUMENT = "query ($id: ID!) { billingDocument(id: $id) { %s } }"
DOCUMENTS = "{ billingDocuments { edges { node { %s } } } }"
SAID = (
    *("buyer { name }", "seller { name }", "bank { iban }", "lines { name total { minor } }"),
    *("totals { net { minor } }", "balance { minor }", "source { number status }", "__typename"),
    *("derived { number status }", "payments { id }", "deliveries { to }", "link { url }"),
    *("headerFields { label }", "delivery { city }", "answer { name }"),
)
SIGNED = ("downloadUrl", "viewUrl")
"""They say until when they hold."""


@pytest.fixture
async def contact(owner):
    """A contact with two of everything, and another one: lists are of several."""
    found = await new_contact(owner.actor, given_name="Anna")
    other = await new_contact(owner.actor, given_name="Bea")
    columns = ("account_id", "contact_id", "file_id", "name", "created_at", "created_by")
    for number in range(2):
        for each in (found, other):
            await add_note(owner.actor, each.pk, NoteDraft(f"Note {number}", pinned=not number))
            await new_task(owner.actor, f"Task {number}", each.pk, due="tomorrow")
        file = await keep_bytes(owner.actor, f"{number}.txt", b"text")
        row = (owner.actor.account_id, found.pk, file.pk, f"{number}.txt", now_micros(), "Ada")
        async with unit_of_work(owner.actor) as unit:
            await unit.insert_rows("attachment", columns, [row])
    return found


async def check(asker: Asker, document: str, fields: list[str], **variables: str) -> None:
    """Check that each field alone is what it is beside all others."""
    named = {f"asked{number}": field for number, field in enumerate(fields)}
    asked = [f"{name}: {field}" for name, field in named.items()]
    whole = await asker.data(document.replace("%s", " ".join(asked)), **variables)
    for name, one in zip(named, asked, strict=True):
        alone = await asker.data(document.replace("%s", one), **variables)
        assert alone == only(whole, name), one


def only(value, name: str):
    """An answer without the siblings of a field."""
    if isinstance(value, list):
        return [only(each, name) for each in value]
    if isinstance(value, dict) and name not in value:
        return {key: only(each, name) for key, each in value.items()}
    return {name: value[name]} if isinstance(value, dict) else value


@pytest.mark.parametrize(("part", "named"), PARTS.items(), ids=PARTS.values())
async def test_each_field_of_a_part_alone_is_what_it_is_beside_others(
    api, owner, contact, part: str, named: str
) -> None:
    asker = Asker(api, owner)
    fields = [each for each in leaves(named) if each not in SIGNED]
    for document, given in ((CONTACT, {"id": contact.id}), (CONTACTS, {})):
        asked = document.replace("id %s", part)
        assert str(await asker.data(asked.replace("%s", "id"), **given)).count("'id'") >= 2
        await check(asker, asked, fields, **given)
        for field in SIGNED if named == "Attachment" else ():
            assert field in str(await asker.data(asked.replace("%s", field), **given))


async def test_each_field_of_a_card_alone_is_what_it_is_beside_others(api, owner, contact) -> None:
    board = await new_board(owner.actor)
    label = await new_label(owner.actor)
    await new_card(owner.actor, board, contact_id=contact.pk)
    card = await new_card(
        owner.actor, board, "A shop", contact_id=contact.pk, value=Money(1_00, "EUR")
    )
    async with unit_of_work(owner.actor) as unit:
        await unit.insert_rows("card_label", ("card_id", "label_id"), [(card.pk, label)])
    fields = [*leaves("Card"), *BELOW]
    await check(Asker(api, owner), BOARD, fields, id=encode_id("Workflow", board.workflow.pk))


async def test_each_field_of_a_document_alone_is_what_it_is_beside_others(api, owner) -> None:
    tax = await new_seller(owner.actor)
    begun, due = date(2025, 12, 1), date(2026, 1, 1)
    issued = await new_issued(owner.actor, tax, title="A shop", issue_date=begun, due_date=due)
    await new_document(owner.actor, tax)
    await create_credit_note(owner.actor, issued.pk)
    fields = [*leaves("BillingDocument"), *SAID]
    await check(Asker(api, owner), DOCUMENT, fields, id=issued.id)
    await check(Asker(api, owner), DOCUMENTS, fields)
