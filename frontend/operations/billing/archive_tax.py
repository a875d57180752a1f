"""What archive_tax.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ArchiveTaxInput(TypedDict):
    id: str


class ArchiveTaxVariables(TypedDict):
    input: ArchiveTaxInput


class ArchiveTaxArchiveTaxTax(TypedDict):
    id: str
    name: str
    rate: str
    category: Literal["STANDARD", "ZERO", "EXEMPT", "REVERSE_CHARGE", "INTRA_COMMUNITY", "EXPORT", "OUT_OF_SCOPE"]
    exemptionReason: str | None
    exemptionCode: str | None
    isDefault: bool
    isArchived: bool
    version: int


class ArchiveTaxArchiveTaxErrorsParameters(TypedDict):
    name: str
    value: str


class ArchiveTaxArchiveTaxErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[ArchiveTaxArchiveTaxErrorsParameters]


class ArchiveTaxArchiveTax(TypedDict):
    tax: ArchiveTaxArchiveTaxTax | None
    cursor: str | None
    errors: list[ArchiveTaxArchiveTaxErrors]


class ArchiveTax(TypedDict):
    archiveTax: ArchiveTaxArchiveTax | None


archive_tax: Operation[ArchiveTax] = load("billing/archive_tax")
