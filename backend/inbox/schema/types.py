"""Object types of the inbox."""

from __future__ import annotations

from datetime import date, datetime

import strawberry

import backend.files.schema.types  # noqa: F401 - describes the kinds of files
from backend.contacts.rows import Wanted
from backend.contacts.schema.types import Contact
from backend.contacts.schema.types import wanted as wanted_of_contact
from backend.core.graphql import Node, Selection, row_type
from backend.core.graphql.money import Money
from backend.files.kinds import FileKind
from backend.files.rows import FileRow
from backend.inbox.mailboxes import MailboxRow, ServerRow, SetAsideRow
from backend.inbox.payable import Invoice
from backend.inbox.rows import Mailable, MessageRow, PaymentRow, SavedReplyRow, ThreadRow
from backend.inbox.rules.kinds import (
    Direction,
    MailProblem,
    MailSecurity,
    MessageKind,
    MessageState,
    PaymentState,
    UnknownSenders,
)
from backend.inbox.schema import enums  # noqa: F401 - describes them


@row_type(Mailable)
class MailAddress:
    """Somebody a message is from or to."""

    address: str = strawberry.field(description="The e-mail address.")
    name: str = strawberry.field(description="What they are called there; may be empty.")


@row_type(FileRow)
class MessageFile:
    """A file that goes with a message, or came with one."""

    filename: str = strawberry.field(description="What it is called, made safe.")
    media_type: str = strawberry.field(description="What it is, by its content.")
    kind: FileKind = strawberry.field(description="How it can be looked at.")
    size_bytes: int = strawberry.field(description="How long it is.")
    download_url: str = strawberry.field(
        description="Path that answers with it as a file to be saved; over after an hour."
    )
    view_url: str | None = strawberry.field(
        description="Path that shows it in place, if that is safe; over after an hour."
    )


@row_type(Invoice)
class AskedInvoice:
    """The invoice that a message asks to be paid, as it stands now."""

    document_id: strawberry.ID = strawberry.field(description="The `BillingDocument`.")
    number: str = strawberry.field(description="Its number.")
    state: PaymentState = strawberry.field(description="How far it is paid.")
    is_overdue: bool = strawberry.field(description="Whether money should have come by now.")
    due_date: date | None = strawberry.field(description="Until when it is to be paid.")
    balance: Money = strawberry.field(
        description="What is left to pay; below zero, what was paid too much."
    )
    url: str | None = strawberry.field(
        description="Its client's page, where it is seen, downloaded and paid; null once the link "
        "was revoked."
    )


@row_type(PaymentRow)
class PaymentRequest(Node):
    """Money asked for in a message."""

    amount_minor: int = strawberry.field(
        description="The amount in minor units of its currency, such as cents."
    )
    currency: str = strawberry.field(description="ISO 4217 code, such as EUR.")
    text: str = strawberry.field(description="What it is for.")
    url: str = strawberry.field(
        description="The page that tells what is asked and by whom; the invoice's own where one is "
        "named."
    )
    invoice: AskedInvoice | None = strawberry.field(
        description="The invoice that it asks for; null for an amount of its own."
    )
    is_cancelled: bool = strawberry.field(description="Whether it was taken back.")
    created_at: datetime = strawberry.field(description="When it was asked for.")


@row_type(MessageRow)
class Message(Node):
    """A letter that was written here, or received."""

    thread_id: strawberry.ID = strawberry.field(description="The thread that it is in.")
    direction: Direction = strawberry.field(description="Which way it goes.")
    kind: MessageKind = strawberry.field(description="What it is.")
    state: MessageState = strawberry.field(description="How far it is.")
    subject: str = strawberry.field(description="Its subject; may be empty.")
    sender: MailAddress = strawberry.field(description="Who it is from.")
    recipients: list[MailAddress] = strawberry.field(description="Who it is to; 50 at most.")
    author_name: str = strawberry.field(
        description="Who of the account wrote it; empty when it came in."
    )
    html: str = strawberry.field(
        description="What it says, as clean HTML without images, styles, forms or scripts: safe to "
        "show. What it repeats of earlier letters is in `quotedHtml`."
    )
    quoted_html: str | None = strawberry.field(
        description="What it repeats of earlier letters, likewise; to be folded."
    )
    text: str = strawberry.field(description="The same as `html`, as plain text.")
    excerpt: str = strawberry.field(description="Its first words, in one line.")
    has_remote_images: bool = strawberry.field(
        description="Whether it has images that lie elsewhere; `messageWithImages` shows them, and "
        "tells their owner that it was read."
    )
    is_partial: bool = strawberry.field(
        description="Whether it was not kept whole: it was too large, or the account has no room "
        "for its files. The rest is in the mailbox."
    )
    at: datetime = strawberry.field(description="When it was written or received.")
    is_read: bool = strawberry.field(description="Whether it was read.")
    attempts: int = strawberry.field(description="How often sending it was tried.")
    next_try_at: datetime | None = strawberry.field(description="When it is tried again, if ever.")
    sent_at: datetime | None = strawberry.field(description="When the mail server took it.")
    failure: MailProblem | None = strawberry.field(description="Why it was not sent, or not yet.")
    failure_detail: str | None = strawberry.field(
        description="What the mail server said, in its own words."
    )
    bounced_at: datetime | None = strawberry.field(
        description="When it came back as not delivered."
    )
    files: list[MessageFile] = strawberry.field(description="What is enclosed.")
    payment_request: PaymentRequest | None = strawberry.field(
        description="The money that it asks for, if any."
    )


