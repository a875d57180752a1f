"""Threads, messages and what belongs to them as reads return them: light objects, one per row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import orjson

from backend.contacts.rows import ContactRow
from backend.core.clock import from_micros
from backend.core.ids import GlobalId, encode_id
from backend.files.rows import FileRow
from backend.inbox.links import payment_url
from backend.inbox.payable import Invoice

THREAD_COLUMNS = (
    "thread.id, thread.account_id, thread.contact_id, thread.address, thread.name, "
    "thread.archived, thread.subject, thread.excerpt, thread.last_direction, thread.last_state, "
    "thread.last_at, thread.message_count, thread.unread_count"
)
MESSAGE_COLUMNS = (
    "message.id, message.account_id, message.thread_id, message.direction, message.kind, "
    "message.state, message.subject, message.from_name, message.from_address, message.recipients, "
    "message.html, message.pictured_html IS NOT NULL, message.quoted_html, message.text, "
    "message.excerpt, message.is_partial, message.at, message.is_read, message.author_name, "
    "message.attempts, message.next_try_at, message.sent_at, message.failure, "
    "message.failure_detail, message.bounced_at"
)
PAYMENT_COLUMNS = (
    "payment_request.id, payment_request.account_id, payment_request.message_id, "
    "payment_request.amount_minor, payment_request.currency, payment_request.text, "
    "payment_request.cancelled_at, payment_request.created_at, payment_request.invoice_id"
)
REPLY_COLUMNS = (
    "saved_reply.id, saved_reply.name, saved_reply.subject, saved_reply.html, "
    "saved_reply.version, saved_reply.updated_at, saved_reply.updated_by"
)


def _instant(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)


@dataclass(frozen=True, slots=True)
class Mailable:
    """Somebody a message is from or to."""

    address: str
    name: str = ""


@dataclass(slots=True)
class ThreadRow:
    """A thread, its first fields in the order of :data:`THREAD_COLUMNS`."""

    pk: int
    account_id: int
    contact_id: int | None
    address: str | None
    name: str | None
    archived: int
    subject: str
    excerpt: str
    last_direction: str
    last_state: str
    last_micros: int
    message_count: int
    unread_count: int
    contact: ContactRow | None = None

    id = GlobalId("Thread", "pk")
    """The global id."""

    @property
    def is_unread(self) -> bool:
        """Whether a message in it was not read."""
        return self.unread_count > 0

    @property
    def is_archived(self) -> bool:
        """Whether it was put aside."""
        return bool(self.archived)

    @property
    def last_at(self) -> datetime:
        """When its newest message came or was written."""
        return from_micros(self.last_micros)


@dataclass(slots=True)
class PaymentRow:
    """A payment request, in the order of :data:`PAYMENT_COLUMNS`."""

    pk: int
    account_id: int
    message_id: int
    amount_minor: int
    currency: str
    text: str
    cancelled_micros: int | None
    created_micros: int
    invoice_key: int | None = None
    invoice: Invoice | None = None

    id = GlobalId("PaymentRequest", "pk")
    """The global id."""

    @property
    def is_cancelled(self) -> bool:
        """Whether the account took it back."""
        return self.cancelled_micros is not None

    @property
    def created_at(self) -> datetime:
        """When it was asked for."""
        return from_micros(self.created_micros)

    @property
    def url(self) -> str:
        """The address of the page that says what is asked: the invoice's own where one is named."""
        return (self.invoice.url if self.invoice else None) or payment_url(self.pk)


@dataclass(slots=True)
class MessageRow:
    """A message, its first fields in the order of :data:`MESSAGE_COLUMNS`."""

    pk: int
    account_id: int
    thread_pk: int
    direction: str
    kind: str
    state: str
    subject: str
    from_name: str
    from_address: str
    recipients_text: str
    html: str
    has_remote_images: bool
    quoted_html: str | None
    text: str
    excerpt: str
    is_partial: bool
    micros: int
    is_read: bool
    author_name: str
    attempts: int
    next_try_micros: int | None
    sent_micros: int | None
    failure: str | None
    failure_detail: str | None
    bounced_micros: int | None
    payment_request: PaymentRow | None = None
    files: Sequence[FileRow] = field(default=())
    _recipients: Sequence[Mailable] | None = field(default=None, repr=False)

    id = GlobalId("Message", "pk")
    """The global id."""

    @property
    def thread_id(self) -> str:
        """The global id of its thread."""
        return encode_id("Thread", self.thread_pk)

    @property
    def sender(self) -> Mailable:
        """Who it is from."""
        return Mailable(self.from_address, self.from_name)

    @property
    def recipients(self) -> Sequence[Mailable]:
        """Who it is to."""
        if self._recipients is None:
            self._recipients = [Mailable(*each) for each in orjson.loads(self.recipients_text)]
        return self._recipients

    @property
    def at(self) -> datetime:
        """When it was written or received."""
        return from_micros(self.micros)

    @property
    def next_try_at(self) -> datetime | None:
        """When sending it is tried again."""
        return _instant(self.next_try_micros)

    @property
    def sent_at(self) -> datetime | None:
        """When the mail server took it."""
        return _instant(self.sent_micros)

    @property
    def bounced_at(self) -> datetime | None:
        """When it came back."""
        return _instant(self.bounced_micros)


@dataclass(slots=True)
class SavedReplyRow:
    """A saved reply, in the order of :data:`REPLY_COLUMNS`."""

    pk: int
    name: str
    subject: str | None
    html: str
    version: int
    updated_micros: int
    updated_by: str

    id = GlobalId("SavedReply", "pk")
    """The global id."""

    @property
    def updated_at(self) -> datetime:
        """When it was changed last."""
        return from_micros(self.updated_micros)
