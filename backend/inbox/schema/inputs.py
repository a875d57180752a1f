"""What mutations of messages and threads take, and answer."""

from __future__ import annotations

import strawberry

from backend.core.graphql import Payload
from backend.core.graphql.optional import given
from backend.core.ids import decode_id
from backend.inbox.drafts import MessageDraft, PaymentDraft
from backend.inbox.errors import AmountOrInvoice, NoRecipient
from backend.inbox.payable import INVOICE_TYPE
from backend.inbox.schema.types import Message, Thread


@strawberry.input
class PaymentRequestInput:
    """Money to ask for: an amount of its own, or what is left to pay of an invoice."""

    amount_minor: int | None = strawberry.field(
        default=strawberry.UNSET,
        description="In minor units of the currency, such as cents; 2,000,000,000 at most. Left "
        "out where an invoice is named.",
    )
    currency: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="ISO 4217 code, such as EUR; goes with an amount.",
    )
    text: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="What it is for; 500 characters at most. May be left out where an invoice is "
        "named.",
    )
    invoice_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET,
        description="An issued invoice of the contact: the message asks for what is left to pay of "
        "it, and leads to its page.",
    )

    def to_draft(self) -> PaymentDraft:
        """Return the domain's draft.

        Raises:
            AmountOrInvoice: not exactly one of them is given.
        """
        path = ("paymentRequest",)
        amount, currency, invoice = (
            given(self.amount_minor),
            given(self.currency),
            given(self.invoice_id),
        )
        if invoice is not None:
            if amount is not None or currency is not None:
                raise AmountOrInvoice((*path, "amountMinor"))
            key = decode_id(invoice, INVOICE_TYPE, (*path, "invoiceId"))
            return PaymentDraft(0, "", given(self.text) or "", key)
        if amount is None:
            raise AmountOrInvoice((*path, "amountMinor"))
        return PaymentDraft(amount, currency or "", given(self.text) or "")


@strawberry.input
class SendMessageInput:
    """A message to write: to a contact, or as an answer in a thread."""

    contact_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="To whom; or name a thread."
    )
    thread_id: strawberry.ID | None = strawberry.field(
        default=strawberry.UNSET, description="The thread to answer in; or name a contact."
    )
    to: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="One of the contact's addresses; that which they wrote from last, or their "
        "main one, when left out.",
    )
    subject: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="The subject; that of the thread when left out.",
    )
    html: str = strawberry.field(
        description="The message as HTML, cleaned to simple rich text; 200,000 characters at most. "
        "May be empty where money is asked for."
    )
    payment_request: PaymentRequestInput | None = strawberry.field(
        default=strawberry.UNSET, description="Money that the message asks for."
    )
    upload_ids: list[strawberry.ID] | None = strawberry.field(
        default=strawberry.UNSET,
        description="Files to enclose, announced by `createFileUpload` and sent; 20 and 20 MB in "
        "all at most.",
    )
    idempotency_key: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="The same key and input again answer with the first message, and send nothing. "
        "Not blank, at most 200 characters.",
    )

    def to_draft(self) -> MessageDraft:
        """Return the domain's draft.

        Raises:
            NoRecipient: not exactly one of contact and thread is named.
        """
        contact, thread, payment = (
            given(self.contact_id),
            given(self.thread_id),
            given(self.payment_request),
        )
        if (contact is None) is (thread is None):
            raise NoRecipient(("contactId",))
        return MessageDraft(
            self.html,
            decode_id(contact, "Contact", ("contactId",)) if contact is not None else None,
            decode_id(thread, "Thread", ("threadId",)) if thread is not None else None,
            given(self.to),
            given(self.subject),
            payment.to_draft() if payment else None,
            tuple(given(self.upload_ids) or ()),
        )


@strawberry.input
class SendMessageAgainInput:
    """The message to send again."""

    id: strawberry.ID = strawberry.field(
        description="Which message; one that failed, is held, or was discarded."
    )


@strawberry.input
class DiscardMessageInput:
    """The message to give up."""

    id: strawberry.ID = strawberry.field(description="Which message; one that is held.")


@strawberry.input
class CancelPaymentRequestInput:
    """The payment request to take back."""

    message_id: strawberry.ID = strawberry.field(description="The message that asks for it.")


@strawberry.input
class MarkThreadsInput:
    """Threads to mark."""

    ids: list[strawberry.ID] = strawberry.field(description="Which threads; 200 at most.")
    is_read: bool = strawberry.field(description="Whether they were read.")


@strawberry.input
class ArchiveThreadsInput:
    """Threads to put aside, or to take back."""

    ids: list[strawberry.ID] = strawberry.field(description="Which threads; 200 at most.")
    is_archived: bool = strawberry.field(description="Whether they are put aside.")


@strawberry.input
class AssignThreadInput:
    """A thread of an unknown sender, and whose it is."""

    id: strawberry.ID = strawberry.field(description="Which thread; one without a contact.")
    contact_id: strawberry.ID = strawberry.field(description="Whose it is.")


@strawberry.type
class SendMessagePayload(Payload):
    """What sending a message answers."""

    message: Message | None = strawberry.field(default=None, description="The message, queued.")
    thread: Thread | None = strawberry.field(default=None, description="Its thread.")


@strawberry.type
class SendMessageAgainPayload(Payload):
    """What sending a message again answers."""

    message: Message | None = strawberry.field(default=None, description="The message, queued.")


@strawberry.type
class DiscardMessagePayload(Payload):
    """What giving a message up answers."""

    message: Message | None = strawberry.field(
        default=None, description="The message, which stays in its thread."
    )


@strawberry.type
class CancelPaymentRequestPayload(Payload):
    """What taking back a payment request answers."""

    message: Message | None = strawberry.field(
        default=None, description="The message that asked for it."
    )


@strawberry.type
class MarkThreadsPayload(Payload):
    """What marking threads answers."""

    threads: list[Thread] = strawberry.field(default_factory=list, description="As they are now.")


@strawberry.type
class ArchiveThreadsPayload(Payload):
    """What putting threads aside answers."""

    threads: list[Thread] = strawberry.field(default_factory=list, description="As they are now.")


@strawberry.type
class AssignThreadPayload(Payload):
    """What giving a thread to a contact answers."""

    thread: Thread | None = strawberry.field(
        default=None, description="The contact's thread, with all messages."
    )
