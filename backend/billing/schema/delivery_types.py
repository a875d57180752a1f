"""How documents reach clients, as the schema shows it."""

from __future__ import annotations

from datetime import datetime

import strawberry

import backend.inbox.schema.enums  # noqa: F401 - describes the states of messages
from backend.billing.delivery_rows import AnswerRow, DeliveryRow
from backend.billing.rules import letters as rules
from backend.billing.rules.kinds import LetterKind
from backend.billing.rules.letters import AcceptedQuotes
from backend.core.graphql import row_type
from backend.core.graphql.enums import describe_enum
from backend.inbox.rules.kinds import MailProblem, MessageState

describe_enum(
    LetterKind,
    "What a letter that goes with a document is for.",
    {
        "QUOTE": "To offer.",
        "INVOICE": "To ask for payment.",
        "CREDIT_NOTE": "To hand a credit note over.",
        "REMINDER": "To remind of an invoice before it is due.",
        "OVERDUE": "To remind of an invoice that is overdue.",
    },
)
describe_enum(
    AcceptedQuotes,
    "What becomes of a quote that is accepted.",
    {
        "STAY": "Nothing, until somebody makes its invoice.",
        "DRAFT_INVOICE": "Its invoice is begun, as a draft.",
        "SEND_INVOICE": "Its invoice is issued, and sent to the client.",
    },
)


@row_type(DeliveryRow)
class DocumentDelivery:
    """A letter that a document went with."""

    kind: LetterKind = strawberry.field(description="What it was for.")
    to: str = strawberry.field(description="The address it goes to.")
    copy_to: str | None = strawberry.field(description="Who got a blind copy.")
    subject: str = strawberry.field(description="Its subject.")
    state: MessageState | None = strawberry.field(
        description="How far it is; null once the message is gone."
    )
    problem: MailProblem | None = strawberry.field(description="Why it did not leave (yet).")
    problem_detail: str | None = strawberry.field(description="What the mail server said.")
    sent_at: datetime | None = strawberry.field(description="When the mail server took it.")
    bounced_at: datetime | None = strawberry.field(description="When it came back.")
    message_id: strawberry.ID | None = strawberry.field(
        description="The message in the inbox; `sendMessageAgain` takes it."
    )
    created_at: datetime = strawberry.field(description="When it was sent off.")
    created_by: str = strawberry.field(description="By whom, by the name of that time.")


@strawberry.type
class DocumentLink:
    """The way by which clients open a document's page, without an account."""

    url: str | None = strawberry.field(
        description="Its address, for those who may write documents: whoever has it can answer a "
        "quote."
    )
    created_at: datetime = strawberry.field(description="When it was made.")
    first_viewed_at: datetime | None = strawberry.field(description="When the client looked first.")
    last_viewed_at: datetime | None = strawberry.field(description="When the client looked last.")
    view_count: int = strawberry.field(description="How often; looks within half an hour are one.")


@row_type(AnswerRow)
class QuoteAnswer:
    """What the client said to a quote on its page."""

    accepted: bool = strawberry.field(description="Whether it was accepted, or else rejected.")
    name: str | None = strawberry.field(description="Who signed, as typed.")
    reason: str | None = strawberry.field(description="Why it was rejected, as typed.")
    address: str = strawberry.field(description="Where on the internet it came from.")
    is_drawn: bool = strawberry.field(description="Whether the signature was drawn.")
    answered_at: datetime = strawberry.field(description="When.")


@row_type(rules.LetterTemplate)
class DocumentLetter:
    """The template of a letter, plain text."""

    locale: str = strawberry.field(description="`en`, `fr` or `it`.")
    kind: LetterKind = strawberry.field(description="What it is for.")
    subject: str = strawberry.field(description="Its subject, with places.")
    message: str = strawberry.field(description="What it says, with places.")


@strawberry.input
class DocumentLetterInput:
    """A template; an empty subject or message is the usual one again."""

    locale: str = strawberry.field(description="`en`, `fr` or `it`.")
    kind: LetterKind = strawberry.field(description="What it is for.")
    subject: str = strawberry.field(
        description="At most 300 characters. Places: `{{number}} {{title}} {{client}} {{seller}} "
        "{{total}} {{balance}} {{issue_date}} {{due_date}}`; `{{title|the site}}` has a word for "
        "when there is none."
    )
    message: str = strawberry.field(description="At most 10,000 characters, with the same places.")


@strawberry.type
class OnlinePaymentSettings:
    """How clients pay online, by Stripe Checkout. Keys are shown to nobody."""

    is_ready: bool = strawberry.field(description="Whether there are keys.")
    is_test: bool = strawberry.field(description="Whether no real money moves by them.")
    webhook_url: str | None = strawberry.field(
        description="Where Stripe is to send `checkout.session.completed` and "
        "`checkout.session.async_payment_succeeded`; for those who may manage billing."
    )


@strawberry.type
class DeliverySettings:
    """How documents reach clients, and what follows from their answers."""

    version: int = strawberry.field(
        description="Grows with every change, 0 before the first; a change names it."
    )
    accepted_quotes: AcceptedQuotes = strawberry.field(
        description="What becomes of a quote that is accepted."
    )
    letters: list[DocumentLetter] = strawberry.field(
        description="One for each language and kind: the account's, or else the usual one."
    )
    online_payment: OnlinePaymentSettings = strawberry.field(description="How clients pay online.")
    places: list[str] = strawberry.field(description="What can stand between `{{` and `}}`.")


@strawberry.type
class ProposedLetter:
    """A letter as it would leave with a document; plain text."""

    kind: LetterKind = strawberry.field(description="What it is for.")
    kinds: list[LetterKind] = strawberry.field(
        description="What letters this document may go with, the likeliest first."
    )
    to: str | None = strawberry.field(description="The buyer's address.")
    subject: str = strawberry.field(description="Its subject.")
    message: str = strawberry.field(description="What it says; a button to the page comes below.")
