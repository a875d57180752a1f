"""Where a campaign stands, where one of its letters stands, and why somebody gets none."""

from __future__ import annotations

from enum import StrEnum


class CampaignState(StrEnum):
    """Where a campaign stands."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    SENDING = "sending"
    PAUSED = "paused"
    SENT = "sent"
    CANCELLED = "cancelled"
    FAILED = "failed"


class RecipientState(StrEnum):
    """Where one letter of a campaign stands."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    SKIPPED = "skipped"
    UNKNOWN = "unknown"


class BlockKind(StrEnum):
    """What a part of a letter is."""

    HEADING = "heading"
    TEXT = "text"
    BUTTON = "button"
    IMAGE = "image"
    DIVIDER = "divider"


class ExclusionReason(StrEnum):
    """Why a chosen contact gets no letter."""

    NO_EMAIL = "no_email"
    NEVER_SUBSCRIBED = "never_subscribed"
    UNSUBSCRIBED = "unsubscribed"
    BOUNCED = "bounced"
    DUPLICATE = "duplicate"
    GONE = "gone"


class BounceKind(StrEnum):
    """How a letter came back: for good, or for a while."""

    HARD = "hard"
    SOFT = "soft"


class LetterEvent(StrEnum):
    """What is counted of letters, by the hour and in all. ``RETURNED`` are bounces of those that a
    server had taken before.
    """

    SENT = "sent"
    OPENED = "opened"
    CLICKED = "clicked"
    HARD_BOUNCE = "hard_bounce"
    SOFT_BOUNCE = "soft_bounce"
    RETURNED = "returned"
    UNSUBSCRIBED = "unsubscribed"


class CampaignProblem(StrEnum):
    """Why a campaign does not go on by itself."""

    NO_SENDING_SERVER = "no_sending_server"
    NO_RECIPIENTS = "no_recipients"
    FILTER_BROKEN = "filter_broken"
    HOST_UNKNOWN = "host_unknown"
    HOST_REFUSED = "host_refused"
    UNREACHABLE = "unreachable"
    TIMED_OUT = "timed_out"
    TLS_FAILED = "tls_failed"
    SIGN_IN_FAILED = "sign_in_failed"
    SENDER_REFUSED = "sender_refused"
    RECIPIENT_REFUSED = "recipient_refused"
    MESSAGE_REFUSED = "message_refused"
    TRY_LATER = "try_later"
    MAYBE_SENT = "maybe_sent"
    UNEXPECTED = "unexpected"


EDITABLE = frozenset({CampaignState.DRAFT, CampaignState.FAILED})
"""Nothing has left, and nothing is about to."""
UNDER_WAY = frozenset({CampaignState.SENDING, CampaignState.PAUSED})
"""Letters are leaving, or would if nobody had stopped them."""
