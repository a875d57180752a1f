"""What happened in billing, as the log keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from backend.contacts.events import AboutContact, OfContact
from backend.core.change_log import Fact


@dataclass(frozen=True, slots=True)
class BillingSettingsUpdated(Fact):
    """``parts`` are the schema's names of what changed; the subject is the account."""

    kind: ClassVar[str] = "account.billing_settings_updated"
    subject_type: ClassVar[str] = "Account"

    version: int
    parts: list[str]


@dataclass(frozen=True, slots=True)
class AboutDocument(OfContact):
    """``document_kind`` is quote, invoice or credit note; ``contact_id`` whose it is, or None."""

    subject_type: ClassVar[str] = "BillingDocument"

    document_kind: str
    contact_id: int | None


@dataclass(frozen=True, slots=True)
class DocumentDrafted(AboutDocument):
    kind: ClassVar[str] = "document.drafted"


@dataclass(frozen=True, slots=True)
class DocumentChanged(AboutDocument):
    """A draft says something else. It saves itself at every pause: no story tells of that."""

    kind: ClassVar[str] = "document.changed"

    version: int

    def about(self) -> None:
        """Return nobody."""


@dataclass(frozen=True, slots=True)
class DraftDeleted(AboutDocument):
    kind: ClassVar[str] = "document.deleted"


@dataclass(frozen=True, slots=True)
class DraftRestored(AboutDocument):
    kind: ClassVar[str] = "document.restored"


@dataclass(frozen=True, slots=True)
class DocumentIssued(AboutDocument):
    """Amounts are minor units."""

    kind: ClassVar[str] = "document.issued"

    number: str
    total_minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class DocumentRendered(AboutDocument):
    """Its PDF is there: no story tells of that."""

    kind: ClassVar[str] = "document.rendered"

    number: str

    def about(self) -> None:
        """Return nobody."""


@dataclass(frozen=True, slots=True)
class DocumentVoided(AboutDocument):
    kind: ClassVar[str] = "document.voided"

    number: str


@dataclass(frozen=True, slots=True)
class DocumentPurged(AboutDocument):
    """The law wants it no longer: nothing in it tells of whom it was. It is in nobody's story."""

    kind: ClassVar[str] = "document.purged"

    number: str

    def about(self) -> None:
        """Return nobody."""


@dataclass(frozen=True, slots=True)
class InvoiceCredited(AboutDocument):
    """A credit note was issued for the invoice; minor units."""

    kind: ClassVar[str] = "document.credited"

    number: str
    amount_minor: int


@dataclass(frozen=True, slots=True)
class QuoteAnswered(AboutDocument):
    """``stage`` is accepted, rejected, invoiced or revised; ``by_client``: on the quote's page."""

    kind: ClassVar[str] = "document.answered"

    stage: str
    by_client: bool = False
    number: str = ""


@dataclass(frozen=True, slots=True)
class DocumentSent(AboutDocument):
    """A letter with it is on its way; ``letter_kind`` tells what for."""

    kind: ClassVar[str] = "document.sent"

    number: str
    letter_kind: str


@dataclass(frozen=True, slots=True)
class DocumentViewed(AboutDocument):
    """The client looked at its page: not the seller, and not again within half an hour."""

    kind: ClassVar[str] = "document.viewed"

    number: str


@dataclass(frozen=True, slots=True)
class DocumentLinkRevoked(AboutDocument):
    """Its page can be opened no longer by the link that was sent."""

    kind: ClassVar[str] = "document.link_revoked"

    number: str


@dataclass(frozen=True, slots=True)
class PaymentRecorded(AboutDocument):
    """Money came, or what was recorded was taken back (below zero); minor units. ``paid`` tells
    whether nothing is left to pay of an invoice that holds.
    """

    kind: ClassVar[str] = "document.payment"

    amount_minor: int
    currency: str
    paid: bool
    number: str = ""


@dataclass(frozen=True, slots=True)
class TaxCreated(Fact):
    kind: ClassVar[str] = "tax.created"
    subject_type: ClassVar[str] = "Tax"

    name: str


@dataclass(frozen=True, slots=True)
class TaxUpdated(Fact):
    kind: ClassVar[str] = "tax.updated"
    subject_type: ClassVar[str] = "Tax"

    version: int
    name: str


@dataclass(frozen=True, slots=True)
class TaxArchived(Fact):
    kind: ClassVar[str] = "tax.archived"
    subject_type: ClassVar[str] = "Tax"

    name: str


@dataclass(frozen=True, slots=True)
class TaxRestored(Fact):
    kind: ClassVar[str] = "tax.restored"
    subject_type: ClassVar[str] = "Tax"

    name: str


@dataclass(frozen=True, slots=True)
class ProductCreated(Fact):
    kind: ClassVar[str] = "product.created"
    subject_type: ClassVar[str] = "Product"

    name: str


@dataclass(frozen=True, slots=True)
class ProductUpdated(Fact):
    kind: ClassVar[str] = "product.updated"
    subject_type: ClassVar[str] = "Product"

    version: int
    name: str


@dataclass(frozen=True, slots=True)
class ProductDeleted(Fact):
    kind: ClassVar[str] = "product.deleted"
    subject_type: ClassVar[str] = "Product"

    name: str


@dataclass(frozen=True, slots=True)
class ProductRestored(Fact):
    kind: ClassVar[str] = "product.restored"
    subject_type: ClassVar[str] = "Product"

    name: str


@dataclass(frozen=True, slots=True)
class AboutRecurring(AboutContact):
    """``contact_id`` is whose it is, or None."""

    subject_type: ClassVar[str] = "RecurringInvoice"


@dataclass(frozen=True, slots=True)
class RecurringInvoiceCreated(AboutRecurring):
    """Days are ISO days of the seller's calendar, here and below."""

    kind: ClassVar[str] = "recurring_invoice.created"

    next_date: str


@dataclass(frozen=True, slots=True)
class RecurringInvoiceChanged(AboutRecurring):
    """From now on its invoices say something else, or come on other days."""

    kind: ClassVar[str] = "recurring_invoice.changed"

    version: int


@dataclass(frozen=True, slots=True)
class RecurringInvoicePaused(AboutRecurring):
    kind: ClassVar[str] = "recurring_invoice.paused"


@dataclass(frozen=True, slots=True)
class RecurringInvoiceResumed(AboutRecurring):
    kind: ClassVar[str] = "recurring_invoice.resumed"


@dataclass(frozen=True, slots=True)
class RecurringDaySkipped(AboutRecurring):
    kind: ClassVar[str] = "recurring_invoice.skipped"

    day: str


@dataclass(frozen=True, slots=True)
class RecurringDayRestored(AboutRecurring):
    """A day that was skipped comes after all."""

    kind: ClassVar[str] = "recurring_invoice.unskipped"

    day: str


@dataclass(frozen=True, slots=True)
class RecurringInvoiceMade(AboutRecurring):
    """``outcome`` is drafted, issued or held; ``problem`` the code of what held it."""

    kind: ClassVar[str] = "recurring_invoice.made"

    day: str
    outcome: str
    problem: str | None


@dataclass(frozen=True, slots=True)
class RecurringInvoiceDeleted(AboutRecurring):
    kind: ClassVar[str] = "recurring_invoice.deleted"


@dataclass(frozen=True, slots=True)
class RecurringInvoiceRestored(AboutRecurring):
    kind: ClassVar[str] = "recurring_invoice.restored"
