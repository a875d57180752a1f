"""Tasks with their contacts: filters, fields, merges, the trash, the end, live lists."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

from backend.contacts.drafts import ContactChanges
from backend.contacts.filter_input import parse_filter
from backend.contacts.live import FollowedList, follow_list
from backend.contacts.queries.pages import contacts_page
from backend.contacts.rows import NOTHING
from backend.contacts.selections import SelectedIds
from backend.contacts.service import (
    delete_contacts,
    purge_deleted_contacts,
    update_contact,
)
from backend.contacts.sorting import ContactSort
from backend.core.change_log import current_sequence
from backend.core.database import read
from backend.core.paging import PageRequest
from backend.core.registry import personal_data
from backend.core.unit_of_work import unit_of_work
from backend.duplicates.service import undo_merge
from backend.tasks import registrations  # noqa: F401 - contacts take their tasks along
from backend.tasks.live import follow_tasks
from backend.tasks.service import complete_task, delete_task, reopen_task, restore_task
from tests.backend.duplicates.merging import merge
from tests.factories.contacts import new_contact, read_contact
from tests.factories.personal_data import gathered
from tests.factories.tasks import new_task

WITH_TASK = parse_filter({"has": "OPEN_TASK"})
WITHOUT = parse_filter({"lacks": "OPEN_TASK"})


async def chosen(actor, filter):
    page = await contacts_page(actor, filter, ContactSort(), PageRequest.of(50))
    return [row.display_name for row in page.rows]


async def test_contacts_are_found_by_their_open_tasks(owner):
    anna = await new_contact(owner.actor, given_name="Anna")
    await new_contact(owner.actor, given_name="Berta")
    task = await new_task(owner.actor, "Call", anna.pk)
    both = (["Anna"], ["Berta"])
    assert (await chosen(owner.actor, WITH_TASK), await chosen(owner.actor, WITHOUT)) == both
    other = await new_task(owner.actor, "Write", anna.pk)
    await complete_task(owner.actor, task.pk)
    assert await chosen(owner.actor, WITH_TASK) == ["Anna"]
    # An edit of the contact keeps what tasks noted of it.
    version = (await read_contact(owner.actor, anna.pk)).version
    assert version == anna.version, "whoever edits it meanwhile is not interrupted"
    await update_contact(owner.actor, anna.pk, version, ContactChanges(company="Acme"))
    assert await chosen(owner.actor, WITH_TASK) == ["Anna"]
    await delete_task(owner.actor, other.pk)
    assert await chosen(owner.actor, WITH_TASK) == []
    await restore_task(owner.actor, other.pk)
    await reopen_task(owner.actor, task.pk)
    assert await chosen(owner.actor, WITH_TASK) == ["Anna"]


async def next_of(stream):
    return await asyncio.wait_for(anext(stream), 10)


async def test_an_open_list_sees_who_gets_a_task(owner):
    anna = await new_contact(owner.actor, given_name="Anna")
    place = await current_sequence(owner.account_id)
    followed = FollowedList(owner.actor, WITH_TASK, ContactSort(), NOTHING)
    async with aclosing(follow_list(followed, place)) as changes:
        task = await new_task(owner.actor, "Call", anna.pk)
        entered = await next_of(changes)
        assert [each.contact.pk for each in entered.entered] == [anna.pk]
        await complete_task(owner.actor, task.pk)
        assert (await next_of(changes)).left == [anna.pk]


async def test_a_merge_brings_the_tasks_and_undoing_it_gives_them_back(owner):
    anna = await new_contact(owner.actor, given_name="Anna")
    ana = await new_contact(owner.actor, given_name="Ana")
    task = await new_task(owner.actor, "Call", ana.pk)
    done = await merge(owner.actor, anna, ana)
    assert await chosen(owner.actor, WITH_TASK) == ["Anna"]
    moved = await read.fetch_value("SELECT contact_id FROM task WHERE id = ?", (task.pk,))
    assert moved == anna.pk
    await undo_merge(owner.actor, done.id)
    assert await chosen(owner.actor, WITH_TASK) == ["Ana"]
    assert await chosen(owner.actor, WITHOUT) == ["Anna"]


async def test_the_end_of_a_contact_is_that_of_its_tasks(owner, clock):
    anna = await new_contact(owner.actor)
    berta = await new_contact(owner.actor)
    await new_task(owner.actor, "Secret plan", anna.pk)
    await new_task(owner.actor, "Other plan", berta.pk)
    data = personal_data.entries["tasks"]
    assert [row["title"] for row in await gathered(data, owner.actor, berta.pk)] == ["Other plan"]
    async with unit_of_work(owner.actor) as unit:
        await data.erase(unit, berta.pk)
    await delete_contacts(owner.actor, SelectedIds((anna.pk,)))
    clock.advance(days=31)
    await purge_deleted_contacts()
    assert await read.fetch_value("SELECT COUNT(*) FROM task") == 0
    logged = await read.fetch("SELECT payload FROM change WHERE subject_type = 'Task'")
    assert not any("Secret" in payload for (payload,) in logged)


async def test_lists_of_tasks_hear_what_happens_to_them(owner, member):
    anna = await new_contact(owner.actor)
    place = await current_sequence(owner.account_id)
    async with aclosing(follow_tasks(owner.actor, None, place, NOTHING)) as changes:
        task = await new_task(member.actor, "Call", anna.pk)
        [told] = (await next_of(changes)).changed
        assert (told.title, told.contact.pk) == ("Call", anna.pk)
        await delete_task(member.actor, task.pk)
        assert (await next_of(changes)).gone == [task.id]
        await restore_task(member.actor, task.pk)
        assert len((await next_of(changes)).changed) == 1
        await delete_contacts(member.actor, SelectedIds((anna.pk,)))
        assert (await next_of(changes)).reset


PAGE = """{ contacts(first: 10, sort: {field: GIVEN_NAME}) { edges { node {
  givenName openTaskCount nextTask { title assignee { name } }
  openTasks(first: 5) { title } } } } }"""


async def test_contacts_say_how_many_tasks_they_have_and_the_next(owner, ask_as):
    anna = await new_contact(owner.actor, given_name="Anna")
    await new_contact(owner.actor, given_name="Berta")
    await new_task(owner.actor, "Later", anna.pk, "in 3 weeks")
    await new_task(owner.actor, "Sooner", anna.pk, "tomorrow")
    ask = ask_as(owner)
    await ask.data(PAGE)
    with read.statements() as statements:
        edges = (await ask.data(PAGE))["contacts"]["edges"]
    anna_shown, berta_shown = (edge["node"] for edge in edges)
    assert (anna_shown["openTaskCount"], berta_shown["openTaskCount"]) == (2, 0)
    assert anna_shown["nextTask"]["title"] == "Sooner"
    assert [task["title"] for task in anna_shown["openTasks"]] == ["Sooner", "Later"]
    assert berta_shown["nextTask"] is None
    assert sum("FROM task" in each or "JOIN task" in each for each in statements) == 3
