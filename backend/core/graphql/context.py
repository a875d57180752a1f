"""Who asks: handed to every resolver as ``info.context``."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import strawberry

from backend.core.errors import Unauthenticated
from backend.core.light_rows import light_row
from backend.core.permissions import Actor, Permission


@light_row
class Credentials:
    """What a caller presented, not yet checked. ``locale`` is the browser's preferred language."""

    cookie: str | None = None
    bearer: str | None = None
    ip: str = ""
    user_agent: str = ""
    locale: str = "en"


@dataclass(slots=True)
class Context:
    """One operation of one caller."""

    credentials: Credentials
    request_id: str
    signed_in: Actor | None = None
    memo: dict[object, Any] = field(default_factory=dict)
    """Lives as long as the operation; for what several fields of it would read twice."""

    @property
    def actor(self) -> Actor:
        """Who is signed in.

        Raises:
            Unauthenticated: nobody is.
        """
        if self.signed_in is None:
            raise Unauthenticated
        return self.signed_in

    def require(self, permission: Permission) -> Actor:
        """Return the actor, who may do this.

        Raises:
            Unauthenticated: nobody is signed in.
            Forbidden: the role or the token's scopes do not allow it.
        """
        self.actor.require(permission)
        return self.actor


Info = strawberry.Info[Context, None]
