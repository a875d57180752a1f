"""Which cards are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import strawberry

from backend.accounts.service.people import get_member, whereabouts
from backend.core.clock import now
from backend.core.errors import TooMany
from backend.core.graphql.enums import describe_enum
from backend.core.ids import decode_id
from backend.core.permissions import Actor
from backend.workflows.filters import EVERY_CARD, CardFilter
from backend.workflows.rules.kinds import CardDue
from backend.workflows.schema.arguments import frozen

_MOST = 50
_SEEN = frozenset({CardDue.OVERDUE, CardDue.TODAY, CardDue.THIS_WEEK})

describe_enum(
    CardDue,
    "When cards are due, in the viewer's days.",
    {
        "OVERDUE": "Before today.",
        "TODAY": "Today.",
        "THIS_WEEK": "From today to Sunday.",
        "NONE": "They have no due date.",
    },
)


@strawberry.input(name="CardFilter")
class CardFilterInput:
    """Which cards are wanted: all of what is given holds."""

    text: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="Every word of it is in the title or in the contact's names, accents and case "
        "aside; 100 characters are read.",
    )
    assignee_ids: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET, description="They are one of these members'; at most 50."
    )
    unassigned: bool | None = strawberry.field(
        default=strawberry.UNSET, description="True for those that are nobody's, too."
    )
    label_ids: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET, description="They have one of these labels; at most 50."
    )
    due: CardDue | None = strawberry.field(
        default=strawberry.UNSET, description="When they are due."
    )
    due_from: date | None = strawberry.field(
        default=strawberry.UNSET, description="They are due on this day or later."
    )
    due_until: date | None = strawberry.field(
        default=strawberry.UNSET, description="They are due on this day or before."
    )
    contact_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="They are this contact's, main or further one."
    )
    archived: bool | None = strawberry.field(
        default=strawberry.UNSET, description="True for the archived ones, and only those."
    )


async def filter_of(actor: Actor, asked: Mapping[str, Any] | None) -> CardFilter:
    """Return the domain's filter of a coerced input.

    Raises:
        InvalidId, TooMany
    """
    if not asked:
        return EVERY_CARD
    given = {name: value for name, value in asked.items() if value is not None}
    contact = given.get("contactId")
    due = CardDue(str(frozen(given["due"]))) if "due" in given else None
    people = {
        await _person(actor, decode_id(each, "Member", ("filter", "assigneeIds", str(place))))
        for place, each in enumerate(_few(given, "assigneeIds"))
    }
    if given.get("unassigned"):
        people.add(0)
    labels = {
        decode_id(each, "Label", ("filter", "labelIds", str(place)))
        for place, each in enumerate(_few(given, "labelIds"))
    }
    return CardFilter(
        text=given.get("text", ""),
        assignee_ids=frozenset(people),
        label_ids=frozenset(labels),
        due=due,
        due_from=given.get("dueFrom"),
        due_until=given.get("dueUntil"),
        contact_id=None
        if contact is None
        else decode_id(contact, "Contact", ("filter", "contactId")),
        archived=bool(given.get("archived")),
        today=await _today(actor) if due in _SEEN else date.min,
    )


def _few(given: Mapping[str, Any], name: str) -> list[str]:
    ids: list[str] = given.get(name, [])
    if len(ids) > _MOST:
        raise TooMany(("filter", name), maximum=_MOST)
    return ids


async def _person(actor: Actor, member_id: int) -> int:
    """Return the key of a member's person; of one who left, which no card has."""
    member = await get_member(actor.account_id, member_id)
    return -1 if member is None else member.user_id


async def _today(actor: Actor) -> date:
    return now().astimezone((await whereabouts(actor)).zone).date()
