"""What create_token.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class CreateTokenInput(TypedDict):
    name: str
    scopes: list[Literal["READ", "WRITE", "LEADS"]]
    expiresAt: NotRequired[str | None]


class CreateTokenVariables(TypedDict):
    input: CreateTokenInput


class CreateTokenCreateTokenToken(TypedDict):
    id: str


class CreateTokenCreateTokenErrorsParameters(TypedDict):
    name: str
    value: str


class CreateTokenCreateTokenErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CreateTokenCreateTokenErrorsParameters]


class CreateTokenCreateToken(TypedDict):
    token: CreateTokenCreateTokenToken | None
    secret: str | None
    errors: list[CreateTokenCreateTokenErrors]


class CreateToken(TypedDict):
    createToken: CreateTokenCreateToken | None


create_token: Operation[CreateToken] = load("tokens/create_token")
