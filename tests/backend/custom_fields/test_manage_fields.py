"""Making, renaming, ordering, deleting and restoring custom fields."""

from __future__ import annotations

import asyncio

import pytest

from backend.contacts.filters import EVERYONE, Search
from backend.contacts.queries.counts import count_contacts
from backend.contacts.queries.pages import contacts_page
from backend.contacts.rows import EVERYTHING
from backend.contacts.selections import SelectedIds
from backend.contacts.service import (
    delete_contacts,
    delete_field,
    restore_contacts,
    restore_field,
)
from backend.contacts.service import fields as field_service
from backend.contacts.sorting import ContactSort
from backend.core.change_log import changes_after
from backend.core.database import read
from backend.core.errors import (
    Forbidden,
    IdempotencyKeyReused,
    NotFound,
    Refusals,
    Required,
    StaleVersion,
    TooLong,
)
from backend.core.jobs.worker import run_due_jobs
from backend.core.paging import PageRequest
from backend.core.registry import account_columns
from backend.custom_fields.errors import FieldNameReserved, FieldNameTaken, TooManyFields
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.queries import list_fields
from backend.custom_fields.service import create_field, reorder_fields, update_field
from tests.factories.contacts import new_contact, read_contact
from tests.factories.custom_fields import contacts_with_values, new_field, set_value


async def names(actor) -> list[str]:
    return [field.name for field in await list_fields(actor)]


async def counts(actor) -> dict[str, int]:
    return {field.name: field.contact_count for field in await list_fields(actor)}


async def test_a_field_is_made_behind_the_others(owner):
    await new_field(owner.actor, "Budget", CustomFieldKind.NUMBER)
    made = await create_field(owner.actor, "  Né  le ", CustomFieldKind.DATE)
    assert (made.field.name, made.field.kind, made.field.version) == ("Né  le", "date", 1)
    assert await names(owner.actor) == ["Budget", "Né  le"]
    assert await names(owner.actor) == [
        column.headers[0] for column in await account_columns.entries["custom_fields"](owner.actor)
    ]


async def test_one_name_is_one_field_whatever_its_accents_and_case(owner, stranger):
    await new_field(owner.actor, "Éclair")
    with pytest.raises(FieldNameTaken):
        await create_field(owner.actor, "ECLAIR", CustomFieldKind.TEXT)
    assert (await new_field(stranger.actor, "Éclair")).name == "Éclair"


@pytest.mark.parametrize(
    "name",
    [
        "E-mail",
        "e mail",
        "EMAIL",
        "Téléphone",
        "Cognome",
        "prénom",
        "Last activity",
        "city",
        "Ville",
    ],
)
async def test_a_name_of_a_standard_field_is_refused(owner, name):
    with pytest.raises(FieldNameReserved):
        await create_field(owner.actor, name, CustomFieldKind.TEXT)


@pytest.mark.parametrize(("name", "refusal"), [(" ", Required), ("x" * 61, TooLong)])
async def test_a_name_that_cannot_be_is_refused(owner, name, refusal):
    with pytest.raises(refusal):
        await create_field(owner.actor, name, CustomFieldKind.TEXT)


async def test_an_account_has_a_hundred_fields(owner):
    for number in range(100):
        await new_field(owner.actor, f"Field {number}")
    with pytest.raises(TooManyFields):
        await new_field(owner.actor, "One more")


async def test_the_same_key_makes_one_field(owner):
    first = await create_field(owner.actor, "A", CustomFieldKind.TEXT, idempotency_key="k")
    again = await create_field(owner.actor, "A", CustomFieldKind.TEXT, idempotency_key="k")
    assert first.field.pk == again.field.pk
    with pytest.raises(IdempotencyKeyReused):
        await create_field(owner.actor, "A", CustomFieldKind.DATE, idempotency_key="k")


async def test_of_two_who_rename_at_once_one_is_told(owner):
    field = await new_field(owner.actor, "Stage")
    outcomes = await asyncio.gather(
        *(update_field(owner.actor, field.pk, 1, name=name) for name in ("One", "Two")),
        return_exceptions=True,
    )
    assert [type(each) for each in outcomes].count(StaleVersion) == 1
    assert (await list_fields(owner.actor))[0].version == 2


async def test_of_two_who_take_one_name_at_once_one_is_refused(owner):
    one, other = await new_field(owner.actor, "One"), await new_field(owner.actor, "Other")
    outcomes = await asyncio.gather(
        *(update_field(owner.actor, each.pk, 1, name="Same") for each in (one, other)),
        return_exceptions=True,
    )
    assert [type(each) for each in outcomes].count(FieldNameTaken) == 1
    assert "Same" in await names(owner.actor)


async def test_fields_not_named_stay_behind_in_their_order(owner):
    keys = {name: (await new_field(owner.actor, name)).pk for name in "abcd"}
    done = await reorder_fields(owner.actor, [keys["d"], keys["b"]])
    assert [field.name for field in done.fields] == ["d", "b", "a", "c"]
    with pytest.raises(Refusals):
        await reorder_fields(owner.actor, [keys["a"], 999])


async def test_a_deleted_field_takes_its_values_along_and_brings_them_back(owner):
    field = await new_field(owner.actor, "Nickname", CustomFieldKind.TEXT)
    contact = await new_contact(owner.actor)
    await set_value(owner.actor, contact.pk, field, "Zebulon")
    assert await count_contacts(owner.actor, Search("zebul")) == 1
    removed = await delete_field(owner.actor, field.pk)
    assert removed.field.contact_count == 1
    assert await names(owner.actor) == []
    assert list((await read_contact(owner.actor, contact.pk)).values) == []
    assert await count_contacts(owner.actor, Search("zebul")) == 0
    with pytest.raises(NotFound):
        await set_value_raw(owner.actor, contact.pk, field)
    await restore_field(owner.actor, field.pk)
    assert [each.kept for each in (await read_contact(owner.actor, contact.pk)).values] == [
        "Zebulon"
    ]
    assert await count_contacts(owner.actor, Search("zebul")) == 1
    with pytest.raises(NotFound):
        await restore_field(owner.actor, field.pk)


