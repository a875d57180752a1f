"""What disconnect_google_account.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class DisconnectGoogleAccountInput(TypedDict):
    id: str


class DisconnectGoogleAccountVariables(TypedDict):
    input: DisconnectGoogleAccountInput


class DisconnectGoogleAccountDisconnectGoogleAccountErrorsParameters(TypedDict):
    name: str
    value: str


class DisconnectGoogleAccountDisconnectGoogleAccountErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DisconnectGoogleAccountDisconnectGoogleAccountErrorsParameters]


class DisconnectGoogleAccountDisconnectGoogleAccount(TypedDict):
    googleAccountId: str | None
    errors: list[DisconnectGoogleAccountDisconnectGoogleAccountErrors]


class DisconnectGoogleAccount(TypedDict):
    disconnectGoogleAccount: DisconnectGoogleAccountDisconnectGoogleAccount | None


disconnect_google_account: Operation[DisconnectGoogleAccount] = load("google/disconnect_google_account")
