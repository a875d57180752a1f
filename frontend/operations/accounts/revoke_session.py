"""What revoke_session.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class RevokeSessionInput(TypedDict):
    id: str


class RevokeSessionVariables(TypedDict):
    input: RevokeSessionInput


class RevokeSessionRevokeSessionErrorsParameters(TypedDict):
    name: str
    value: str


class RevokeSessionRevokeSessionErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RevokeSessionRevokeSessionErrorsParameters]


class RevokeSessionRevokeSession(TypedDict):
    errors: list[RevokeSessionRevokeSessionErrors]


class RevokeSession(TypedDict):
    revokeSession: RevokeSessionRevokeSession | None


revoke_session: Operation[RevokeSession] = load("accounts/revoke_session")
