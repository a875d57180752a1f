"""What a caller hands in to make or change a task, and what of it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Final

from backend.accounts.service.people import get_member, member_of_user
from backend.contacts.errors import ContactDeleted
from backend.contacts.service.finding import contacts_by_id
from backend.core.errors import NotFound, Required
from backend.core.permissions import Actor
from backend.core.text import clean_line
from backend.tasks.due import Due, Moment, read_due
from backend.tasks.errors import AssigneeUnknown, ReminderPast
from backend.tasks.rules import TITLE_LENGTH


class Unset(Enum):
    """What an edit leaves as it is; ``None`` clears it."""

    UNSET = "unset"


UNSET: Final = Unset.UNSET


@dataclass(frozen=True, slots=True)
class DueDraft:
    """A due date, said in one of three ways: in words, as a day, as an instant."""

    words: str | None = None
    on: date | None = None
    at: datetime | None = None

    def read(self, moment: Moment) -> Due | None:
        """Return the due date, None for blank words.

        Raises:
            DueNotUnderstood, DueOutOfRange
        """
        if self.at is not None:
            return Due.at_instant(self.at, moment.zone)
        if self.on is not None:
            return Due.of(self.on, None, moment.zone)
        words = (self.words or "").strip()
        return read_due(words, moment) if words else None


@dataclass(frozen=True, slots=True)
class TaskDraft:
    """A task to add. ``due_in_title``: a due date with which the title ends is taken off it.

    ``assignee`` is the key of a member, None for nobody; whoever makes the task when left out.
    """

    title: str
    contact_id: int | None = None
    due: DueDraft | None = None
    due_in_title: bool = False
    remind_at: datetime | None = None
    assignee: int | Unset | None = UNSET


@dataclass(frozen=True, slots=True)
class TaskChanges:
    """A change of a task; what is left out stays."""

    title: str | Unset = UNSET
    contact_id: int | Unset | None = UNSET
    due: DueDraft | Unset | None = UNSET
    remind_at: datetime | Unset | None = UNSET
    assignee: int | Unset | None = UNSET


def clean_title(title: str) -> str:
    """Return a title as it is kept.

    Raises:
        Required, TooLong, InvalidCharacters
    """
    clean = clean_line(title, ("title",), maximum=TITLE_LENGTH)
    if clean is None:
        raise Required(("title",))
    return clean


def clean_reminder(remind_at: datetime | None, moment: Moment) -> datetime | None:
    """Return the time of a reminder.

    Raises:
        ReminderPast
        DueOutOfRange: it lies centuries away.
    """
    if remind_at is None:
        return None
    Due.at_instant(remind_at, moment.zone, ("remindAt",))
    if remind_at <= moment.now:
        raise ReminderPast(("remindAt",))
    return remind_at


async def own_contact(actor: Actor, contact_id: int | None) -> int | None:
    """Return a contact of the account that a task may be for.

    Raises:
        NotFound, ContactDeleted
    """
    if contact_id is None:
        return None
    found = (await contacts_by_id(actor, (contact_id,))).get(contact_id)
    if found is None:
        raise NotFound(("contactId",))
    if found.deleted_micros is not None:
        raise ContactDeleted(("contactId",))
    return contact_id


@dataclass(frozen=True, slots=True)
class Assignee:
    """Who is to do a task."""

    user_id: int
    name: str


async def assignee_of(actor: Actor, member_id: int | Unset | None) -> Assignee | None:
    """Return the person of a member; the actor themselves where nobody was named.

    Raises:
        AssigneeUnknown: no member of the account.
    """
    if member_id is None:
        return None
    if isinstance(member_id, Unset):
        own = actor.user_id and await member_of_user(actor.account_id, actor.user_id)
        return Assignee(own.user_id, own.name) if own else None
    member = await get_member(actor.account_id, member_id)
    if member is None:
        raise AssigneeUnknown(("assigneeId",))
    return Assignee(member.user_id, member.name)
