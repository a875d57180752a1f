"""Who sends operations."""

from __future__ import annotations

import os
from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import Protocol

from backend.api.kept_documents import Keeper
from backend.core.graphql.context import Credentials
from backend.core.light_rows import light_row
from backend.core.permissions import Actor


class Authenticator(Protocol):
    """What the accounts domain provides."""

    async def authenticate(self, credentials: Credentials, *, request_id: str) -> Actor | None:
        """Return who presents these credentials, None when signed out.

        Raises:
            Unauthenticated: a token was presented that is unknown, revoked or expired.
        """
        ...

    async def refresh_actors(self, actors: Sequence[Actor]) -> list[Actor | None]:
        """Return actors as they are now; None for those that may no longer act."""
        ...


@light_row
class Caller:
    """Who sends operations.

    ``metered``: what they ask is counted against their rate limit; not that of our own pages.
    """

    credentials: Credentials
    actor: Actor | None
    request_id: str
    metered: bool = True
    keeper: Keeper = ()
    """For whom documents and plans are kept."""

    @property
    def meter(self) -> Hashable:
        """Whose points are spent."""
        if self.actor is None:
            return self.credentials.ip
        return self.actor.account_id, self.actor.user_id, self.actor.token_id

    def again(self) -> Caller:
        """Return the same caller with the next operation's request id."""
        request_id = new_request_id()
        actor = self.actor and replace(self.actor, request_id=request_id)
        return replace(self, actor=actor, request_id=request_id)


def new_request_id() -> str:
    """Return the id that logs, changes and answers of one request share."""
    return os.urandom(16).hex()
