"""What remove_member.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class RemoveMemberInput(TypedDict):
    id: str


class RemoveMemberVariables(TypedDict):
    input: RemoveMemberInput


class RemoveMemberRemoveMemberErrorsParameters(TypedDict):
    name: str
    value: str


class RemoveMemberRemoveMemberErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RemoveMemberRemoveMemberErrorsParameters]


class RemoveMemberRemoveMember(TypedDict):
    errors: list[RemoveMemberRemoveMemberErrors]


class RemoveMember(TypedDict):
    removeMember: RemoveMemberRemoveMember | None


remove_member: Operation[RemoveMember] = load("team/remove_member")
