"""What switch_account.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class SwitchAccountInput(TypedDict):
    accountId: str


class SwitchAccountVariables(TypedDict):
    input: SwitchAccountInput


class SwitchAccountSwitchAccountErrorsParameters(TypedDict):
    name: str
    value: str


class SwitchAccountSwitchAccountErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[SwitchAccountSwitchAccountErrorsParameters]


class SwitchAccountSwitchAccount(TypedDict):
    errors: list[SwitchAccountSwitchAccountErrors]


class SwitchAccount(TypedDict):
    switchAccount: SwitchAccountSwitchAccount | None


switch_account: Operation[SwitchAccount] = load("accounts/switch_account")
