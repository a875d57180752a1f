"""What read_buyer_contact.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ReadBuyerContactVariables(TypedDict):
    id: str


class ReadBuyerContactContactAddresses(TypedDict):
    id: str


class ReadBuyerContactContact(TypedDict):
    id: str
    version: int
    displayName: str
    addresses: list[ReadBuyerContactContactAddresses]


class ReadBuyerContact(TypedDict):
    contact: ReadBuyerContactContact | None


read_buyer_contact: Operation[ReadBuyerContact] = load("billing/read_buyer_contact")
