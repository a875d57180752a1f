"""GraphQL of notifications: parse → service or queries → wrap, nothing else."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from datetime import datetime
from typing import Annotated, Any, cast

import strawberry

from backend.contacts.rows import Wanted
from backend.contacts.schema.types import Contact
from backend.contacts.schema.types import wanted as wanted_of_contact
from backend.core.change_log import decode_cursor
from backend.core.graphql import (
    Connection,
    Info,
    Node,
    Payload,
    Selection,
    mutation,
    query,
    row_type,
    subscription,
)
from backend.core.graphql.connections import connection
from backend.core.graphql.enums import describe_enum
from backend.core.graphql.nodes import node_readers
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.paging import PageRequest
from backend.core.permissions import Permission
from backend.notifications import queries, service
from backend.notifications.live import follow_notifications
from backend.notifications.rows import NotificationRow
from backend.notifications.rules import NotificationKind

describe_enum(
    NotificationKind,
    "What a notification tells.",
    {
        "TASK_REMINDER": "The time of a task's reminder has come.",
        "TASK_ASSIGNED": "Somebody else gave one a task.",
        "CARD_ENTERED_STEP": "A workflow card came to a step that one is told of.",
        "INVOICE_TO_REVIEW": "A recurring invoice was made and waits to be issued.",
        "INVOICE_HELD": "A recurring invoice could not be issued and waits as a draft.",
        "INVOICE_NOT_SENT": "A recurring invoice was issued and could not be sent.",
        "QUOTE_ACCEPTED": "A client accepted a quote that one issued.",
        "QUOTE_REJECTED": "A client rejected a quote that one issued.",
        "QUOTE_WAITS": "The invoice of an accepted quote could not be made or sent by itself.",
        "CARD_ASSIGNED": "Somebody else gave one a workflow card.",
        "PRIVACY_COPY_READY": "The copy of a person's data can be fetched.",
        "PRIVACY_ERASURE_DONE": "Somebody who asked for it is erased.",
        "PRIVACY_REQUEST_FAILED": "A privacy request could not be done.",
        "PRIVACY_REQUEST_DUE": "A day is left for a privacy request.",
        "PRIVACY_REQUEST_OVERDUE": "The time for a privacy request is over.",
    },
)


@row_type(NotificationRow)
class Notification(Node):
    """Something that the viewer is told."""

    kind: NotificationKind = strawberry.field(description="What it tells.")
    title: str = strawberry.field(description="What it is about, such as a task's title.")
    subject_id: strawberry.ID = strawberry.field(
        description="The global id of what it is about, which may be gone since."
    )
    contact: Contact | None = strawberry.field(description="Whom it is about, if anybody.")
    actor_name: str = strawberry.field(description="Who caused it, as named then.")
    created_at: datetime = strawberry.field(description="When it came.")
    read_at: datetime | None = strawberry.field(
        description="When the viewer read it; null for all others."
    )


@strawberry.type
class NotificationsChanged:
    """What the viewer was told, in one step; or that they read it, in another window."""

    cursor: str = strawberry.field(description="Where to resume: `after` this, nothing is missed.")
    unread_count: int = strawberry.field(description="How many are unread now.")
    notifications: list[Notification] = strawberry.field(description="What came, oldest first.")


@strawberry.input
class MarkNotificationsReadInput:
    """Which notifications were read."""

    ids: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET, description="These, 200 at most; all when left out."
    )


@strawberry.type
class MarkNotificationsReadPayload(Payload):
    """What marking notifications answers."""

    unread_count: int | None = strawberry.field(
        default=None, description="How many are unread now."
    )


def _wanted(selection: Selection) -> Wanted | None:
    return wanted_of_contact(selection.at("contact")) if "contact" in selection else None


@strawberry.type
class NotificationsQuery:
    """What can be read of notifications."""

    @query(Permission.READ, description="What the viewer was told, the newest first.")
    async def notifications(
        self,
        info: Info,
        unread: Annotated[
            bool, strawberry.argument(description="Only what is unread; all by default.")
        ] = False,
        first: Annotated[
            int | None, strawberry.argument(description="How many, from the front: 0 to 200.")
        ] = None,
        after: Annotated[
            str | None, strawberry.argument(description="Cursor that the page comes after.")
        ] = None,
        last: Annotated[
            int | None, strawberry.argument(description="How many, from the end: 0 to 200.")
        ] = None,
        before: Annotated[
            str | None, strawberry.argument(description="Cursor that the page comes before.")
        ] = None,
    ) -> Connection[Notification]:
        actor, selection = info.context.actor, Selection.of(info)
        page = await queries.notifications_page(
            actor,
            PageRequest.of(first, after, last, before),
            _wanted(selection.at("edges", "node")),
            unread=unread,
        )
        total = 0
        if "totalCount" in selection:
            total = await queries.count_notifications(actor, unread=unread)
        return cast(Connection[Notification], connection(page, total_count=total))

    @query(Permission.READ, description="How many notifications the viewer has not read.")
    async def unread_notification_count(self, info: Info) -> int:
        return await queries.count_notifications(info.context.actor, unread=True)


@strawberry.type
class NotificationsMutation:
    """What can be done to notifications."""

    @mutation(
        Permission.MANAGE_OWN_USER,
        description="Mark the viewer's notifications as read. Never through a token.",
    )
    async def mark_notifications_read(
        self, info: Info, input: MarkNotificationsReadInput
    ) -> MarkNotificationsReadPayload:
        ids = given(input.ids)
        keys = None
        if ids is not None:
            keys = [
                decode_id(each, "Notification", ("ids", str(place)))
                for place, each in enumerate(ids)
            ]
        unread = await service.mark_read(info.context.actor, keys)
        return MarkNotificationsReadPayload(unread_count=unread)


@strawberry.type
class NotificationsSubscription:
    """What can be followed of notifications."""

    @subscription(
        Permission.READ,
        description="What the viewer is told, as it comes; and when they read it.",
        personal=True,
    )
    async def notifications(
        self,
        info: Info,
        after: Annotated[
            str | None,
            strawberry.argument(
                description="The cursor of the last event already known, or of a payload or the "
                "viewer: nothing after it is missed. From now on when left out."
            ),
        ] = None,
    ) -> AsyncGenerator[NotificationsChanged, None]:
        place = None if after is None else decode_cursor(after)
        wanted = _wanted(Selection.of(info).at("notifications"))
        async with aclosing(follow_notifications(info.context.actor, place, wanted)) as changes:
            async for change in changes:
                yield NotificationsChanged(
                    cursor=change.cursor,
                    unread_count=change.unread_count,
                    notifications=cast(list[Notification], change.notifications),
                )


async def _read_notifications(info: Info, keys: Sequence[int]) -> Mapping[int, Any]:
    asked = _wanted(Selection.of(info).on("Notification"))
    return await queries.notifications_by_id(info.context.actor, keys, asked)


node_readers.register("Notification", _read_notifications)
