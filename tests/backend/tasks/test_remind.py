"""Reminders and calendars: what reaches people outside of the interface."""

from __future__ import annotations

from datetime import timedelta

import pytest
from icalendar import Calendar

from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts
from backend.core.jobs.worker import run_due_jobs
from backend.core.paging import PageRequest
from backend.core.settings import settings
from backend.notifications.queries import count_notifications, notifications_page
from backend.notifications.service import forget_old_notifications, mark_read
from backend.tasks import jobs  # noqa: F401 - the handler
from backend.tasks.rules import TITLE_LENGTH
from backend.tasks.service import TaskChanges, complete_task, create_feed, feed_path, update_task
from backend.tasks.service.feeds import revoke_feed
from tests.factories.contacts import new_contact
from tests.factories.tasks import new_task

ALL = PageRequest.of(200)


def letters() -> list[str]:
    folder = settings().data_dir / "outbox"
    return [file.read_text() for file in sorted(folder.glob("*.eml"))] if folder.exists() else []


async def told(person):
    return [(each.kind, each.title) for each in (await notifications_page(person.actor, ALL)).rows]


async def test_a_reminder_comes_in_time_once_by_notification_and_letter(owner, clock):
    anna = await new_contact(owner.actor, given_name="Élodie")
    at = clock.now + timedelta(hours=3)
    await new_task(owner.actor, "Rappeler", anna.pk, "demain à 15h", remind_at=at)
    assert await run_due_jobs() == 0
    clock.advance(hours=3)
    await run_due_jobs()
    assert await told(owner) == [("task_reminder", "Rappeler")]
    [letter] = letters()
    assert "Rappel : Rappeler" in letter
    assert "Pour Élodie." in letter
    assert "mardi 10 mars 2026, 15:00" in letter
    assert f"/contacts/{anna.id}" in letter


@pytest.mark.parametrize("why", ["completed", "moved", "trash", "nobody"])
async def test_nobody_is_reminded_of_what_needs_no_reminding(owner, clock, why):
    anna = await new_contact(owner.actor)
    at = clock.now + timedelta(hours=1)
    task = await new_task(owner.actor, "Call", anna.pk, remind_at=at)
    match why:
        case "completed":
            await complete_task(owner.actor, task.pk)
        case "moved":
            later = TaskChanges(remind_at=at + timedelta(hours=5))
            await update_task(owner.actor, task.pk, 1, later)
        case "trash":
            await delete_contacts(owner.actor, SelectedIds((anna.pk,)))
        case "nobody":
            await update_task(owner.actor, task.pk, 1, TaskChanges(assignee=None))
    clock.advance(hours=2)
    await run_due_jobs()
    assert await told(owner) == []
    if why == "moved":
        clock.advance(hours=5)
        await run_due_jobs()
        assert len(await told(owner)) == 1


async def test_notifications_are_read_by_their_owner_and_forgotten_in_time(owner, member, clock):
    for title in ("one", "two"):
        await new_task(owner.actor, title, assignee=member.membership_id)
    page = await notifications_page(member.actor, PageRequest.of(1))
    assert [row.title for row in page.rows] == ["two"]
    assert await mark_read(owner.actor, [page.rows[0].pk]) == 0
    assert await count_notifications(member.actor, unread=True) == 2
    assert await mark_read(member.actor, [page.rows[0].pk]) == 1
    assert await mark_read(member.actor) == 0
    clock.advance(days=181)
    await forget_old_notifications()
    assert await told(member) == []


async def test_a_calendar_reads_the_tasks_of_its_owner(owner, member, http, clock):
    anna = await new_contact(owner.actor, given_name="Anna; and, co")
    later = clock.now + timedelta(days=1)
    await new_task(owner.actor, "Write: a, b; c\\d", anna.pk, "tomorrow", remind_at=later)
    await new_task(owner.actor, "x" * TITLE_LENGTH, due="tomorrow at 9:00", assignee=None)
    await new_task(owner.actor, "Theirs", due="tomorrow", assignee=member.membership_id)
    await new_task(owner.actor, "Some day")
    path = feed_path(await create_feed(owner.actor))
    answer = await http.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    shown = {str(event["summary"]): event for event in events}
    assert set(shown) == {"Write: a, b; c\\d · Anna; and, co", "x" * TITLE_LENGTH}
    written = shown["Write: a, b; c\\d · Anna; and, co"]
    assert written.decoded("dtstart").isoformat() == "2026-03-10"
    [alarm] = written.walk("VALARM")
    assert alarm.decoded("trigger") == later
    timed = shown["x" * TITLE_LENGTH]
    assert timed.decoded("dtstart").isoformat() == "2026-03-10T08:00:00+00:00"
    assert all(len(line) <= 75 for line in answer.content.split(b"\r\n"))


async def test_a_calendar_is_sent_again_only_when_it_changed(owner, http):
    task = await new_task(owner.actor, "Write", due="tomorrow")
    path = feed_path(await create_feed(owner.actor))
    etag = (await http.get(path)).headers["etag"]
    known = await http.get(path, headers={"If-None-Match": f'"other", W/{etag}'})
    assert (known.status_code, known.content) == (304, b"")
    await complete_task(owner.actor, task.pk)
    assert (await http.get(path, headers={"If-None-Match": etag})).status_code == 200


async def test_a_secret_address_ends_with_its_revocation_and_with_a_new_one(owner, http):
    first = feed_path(await create_feed(owner.actor))
    second = feed_path(await create_feed(owner.actor))
    assert (await http.get(first)).status_code == 404
    assert (await http.get(second)).status_code == 200
    await revoke_feed(owner.actor)
    assert (await http.get(second)).status_code == 404
    assert (await http.get("/calendars/%00.ics")).status_code == 404
