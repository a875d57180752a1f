"""The tables of billing. For writing only; reads are in queries."""

from __future__ import annotations

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from backend.billing.delivery_models import (
    DeliverySettings,
    DocumentDelivery,
    DocumentLink,
    OnlinePayment,
    QuoteAnswer,
    StripeAccount,
)
from backend.billing.limits import (
    CODE_LENGTH,
    LINE_LENGTH,
    NAME_LENGTH,
    UNIT_LENGTH,
)
from backend.billing.sending_models import DocumentSending, DocumentSendingItem
from backend.contacts.columns import SortKeyField
from backend.core.fields import InstantField

__all__ = [
    "BillingDocument",
    "DeliverySettings",
    "DocumentDelivery",
    "DocumentLink",
    "DocumentSending",
    "DocumentSendingItem",
    "LedgerLink",
    "NumberSeries",
    "OnlinePayment",
    "Payment",
    "Product",
    "QuoteAnswer",
    "RecurringDay",
    "RecurringInvoice",
    "SellerSettings",
    "StripeAccount",
    "Tax",
]


class SellerSettings(Model):
    """What the account said about selling; an account without a row has its country's defaults.

    ``content`` is JSON (``rules.settings``): nothing in it is searched, and documents that are
    issued carry a copy of what they show.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.OneToOneRelation[Model] = fields.OneToOneField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    content = fields.TextField()
    version = fields.IntField()
    updated_at = InstantField()
    updated_by = fields.CharField(200)

    class Meta:
        table = "seller_settings"


class Tax(Model):
    """A tax that lines may have. ``rate_thousandths`` are thousandths of a percent."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    name = fields.CharField(NAME_LENGTH)
    rate_thousandths = fields.IntField()
    category = fields.CharField(2)
    exemption_reason = fields.CharField(LINE_LENGTH, null=True)
    exemption_code = fields.CharField(CODE_LENGTH, null=True)
    is_default = fields.SmallIntField(default=0)
    version = fields.IntField(default=1)
    archived_at = InstantField(null=True)

    class Meta:
        table = "tax"
        indexes = (Index(fields=("account_id",)),)


class Product(Model):
    """Something that is sold. ``folded_name`` is what it sorts by, ``search_text`` what it is found
    by: its name and description, folded.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    name = fields.CharField(NAME_LENGTH)
    folded_name = SortKeyField()
    search_text = fields.TextField()
    description = fields.TextField(null=True)
    unit = fields.CharField(UNIT_LENGTH, null=True)
    price_minor = fields.BigIntField()
    currency = fields.CharField(3)
    tax: fields.ForeignKeyNullableRelation[Tax] = fields.ForeignKeyField(
        "billing.Tax", null=True, on_delete=fields.SET_NULL
    )
    version = fields.IntField(default=1)
    updated_at = InstantField()
    updated_by = fields.CharField(200)
    deleted_at = InstantField(null=True)

    class Meta:
        table = "product"
        indexes = (
            Index(fields=("account_id", "folded_name", "id")),
            Index(fields=("tax_id",)),
        )


class BillingDocument(Model):
    """A quote, an invoice or a credit note.

    ``content`` is what it says, as JSON (``rules.content``): while it is a draft, anything; once it
    is issued, never anything else. Dates are ISO days of the seller's calendar. ``series_year`` and
    ``series_number`` are its number apart; year 0 is a series that never begins anew. The amounts
    are minor units: ``total_minor`` of the lines, ``paid_minor`` and ``credited_minor`` of what was
    settled. ``buyer_key`` is what sorts by the buyer. ``kept_for`` is the privacy request that
    erased whoever it was of, and ``kept_until`` the last day on which the law wants it kept whole:
    after that it is purged (``purged_at``). ``source`` is the quote of an invoice or of a
    revision, the invoice of a credit note.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    kind = fields.CharField(CODE_LENGTH)
    stage = fields.CharField(CODE_LENGTH)
    contact: fields.ForeignKeyNullableRelation[Model] = fields.ForeignKeyField(
        "contacts.Contact", null=True, on_delete=fields.SET_NULL
    )
    source: fields.ForeignKeyNullableRelation[BillingDocument] = fields.ForeignKeyField(
        "billing.BillingDocument", null=True, on_delete=fields.SET_NULL
    )
    content = fields.TextField()
    currency = fields.CharField(3)
    search_text = fields.TextField()
    buyer_key = SortKeyField(db_default="")
    issue_date = fields.CharField(10, null=True)
    due_date = fields.CharField(10, null=True)
    number = fields.CharField(CODE_LENGTH, null=True)
    series_year = fields.IntField(null=True)
    series_number = fields.IntField(null=True)
    total_minor = fields.BigIntField(default=0)
    paid_minor = fields.BigIntField(default=0)
    credited_minor = fields.BigIntField(default=0)
    version = fields.IntField(default=1)
    created_at = InstantField()
    updated_at = InstantField()
    updated_by = fields.CharField(200)
    issued_at = InstantField(null=True)
    deleted_at = InstantField(null=True)
    kept_for = fields.BigIntField(null=True)
    kept_until = fields.CharField(10, null=True)
    purged_at = InstantField(null=True)

    class Meta:
        table = "billing_document"
        unique_together = (
            ("account_id", "kind", "number"),
            ("account_id", "kind", "series_year", "series_number"),
        )
        indexes = (
            Index(fields=("account_id", "id")),
            Index(fields=("account_id", "kind", "id")),
            Index(fields=("account_id", "stage", "id")),
            Index(fields=("contact_id", "id")),
            Index(fields=("source_id",)),
            Index(fields=("kept_until",)),
        )


