"""What keep_buyer_address.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import UpdateContactInput


class KeepBuyerAddressVariables(TypedDict):
    input: UpdateContactInput


class KeepBuyerAddressUpdateContactContact(TypedDict):
    id: str
    version: int


class KeepBuyerAddressUpdateContactErrorsParameters(TypedDict):
    name: str
    value: str


class KeepBuyerAddressUpdateContactErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[KeepBuyerAddressUpdateContactErrorsParameters]


class KeepBuyerAddressUpdateContact(TypedDict):
    contact: KeepBuyerAddressUpdateContactContact | None
    errors: list[KeepBuyerAddressUpdateContactErrors]


class KeepBuyerAddress(TypedDict):
    updateContact: KeepBuyerAddressUpdateContact | None


keep_buyer_address: Operation[KeepBuyerAddress] = load("billing/keep_buyer_address")
