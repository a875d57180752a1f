"""Every table that can lead to a contact is answered for, so that no copy and no erasure forgets
one.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tortoise import Tortoise
from tortoise.fields.relational import ForeignKeyFieldInstance
from tortoise.models import Model

from backend.core.registry import personal_data
from backend.domains import load_jobs

load_jobs()

EXEMPT = {
    "automation_run": "that an automation ran on a card, once",
    "card_label": "which labels a card has; the labels are the account's own words",
    "document_sending_item": "which document was sent among many; its letter is a message",
    "document_link": "hashes of the links to documents",
    "ledger_link": "hashes over issued documents, which the law makes the account keep",
    "online_payment": "the number of a payment in progress; payments themselves are answered for",
    "payment_reminder": "that a reminder was sent; its words are a message",
    "recurring_day": "what became of a day of a recurring invoice; what was made is a document",
}
"""Tables that lead to a contact and hold nothing about a person, and why."""


def tables() -> dict[str, type[Model]]:
    """Every table with its model."""
    return {model._meta.db_table: model for app in Tortoise.apps.values() for model in app.values()}


def references(model: type[Model]) -> Iterator[str]:
    """The tables that a model's foreign keys point to."""
    for field in model._meta.fields_map.values():
        if isinstance(field, ForeignKeyFieldInstance):
            yield field.related_model._meta.db_table


def leading_to_contacts() -> set[str]:
    """The tables with a contact in them, or that point to such a table, however far."""
    known = tables()
    found = {"contact"} | {
        name
        for name, model in known.items()
        if any("contact_id" in column for column in model._meta.fields_db_projection.values())
    }
    grown = True
    while grown:
        more = {name for name, model in known.items() if found & set(references(model))} - found
        grown = bool(more)
        found |= more
    return found


@pytest.mark.sqlite_only
@pytest.mark.usefixtures("database")
async def test_every_table_that_leads_to_a_contact_is_answered_for():
    answered = {table for entry in personal_data.entries.values() for table in entry.tables}
    reached = leading_to_contacts()
    assert len(reached) > 30
    assert sorted(reached - answered - set(EXEMPT)) == []
    assert sorted(set(EXEMPT) - reached) == [], "exempt without need"
    assert sorted(set(EXEMPT) & answered) == [], "answered for after all"
    assert all(EXEMPT.values()), "an exemption has its reason"
