"""What leave_account.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class LeaveAccountVariables(TypedDict):
    pass


class LeaveAccountLeaveAccountErrorsParameters(TypedDict):
    name: str
    value: str


class LeaveAccountLeaveAccountErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[LeaveAccountLeaveAccountErrorsParameters]


class LeaveAccountLeaveAccount(TypedDict):
    ok: bool
    errors: list[LeaveAccountLeaveAccountErrors]


class LeaveAccount(TypedDict):
    leaveAccount: LeaveAccountLeaveAccount | None


leave_account: Operation[LeaveAccount] = load("team/leave_account")
