"""What read_drafting.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ReadDraftingVariables(TypedDict):
    pass


class ReadDraftingViewerAccount(TypedDict):
    locale: str


class ReadDraftingViewer(TypedDict):
    account: ReadDraftingViewerAccount


class ReadDraftingBillingSettingsSeller(TypedDict):
    country: str | None


class ReadDraftingBillingSettingsNumbering(TypedDict):
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    pattern: str


class ReadDraftingBillingSettingsTexts(TypedDict):
    locale: str
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    notes: str | None
    legalTerms: str | None


class ReadDraftingBillingSettings(TypedDict):
    currency: str
    paymentDays: int
    quoteDays: int
    supply: Literal["GOODS", "SERVICES", "MIXED"] | None
    headerFields: list[str]
    missing: list[str]
    seller: ReadDraftingBillingSettingsSeller
    numbering: list[ReadDraftingBillingSettingsNumbering]
    texts: list[ReadDraftingBillingSettingsTexts]


class ReadDraftingTaxes(TypedDict):
    id: str
    name: str
    rate: str
    isDefault: bool
    isArchived: bool


class ReadDrafting(TypedDict):
    viewer: ReadDraftingViewer | None
    billingSettings: ReadDraftingBillingSettings
    taxes: list[ReadDraftingTaxes]


read_drafting: Operation[ReadDrafting] = load("billing/read_drafting")
