"""Jobs on the same contacts go on one after the other, and each is undone for itself."""

from __future__ import annotations

import asyncio

import pytest

from backend.contacts import jobs  # noqa: F401 - registers the jobs
from backend.contacts.acts import ActRow, ActState
from backend.contacts.changes import LabelsChange, TextChange
from backend.contacts.drafts import ContactDraft
from backend.contacts.filters import EVERYONE
from backend.contacts.queries.acts import get_act
from backend.contacts.selections import SelectedFilter, SelectedIds
from backend.contacts.service import (
    bulk_create_contacts,
    cancel_act,
    change_contacts,
    undo_act,
)
from backend.contacts.service.change import change_batch
from backend.contacts.service.undo import undo_batch
from backend.core.database import read
from backend.core.jobs.worker import run_due_jobs
from backend.core.unit_of_work import unit_of_work
from tests.factories.contacts import new_label

EVERYBODY = SelectedFilter(EVERYONE)
COUNT = 40


@pytest.fixture(autouse=True)
def few(monkeypatch):
    """Ten contacts are many, and gone through four by four."""
    for verb in ("change", "undo"):
        monkeypatch.setattr(f"backend.contacts.service.{verb}.AT_ONCE", 10)
        monkeypatch.setattr(f"backend.contacts.service.{verb}.ACT_BATCH", 4)


@pytest.fixture
async def keys(owner) -> list[int]:
    """Contacts of one company."""
    drafts = [ContactDraft(given_name=f"Anna {nth}", company="Old") for nth in range(COUNT)]
    return list((await bulk_create_contacts(owner.actor, drafts)).ids.values())


async def companies() -> list[str]:
    """The company of every contact, in their order."""
    return [row[0] for row in await read.fetch("SELECT company FROM contact ORDER BY id")]


async def asked(actor, company: str, chosen=EVERYBODY) -> ActRow:
    """Ask for another company."""
    return (await change_contacts(actor, chosen, TextChange("company", company))).act


async def state_of(actor, act: ActRow) -> ActState:
    """How far an act came."""
    found = await get_act(actor, act.pk)
    assert found is not None
    return ActState(found.state)


async def lanes() -> None:
    """Let three lanes of a worker run all that is due, at once."""
    await asyncio.gather(*(run_due_jobs() for _ in range(3)))


async def test_of_two_at_once_the_later_wins_whole_and_each_is_undone_alone(owner, member, keys):
    one, two = await asyncio.gather(asked(owner.actor, "One"), asked(member.actor, "Two"))
    early, late = sorted((one, two), key=lambda act: act.pk)
    assert (early.state, late.state) == (ActState.QUEUED, ActState.QUEUED)
    await lanes()
    assert [await state_of(owner.actor, act) for act in (early, late)] == [ActState.DONE] * 2
    before, after = ("One", "Two") if early is one else ("Two", "One")
    assert await companies() == [after] * COUNT
    await undo_act(owner.actor, late.pk)
    await lanes()
    assert await companies() == [before] * COUNT
    await undo_act(member.actor, early.pk)
    await lanes()
    assert await companies() == ["Old"] * COUNT


async def test_undos_keep_the_order_too(owner, member, keys):
    first = await asked(owner.actor, "One")
    await lanes()
    second = await asked(member.actor, "Two")
    async with unit_of_work(member.actor) as unit:
        assert await change_batch(unit, second.pk)
    await undo_act(owner.actor, first.pk)
    await lanes()
    undone = await get_act(owner.actor, first.pk)
    assert undone is not None
    assert (undone.restored_count, undone.kept_count) == (0, COUNT), "the second came before it"
    assert await companies() == ["Two"] * COUNT
    await undo_act(member.actor, second.pk)
    await lanes()
    assert await companies() == ["One"] * COUNT


async def test_a_few_wait_only_for_a_job_that_is_still_to_come_to_them(owner, member, keys):
    await asked(owner.actor, "One")
    async with unit_of_work(owner.actor) as unit:
        running = await asked_of(unit)
        assert await change_batch(unit, running)
    gone_through = await asked(member.actor, "Two", SelectedIds(tuple(keys[:4])))
    to_come = await asked(member.actor, "Three", SelectedIds(tuple(keys[2:6])))
    assert (gone_through.state, to_come.state) == (ActState.DONE, ActState.QUEUED)
    await lanes()
    expected = ["Two"] * 2 + ["Three"] * 4 + ["One"] * (COUNT - 6)
    assert await companies() == expected
    assert (await undo_act(member.actor, to_come.pk)).act.state == ActState.UNDONE
    assert await companies() == ["Two"] * 4 + ["One"] * (COUNT - 4)


async def asked_of(unit) -> int:
    """The act that goes on."""
    rows = await unit.fetch("SELECT id FROM contact_act WHERE state = 'queued'")
    return int(rows[0][0])


async def test_a_few_wait_for_an_undo_that_is_still_to_come_to_them(owner, keys):
    first = await asked(owner.actor, "One")
    await lanes()
    await undo_act(owner.actor, first.pk)
    async with unit_of_work(owner.actor) as unit:
        assert await undo_batch(unit, first.pk)
    done = await asked(owner.actor, "Two", SelectedIds((keys[0],)))
    waits = await asked(owner.actor, "Three", SelectedIds((keys[9],)))
    assert (done.state, waits.state) == (ActState.DONE, ActState.QUEUED)
    await lanes()
    assert await state_of(owner.actor, first) == ActState.UNDONE
    assert await companies() == ["Two", *["Old"] * 8, "Three", *["Old"] * (COUNT - 10)]


async def test_one_that_is_stopped_or_failed_for_good_holds_nobody_up(owner, stranger, keys):
    stopped, failed, last = [await asked(owner.actor, name) for name in ("One", "Two", "Three")]
    await cancel_act(owner.actor, stopped.pk)
    async with unit_of_work(owner.actor) as unit:
        await unit.execute(
            "UPDATE job SET failed_at = 1 WHERE unique_key = ?", (f"run_contact_act:{failed.pk}",)
        )
    label = await new_label(stranger.actor)
    other = await change_contacts(stranger.actor, EVERYBODY, LabelsChange((label,)))
    assert other.act.state == ActState.DONE
    await lanes()
    assert await companies() == ["Three"] * COUNT
    assert await state_of(owner.actor, last) == ActState.DONE
