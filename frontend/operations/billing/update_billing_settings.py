"""What update_billing_settings.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import BankDetailsInput, DocumentNumberingInput, SellerInput


class DefaultTextsInput(TypedDict):
    locale: str
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    notes: NotRequired[str | None]
    legalTerms: NotRequired[str | None]


class UpdateBillingSettingsInput(TypedDict):
    version: int
    currency: NotRequired[str | None]
    seller: NotRequired[SellerInput | None]
    bank: NotRequired[BankDetailsInput | None]
    paymentDays: NotRequired[int | None]
    quoteDays: NotRequired[int | None]
    numbering: NotRequired[list[DocumentNumberingInput] | None]
    texts: NotRequired[list[DefaultTextsInput] | None]
    headerFields: NotRequired[list[str] | None]
    supply: NotRequired[Literal["GOODS", "SERVICES", "MIXED"] | None]
    taxOnDebits: NotRequired[bool | None]
    accent: NotRequired[str | None]


class UpdateBillingSettingsVariables(TypedDict):
    input: UpdateBillingSettingsInput


class UpdateBillingSettingsUpdateBillingSettingsSettingsSeller(TypedDict):
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


class UpdateBillingSettingsUpdateBillingSettingsSettingsBank(TypedDict):
    holder: str | None
    iban: str | None
    bic: str | None
    instructions: str | None


class UpdateBillingSettingsUpdateBillingSettingsSettingsNumbering(TypedDict):
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    pattern: str
    restart: Literal["YEARLY", "NEVER"]
    startAt: int


class UpdateBillingSettingsUpdateBillingSettingsSettingsTexts(TypedDict):
    locale: str
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    notes: str | None
    legalTerms: str | None


class UpdateBillingSettingsUpdateBillingSettingsSettingsLookLogo(TypedDict):
    url: str
    width: int
    height: int


class UpdateBillingSettingsUpdateBillingSettingsSettingsLook(TypedDict):
    accent: str | None
    logo: UpdateBillingSettingsUpdateBillingSettingsSettingsLookLogo | None


class UpdateBillingSettingsUpdateBillingSettingsSettings(TypedDict):
    version: int
    currency: str
    seller: UpdateBillingSettingsUpdateBillingSettingsSettingsSeller
    bank: UpdateBillingSettingsUpdateBillingSettingsSettingsBank
    paymentDays: int
    quoteDays: int
    numbering: list[UpdateBillingSettingsUpdateBillingSettingsSettingsNumbering]
    texts: list[UpdateBillingSettingsUpdateBillingSettingsSettingsTexts]
    headerFields: list[str]
    supply: Literal["GOODS", "SERVICES", "MIXED"] | None
    taxOnDebits: bool
    look: UpdateBillingSettingsUpdateBillingSettingsSettingsLook
    missing: list[str]
    suggestedTaxes: Literal["FRANCE", "ITALY", "PLAIN"]


class UpdateBillingSettingsUpdateBillingSettingsConflictSeller(TypedDict):
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


class UpdateBillingSettingsUpdateBillingSettingsConflictBank(TypedDict):
    holder: str | None
    iban: str | None
    bic: str | None
    instructions: str | None


class UpdateBillingSettingsUpdateBillingSettingsConflictNumbering(TypedDict):
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    pattern: str
    restart: Literal["YEARLY", "NEVER"]
    startAt: int


class UpdateBillingSettingsUpdateBillingSettingsConflictTexts(TypedDict):
    locale: str
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    notes: str | None
    legalTerms: str | None


class UpdateBillingSettingsUpdateBillingSettingsConflictLookLogo(TypedDict):
    url: str
    width: int
    height: int


class UpdateBillingSettingsUpdateBillingSettingsConflictLook(TypedDict):
    accent: str | None
    logo: UpdateBillingSettingsUpdateBillingSettingsConflictLookLogo | None


class UpdateBillingSettingsUpdateBillingSettingsConflict(TypedDict):
    version: int
    currency: str
    seller: UpdateBillingSettingsUpdateBillingSettingsConflictSeller
    bank: UpdateBillingSettingsUpdateBillingSettingsConflictBank
    paymentDays: int
    quoteDays: int
    numbering: list[UpdateBillingSettingsUpdateBillingSettingsConflictNumbering]
    texts: list[UpdateBillingSettingsUpdateBillingSettingsConflictTexts]
    headerFields: list[str]
    supply: Literal["GOODS", "SERVICES", "MIXED"] | None
    taxOnDebits: bool
    look: UpdateBillingSettingsUpdateBillingSettingsConflictLook
    missing: list[str]
    suggestedTaxes: Literal["FRANCE", "ITALY", "PLAIN"]


class UpdateBillingSettingsUpdateBillingSettingsErrorsParameters(TypedDict):
    name: str
    value: str


class UpdateBillingSettingsUpdateBillingSettingsErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UpdateBillingSettingsUpdateBillingSettingsErrorsParameters]


class UpdateBillingSettingsUpdateBillingSettings(TypedDict):
    settings: UpdateBillingSettingsUpdateBillingSettingsSettings | None
    conflict: UpdateBillingSettingsUpdateBillingSettingsConflict | None
    cursor: str | None
    errors: list[UpdateBillingSettingsUpdateBillingSettingsErrors]


class UpdateBillingSettings(TypedDict):
    updateBillingSettings: UpdateBillingSettingsUpdateBillingSettings | None


update_billing_settings: Operation[UpdateBillingSettings] = load("billing/update_billing_settings")
