"""What people are told of. Pure: no ORM, no I/O."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

TITLE_LENGTH = 300
KEPT = timedelta(days=180)
MAX_MARKED = 200
"""Notifications that are marked by name at a time."""


class NotificationKind(StrEnum):
    """What a notification tells."""

    TASK_REMINDER = "task_reminder"
    TASK_ASSIGNED = "task_assigned"
    CARD_ENTERED_STEP = "card_entered_step"
    INVOICE_TO_REVIEW = "invoice_to_review"
    INVOICE_HELD = "invoice_held"
    INVOICE_NOT_SENT = "invoice_not_sent"
    QUOTE_ACCEPTED = "quote_accepted"
    QUOTE_REJECTED = "quote_rejected"
    QUOTE_WAITS = "quote_waits"
    CARD_ASSIGNED = "card_assigned"
    PRIVACY_COPY_READY = "privacy_copy_ready"
    PRIVACY_ERASURE_DONE = "privacy_erasure_done"
    PRIVACY_REQUEST_FAILED = "privacy_request_failed"
    PRIVACY_REQUEST_DUE = "privacy_request_due"
    PRIVACY_REQUEST_OVERDUE = "privacy_request_overdue"
