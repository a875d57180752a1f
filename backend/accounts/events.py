"""What happened to people and accounts, as the change log keeps it.

Payloads name people by ``user_id`` and never carry addresses, tokens or secrets: every member of
an account may read its log.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from backend.core.change_log import Fact


@dataclass(frozen=True, slots=True)
class AccountCreated(Fact):
    kind: ClassVar[str] = "account.created"
    subject_type: ClassVar[str] = "Account"


@dataclass(frozen=True, slots=True)
class AccountUpdated(Fact):
    kind: ClassVar[str] = "account.updated"
    subject_type: ClassVar[str] = "Account"
    fields: list[str]


@dataclass(frozen=True, slots=True)
class MemberJoined(Fact):
    kind: ClassVar[str] = "member.joined"
    subject_type: ClassVar[str] = "Member"
    user_id: int
    role: str


@dataclass(frozen=True, slots=True)
class MemberUpdated(Fact):
    """The person changed their name, address or settings; told to each of their accounts."""

    kind: ClassVar[str] = "member.updated"
    subject_type: ClassVar[str] = "Member"
    user_id: int
    fields: list[str]


@dataclass(frozen=True, slots=True)
class MemberRoleChanged(Fact):
    kind: ClassVar[str] = "member.role_changed"
    subject_type: ClassVar[str] = "Member"
    user_id: int
    role: str
    role_before: str


@dataclass(frozen=True, slots=True)
class MemberRemoved(Fact):
    kind: ClassVar[str] = "member.removed"
    subject_type: ClassVar[str] = "Member"
    user_id: int


@dataclass(frozen=True, slots=True)
class InvitationSent(Fact):
    kind: ClassVar[str] = "invitation.sent"
    subject_type: ClassVar[str] = "Invitation"
    role: str


@dataclass(frozen=True, slots=True)
class InvitationResent(Fact):
    kind: ClassVar[str] = "invitation.resent"
    subject_type: ClassVar[str] = "Invitation"


@dataclass(frozen=True, slots=True)
class InvitationRevoked(Fact):
    kind: ClassVar[str] = "invitation.revoked"
    subject_type: ClassVar[str] = "Invitation"


@dataclass(frozen=True, slots=True)
class InvitationAccepted(Fact):
    kind: ClassVar[str] = "invitation.accepted"
    subject_type: ClassVar[str] = "Invitation"
    user_id: int


@dataclass(frozen=True, slots=True)
class PasswordChanged(Fact):
    kind: ClassVar[str] = "user.password_changed"
    subject_type: ClassVar[str] = "User"


@dataclass(frozen=True, slots=True)
class TotpEnabled(Fact):
    kind: ClassVar[str] = "user.totp_enabled"
    subject_type: ClassVar[str] = "User"


@dataclass(frozen=True, slots=True)
class TotpDisabled(Fact):
    kind: ClassVar[str] = "user.totp_disabled"
    subject_type: ClassVar[str] = "User"


@dataclass(frozen=True, slots=True)
class RecoveryCodesRegenerated(Fact):
    kind: ClassVar[str] = "user.recovery_codes_regenerated"
    subject_type: ClassVar[str] = "User"


@dataclass(frozen=True, slots=True)
class SessionStarted(Fact):
    kind: ClassVar[str] = "session.started"
    subject_type: ClassVar[str] = "Session"
    user_id: int


@dataclass(frozen=True, slots=True)
class SessionRevoked(Fact):
    kind: ClassVar[str] = "session.revoked"
    subject_type: ClassVar[str] = "Session"
    user_id: int


@dataclass(frozen=True, slots=True)
class SessionLeft(Fact):
    """The session went on in another account of the same person; told to the account it left."""

    kind: ClassVar[str] = "session.left"
    subject_type: ClassVar[str] = "Session"
    user_id: int


@dataclass(frozen=True, slots=True)
class TokenCreated(Fact):
    kind: ClassVar[str] = "token.created"
    subject_type: ClassVar[str] = "ApiToken"
    user_id: int
    scopes: list[str]


@dataclass(frozen=True, slots=True)
class TokenRevoked(Fact):
    kind: ClassVar[str] = "token.revoked"
    subject_type: ClassVar[str] = "ApiToken"
    user_id: int
