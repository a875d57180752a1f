"""What this domain refuses, by code."""

from __future__ import annotations

from backend.core.errors import Refusal


class EmptyMessage(Refusal):
    """There is nothing in the message."""

    code = "EMPTY_MESSAGE"


class FilesTooLarge(Refusal):
    """More than mail servers take. Parameters: ``maximum_mb`` for all files of a message."""

    code = "FILES_TOO_LARGE"


class NoEmailAddress(Refusal):
    """The contact has no e-mail address to write to."""

    code = "NO_EMAIL_ADDRESS"


class NotTheirAddress(Refusal):
    """This address is none of the contact's."""

    code = "NOT_THEIR_ADDRESS"


class MessageNotFailed(Refusal):
    """Only a message that failed, is held, or was discarded can be sent again."""

    code = "MESSAGE_NOT_FAILED"


class MessageNotHeld(Refusal):
    """Only a message that is held can be discarded."""

    code = "MESSAGE_NOT_HELD"


class InvalidAmount(Refusal):
    """Not an amount that can be asked for. Parameters: ``maximum`` in minor units."""

    code = "INVALID_AMOUNT"


class AmountOrInvoice(Refusal):
    """A message asks for an amount of its own, or for what is left of an invoice: one of them."""

    code = "AMOUNT_OR_INVOICE"


class NotTheirInvoice(Refusal):
    """The invoice is another client's, or nobody's: its page must not reach this contact."""

    code = "NOT_THEIR_INVOICE"


class NothingToPay(Refusal):
    """No issued invoice of which something is left to pay."""

    code = "NOTHING_TO_PAY"


class AskedByInvoice(Refusal):
    """What is asked for by naming an invoice stays due: void or credit the invoice instead."""

    code = "ASKED_BY_INVOICE"


class SavedReplyNameTaken(Refusal):
    """There is a saved reply of this name, accents and case aside. Parameters: ``id``."""

    code = "SAVED_REPLY_NAME_TAKEN"


class TooManySavedReplies(Refusal):
    """The account has all the saved replies it may have. Parameters: ``maximum``."""

    code = "TOO_MANY_SAVED_REPLIES"


class UnknownPlaceholder(Refusal):
    """A text names what is not known of contacts. Parameters: ``name``."""

    code = "UNKNOWN_PLACEHOLDER"


class InvalidMailHost(Refusal):
    """Not the name or address of a mail server."""

    code = "INVALID_MAIL_HOST"


class InvalidMailPort(Refusal):
    """Not a port that mail servers listen on. Parameters: ``ports``."""

    code = "INVALID_MAIL_PORT"


class ThreadHasContact(Refusal):
    """The thread is a contact's already."""

    code = "THREAD_HAS_CONTACT"


class MailSecurityRequired(Refusal):
    """A password must not be sent to a mail server in clear: choose TLS or STARTTLS."""

    code = "MAIL_SECURITY_REQUIRED"


class NoRecipient(Refusal):
    """Name either the contact or the thread to write to."""

    code = "NO_RECIPIENT"
