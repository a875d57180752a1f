"""Somebody who is not signed in."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import uuid4

from backend.core.permissions import Actor, Role

MAX_USER_AGENT = 400
MAX_IP_ADDRESS = 45


@dataclass(frozen=True, slots=True)
class Visitor:
    """Where a request without actor came from. ``user_agent`` and ``ip`` are as claimed."""

    ip: str
    user_agent: str = ""
    request_id: str = field(default_factory=lambda: uuid4().hex)

    @property
    def server(self) -> Actor:
        """The server, acting on a visitor's request outside any account."""
        return Actor(account_id=0, role=Role.OWNER, name="Carnet", request_id=self.request_id)

    def become(self, *, user_id: int, account_id: int, role: Role, name: str) -> Actor:
        """Return the visitor as the person they have just proved to be, for the history."""
        return Actor(
            account_id=account_id,
            role=role,
            user_id=user_id,
            name=name,
            request_id=self.request_id,
        )
