"""What can be read of, done with, and followed of privacy requests."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Sequence
from contextlib import aclosing
from typing import Annotated, cast

import strawberry

from backend.contacts.schema.subscription import After, place
from backend.contacts.schema.types import wanted as wanted_of_contact
from backend.core.graphql import Connection, Info, Selection, mutation, query, subscription
from backend.core.graphql.connections import connection
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.core.paging import PageRequest
from backend.core.permissions import Permission
from backend.privacy.live import follow_requests
from backend.privacy.queries import count_requests, requests_by_id, requests_page
from backend.privacy.schema.inputs import (
    CancelPrivacyRequestInput,
    ConfirmPrivacyRequestInput,
    CreatePrivacyRequestInput,
    PrivacyDetailsInput,
    PrivacyRequestPayload,
)
from backend.privacy.schema.types import (
    PrivacyMatch,
    PrivacyRequest,
    PrivacyRequestsChanged,
    complete,
)
from backend.privacy.service.cancel import cancel_request
from backend.privacy.service.changing import RequestWritten
from backend.privacy.service.confirm import confirm_request
from backend.privacy.service.create import create_request
from backend.privacy.service.matching import people_matching

_MANAGE = Permission.MANAGE_PRIVACY


def request_key(id: strawberry.ID) -> int:
    """Return the key of a request of a global id in ``id``."""
    return decode_id(id, "PrivacyRequest", ("id",))


@strawberry.type
class PrivacyQuery:
    """What can be read of privacy requests."""

    @query(_MANAGE, description="One privacy request; null when there is none of this id.")
    async def privacy_request(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="Which request.")],
    ) -> PrivacyRequest | None:
        key = request_key(id)
        found = (await requests_by_id(info.context.actor, (key,))).get(key)
        if found is not None:
            await complete(info, (found,), Selection.of(info))
        return cast(PrivacyRequest | None, found)

    @query(_MANAGE, description="The account's privacy requests, the newest first.")
    async def privacy_requests(
        self,
        info: Info,
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
    ) -> Connection[PrivacyRequest]:
        actor, selection = info.context.actor, Selection.of(info)
        page = await requests_page(actor, PageRequest.of(first, after, last, before))
        await complete(info, page.rows, selection.at("edges", "node"))
        total = await count_requests(actor) if "totalCount" in selection else 0
        return cast(Connection[PrivacyRequest], connection(page, total_count=total))

    @query(_MANAGE, description="How many privacy requests are still to be done.")
    async def open_privacy_request_count(self, info: Info) -> int:
        return await count_requests(info.context.actor, is_open=True)

    @query(
        _MANAGE,
        description="The contacts that somebody who asks may be, by e-mail, phone and name; those "
        "in the trash too, the surest first, 50 at most. Several may be one person.",
    )
    async def privacy_request_matches(
        self,
        info: Info,
        details: Annotated[
            PrivacyDetailsInput, strawberry.argument(description="What they said of themselves.")
        ],
    ) -> list[PrivacyMatch]:
        wanted = wanted_of_contact(Selection.of(info).at("contact"))
        found = await people_matching(info.context.actor, details.to_details(), wanted)
        return cast(list[PrivacyMatch], found)


@strawberry.type
class PrivacyMutation:
    """What can be done with privacy requests."""

    @mutation(
        _MANAGE,
        description="Write a person's request down. The same request again, while the first is "
        "open, is refused with its id.",
    )
    async def create_privacy_request(
        self, info: Info, input: CreatePrivacyRequestInput
    ) -> PrivacyRequestPayload:
        verb = create_request(
            info.context.actor,
            input.kind,
            input.details.to_details(),
            contact_keys(input.contact_ids),
            idempotency_key=given(input.idempotency_key),
        )
        return await answer(info, verb)

    @mutation(
        _MANAGE,
        description="Confirm which contacts are the person; a copy begins then. An erasure waits "
        "for its own confirmation.",
    )
    async def confirm_privacy_request(
        self, info: Info, input: ConfirmPrivacyRequestInput
    ) -> PrivacyRequestPayload:
        people = contact_keys(input.contact_ids)
        return await answer(
            info, confirm_request(info.context.actor, request_key(input.id), people)
        )

    @mutation(_MANAGE, description="Call a privacy request off, as long as that is possible.")
    async def cancel_privacy_request(
        self, info: Info, input: CancelPrivacyRequestInput
    ) -> PrivacyRequestPayload:
        return await answer(info, cancel_request(info.context.actor, request_key(input.id)))


@strawberry.type
class PrivacySubscription:
    """What can be followed of privacy requests."""

    @subscription(
        _MANAGE,
        description="What happens to one privacy request, or to all of them. Several changes at "
        "once are one event.",
        personal=True,  # a copy's address is of whoever is told it
    )
    async def privacy_request_changed(
        self,
        info: Info,
        id: Annotated[
            strawberry.ID | None, strawberry.argument(description="Only this one; all by default.")
        ] = None,
        after: After = None,
    ) -> AsyncGenerator[PrivacyRequestsChanged, None]:
        key = None if id is None else request_key(id)
        changes = follow_requests(info.context.actor, key, place(after))
        async with aclosing(changes) as told:
            async for change in told:
                await complete(info, change.changed, Selection.of(info).at("changed"))
                yield PrivacyRequestsChanged(
                    cursor=change.cursor,
                    reset=change.reset,
                    changed=cast(list[PrivacyRequest], change.changed),
                )


def contact_keys(ids: Sequence[strawberry.ID]) -> list[int]:
    """Return the keys of contacts of global ids in ``contactIds``."""
    return [
        decode_id(each, "Contact", ("contactIds", str(place))) for place, each in enumerate(ids)
    ]


async def answer(info: Info, verb: Awaitable[RequestWritten]) -> PrivacyRequestPayload:
    """Wrap what a verb wrote."""
    written = await verb
    found = (await requests_by_id(info.context.actor, (written.request_id,))).get(
        written.request_id
    )
    if found is not None:
        await complete(info, (found,), Selection.of(info).at("request"))
    return PrivacyRequestPayload(
        request=cast(PrivacyRequest | None, found), cursor=written.cursor or None
    )
