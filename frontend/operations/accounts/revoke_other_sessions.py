"""What revoke_other_sessions.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class RevokeOtherSessionsVariables(TypedDict):
    pass


class RevokeOtherSessionsRevokeOtherSessionsErrorsParameters(TypedDict):
    name: str
    value: str


class RevokeOtherSessionsRevokeOtherSessionsErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RevokeOtherSessionsRevokeOtherSessionsErrorsParameters]


class RevokeOtherSessionsRevokeOtherSessions(TypedDict):
    revokedCount: int
    errors: list[RevokeOtherSessionsRevokeOtherSessionsErrors]


class RevokeOtherSessions(TypedDict):
    revokeOtherSessions: RevokeOtherSessionsRevokeOtherSessions | None


revoke_other_sessions: Operation[RevokeOtherSessions] = load("accounts/revoke_other_sessions")
