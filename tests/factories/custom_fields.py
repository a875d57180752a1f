"""Custom fields and values to test with, made through the product's own verbs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from backend.contacts.drafts import ContactChanges, ValueDraft
from backend.contacts.service import bulk_create_contacts, update_contact
from backend.core.permissions import Actor
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.rows import FieldRow
from backend.custom_fields.service import create_field
from backend.custom_fields.values import Given
from tests.factories.contacts import random_draft, read_contact

TEXTS = ("Élan", "elan", "Éclair", "client", "Œuvre", "Zoë", "100%", "o_b", "安娜", "\u200b", "ß")
NUMBERS = ("-12.5", "0", "7", "7.000001", "999999999999999.999999", "-999999999999999.999999")
URLS = ("https://example.org/É", "http://example.org/b", "mailto:a@example.org", "example.org/c")


async def new_field(
    actor: Actor, name: str = "Birthday", kind: CustomFieldKind = CustomFieldKind.DATE
) -> FieldRow:
    """Make a field."""
    return (await create_field(actor, name, kind)).field


async def one_of_each(actor: Actor) -> dict[CustomFieldKind, FieldRow]:
    """Make a field of each type."""
    return {kind: await new_field(actor, f"My {kind.value}", kind) for kind in CustomFieldKind}


def random_value(random: Random, kind: CustomFieldKind) -> Given:
    """Return a value that others may have too."""
    match kind:
        case CustomFieldKind.TEXT:
            return random.choice(TEXTS)
        case CustomFieldKind.NUMBER:
            return Decimal(random.choice(NUMBERS))
        case CustomFieldKind.DATE:
            return date(1999, 12, 28) + timedelta(days=random.randrange(9))
        case CustomFieldKind.URL:
            return random.choice(URLS)


async def contacts_with_values(
    actor: Actor, fields: list[FieldRow], count: int, *, seed: int = 1, share: float = 0.6
) -> list[int]:
    """Make contacts of which a share has a value in each field; return their ids."""
    random = Random(seed)
    drafts = [
        replace(
            random_draft(random, []),
            custom_values=[
                ValueDraft(field.pk, random_value(random, CustomFieldKind(field.kind)))
                for field in fields
                if random.random() < share
            ],
        )
        for _ in range(count)
    ]
    made = await bulk_create_contacts(actor, drafts)
    assert not made.refused
    return list(made.ids.values())


async def set_value(actor: Actor, contact_id: int, field: FieldRow, value: Given | None) -> None:
    """Give a contact a value, or take it away."""
    contact = await read_contact(actor, contact_id)
    changes = ContactChanges(custom_values=(ValueDraft(field.pk, value),))
    await update_contact(actor, contact_id, contact.version, changes)
