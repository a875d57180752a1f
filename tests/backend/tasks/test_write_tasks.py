"""Adding, changing, completing and deleting tasks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from backend.contacts.errors import ContactDeleted
from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts
from backend.core.change_log import changes_after
from backend.core.errors import Forbidden, NotFound, Required, StaleVersion
from backend.core.paging import PageRequest
from backend.notifications.queries import notifications_page
from backend.tasks.errors import (
    AssigneeUnknown,
    DueOutOfRange,
    DueTwice,
    ReminderPast,
    TaskDeleted,
)
from backend.tasks.filters import TaskFilter
from backend.tasks.queries import task_counts, tasks_page
from backend.tasks.rules import TaskState, Week
from backend.tasks.service import (
    DueDraft,
    TaskChanges,
    TaskDraft,
    complete_task,
    create_task,
    delete_task,
    purge_deleted_tasks,
    reopen_task,
    restore_task,
    update_task,
)
from tests.factories.contacts import new_contact
from tests.factories.tasks import new_task

ALL = PageRequest.of(200)


async def titles(actor, chosen=TaskFilter(), **page):  # noqa: B008 - a frozen value
    found = await tasks_page(actor, chosen, PageRequest.of(**page) if page else ALL)
    return [row.title for row in found.rows]


async def facts(actor):
    return [
        (each.kind, each.payload)
        for each in await changes_after(actor.account_id, 0, limit=200, subject_types=("Task",))
    ]


async def test_a_task_is_its_maker_s_and_due_when_the_title_says(owner, clock):
    anna = await new_contact(owner.actor)
    task = await new_task(owner.actor, "Call back next Friday at 3pm", anna.pk, due_in_title=True)
    assert (task.title, task.due_on) == ("Call back", date(2026, 3, 20))
    assert task.due_at == datetime(2026, 3, 20, 14, tzinfo=UTC), "three in Paris"
    assert task.assignee is not None
    assert task.assignee.name == owner.name
    [(kind, payload)] = await facts(owner.actor)
    assert kind == "task.created"
    assert payload["contact_id"] == anna.pk
    assert (payload["title"], payload["due"]) == ("Call back", "2026-03-20")


async def test_the_same_key_makes_one_task(owner):
    first = await create_task(owner.actor, TaskDraft("Call"), idempotency_key="k")
    again = await create_task(owner.actor, TaskDraft("Call"), idempotency_key="k")
    assert first.task.pk == again.task.pk
    assert await titles(owner.actor) == ["Call"]


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        (TaskDraft("  "), Required),
        (TaskDraft("x", due=DueDraft(on=date(9999, 12, 31))), DueOutOfRange),
        (
            TaskDraft("x", due=DueDraft(at=datetime(9999, 12, 31, 23, 59, tzinfo=UTC))),
            DueOutOfRange,
        ),
        (TaskDraft("x", due=DueDraft(words="31/12/9999")), DueOutOfRange),
        (TaskDraft("x tomorrow", due=DueDraft(words="friday"), due_in_title=True), DueTwice),
        (TaskDraft("x", remind_at=datetime(2020, 1, 1, tzinfo=UTC)), ReminderPast),
        (TaskDraft("x", assignee=999_999), AssigneeUnknown),
        (TaskDraft("x", contact_id=999_999), NotFound),
    ],
)
async def test_refuses(owner, draft, refusal):
    with pytest.raises(refusal):
        await create_task(owner.actor, draft)
    assert await titles(owner.actor) == []


async def test_only_the_account_s_own_people_may(owner, stranger, viewer):
    anna = await new_contact(owner.actor)
    task = await new_task(owner.actor, "Call", anna.pk)
    with pytest.raises(Forbidden):
        await complete_task(viewer.actor, task.pk)
    with pytest.raises(NotFound):
        await complete_task(stranger.actor, task.pk)
    with pytest.raises(NotFound):
        await create_task(stranger.actor, TaskDraft("x", contact_id=anna.pk))
    assert await titles(stranger.actor, TaskFilter(contact_id=anna.pk)) == []


async def test_the_second_to_save_sees_what_the_first_saved(owner, member):
    task = await new_task(owner.actor, "Call")
    saved = await update_task(
        member.actor, task.pk, task.version, TaskChanges(due=DueDraft(words="demain"))
    )
    assert saved.task.version == 2
    with pytest.raises(StaleVersion):
        await update_task(owner.actor, task.pk, task.version, TaskChanges(title="Call Anna"))
    unchanged = await update_task(owner.actor, task.pk, 2, TaskChanges(title="Call"))
    assert unchanged.task.version == 2
    cleared = await update_task(owner.actor, task.pk, 2, TaskChanges(due=None, assignee=None))
    assert (cleared.task.due_on, cleared.task.assignee) == (None, None)
    _, payload = (await facts(owner.actor))[-1]
    assert payload["fields"] == ["due", "assignee"]
    assert payload["before"]["assignee"] == owner.name


async def test_completing_and_deleting_are_undone(owner):
    task = await new_task(owner.actor, "Call")
    done = await complete_task(owner.actor, task.pk)
    assert (done.task.state, done.task.completed_by) == (TaskState.COMPLETED, owner.name)
    assert (await complete_task(owner.actor, task.pk)).task.version == done.task.version
    completed = TaskFilter(state=TaskState.COMPLETED)
    assert (await titles(owner.actor), await titles(owner.actor, completed)) == ([], ["Call"])
    await reopen_task(owner.actor, task.pk)
    await delete_task(owner.actor, task.pk)
    assert await titles(owner.actor) == []
    with pytest.raises(TaskDeleted):
        await update_task(owner.actor, task.pk, 4, TaskChanges(title="x"))
    await restore_task(owner.actor, task.pk)
    assert await titles(owner.actor) == ["Call"]
    assert [kind for kind, _ in await facts(owner.actor)] == [
        *("task.created", "task.completed", "task.reopened", "task.deleted", "task.restored")
    ]


async def test_a_deleted_task_is_erased_in_time(owner, clock):
    task = await new_task(owner.actor, "Call")
    await delete_task(owner.actor, task.pk)
    clock.advance(days=29)
    assert await purge_deleted_tasks() == 0
    clock.advance(days=2)
    assert await purge_deleted_tasks() == 1
    with pytest.raises(NotFound):
        await restore_task(owner.actor, task.pk)


async def test_who_is_given_a_task_by_another_is_told(owner, member):
    await new_task(owner.actor, "Mine")
    await new_task(owner.actor, "Yours", assignee=member.membership_id)
    told = (await notifications_page(member.actor, ALL)).rows
    assert [(each.title, each.actor_name) for each in told] == [("Yours", owner.name)]
    assert (await notifications_page(owner.actor, ALL)).rows == []


async def test_lists_are_in_the_order_of_days_and_paged_by_keys(owner, clock):
    said = ("tomorrow at 9", "tomorrow", None, "yesterday's", "in 40 days", "today")
    for words in said:
        if words == "yesterday's":
            await create_task(owner.actor, TaskDraft(words, due=DueDraft(on=date(2026, 3, 8))))
        else:
            await new_task(owner.actor, words or "undated", due=words)
    expected = ["yesterday's", "today", "tomorrow", "tomorrow at 9", "in 40 days", "undated"]
    assert await titles(owner.actor) == expected
    first = await tasks_page(owner.actor, TaskFilter(), PageRequest.of(4))
    assert (first.has_next, first.has_previous) == (True, False)
    from backend.core.paging import encode_key

    after = encode_key(first.keys[-1])
    assert await titles(owner.actor, first=4, after=after) == expected[4:]
    assert await titles(owner.actor, last=2, before=after) == expected[1:3]
    counts = await task_counts(owner.actor, TaskFilter(), Week(date(2026, 3, 9)))
    assert (counts.overdue, counts.today, counts.this_week) == (1, 1, 2)
    assert (counts.later, counts.undated, counts.open) == (1, 1, 6)
    this_week = TaskFilter(due_from=date(2026, 3, 10), due_until=date(2026, 3, 15))
    assert await titles(owner.actor, this_week) == ["tomorrow", "tomorrow at 9"]


async def test_tasks_of_contacts_in_the_trash_are_hidden_with_them(owner):
    anna = await new_contact(owner.actor)
    task = await new_task(owner.actor, "Call", anna.pk)
    await new_task(owner.actor, "Tidy up")
    await delete_contacts(owner.actor, SelectedIds((anna.pk,)))
    assert await titles(owner.actor) == ["Tidy up"]
    await delete_task(owner.actor, task.pk)
    with pytest.raises(ContactDeleted):
        await restore_task(owner.actor, task.pk)


async def test_an_edit_from_another_time_zone_does_not_move_the_day(owner, member):
    late = datetime(2027, 1, 5, 23, 30, tzinfo=UTC)
    task = (await create_task(owner.actor, TaskDraft("x", due=DueDraft(at=late)))).task
    assert task.due_on == date(2027, 1, 6), "half past midnight in Paris"
    from backend.core.unit_of_work import unit_of_work

    async with unit_of_work(member.actor) as unit:
        await unit.execute(
            "UPDATE user_account SET time_zone = 'America/New_York' WHERE id = ?",
            (member.user_id,),
        )
    renamed = (await update_task(member.actor, task.pk, 1, TaskChanges(title="y"))).task
    assert (renamed.due_on, renamed.due_at) == (task.due_on, late)
    assert renamed.updated_at - task.updated_at < timedelta(minutes=1)
