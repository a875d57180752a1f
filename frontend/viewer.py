"""Who is signed in, as the pages need to know it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class ViewerUser:
    """The person."""

    id: str
    name: str
    email: str
    locale: str
    theme: str
    """`SYSTEM`, `LIGHT` or `DARK`."""
    time_zone: str


@dataclass(frozen=True, slots=True)
class ViewerAccount:
    """The account that is open."""

    id: str
    name: str
    country: str
    locale: str
    time_zone: str
    currency: str


@dataclass(frozen=True, slots=True)
class Viewer:
    """The signed-in user in the account they have open."""

    user: ViewerUser
    account: ViewerAccount
    role: str
    """`OWNER`, `ADMIN`, `MEMBER` or `VIEWER`."""
    permissions: frozenset[str]
    cursor: str | None
    """Where the account's change log was when this was read."""

    def can(self, permission: str) -> bool:
        """Tell whether the API would allow this, e.g. `WRITE_CONTACTS`; the API itself has the last
        word.
        """
        return permission in self.permissions

    @classmethod
    def parse(cls, data: Mapping[str, Any]) -> Viewer:
        """Read the `viewer` field of operations/viewer/current_viewer.graphql."""
        user, account = data["user"], data["account"]
        return cls(
            user=ViewerUser(
                user["id"],
                user["name"],
                user["email"],
                user["locale"],
                user["theme"],
                user["timeZone"],
            ),
            account=ViewerAccount(
                account["id"],
                account["name"],
                account["country"],
                account["locale"],
                account["timeZone"],
                account["currency"],
            ),
            role=data["role"],
            permissions=frozenset(data["permissions"]),
            cursor=data.get("cursor"),
        )
