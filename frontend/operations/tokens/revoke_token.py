"""What revoke_token.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class RevokeTokenInput(TypedDict):
    id: str


class RevokeTokenVariables(TypedDict):
    input: RevokeTokenInput


class RevokeTokenRevokeTokenErrorsParameters(TypedDict):
    name: str
    value: str


class RevokeTokenRevokeTokenErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RevokeTokenRevokeTokenErrorsParameters]


class RevokeTokenRevokeToken(TypedDict):
    errors: list[RevokeTokenRevokeTokenErrors]


class RevokeToken(TypedDict):
    revokeToken: RevokeTokenRevokeToken | None


revoke_token: Operation[RevokeToken] = load("tokens/revoke_token")
