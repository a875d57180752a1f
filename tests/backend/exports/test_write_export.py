"""A file holds every contact of a request, as of one moment, and what it held comes back."""

from __future__ import annotations

import asyncio
import csv
import io
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from backend.contacts.drafts import AddressDraft, ContactDraft, EmailDraft, PhoneDraft, ValueDraft
from backend.contacts.filters import Ids, LabelsAny, Search
from backend.contacts.kinds import AddressKind, EmailKind, PhoneKind, SubscriptionStatus
from backend.contacts.queries import whole
from backend.contacts.selections import SelectedIds
from backend.contacts.service import create_contact, delete_contacts
from backend.contacts.sorting import ContactSort, ContactSortField, SortDirection
from backend.core.database import read
from backend.core.errors import Forbidden
from backend.core.permissions import Actor, Role
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.service import create_field
from backend.exports.options import CsvSeparator, ExportFormat
from backend.exports.service import write, write_export
from backend.imports.headers import understand
from backend.imports.service import Existing, ImportOptions, import_file
from tests.backend.exports.files import request_for, written
from tests.factories.accounts import new_owner
from tests.factories.contacts import many_contacts, new_contact, new_label
from tests.factories.custom_fields import contacts_with_values, new_field, one_of_each

NASTY = ContactDraft(
    given_name='=HYPERLINK("http://example.org")',
    family_name="'-1+1",
    company="\u202eאבג; \"x\", 'y'\tz".replace("\t", " "),
    position="@SUM(A1)",
    emails=[
        EmailDraft("+plus@example.org", EmailKind.WORK, SubscriptionStatus.UNSUBSCRIBED),
        EmailDraft("Second@Example.org", EmailKind.OTHER, SubscriptionStatus.SUBSCRIBED),
    ],
    phones=[
        PhoneDraft("+33 6 12 34 56 78", PhoneKind.MOBILE),
        PhoneDraft("+33 6 12 34 56 78", PhoneKind.FAX),
    ],
    addresses=[
        AddressDraft(
            AddressKind.BILLING, "12, rue du Bac\nBât. C", "-1er étage", "Lyon", "", "69002", "FR"
        ),
        AddressDraft(AddressKind.HOME, country_code="IT"),
    ],
)


async def filled_owner() -> Actor:
    """A book of people who share e-mails and phones, some with labels and values of custom fields,
    one of them nasty.
    """
    actor = (await new_owner()).actor
    labels = [await new_label(actor, name) for name in ("client", "VIP, ; old", "=formula")]
    await many_contacts(actor, 60, labels=labels)
    fields = await one_of_each(actor)
    await new_field(actor, '=Nobody; "has" one', CustomFieldKind.TEXT)
    await contacts_with_values(actor, list(fields.values()), 20)
    values = [
        ValueDraft(fields[kind].pk, value)
        for kind, value in (
            (CustomFieldKind.TEXT, '=1+1\n\'@x; "y", z\u202eא'),
            (CustomFieldKind.NUMBER, "-1234.567"),
            (CustomFieldKind.DATE, "0999-01-02"),
            (CustomFieldKind.URL, "mailto:a@example.org?subject=x;y,z"),
        )
    ]
    await create_contact(actor, replace(NASTY, custom_values=values))
    await new_contact(actor, given_name="Zoë", custom_values=[replace(values[1], value="1.234")])
    return actor


