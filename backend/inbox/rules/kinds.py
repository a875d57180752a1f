"""What a message can be, how far it is, and what can be wrong with it."""

from __future__ import annotations

from enum import StrEnum


class Direction(StrEnum):
    """Which way a message goes."""

    IN = "in"
    OUT = "out"


class MessageKind(StrEnum):
    """What a message is."""

    LETTER = "letter"
    AUTO_REPLY = "auto_reply"
    BOUNCE = "bounce"


class MessageState(StrEnum):
    """How far a message is."""

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    HELD = "held"
    DISCARDED = "discarded"
    RECEIVED = "received"


class MailProblem(StrEnum):
    """Why mail could not be sent or read."""

    HOST_UNKNOWN = "host_unknown"
    HOST_REFUSED = "host_refused"
    UNREACHABLE = "unreachable"
    TIMED_OUT = "timed_out"
    TLS_FAILED = "tls_failed"
    SIGN_IN_FAILED = "sign_in_failed"
    NO_FOLDER = "no_folder"
    SENDER_REFUSED = "sender_refused"
    RECIPIENT_REFUSED = "recipient_refused"
    MESSAGE_REFUSED = "message_refused"
    NO_ADDRESS = "no_address"
    MAYBE_SENT = "maybe_sent"
    TRY_LATER = "try_later"
    UNEXPECTED = "unexpected"


class PaymentState(StrEnum):
    """How far an invoice is paid that a message asks for."""

    UNPAID = "unpaid"
    PARTLY_PAID = "partly_paid"
    PAID = "paid"
    VOID = "void"


class MailSecurity(StrEnum):
    """How a connection to a mail server is protected."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


class UnknownSenders(StrEnum):
    """What becomes of mail from people who are no contacts."""

    IGNORE = "ignore"
    KEEP = "keep"
