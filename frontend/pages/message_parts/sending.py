"""What is typed, as the API takes it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import uuid4

from babel import numbers

from frontend.client import UserError
from frontend.locale.typed_numbers import read_number
from frontend.pages.message_parts.state import ConversationState

MOST_MINOR = 2_000_000_000


def nothing_typed(currency: str) -> dict[str, Any]:
    """Return the values of an empty composer."""
    return {
        "to": "",
        "subject": "",
        "html": "",
        "asks": False,
        "paymentRequest": {"amountMinor": "", "currency": currency, "text": "", "invoiceId": ""},
        "files": [],
        "idempotencyKey": uuid4().hex,
    }


def minor_of(typed: str, currency: str) -> int | None:
    """Return an amount as it is typed in minor units; None when it is none, or finer than them."""
    amount = read_number(typed)
    if amount is None:
        return None
    minor = amount.scaleb(numbers.get_currency_precision(currency))
    if minor != minor.to_integral_value() or not Decimal(0) < minor <= MOST_MINOR:
        return None
    return int(minor)


def input_of(
    state: ConversationState, values: Mapping[str, Any], to: str
) -> tuple[dict[str, Any], list[UserError]]:
    """Return the input of `sendMessage`, and what need not be sent to be refused."""
    problems: list[UserError] = []
    given: dict[str, Any] = {
        "to": to or None,
        "subject": values["subject"].strip() or None,
        "html": values["html"],
        "uploadIds": [file["id"] for file in values["files"]] or None,
        "idempotencyKey": values["idempotencyKey"],
    }
    given["contactId" if state.contact_id else "threadId"] = state.key
    if values["asks"]:
        given["paymentRequest"] = _asked(values["paymentRequest"], problems)
    return given, problems


def _asked(payment: Mapping[str, Any], problems: list[UserError]) -> dict[str, Any]:
    """Return what is asked for: an invoice alone, or an amount."""
    if payment.get("invoiceId"):
        return {"invoiceId": payment["invoiceId"]}
    minor = minor_of(payment["amountMinor"], payment["currency"])
    if minor is None:
        path = ["paymentRequest", "amountMinor"]
        problems.append(UserError(code="INVALID_AMOUNT", path=path, parameters=[]))
    return {"amountMinor": minor, "currency": payment["currency"], "text": payment["text"]}
