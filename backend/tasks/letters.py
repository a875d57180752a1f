"""What people are written about tasks, in their language and their time zone."""

from __future__ import annotations

from datetime import datetime

from babel.dates import format_date, format_time

from backend.accounts.service.people import Whereabouts
from backend.core.locale import translate
from backend.core.mail import Letter
from backend.core.settings import settings
from backend.tasks.rows import TaskRow

_FORMATS = {"en": "en_GB", "fr": "fr_FR", "it": "it_IT"}


def reminder_letter(reader: Whereabouts, task: TaskRow, contact: str | None) -> Letter:
    """Remind somebody of a task."""
    locale = reader.locale
    about = [task.title]
    if contact:
        about.append(translate(locale, "For {contact}.", contact=contact))
    due = _due(reader, task)
    if due:
        about.append(translate(locale, "Due {when}.", when=due))
    where = f"/contacts/{task.contact_id}" if task.contact_id else "/tasks"
    return Letter(
        to=reader.email,
        subject=translate(locale, "Reminder: {title}", title=task.title),
        paragraphs=[translate(locale, "Hello {name},", name=reader.name), *about],
        link=f"{settings().public_url}{where}",
    )


def calendar_name(locale: str) -> str:
    """Return what a calendar calls the tasks that it reads."""
    return translate(locale, "Carnet tasks")


def _due(reader: Whereabouts, task: TaskRow) -> str | None:
    words = _FORMATS.get(reader.locale, "en_GB")
    if task.due_at is not None:
        local: datetime = task.due_at.astimezone(reader.zone)
        day = format_date(local.date(), "full", locale=words)
        return f"{day}, {format_time(local.time(), 'short', locale=words)}"
    return format_date(task.due_on, "full", locale=words) if task.due_on else None
