"""What update_delivery_settings.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class DocumentLetterInput(TypedDict):
    locale: str
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE", "REMINDER", "OVERDUE"]
    subject: str
    message: str


class UpdateDeliverySettingsInput(TypedDict):
    version: int
    acceptedQuotes: NotRequired[Literal["STAY", "DRAFT_INVOICE", "SEND_INVOICE"] | None]
    letters: NotRequired[list[DocumentLetterInput] | None]


class UpdateDeliverySettingsVariables(TypedDict):
    input: UpdateDeliverySettingsInput


class UpdateDeliverySettingsUpdateDeliverySettingsSettingsOnlinePayment(TypedDict):
    isReady: bool
    isTest: bool
    webhookUrl: str | None


class UpdateDeliverySettingsUpdateDeliverySettingsSettingsLetters(TypedDict):
    locale: str
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE", "REMINDER", "OVERDUE"]
    subject: str
    message: str


class UpdateDeliverySettingsUpdateDeliverySettingsSettings(TypedDict):
    version: int
    acceptedQuotes: Literal["STAY", "DRAFT_INVOICE", "SEND_INVOICE"]
    onlinePayment: UpdateDeliverySettingsUpdateDeliverySettingsSettingsOnlinePayment
    places: list[str]
    letters: list[UpdateDeliverySettingsUpdateDeliverySettingsSettingsLetters]


class UpdateDeliverySettingsUpdateDeliverySettingsConflictOnlinePayment(TypedDict):
    isReady: bool
    isTest: bool
    webhookUrl: str | None


class UpdateDeliverySettingsUpdateDeliverySettingsConflictLetters(TypedDict):
    locale: str
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE", "REMINDER", "OVERDUE"]
    subject: str
    message: str


class UpdateDeliverySettingsUpdateDeliverySettingsConflict(TypedDict):
    version: int
    acceptedQuotes: Literal["STAY", "DRAFT_INVOICE", "SEND_INVOICE"]
    onlinePayment: UpdateDeliverySettingsUpdateDeliverySettingsConflictOnlinePayment
    places: list[str]
    letters: list[UpdateDeliverySettingsUpdateDeliverySettingsConflictLetters]


class UpdateDeliverySettingsUpdateDeliverySettingsErrorsParameters(TypedDict):
    name: str
    value: str


class UpdateDeliverySettingsUpdateDeliverySettingsErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UpdateDeliverySettingsUpdateDeliverySettingsErrorsParameters]


class UpdateDeliverySettingsUpdateDeliverySettings(TypedDict):
    settings: UpdateDeliverySettingsUpdateDeliverySettingsSettings | None
    conflict: UpdateDeliverySettingsUpdateDeliverySettingsConflict | None
    errors: list[UpdateDeliverySettingsUpdateDeliverySettingsErrors]


class UpdateDeliverySettings(TypedDict):
    updateDeliverySettings: UpdateDeliverySettingsUpdateDeliverySettings | None


update_delivery_settings: Operation[UpdateDeliverySettings] = load("billing/update_delivery_settings")
