"""What reckon_lines.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import DocumentLineInput


class BillingTotalsInput(TypedDict):
    currency: str
    lines: list[DocumentLineInput]
    discountPercent: str


class ReckonLinesVariables(TypedDict):
    input: BillingTotalsInput


class ReckonLinesBillingTotalsLinesTotal(TypedDict):
    minor: int


class ReckonLinesBillingTotalsLines(TypedDict):
    total: ReckonLinesBillingTotalsLinesTotal


class ReckonLinesBillingTotalsTotalsLines(TypedDict):
    minor: int


class ReckonLinesBillingTotalsTotalsDiscount(TypedDict):
    minor: int


class ReckonLinesBillingTotalsTotalsNet(TypedDict):
    minor: int


class ReckonLinesBillingTotalsTotalsTotal(TypedDict):
    minor: int


class ReckonLinesBillingTotalsTotalsTaxesBase(TypedDict):
    minor: int


class ReckonLinesBillingTotalsTotalsTaxesAmount(TypedDict):
    minor: int


class ReckonLinesBillingTotalsTotalsTaxes(TypedDict):
    rate: str | None
    names: list[str]
    base: ReckonLinesBillingTotalsTotalsTaxesBase
    amount: ReckonLinesBillingTotalsTotalsTaxesAmount


class ReckonLinesBillingTotalsTotals(TypedDict):
    lines: ReckonLinesBillingTotalsTotalsLines
    discount: ReckonLinesBillingTotalsTotalsDiscount
    net: ReckonLinesBillingTotalsTotalsNet
    total: ReckonLinesBillingTotalsTotalsTotal
    taxes: list[ReckonLinesBillingTotalsTotalsTaxes]


class ReckonLinesBillingTotals(TypedDict):
    lines: list[ReckonLinesBillingTotalsLines]
    totals: ReckonLinesBillingTotalsTotals


class ReckonLines(TypedDict):
    billingTotals: ReckonLinesBillingTotals


reckon_lines: Operation[ReckonLines] = load("billing/reckon_lines")
