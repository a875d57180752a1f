"""What a caller hands in to make or change a card, and what of it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final
from unicodedata import category

from backend.accounts.rules.places import check_currency
from backend.accounts.service.people import get_member
from backend.contacts.drafts import ContactDraft, EmailDraft
from backend.contacts.errors import ContactDeleted
from backend.contacts.service import add_contacts
from backend.contacts.service.finding import contacts_by_id
from backend.core.errors import NotFound, Refusals, Required
from backend.core.money import Money
from backend.core.permissions import Actor
from backend.core.text import clean_line
from backend.core.unit_of_work import UnitOfWork
from backend.tasks.errors import AssigneeUnknown
from backend.workflows.errors import ValueOutOfRange
from backend.workflows.limits import MAX_VALUE_MINOR, TITLE_LENGTH
from backend.workflows.service.placing import AT_THE_END, Beside


class Unset(Enum):
    """What an edit leaves as it is; ``None`` clears it."""

    UNSET = "unset"


UNSET: Final = Unset.UNSET


@dataclass(frozen=True, slots=True)
class PersonDraft:
    """A contact made on the spot."""

    name: str
    email: str | None = None


@dataclass(frozen=True, slots=True)
class CardDraft:
    """A card to add. ``assignee`` is the key of a member."""

    step_id: int
    title: str | None = None
    contact_id: int | None = None
    new_contact: PersonDraft | None = None
    value: Money | None = None
    due_on: date | None = None
    assignee: int | None = None
    beside: Beside = AT_THE_END


@dataclass(frozen=True, slots=True)
class CardChanges:
    """A change of a card; what is left out stays."""

    title: str | Unset | None = UNSET
    contact_id: int | Unset | None = UNSET
    value: Money | Unset | None = UNSET
    due_on: date | Unset | None = UNSET
    assignee: int | Unset | None = UNSET
    lost_reason: str | Unset | None = UNSET


@dataclass(frozen=True, slots=True)
class Assignee:
    """Whose card it is."""

    user_id: int
    name: str


def clean_title(title: str | None) -> str | None:
    """Return a title as it is kept, None for one of which nothing would be seen.

    Raises:
        TooLong, InvalidCharacters
    """
    clean = clean_line(title, ("title",), maximum=TITLE_LENGTH)
    is_seen = any(category(each)[0] not in "ZC" for each in clean or "")
    return clean if is_seen else None


def clean_value(value: Money | None) -> Money | None:
    """Return a value that a card may have.

    Raises:
        ValueOutOfRange, CurrencyUnknown
    """
    if value is None:
        return None
    if not 0 <= value.minor <= MAX_VALUE_MINOR:
        raise ValueOutOfRange(("value", "minor"), maximum=MAX_VALUE_MINOR)
    return Money(value.minor, check_currency(value.currency, ("value", "currency")))


async def own_contact(actor: Actor, contact_id: int) -> str:
    """Return what a contact of the account, that is not in the trash, is called.

    Raises:
        NotFound, ContactDeleted
    """
    found = (await contacts_by_id(actor, (contact_id,))).get(contact_id)
    if found is None:
        raise NotFound(("contactId",))
    if found.deleted_micros is not None:
        raise ContactDeleted(("contactId",))
    return found.display_name


async def add_person(unit: UnitOfWork, draft: PersonDraft) -> int:
    """Make a contact on the spot and return its key; names are never split.

    Raises:
        Required: no name.
        Refusals: the contact cannot be made.
    """
    name, email = draft.name.strip(), (draft.email or "").strip()
    if not name:
        raise Required(("newContact", "name"))
    made = await add_contacts(
        unit,
        (ContactDraft(given_name=name, emails=(EmailDraft(email),) if email else ()),),
    )
    if made.refused:
        raise Refusals([each.at("newContact") for each in made.refused[0]])
    return made.ids[0]


async def assignee_of(actor: Actor, member_id: int | None) -> Assignee | None:
    """Return the person of a member.

    Raises:
        AssigneeUnknown: no member of the account.
    """
    if member_id is None:
        return None
    member = await get_member(actor.account_id, member_id)
    if member is None:
        raise AssigneeUnknown(("assigneeId",))
    return Assignee(member.user_id, member.name)
