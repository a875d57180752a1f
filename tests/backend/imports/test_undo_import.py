"""An import taken back: contacts as they were, and nothing left of what it made."""

from __future__ import annotations

import pytest

from backend.contacts.drafts import ContactChanges, EmailDraft
from backend.contacts.service import undo, update_contact
from backend.core.unit_of_work import unit_of_work
from backend.custom_fields.kinds import CustomFieldKind
from backend.custom_fields.service import fields_of
from backend.domains import load_jobs
from backend.imports.choices import Existing
from backend.imports.service.configure import Configuration, configure_import
from backend.imports.service.undo import preview_undo, undo_import
from backend.imports.states import ImportState
from backend.imports.targets import NewFieldTarget
from backend.labels.queries import list_labels
from backend.labels.service import update_label
from tests.backend.imports.conftest import Book, table
from tests.factories.contacts import new_contact, new_label
from tests.factories.imports import (
    counts_of,
    imported_people,
    new_import,
    read_import,
    run_import,
)

load_jobs()


async def test_an_undo_puts_back_what_nobody_changed_since(book: Book) -> None:
    label = await new_label(book.actor, "kept")
    email = EmailDraft("p0@example.org")
    await new_contact(book.actor, given_name="Anna", emails=[email], label_ids=[label])
    before = {row.pk: row for row in await book.contacts()}
    rows = imported_people(4, Company="Studio", Labels="imported;other", Birthday="1980-05-01")
    found = await new_import(book.actor, table(rows))
    await configure_import(
        book.actor,
        found.pk,
        Configuration(
            targets={4: NewFieldTarget(CustomFieldKind.DATE, "Birth day")},
            existing=Existing.OVERWRITE,
            label_ids=(label,),
            new_labels=("Fair",),
        ),
    )
    done = await run_import(book.actor, found)
    assert (done.state, counts_of(done)) == (ImportState.DONE, (4, 3, 1, 0, 0))
    assert {name.name for name in await list_labels(book.actor)} == {
        "kept",
        "imported",
        "other",
        "Fair",
    }
    [field] = await fields_of(book.actor.account_id)
    assert (field.name, field.contact_count) == ("Birth day", 4)
    changed = (await book.contacts())[-1]
    await update_contact(
        book.actor, changed.pk, changed.version, ContactChanges(given_name="Later")
    )
    preview = await preview_undo(book.actor, found.pk)
    assert (preview.contact_count, preview.kept) == (4, [(changed.pk, "Later")])
    await undo_import(book.actor, found.pk)
    undone = await read_import(book.actor, found.pk)
    assert undone.state is ImportState.UNDONE
    assert undone.undone is not None
    assert undone.undone.kept_ids == [changed.pk]
    left = {row.pk: row for row in await book.contacts()}
    assert set(left) == {*before, changed.pk}
    restored = left[min(before)]
    assert (restored.given_name, restored.company) == ("Anna", None)
    # What the contact that stays still has, stays.
    assert {name.name for name in await list_labels(book.actor)} == {
        "kept",
        "imported",
        "other",
        "Fair",
    }
    assert len(await fields_of(book.actor.account_id)) == 1


async def test_labels_and_fields_that_nothing_uses_any_more_go_with_the_undo(book: Book) -> None:
    found = await new_import(
        book.actor, table(imported_people(2, Labels="imported", Birthday="1980-05-01"))
    )
    await configure_import(
        book.actor,
        found.pk,
        Configuration(targets={3: NewFieldTarget(CustomFieldKind.DATE, "Birth day")}),
    )
    await run_import(book.actor, found)
    await undo_import(book.actor, found.pk)
    assert await list_labels(book.actor) == []
    assert await fields_of(book.actor.account_id) == []


async def test_a_label_that_a_later_import_used_too_goes_with_the_later_undo(book: Book) -> None:
    found = []
    for start in (0, 2):
        people = imported_people(4, Labels="Fair;Show")[start : start + 2]
        found.append(await new_import(book.actor, table(people)))
        await run_import(book.actor, found[-1])
    await undo_import(book.actor, found[0].pk)
    fair, show = await list_labels(book.actor)
    await update_label(book.actor, show.pk, show.version, name="Own by now")
    await undo_import(book.actor, found[1].pk)
    assert [label.name for label in await list_labels(book.actor)] == ["Own by now"]
    assert fair.name == "Fair"


async def test_an_undo_by_a_job_ends_with_nothing_left_of_the_import(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undo, "AT_ONCE", 1)
    found = await new_import(book.actor, table(imported_people(3, Labels="imported")))
    await run_import(book.actor, found)
    await undo_import(book.actor, found.pk)
    undoing = await read_import(book.actor, found.pk)
    assert undoing.state is ImportState.UNDOING
    assert undoing.act is not None
    async with unit_of_work(book.actor) as unit:
        while await undo.undo_batch(unit, undoing.act.pk):
            await unit.flush()
    assert (await read_import(book.actor, found.pk)).state is ImportState.UNDONE
    assert await list_labels(book.actor) == []
