"""What follow_delivery.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class FollowDeliveryVariables(TypedDict):
    id: str
    after: NotRequired[str | None]


class FollowDeliveryBillingDocumentChanged(TypedDict):
    cursor: str


class FollowDelivery(TypedDict):
    billingDocumentChanged: FollowDeliveryBillingDocumentChanged


follow_delivery: Operation[FollowDelivery] = load("billing/follow_delivery")
