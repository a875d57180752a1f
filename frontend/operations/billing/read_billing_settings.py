"""What read_billing_settings.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ReadBillingSettingsVariables(TypedDict):
    pass


class ReadBillingSettingsBillingSettingsSeller(TypedDict):
    name: str | None
    legalForm: str | None
    shareCapital: str | None
    registerEntry: str | None
    street: str | None
    extended: str | None
    postalCode: str | None
    city: str | None
    region: str | None
    country: str | None
    email: str | None
    phone: str | None
    website: str | None
    registrationNumber: str | None
    vatNumber: str | None
    fiscalCode: str | None
    electronicAddress: str | None


class ReadBillingSettingsBillingSettingsBank(TypedDict):
    holder: str | None
    iban: str | None
    bic: str | None
    instructions: str | None


class ReadBillingSettingsBillingSettingsNumbering(TypedDict):
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    pattern: str
    restart: Literal["YEARLY", "NEVER"]
    startAt: int


class ReadBillingSettingsBillingSettingsTexts(TypedDict):
    locale: str
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    notes: str | None
    legalTerms: str | None


class ReadBillingSettingsBillingSettingsLookLogo(TypedDict):
    url: str
    width: int
    height: int


class ReadBillingSettingsBillingSettingsLook(TypedDict):
    accent: str | None
    logo: ReadBillingSettingsBillingSettingsLookLogo | None


class ReadBillingSettingsBillingSettings(TypedDict):
    version: int
    currency: str
    seller: ReadBillingSettingsBillingSettingsSeller
    bank: ReadBillingSettingsBillingSettingsBank
    paymentDays: int
    quoteDays: int
    numbering: list[ReadBillingSettingsBillingSettingsNumbering]
    texts: list[ReadBillingSettingsBillingSettingsTexts]
    headerFields: list[str]
    supply: Literal["GOODS", "SERVICES", "MIXED"] | None
    taxOnDebits: bool
    look: ReadBillingSettingsBillingSettingsLook
    missing: list[str]
    suggestedTaxes: Literal["FRANCE", "ITALY", "PLAIN"]


class ReadBillingSettings(TypedDict):
    billingSettings: ReadBillingSettingsBillingSettings


read_billing_settings: Operation[ReadBillingSettings] = load("billing/read_billing_settings")
