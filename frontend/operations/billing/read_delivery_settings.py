"""What read_delivery_settings.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ReadDeliverySettingsVariables(TypedDict):
    pass


class ReadDeliverySettingsDeliverySettingsOnlinePayment(TypedDict):
    isReady: bool
    isTest: bool
    webhookUrl: str | None


class ReadDeliverySettingsDeliverySettingsLetters(TypedDict):
    locale: str
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE", "REMINDER", "OVERDUE"]
    subject: str
    message: str


class ReadDeliverySettingsDeliverySettings(TypedDict):
    version: int
    acceptedQuotes: Literal["STAY", "DRAFT_INVOICE", "SEND_INVOICE"]
    onlinePayment: ReadDeliverySettingsDeliverySettingsOnlinePayment
    places: list[str]
    letters: list[ReadDeliverySettingsDeliverySettingsLetters]


class ReadDeliverySettings(TypedDict):
    deliverySettings: ReadDeliverySettingsDeliverySettings


read_delivery_settings: Operation[ReadDeliverySettings] = load("billing/read_delivery_settings")
