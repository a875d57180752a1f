"""What transfer_ownership.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class TransferOwnershipInput(TypedDict):
    id: str
    password: str


class TransferOwnershipVariables(TypedDict):
    input: TransferOwnershipInput


class TransferOwnershipTransferOwnershipErrorsParameters(TypedDict):
    name: str
    value: str


class TransferOwnershipTransferOwnershipErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[TransferOwnershipTransferOwnershipErrorsParameters]


class TransferOwnershipTransferOwnership(TypedDict):
    errors: list[TransferOwnershipTransferOwnershipErrors]


class TransferOwnership(TypedDict):
    transferOwnership: TransferOwnershipTransferOwnership | None


transfer_ownership: Operation[TransferOwnership] = load("team/transfer_ownership")
