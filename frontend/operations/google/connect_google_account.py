"""What connect_google_account.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class ConnectGoogleAccountInput(TypedDict):
    accountId: NotRequired[str | None]


class ConnectGoogleAccountVariables(TypedDict):
    input: ConnectGoogleAccountInput


class ConnectGoogleAccountConnectGoogleAccountErrorsParameters(TypedDict):
    name: str
    value: str


class ConnectGoogleAccountConnectGoogleAccountErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[ConnectGoogleAccountConnectGoogleAccountErrorsParameters]


class ConnectGoogleAccountConnectGoogleAccount(TypedDict):
    authorizationUrl: str | None
    errors: list[ConnectGoogleAccountConnectGoogleAccountErrors]


class ConnectGoogleAccount(TypedDict):
    connectGoogleAccount: ConnectGoogleAccountConnectGoogleAccount | None


connect_google_account: Operation[ConnectGoogleAccount] = load("google/connect_google_account")
