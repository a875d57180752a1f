"""What read_issue_errors.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ReadIssueErrorsVariables(TypedDict):
    id: str


class ReadIssueErrorsBillingIssueErrorsParameters(TypedDict):
    name: str
    value: str


class ReadIssueErrorsBillingIssueErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[ReadIssueErrorsBillingIssueErrorsParameters]


class ReadIssueErrors(TypedDict):
    billingIssueErrors: list[ReadIssueErrorsBillingIssueErrors]


read_issue_errors: Operation[ReadIssueErrors] = load("billing/read_issue_errors")
