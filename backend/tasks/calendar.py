"""A person's tasks as an iCalendar file.

Tasks are events that take no time: few calendars show the to-dos of a feed they subscribe to.

Source: RFC 5545 and RFC 7986.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event

from backend.accounts.service.people import Whereabouts
from backend.core.clock import from_micros
from backend.tasks.letters import calendar_name
from backend.tasks.rows import TaskRow

MOST = 2000
"""Tasks that one calendar has: those that are due first."""
SHOWN_FOR = timedelta(days=90)
"""How long what is overdue stays in it."""
_REFRESH = timedelta(minutes=15)
"""How often calendars are asked to read it again; said twice below, by two names."""
_LENGTH = timedelta(minutes=30)


def calendar_of(tasks: Sequence[TaskRow], reader: Whereabouts, public_url: str) -> bytes:
    """Return the file; the same for the same tasks, byte by byte."""
    calendar = Calendar()
    calendar.add("prodid", "-//Carnet//Tasks//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", calendar_name(reader.locale))
    calendar.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT15M")
    for task in tasks:
        calendar.add_component(_event(task, public_url))
    written: bytes = calendar.to_ical()
    return written


def _event(task: TaskRow, public_url: str) -> Event:
    event = Event()
    host = public_url.partition("://")[2].partition("/")[0].partition(":")[0]
    event.add("uid", f"task-{task.pk}@{host}")
    event.add("dtstamp", from_micros(task.updated_micros))
    event.add("sequence", task.version)
    name = task.contact.display_name if task.contact else None
    event.add("summary", f"{task.title} · {name}" if name else task.title)
    if task.due_at is not None:
        event.add("dtstart", task.due_at)
        event.add("dtend", task.due_at + _LENGTH)
    elif task.due_on is not None:
        event.add("dtstart", task.due_on)
        event.add("dtend", task.due_on + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    where = f"/contacts/{task.contact_id}" if task.contact_id else "/tasks"
    event.add("url", f"{public_url}{where}")
    if task.remind_at is not None:
        event.add_component(_alarm(task.title, task.remind_at))
    return event


def _alarm(title: str, at: datetime) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", at)
    return alarm
