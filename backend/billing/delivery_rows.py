"""What is known of a document on its way to a client, as reads return it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import orjson

from backend.billing.rules.kinds import LetterKind
from backend.billing.rules.ledger import digest_of
from backend.billing.rules.letters import DeliverySettings
from backend.core.clock import from_micros
from backend.core.ids import encode_id
from backend.inbox.rules.kinds import MailProblem, MessageState
from backend.inbox.service.fates import LetterFate

LINK_COLUMNS = (
    "document_link.id, document_link.account_id, document_link.document_id, "
    "document_link.sealed_token, document_link.created_at, document_link.first_viewed_at, "
    "document_link.last_viewed_at, document_link.view_count"
)
DELIVERY_COLUMNS = (
    "document_delivery.id, document_delivery.document_id, document_delivery.message_id, "
    "document_delivery.kind, document_delivery.address, document_delivery.subject, "
    "document_delivery.copy_to, document_delivery.created_at, document_delivery.created_by"
)
ANSWER_COLUMNS = (
    "quote_answer.document_id, quote_answer.accepted, quote_answer.name, quote_answer.reason, "
    "quote_answer.address, quote_answer.signature, quote_answer.answered_at"
)


@dataclass(frozen=True, slots=True)
class DeliverySettingsRow:
    """The settings of delivery; version 0 before anybody changed them."""

    settings: DeliverySettings
    version: int


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link that works, its fields in the order of :data:`LINK_COLUMNS`."""

    pk: int
    account_key: int
    document_key: int
    sealed_token: str
    created_micros: int
    first_viewed_micros: int | None
    last_viewed_micros: int | None
    view_count: int

    @property
    def created_at(self) -> datetime:
        """When it was made."""
        return from_micros(self.created_micros)

    @property
    def first_viewed_at(self) -> datetime | None:
        """When the client looked first."""
        return None if self.first_viewed_micros is None else from_micros(self.first_viewed_micros)

    @property
    def last_viewed_at(self) -> datetime | None:
        """When the client looked last."""
        return None if self.last_viewed_micros is None else from_micros(self.last_viewed_micros)


@dataclass(slots=True)
class DeliveryRow:
    """A letter that a document went with, its first fields as in :data:`DELIVERY_COLUMNS`.

    ``fate`` is None once the message is gone.
    """

    pk: int
    document_key: int
    message_key: int
    kind_name: str
    to: str
    subject: str
    copy_to: str | None
    created_micros: int
    created_by: str
    fate: LetterFate | None = None

    @property
    def kind(self) -> LetterKind:
        """What the letter was for."""
        return LetterKind(self.kind_name)

    @property
    def message_id(self) -> str | None:
        """The message in the inbox."""
        return None if self.fate is None else encode_id("Message", self.message_key)

    @property
    def state(self) -> MessageState | None:
        """How far it is."""
        return None if self.fate is None else self.fate.state

    @property
    def problem(self) -> MailProblem | None:
        """Why it did not leave."""
        return None if self.fate is None else self.fate.failure

    @property
    def problem_detail(self) -> str | None:
        """What the server said."""
        return None if self.fate is None else self.fate.failure_detail

    @property
    def sent_at(self) -> datetime | None:
        """When the server took it."""
        return None if self.fate is None else self.fate.sent_at

    @property
    def bounced_at(self) -> datetime | None:
        """When it came back."""
        return None if self.fate is None else self.fate.bounced_at

    @property
    def created_at(self) -> datetime:
        """When somebody sent it."""
        return from_micros(self.created_micros)


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A client's answer, its fields in the order of :data:`ANSWER_COLUMNS`."""

    document_key: int
    accepted: bool
    name: str | None
    reason: str | None
    address: str
    signature: str | None
    answered_micros: int

    @property
    def answered_at(self) -> datetime:
        """When it was given."""
        return from_micros(self.answered_micros)

    @property
    def digest(self) -> str:
        """What the ledger knows of it."""
        said = [self.accepted, self.name, self.reason, self.address, self.signature]
        return digest_of(orjson.dumps(said).decode(), self.document_key, self.answered_micros)

    @property
    def is_drawn(self) -> bool:
        """Whether a signature was drawn."""
        return self.signature is not None
