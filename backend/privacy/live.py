"""Privacy requests as they change."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass, field

from backend.core.feed import feed
from backend.core.permissions import Actor, Permission
from backend.privacy.events import AboutRequest
from backend.privacy.queries import requests_by_id
from backend.privacy.rows import RequestRow

_MOST = 100
"""Requests that one event tells apart."""


@dataclass(slots=True)
class RequestsChange:
    """Requests that changed in one step, as they are now. ``reset``: read the list again."""

    cursor: str
    reset: bool = False
    changed: list[RequestRow] = field(default_factory=list)


async def follow_requests(
    actor: Actor, request_id: int | None, after: int | None
) -> AsyncGenerator[RequestsChange, None]:
    """Yield what happens to one request or all, after a place in the history or from now on.

    Raises:
        Forbidden
    """
    actor.require(Permission.MANAGE_PRIVACY)
    async with aclosing(feed().follow(actor.account_id, after)) as batches:
        async for batch in batches:
            keys = list(
                dict.fromkeys(
                    each.subject_id
                    for each in batch
                    if each.subject_type == AboutRequest.subject_type
                    and request_id in (None, each.subject_id)
                )
            )
            if len(keys) > _MOST:
                yield RequestsChange(batch[-1].cursor, reset=True)
            elif keys:
                found = await requests_by_id(actor, keys)
                yield RequestsChange(
                    batch[-1].cursor, changed=[found[key] for key in keys if key in found]
                )