async def set_value_raw(actor, contact_id, field):
    try:
        await set_value(actor, contact_id, field, "x")
    except Refusals as refused:
        raise refused.refusals[0] from None


async def test_a_field_whose_name_is_taken_meanwhile_stays_deleted(owner):
    field = await new_field(owner.actor, "Stage")
    await delete_field(owner.actor, field.pk)
    await new_field(owner.actor, "STAGE")
    with pytest.raises(FieldNameTaken):
        await restore_field(owner.actor, field.pk)


async def test_an_edit_meanwhile_leaves_the_values_of_a_deleted_field(owner):
    field = await new_field(owner.actor, "Nickname", CustomFieldKind.TEXT)
    other = await new_field(owner.actor, "Budget", CustomFieldKind.NUMBER)
    contact = await new_contact(owner.actor)
    await set_value(owner.actor, contact.pk, field, "Zeb")
    await delete_field(owner.actor, field.pk)
    await set_value(owner.actor, contact.pk, other, "7")
    await restore_field(owner.actor, field.pk)
    values = {
        each.field.name: each.kept for each in (await read_contact(owner.actor, contact.pk)).values
    }
    assert values == {"Nickname": "Zeb", "Budget": "7"}


async def test_the_search_forgets_the_values_of_very_many_contacts(owner, monkeypatch):
    monkeypatch.setattr(field_service, "BATCH", 20)
    field = await new_field(owner.actor, "Nickname", CustomFieldKind.TEXT)
    await contacts_with_values(owner.actor, [field], 90, share=1)
    before = await count_contacts(owner.actor, Search("client"))
    assert before > 5
    await delete_field(owner.actor, field.pk)
    for _ in range(8):
        await run_due_jobs()
    assert await count_contacts(owner.actor, Search("client")) == 0
    await restore_field(owner.actor, field.pk)
    for _ in range(8):
        await run_due_jobs()
    assert await count_contacts(owner.actor, Search("client")) == before


async def test_counts_follow_every_write(owner):
    field = await new_field(owner.actor, "Budget", CustomFieldKind.NUMBER)
    keys = await contacts_with_values(owner.actor, [field], 10, share=1)
    assert await counts(owner.actor) == {"Budget": 10}
    await set_value(owner.actor, keys[0], field, None)
    await set_value(owner.actor, keys[1], field, "1")
    await set_value(owner.actor, keys[1], field, "2")
    await delete_contacts(owner.actor, SelectedIds(tuple(keys[:4])))
    assert await counts(owner.actor) == {"Budget": 6}
    await restore_contacts(owner.actor, SelectedIds(tuple(keys[:2])))
    assert await counts(owner.actor) == {"Budget": 7}


async def test_a_field_is_erased_with_its_values_when_its_time_is_over(owner, clock):
    field = await new_field(owner.actor, "Budget", CustomFieldKind.NUMBER)
    await contacts_with_values(owner.actor, [field], 5, share=1)
    await delete_field(owner.actor, field.pk)
    assert await field_service.purge_deleted_fields() == 0
    clock.advance(days=31)
    assert await field_service.purge_deleted_fields() == 1
    assert await read.fetch_value("SELECT COUNT(*) FROM contact_value") == 0
    assert await read.fetch_value("SELECT COUNT(*) FROM custom_field") == 0


async def test_the_log_tells_of_fields_and_of_values(owner):
    field = await new_field(owner.actor, "Budget", CustomFieldKind.NUMBER)
    contact = await new_contact(owner.actor)
    await set_value(owner.actor, contact.pk, field, "7")
    await update_field(owner.actor, field.pk, 1, name="Volume")
    await delete_field(owner.actor, field.pk)
    changes = await changes_after(owner.account_id, 0, limit=50)
    kinds = [change.kind for change in changes]
    assert [kind for kind in kinds if kind.startswith("custom_field")] == [
        "custom_field.created",
        "custom_field.updated",
        "custom_field.deleted",
    ]
    edited = next(change for change in changes if change.kind == "contact.updated")
    assert edited.payload["fields"] == ["customValues"]
    assert edited.payload["custom_fields"] == [field.id]


async def test_strangers_and_readers_are_refused(owner, stranger, viewer):
    field = await new_field(owner.actor, "Budget")
    for verb in (
        lambda: update_field(stranger.actor, field.pk, 1, name="Mine"),
        lambda: delete_field(stranger.actor, field.pk),
        lambda: restore_field(stranger.actor, field.pk),
    ):
        with pytest.raises(NotFound):
            await verb()
    with pytest.raises(Forbidden):
        await create_field(viewer.actor, "Mine", CustomFieldKind.TEXT)
    with pytest.raises(Forbidden):
        await delete_field(viewer.actor, field.pk)


async def test_values_of_a_page_take_a_constant_number_of_statements(owner, statements):
    fields = [await new_field(owner.actor, f"F{n}", CustomFieldKind.TEXT) for n in range(12)]
    await contacts_with_values(owner.actor, fields, 60)
    seen, valued = set(), False
    for size in (1, 50):
        with statements() as told:
            page = await contacts_page(
                owner.actor, EVERYONE, ContactSort(), PageRequest.of(size), EVERYTHING
            )
        seen.add(len(told))
        valued = any(row.values for row in page.rows)
    assert len(seen) == 1
    assert valued
