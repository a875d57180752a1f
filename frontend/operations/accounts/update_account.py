"""What update_account.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class UpdateAccountInput(TypedDict):
    name: NotRequired[str | None]
    country: NotRequired[str | None]
    locale: NotRequired[str | None]
    timeZone: NotRequired[str | None]
    currency: NotRequired[str | None]


class UpdateAccountVariables(TypedDict):
    input: UpdateAccountInput


class UpdateAccountUpdateAccountAccount(TypedDict):
    id: str


class UpdateAccountUpdateAccountErrorsParameters(TypedDict):
    name: str
    value: str


class UpdateAccountUpdateAccountErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UpdateAccountUpdateAccountErrorsParameters]


class UpdateAccountUpdateAccount(TypedDict):
    account: UpdateAccountUpdateAccountAccount | None
    errors: list[UpdateAccountUpdateAccountErrors]


class UpdateAccount(TypedDict):
    updateAccount: UpdateAccountUpdateAccount | None


update_account: Operation[UpdateAccount] = load("accounts/update_account")