def rows_of(file: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    text = io.StringIO(file.decode("utf-8-sig"), newline="")
    return list(csv.DictReader(text, delimiter=delimiter))


@pytest.mark.parametrize("separator", CsvSeparator)
async def test_a_book_that_moves_exports_the_same_bytes(
    database, tmp_path: Path, separator: CsvSeparator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(write, "BLOCK", 7)
    monkeypatch.setattr(whole, "STRIDE", 20)
    actor = await filled_owner()
    request = request_for(separator=separator, mark=True)
    file = tmp_path / "contacts.csv"
    file.write_bytes(await written(actor, request))
    elsewhere = (await new_owner()).actor
    report = await import_file(elsewhere, file, ImportOptions())
    assert (report.created, report.rejected, report.duplicates) == (82, 0, 0)
    assert (report.ignored, report.left_out) == ([], 0)
    assert await written(elsewhere, request) == file.read_bytes()


async def test_importing_it_back_changes_nothing(database, tmp_path: Path) -> None:
    actor = await filled_owner()
    file = tmp_path / "contacts.csv"
    file.write_bytes(await written(actor))
    for existing in Existing:
        report = await import_file(actor, file, ImportOptions(existing=existing))
        assert (report.created, report.updated, report.duplicates) == (0, 0, 82)
    assert await written(actor) == file.read_bytes()


async def test_no_cell_of_a_table_is_a_formula(database) -> None:
    actor = await filled_owner()
    for kind in (ExportFormat.CARNET_CSV, ExportFormat.GOOGLE_CSV, ExportFormat.OUTLOOK_CSV):
        cells = [cell for row in rows_of(await written(actor, request_for(kind)))
                 for cell in row.values() if cell]  # fmt: skip
        risky = [cell for cell in cells if cell[0] in "=+-@\t\r\n"]
        assert set(risky) <= {"+33 6 12 34 56 78", *(f"+33 6 12 {n:02} 56 78" for n in range(100))}
        if kind is ExportFormat.CARNET_CSV:
            assert risky == []


async def test_nobody_makes_a_file_too(database) -> None:
    actor = (await new_owner()).actor
    for kind in ExportFormat:
        file = await written(actor, request_for(kind))
        assert file.count(b"\r\n") == (0 if kind is ExportFormat.VCARD else 1)


async def test_the_order_is_the_list_s(database) -> None:
    actor = (await new_owner()).actor
    for name in ("Bea", "Anna", "Carla"):
        await new_contact(actor, given_name=name)
    descending = ContactSort(ContactSortField.GIVEN_NAME, SortDirection.DESC)
    file = await written(actor, request_for(sort=descending))
    assert [row["Given name"] for row in rows_of(file)] == ["Carla", "Bea", "Anna"]


async def test_a_label_a_search_or_some_contacts_are_exported_alone(database) -> None:
    actor = (await new_owner()).actor
    label = await new_label(actor)
    anna = await new_contact(actor, given_name="Anna", label_ids=[label])
    bea = await new_contact(actor, given_name="Bea")
    gone = await new_contact(actor, given_name="Carla", label_ids=[label])
    await delete_contacts(actor, SelectedIds((gone.pk,)))
    other = await new_contact((await new_owner()).actor, given_name="Else")

    async def names(chosen) -> list[str]:
        return [row["Given name"] for row in rows_of(await written(actor, request_for(
            chosen=chosen)))]  # fmt: skip

    assert await names(LabelsAny(frozenset((label,)))) == ["Anna"]
    assert await names(Search("be")) == ["Bea"]
    assert await names(Ids(frozenset((bea.pk, anna.pk, gone.pk, other.pk)))) == ["Anna", "Bea"]


async def test_the_number_of_statements_grows_by_as_many_for_each_block(
    database, statements, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(write, "BLOCK", 10)
    actor = (await new_owner()).actor
    counts = []
    for _ in range(3):
        await many_contacts(actor, 20)
        with statements() as seen:
            await written(actor)
        counts.append(len(seen))
    assert [later - earlier for earlier, later in pairwise(counts)] == [12, 12]


async def test_a_file_is_of_one_moment(database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(write, "BLOCK", 5)
    actor = (await new_owner()).actor
    await many_contacts(actor, 20)
    before = await written(actor)
    victims = await read.fetch("SELECT id FROM contact WHERE account_id = ?", (actor.account_id,))
    parts: list[bytes] = []
    begun = asyncio.Event()

    def sink(data: bytes) -> None:
        parts.append(data)
        begun.set()

    writing = asyncio.create_task(write_export(actor, request_for(), sink))
    await begun.wait()
    await delete_contacts(actor, SelectedIds(tuple(row[0] for row in victims)))
    await new_contact(actor, given_name="Later")
    await writing
    assert b"".join(parts) == before
    assert b"Later" in await written(actor)


async def test_the_loop_stays_free(database, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a block becomes text, others run."""
    actor = (await new_owner()).actor
    await many_contacts(actor, 50)
    loop, threads = asyncio.get_running_loop(), []
    plain = asyncio.to_thread

    async def counted(function, *arguments):
        threads.append(function.__name__)
        return await plain(function, *arguments)

    monkeypatch.setattr(asyncio, "to_thread", counted)
    await written(actor)
    assert threads == ["body"]
    assert loop.is_running()


async def test_a_viewer_writes_none(database) -> None:
    owner = await new_owner()
    viewer = Actor(account_id=owner.account_id, user_id=owner.user_id, role=Role.VIEWER)
    with pytest.raises(Forbidden):
        await written(viewer)


async def test_our_own_file_has_a_column_for_each_custom_field(database) -> None:
    actor = (await new_owner()).actor
    day = (await create_field(actor, "Phone 2", CustomFieldKind.DATE)).field.pk
    await create_field(actor, "Site", CustomFieldKind.URL)
    value = ValueDraft(day, "2026-11-22", CustomFieldKind.DATE)
    await new_contact(actor, given_name="Anna", custom_values=[value])
    await new_contact(actor, given_name="Bea")
    rows = rows_of(await written(actor))
    assert [row["Custom field (date): Phone 2"] for row in rows] == ["2026-11-22", ""]
    assert [row["Custom field (url): Site"] for row in rows] == ["", ""]
    assert understand("Custom field (date): Phone 2") is None


async def test_a_list_sorted_by_a_custom_field_is_written_in_its_order(
    database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(whole, "STRIDE", 2)
    actor = (await new_owner()).actor
    rank = (await create_field(actor, "Rank", CustomFieldKind.NUMBER)).field.pk
    for name, number in (("Anna", "3"), ("Bea", "10"), ("Carla", "1"), ("Dina", "2")):
        await new_contact(actor, given_name=name, custom_values=[ValueDraft(rank, number)])
    await new_contact(actor, given_name="Zoë")
    file = await written(actor, request_for(sort=ContactSort(custom_field=rank)))
    names = [row["Given name"] for row in rows_of(file)]
    assert names == ["Carla", "Dina", "Anna", "Bea", "Zoë"]