@row_type(ThreadRow)
class Thread(Node):
    """All that was written to and by one contact, or one address that is nobody's yet."""

    contact: Contact | None = strawberry.field(
        description="With whom; null when the address is no contact's."
    )
    address: str | None = strawberry.field(description="The address, where there is no contact.")
    name: str | None = strawberry.field(
        description="What its holder is called in their letters, where there is no contact."
    )
    is_archived: bool = strawberry.field(
        description="Whether it was put aside; an answer brings it back."
    )
    is_unread: bool = strawberry.field(description="Whether a message in it was not read.")
    unread_count: int = strawberry.field(description="How many of its messages were not read.")
    message_count: int = strawberry.field(description="How many messages it has.")
    subject: str = strawberry.field(description="The subject of its newest message.")
    excerpt: str = strawberry.field(description="The first words of its newest message.")
    last_direction: Direction = strawberry.field(description="Which way its newest message went.")
    last_state: MessageState = strawberry.field(description="How far its newest message is.")
    last_at: datetime = strawberry.field(description="When its newest message came or was written.")


@row_type(SavedReplyRow)
class SavedReply(Node):
    """A text that is written often. ``{{given_name|there}}`` stands for what is known."""

    name: str = strawberry.field(description="Unique in the account; accents and case aside.")
    subject: str | None = strawberry.field(description="The subject, if it has one of its own.")
    html: str = strawberry.field(description="The text, as clean HTML with its places.")
    version: int = strawberry.field(
        description="Grows with every change; an edit names the version it started from."
    )
    updated_at: datetime = strawberry.field(description="When it was changed last.")
    updated_by: str = strawberry.field(description="Who changed it last.")


@row_type(ServerRow)
class MailServer:
    """Where mail is sent through or read from."""

    host: str = strawberry.field(description="Its name or address.")
    port: int = strawberry.field(description="Its port.")
    security: MailSecurity = strawberry.field(description="How the connection is protected.")
    user: str | None = strawberry.field(description="Who signs in there.")
    has_password: bool = strawberry.field(
        description="Whether a password is kept; it is never shown."
    )


@row_type(SetAsideRow)
class SetAsideLetter:
    """A letter that could not be kept, however often it was tried. It is in the mailbox."""

    from_address: str = strawberry.field(
        description="Who it says to be from; empty when it could not even be read."
    )
    subject: str = strawberry.field(description="What it says to be about; empty likewise.")
    written_at: datetime | None = strawberry.field(
        description="When it says that it was written, if it says so."
    )
    at: datetime = strawberry.field(description="When it was given up.")


@row_type(MailboxRow)
class Mailbox(Node):
    """The address that an account writes from, and where its answers are read."""

    version: int = strawberry.field(
        description="Grows with every change; an edit names the version it started from."
    )
    from_name: str = strawberry.field(description="What recipients see as the sender.")
    from_address: str = strawberry.field(description="The address that messages are from.")
    smtp: MailServer | None = strawberry.field(
        description="The server that sends; null when Carnet's own does, and to those who may not "
        "manage the mailbox."
    )
    imap: MailServer | None = strawberry.field(
        description="The server where answers are read; null when they are not, and to those who "
        "may not manage the mailbox."
    )
    imap_folder: str = strawberry.field(description="The folder that is read, such as INBOX.")
    unknown_senders: UnknownSenders = strawberry.field(
        description="What becomes of mail from people who are no contacts."
    )
    read_at: datetime | None = strawberry.field(description="When it was read last.")
    read_problem: MailProblem | None = strawberry.field(
        description="Why it cannot be read at the moment."
    )
    read_detail: str | None = strawberry.field(description="What its server said to that.")
    send_problem: MailProblem | None = strawberry.field(
        description="Why the last message could not be sent."
    )
    send_detail: str | None = strawberry.field(description="What its server said to that.")
    set_aside: list[SetAsideLetter] = strawberry.field(
        description="The newest letters that could not be kept, 20 at most; empty to those who may "
        "not manage the mailbox."
    )


@strawberry.type
class FilledReply:
    """A saved reply as it reads to one contact."""

    subject: str | None = strawberry.field(description="The subject, if it has one of its own.")
    html: str = strawberry.field(description="The text, as clean HTML.")


def wanted(selection: Selection) -> Wanted | None:
    """Return what a selection on threads needs of their contacts; None when nothing."""
    if "contact" not in selection:
        return None
    return wanted_of_contact(selection.at("contact"))
