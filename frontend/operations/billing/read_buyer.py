"""What read_buyer.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ReadBuyerVariables(TypedDict):
    contactId: str


class ReadBuyerBillingBuyer(TypedDict):
    name: str | None
    street: str | None
    extended: str | None
    postalCode: str | None
    city: str | None
    region: str | None
    country: str | None
    email: str | None
    phone: str | None
    registrationNumber: str | None
    vatNumber: str | None
    fiscalCode: str | None
    electronicAddress: str | None


class ReadBuyer(TypedDict):
    billingBuyer: ReadBuyerBillingBuyer | None


read_buyer: Operation[ReadBuyer] = load("billing/read_buyer")
