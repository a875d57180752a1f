"""What happened in the inbox, as the log keeps it: first words, never whole letters.

``contact_id`` is None of a thread with an address that is no contact's yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from backend.contacts.events import AboutContact
from backend.core.change_log import Fact


@dataclass(frozen=True, slots=True)
class MessageWritten(AboutContact):
    """Somebody of the account wrote a message, which is to be sent."""

    kind: ClassVar[str] = "message.written"
    subject_type: ClassVar[str] = "Message"

    thread_id: int
    subject: str
    excerpt: str
    amount_minor: int | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class MessageSent(Fact):
    """The mail server took a message."""

    kind: ClassVar[str] = "message.sent"
    subject_type: ClassVar[str] = "Message"

    thread_id: int
    contact_id: int | None


@dataclass(frozen=True, slots=True)
class MessageDelayed(Fact):
    """A message could not be sent yet; it is tried again."""

    kind: ClassVar[str] = "message.delayed"
    subject_type: ClassVar[str] = "Message"

    thread_id: int
    contact_id: int | None
    problem: str


@dataclass(frozen=True, slots=True)
class MessageFailed(AboutContact):
    """A message was not sent, and is not tried again by itself."""

    kind: ClassVar[str] = "message.failed"
    subject_type: ClassVar[str] = "Message"

    thread_id: int
    subject: str
    problem: str


@dataclass(frozen=True, slots=True)
class MessageQueuedAgain(Fact):
    """Somebody asked to send a message after all that had failed, was held, or was given up."""

    kind: ClassVar[str] = "message.queued_again"
    subject_type: ClassVar[str] = "Message"

    thread_id: int
    contact_id: int | None


@dataclass(frozen=True, slots=True)
class MessageHeld(AboutContact):
    """A message did not leave, because its contact went into the trash."""

    kind: ClassVar[str] = "message.held"
    subject_type: ClassVar[str] = "Message"

    thread_id: int
    subject: str


@dataclass(frozen=True, slots=True)
class MessageDiscarded(AboutContact):
    """Somebody gave a held message up."""

    kind: ClassVar[str] = "message.discarded"
    subject_type: ClassVar[str] = "Message"

    thread_id: int
    subject: str


@dataclass(frozen=True, slots=True)
class MessageReceived(AboutContact):
    """A message came in."""

    kind: ClassVar[str] = "message.received"
    subject_type: ClassVar[str] = "Message"

    thread_id: int
    subject: str
    excerpt: str
    message_kind: str


@dataclass(frozen=True, slots=True)
class MessageBounced(AboutContact):
    """A message that was sent came back."""

    kind: ClassVar[str] = "message.bounced"
    subject_type: ClassVar[str] = "Message"

    thread_id: int
    subject: str
    address: str


@dataclass(frozen=True, slots=True)
class PaymentRequestCancelled(AboutContact):
    """Money that was asked for in a message is no longer asked for."""

    kind: ClassVar[str] = "payment_request.cancelled"
    subject_type: ClassVar[str] = "PaymentRequest"

    message_id: int
    thread_id: int
    amount_minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class ThreadUpdated(Fact):
    """A thread was read, put aside, or given to a contact: ``fields`` are the schema's names."""

    kind: ClassVar[str] = "thread.updated"
    subject_type: ClassVar[str] = "Thread"

    fields: list[str]


@dataclass(frozen=True, slots=True)
class ThreadDeleted(Fact):
    """A thread became part of another one, or is gone with its contact."""

    kind: ClassVar[str] = "thread.deleted"
    subject_type: ClassVar[str] = "Thread"

    into_thread: str | None


@dataclass(frozen=True, slots=True)
class MailboxUpdated(Fact):
    """The address that an account writes from, or its servers, were changed."""

    kind: ClassVar[str] = "mailbox.updated"
    subject_type: ClassVar[str] = "Mailbox"

    version: int


@dataclass(frozen=True, slots=True)
class MailboxTroubled(Fact):
    """The mailbox could not be read, or could be again, then without a problem."""

    kind: ClassVar[str] = "mailbox.troubled"
    subject_type: ClassVar[str] = "Mailbox"

    problem: str | None


@dataclass(frozen=True, slots=True)
class LetterSetAside(Fact):
    """A letter could not be kept, however often it was tried; those behind it are read."""

    kind: ClassVar[str] = "mailbox.letter_set_aside"
    subject_type: ClassVar[str] = "Mailbox"


@dataclass(frozen=True, slots=True)
class SavedReplyCreated(Fact):
    kind: ClassVar[str] = "saved_reply.created"
    subject_type: ClassVar[str] = "SavedReply"

    name: str


@dataclass(frozen=True, slots=True)
class SavedReplyUpdated(Fact):
    kind: ClassVar[str] = "saved_reply.updated"
    subject_type: ClassVar[str] = "SavedReply"

    version: int
    name: str


@dataclass(frozen=True, slots=True)
class SavedReplyDeleted(Fact):
    kind: ClassVar[str] = "saved_reply.deleted"
    subject_type: ClassVar[str] = "SavedReply"

    version: int
    name: str


@dataclass(frozen=True, slots=True)
class SavedReplyRestored(Fact):
    kind: ClassVar[str] = "saved_reply.restored"
    subject_type: ClassVar[str] = "SavedReply"

    version: int
    name: str