class RecurringInvoice(Model):
    """An invoice that is made again and again (``rules.recurring``).

    ``content`` is what each of them says, as JSON (``rules.content``), without days. Days are ISO
    days of the seller's calendar; ``next_date`` is the next one, or 9999-12-31 at the end. ``made``
    counts the invoices that there are. ``draft`` is where somebody writes what it is to say from
    now on; ``user`` is told what became of it.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    contact: fields.ForeignKeyNullableRelation[Model] = fields.ForeignKeyField(
        "contacts.Contact", null=True, on_delete=fields.SET_NULL
    )
    user: fields.ForeignKeyNullableRelation[Model] = fields.ForeignKeyField(
        "accounts.User", null=True, on_delete=fields.SET_NULL
    )
    draft: fields.ForeignKeyNullableRelation[BillingDocument] = fields.ForeignKeyField(
        "billing.BillingDocument", null=True, on_delete=fields.SET_NULL
    )
    content = fields.TextField()
    currency = fields.CharField(3)
    total_minor = fields.BigIntField()
    frequency = fields.CharField(CODE_LENGTH)
    every = fields.IntField()
    start_date = fields.CharField(10)
    ends_on = fields.CharField(10, null=True)
    times = fields.IntField(null=True)
    mode = fields.CharField(CODE_LENGTH)
    made = fields.IntField(default=0)
    next_date = fields.CharField(10)
    version = fields.IntField(default=1)
    created_at = InstantField()
    updated_at = InstantField()
    updated_by = fields.CharField(200)
    paused_at = InstantField(null=True)
    deleted_at = InstantField(null=True)

    class Meta:
        table = "recurring_invoice"
        indexes = (
            Index(fields=("account_id", "next_date", "id")),
            Index(fields=("next_date",)),
            Index(fields=("contact_id",)),
            Index(fields=("user_id",)),
            Index(fields=("draft_id",)),
        )


class RecurringDay(Model):
    """What became of a day of a recurring invoice: one row for each, whoever comes first."""

    id = fields.BigIntField(primary_key=True)
    recurring: fields.ForeignKeyRelation[RecurringInvoice] = fields.ForeignKeyField(
        "billing.RecurringInvoice", on_delete=fields.CASCADE
    )
    day = fields.CharField(10)
    outcome = fields.CharField(CODE_LENGTH)
    document: fields.ForeignKeyNullableRelation[BillingDocument] = fields.ForeignKeyField(
        "billing.BillingDocument", null=True, on_delete=fields.SET_NULL
    )
    problem = fields.CharField(CODE_LENGTH, null=True)
    at = InstantField()

    class Meta:
        table = "recurring_day"
        unique_together = (("recurring_id", "day"),)
        indexes = (Index(fields=("document_id",)),)


class ReminderSettings(Model):
    """When an account reminds clients: ``days`` after the due date, as JSON, from ``since`` on."""

    id = fields.BigIntField(primary_key=True)
    account: fields.OneToOneRelation[Model] = fields.OneToOneField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    days = fields.CharField(LINE_LENGTH)
    since = fields.CharField(10)
    version = fields.IntField()

    class Meta:
        table = "reminder_settings"


class PaymentReminder(Model):
    """A reminder so many days after an invoice is due; ``problem`` kept it from leaving."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    document: fields.ForeignKeyRelation[BillingDocument] = fields.ForeignKeyField(
        "billing.BillingDocument", on_delete=fields.CASCADE
    )
    days = fields.IntField()
    problem = fields.CharField(CODE_LENGTH, null=True)
    at = InstantField()

    class Meta:
        table = "payment_reminder"
        unique_together = (("document_id", "days"),)
        indexes = (Index(fields=("account_id",)),)


class ReminderException(Model):
    """A contact that is never reminded; more than one row after a merge says nothing more."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    contact: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "contacts.Contact", on_delete=fields.CASCADE
    )
    created_at = InstantField()
    created_by = fields.CharField(200)

    class Meta:
        table = "reminder_exception"
        indexes = (Index(fields=("account_id",)), Index(fields=("contact_id",)))


class NumberSeries(Model):
    """The numbers of a kind in a year, or for ever (year 0): from the first to the last taken."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    kind = fields.CharField(CODE_LENGTH)
    year = fields.IntField()
    first_number = fields.IntField()
    last_number = fields.IntField()

    class Meta:
        table = "number_series"
        unique_together = (("account_id", "kind", "year"),)


class LedgerLink(Model):
    """A link of the account's chain (``rules.ledger``)."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    sequence = fields.IntField()
    event = fields.CharField(CODE_LENGTH)
    document: fields.ForeignKeyRelation[BillingDocument] = fields.ForeignKeyField(
        "billing.BillingDocument", on_delete=fields.CASCADE
    )
    number = fields.CharField(CODE_LENGTH)
    at = InstantField()
    digest = fields.CharField(64)
    previous = fields.CharField(64)
    hash = fields.CharField(64)

    class Meta:
        table = "ledger_link"
        unique_together = (("account_id", "sequence"),)
        indexes = (Index(fields=("document_id",)),)


class Payment(Model):
    """Money that came for an invoice, in minor units of its currency, on a day.

    The currency is the document's, and stands here too for sums over many payments.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    document: fields.ForeignKeyRelation[BillingDocument] = fields.ForeignKeyField(
        "billing.BillingDocument", on_delete=fields.CASCADE
    )
    amount_minor = fields.BigIntField()
    currency = fields.CharField(3, db_default="")
    paid_on = fields.CharField(10)
    method = fields.CharField(CODE_LENGTH)
    reference = fields.CharField(LINE_LENGTH, null=True)
    created_at = InstantField()
    created_by = fields.CharField(200)
    deleted_at = InstantField(null=True)

    class Meta:
        table = "payment"
        indexes = (Index(fields=("document_id",)),)
