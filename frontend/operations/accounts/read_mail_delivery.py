"""What read_mail_delivery.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ReadMailDeliveryVariables(TypedDict):
    pass


class ReadMailDeliveryViewer(TypedDict):
    mailDelivery: Literal["SMTP", "OUTBOX"]


class ReadMailDelivery(TypedDict):
    viewer: ReadMailDeliveryViewer | None


read_mail_delivery: Operation[ReadMailDelivery] = load("accounts/read_mail_delivery")
