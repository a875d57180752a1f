"""The inbox's enums, as the schema shows them."""

from __future__ import annotations

from backend.core.graphql.enums import describe_enum
from backend.inbox.rules.kinds import (
    Direction,
    MailProblem,
    MailSecurity,
    MessageKind,
    MessageState,
    PaymentState,
    UnknownSenders,
)

describe_enum(
    Direction,
    "Which way a message goes.",
    {"IN": "To the account.", "OUT": "From the account."},
    name="MessageDirection",
)
describe_enum(
    MessageKind,
    "What a message is.",
    {
        "LETTER": "Somebody wrote it.",
        "AUTO_REPLY": "A program answered, as while its owner is away.",
        "BOUNCE": "A mail server says that a message did not arrive.",
    },
)
describe_enum(
    MessageState,
    "How far a message is.",
    {
        "QUEUED": "It is to be sent, now or at `nextTryAt`.",
        "SENDING": "The mail server is being given it.",
        "SENT": "The mail server took it.",
        "FAILED": "It was not sent, and is not tried again by itself; `failure` says why.",
        "HELD": "It had not left when its contact went into the trash; somebody has to let it go, "
        "by `sendMessageAgain`, or `discardMessage`.",
        "DISCARDED": "It was held, and somebody gave it up.",
        "RECEIVED": "It came in.",
    },
)
describe_enum(
    MailProblem,
    "Why mail could not be sent or read.",
    {
        "HOST_UNKNOWN": "There is no host of this name.",
        "HOST_REFUSED": "The host is not on the internet, and this server connects to no other.",
        "UNREACHABLE": "Nothing answers there.",
        "TIMED_OUT": "The server took too long to answer.",
        "TLS_FAILED": "The connection could not be protected, as with a certificate of another.",
        "SIGN_IN_FAILED": "The server refused the user or the password.",
        "NO_FOLDER": "The mailbox has no such folder.",
        "SENDER_REFUSED": "The server does not send for this address.",
        "RECIPIENT_REFUSED": "The server does not deliver to the recipient.",
        "MESSAGE_REFUSED": "The server refused the message itself.",
        "NO_ADDRESS": "The recipient has no address any more.",
        "MAYBE_SENT": "The connection was lost while the server had the message: it may have "
        "arrived. Not tried again by itself, so that nobody gets it twice.",
        "TRY_LATER": "The server asked to come again later.",
        "UNEXPECTED": "The server answered what nobody expects.",
    },
)
describe_enum(
    PaymentState,
    "How far an invoice is paid that a message asks for.",
    {
        "UNPAID": "Nothing was paid of it.",
        "PARTLY_PAID": "Something is left to pay.",
        "PAID": "Nothing is left to pay: it was paid, or credited.",
        "VOID": "It does not hold any more: nothing is to be paid.",
    },
)
describe_enum(
    MailSecurity,
    "How a connection to a mail server is protected.",
    {
        "TLS": "From its first byte.",
        "STARTTLS": "After a greeting in clear.",
        "NONE": "Not at all; only where this server may reach private mail servers.",
    },
)
describe_enum(
    UnknownSenders,
    "What becomes of mail from people who are no contacts.",
    {
        "IGNORE": "It stays in the mailbox alone.",
        "KEEP": "It is a thread of the inbox, to be given to a contact.",
    },
)
