"""Who acts, and what their role and scopes allow. There is no way to a model without an actor."""

from __future__ import annotations

from dataclasses import field
from enum import StrEnum
from functools import cache
from uuid import uuid4

from backend.core.errors import Forbidden
from backend.core.light_rows import light_row


class Role(StrEnum):
    """What a member of an account may do, from all to reading only."""

    OWNER = "owner"
    ADMIN = "admin"
    MEMBER = "member"
    VIEWER = "viewer"


class Scope(StrEnum):
    """What an API token may do within its maker's role."""

    READ = "read"
    WRITE = "write"
    LEADS = "leads"


class Permission(StrEnum):
    """What an operation needs; checked once, at its entry."""

    READ = "read"
    WRITE_CONTACTS = "write_contacts"
    ERASE_CONTACTS = "erase_contacts"
    EXPORT_CONTACTS = "export_contacts"
    UPLOAD_FILES = "upload_files"
    SUBMIT_LEADS = "submit_leads"
    MANAGE_LABELS = "manage_labels"
    MANAGE_CUSTOM_FIELDS = "manage_custom_fields"
    SAVE_SEGMENTS = "save_segments"
    SHARE_SEGMENTS = "share_segments"
    SEND_MESSAGES = "send_messages"
    MANAGE_MAILBOX = "manage_mailbox"
    WRITE_BILLING = "write_billing"
    MANAGE_BILLING = "manage_billing"
    MANAGE_PRIVACY = "manage_privacy"
    MANAGE_TEAM = "manage_team"
    MANAGE_ACCOUNT = "manage_account"
    OWN_ACCOUNT = "own_account"
    MANAGE_TOKENS = "manage_tokens"
    MANAGE_OWN_USER = "manage_own_user"


_EVERYONE = frozenset({Permission.READ, Permission.SAVE_SEGMENTS, Permission.MANAGE_OWN_USER})
_MEMBER = _EVERYONE | {
    Permission.WRITE_CONTACTS,
    Permission.EXPORT_CONTACTS,
    Permission.UPLOAD_FILES,
    Permission.SUBMIT_LEADS,
    Permission.MANAGE_LABELS,
    Permission.MANAGE_CUSTOM_FIELDS,
    Permission.SHARE_SEGMENTS,
    Permission.SEND_MESSAGES,
    Permission.WRITE_BILLING,
    Permission.MANAGE_TOKENS,
}
_ADMIN = _MEMBER | {
    Permission.ERASE_CONTACTS,
    Permission.MANAGE_PRIVACY,
    Permission.MANAGE_TEAM,
    Permission.MANAGE_ACCOUNT,
    Permission.MANAGE_MAILBOX,
    Permission.MANAGE_BILLING,
}
ROLE_PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.VIEWER: _EVERYONE,
    Role.MEMBER: _MEMBER,
    Role.ADMIN: _ADMIN,
    Role.OWNER: _ADMIN | {Permission.OWN_ACCOUNT},
}
_PERSON_ONLY = frozenset(
    {
        Permission.ERASE_CONTACTS,
        Permission.MANAGE_OWN_USER,
        Permission.MANAGE_TOKENS,
        Permission.MANAGE_TEAM,
        Permission.MANAGE_MAILBOX,
        Permission.MANAGE_BILLING,
        Permission.OWN_ACCOUNT,
    }
)
"""Never through an API token: a stolen token must not be able to make itself permanent, by another
token or by inviting its thief, nor lead the account's mail or its money elsewhere, nor destroy the
book."""
_READING = frozenset({Permission.READ, Permission.EXPORT_CONTACTS})
"""What a token without the scope ``write`` may do, as far as its maker may: whoever reads every
page can write a file of them."""

_LEADS = frozenset({Permission.SUBMIT_LEADS, Permission.UPLOAD_FILES})
"""What the scope ``leads`` adds: handing leads in, with their files, and reading nothing."""


@light_row
class Actor:
    """Someone acting in one account: a signed-in person, an API token, or the system itself."""

    account_id: int
    role: Role
    user_id: int | None = None
    scopes: frozenset[Scope] = frozenset(Scope)
    session_id: int | None = None
    token_id: int | None = None
    name: str = ""
    locale: str = "en"
    request_id: str = field(default_factory=lambda: uuid4().hex)

    @property
    def kind(self) -> str:
        """``token``, ``user`` or ``system``; written in the change log."""
        if self.token_id is not None:
            return "token"
        return "system" if self.user_id is None else "user"

    @property
    def permissions(self) -> frozenset[Permission]:
        """All that this actor may do."""
        if self.token_id is None:
            return ROLE_PERMISSIONS[self.role]
        return _of_token(self.role, self.scopes)

    def can(self, permission: Permission) -> bool:
        """Whether this actor may."""
        return permission in self.permissions

    def require(self, permission: Permission) -> None:
        """Refuse unless this actor may.

        Raises:
            Forbidden: the role or the scopes do not allow it.
        """
        if permission not in self.permissions:
            raise Forbidden(permission=permission.value)

    @staticmethod
    def system(account_id: int) -> Actor:
        """The server acting by itself in an account: jobs, schedules, commands."""
        return Actor(account_id=account_id, role=Role.OWNER, name="Carnet")


@cache
def _of_token(role: Role, scopes: frozenset[Scope]) -> frozenset[Permission]:
    allowed = ROLE_PERMISSIONS[role]
    granted = _LEADS if Scope.LEADS in scopes else frozenset()
    if Scope.READ in scopes:
        granted |= allowed if Scope.WRITE in scopes else _READING
    return (allowed & granted) - _PERSON_ONLY
