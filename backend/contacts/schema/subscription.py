"""What can be followed of contacts."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from typing import Annotated, cast

import strawberry

from backend.contacts.live import (
    FollowedList,
    ListChange,
    Placement,
    follow_contact,
    follow_list,
)
from backend.contacts.rows import Wanted
from backend.contacts.schema.filters import (
    FilterArgument,
    SortArgument,
    depends_on_who_and_when,
    filter_of,
    sort_of,
)
from backend.contacts.schema.query import ContactId
from backend.contacts.schema.types import (
    Contact,
    ContactEvent,
    ContactPlacement,
    ContactsChanged,
    contact_id,
    wanted,
)
from backend.core.change_log import decode_cursor
from backend.core.graphql import Info, Selection, subscription
from backend.core.ids import decode_id
from backend.core.permissions import Permission

After = Annotated[
    str | None,
    strawberry.argument(
        description="The cursor of the last event already known, or of a payload or the viewer: "
        "nothing after it is missed. From now on when left out."
    ),
]


@strawberry.type
class ContactsSubscription:
    """What can be followed of contacts."""

    @subscription(
        Permission.READ,
        description="What happens to one contact. Several changes at once are one event.",
    )
    async def contact_changed(
        self, info: Info, id: ContactId, after: After = None
    ) -> AsyncGenerator[ContactEvent, None]:
        key = decode_id(id, "Contact", ("id",))
        start = place(after)
        asked = wanted(Selection.of(info).at("contact"))
        async with aclosing(follow_contact(info.context.actor, key, start, asked)) as changes:
            async for change in changes:
                yield ContactEvent(
                    cursor=change.cursor,
                    kind=change.kind,
                    actor_name=change.actor_name,
                    contact=cast(Contact | None, change.contact),
                )

    @subscription(
        Permission.READ,
        description="What happens to a list: which contacts entered it, left it, or changed in it, "
        "and where they now stand.",
        personal=depends_on_who_and_when,
    )
    async def contacts_changed(
        self,
        info: Info,
        filter: FilterArgument = None,
        sort: SortArgument = None,
        after: After = None,
    ) -> AsyncGenerator[ContactsChanged, None]:
        start = place(after)
        followed = FollowedList(
            info.context.actor, filter_of(filter), sort_of(sort), _wanted_of_list(info)
        )
        async with aclosing(follow_list(followed, start)) as changes:
            async for change in changes:
                yield _event(change)


def place(after: str | None) -> int | None:
    """Return the place in the history that a cursor stands for, None for now."""
    return None if after is None else decode_cursor(after)


def _wanted_of_list(info: Info) -> Wanted:
    selection = Selection.of(info)
    return wanted(selection.at("entered", "contact")) | wanted(selection.at("changed", "contact"))


def _event(change: ListChange) -> ContactsChanged:
    return ContactsChanged(
        cursor=change.cursor,
        reset=change.reset,
        entered=_placements(change.entered),
        changed=_placements(change.changed),
        left=[contact_id(key) for key in change.left],
    )


def _placements(placed: Sequence[Placement]) -> list[ContactPlacement]:
    return [
        ContactPlacement(
            contact=cast(Contact, each.contact),
            previous_id=None if each.previous is None else contact_id(each.previous),
        )
        for each in placed
    ]
