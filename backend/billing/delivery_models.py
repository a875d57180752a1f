"""The tables of documents on their way to clients. For writing only; reads are in queries."""

from __future__ import annotations

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from backend.billing.limits import (
    ADDRESS_LENGTH,
    CODE_LENGTH,
    LINE_LENGTH,
    NAME_LENGTH,
    SUBJECT_LENGTH,
)
from backend.core.fields import InstantField


class DeliverySettings(Model):
    """How an account's documents reach its clients. ``content`` is JSON (``rules.letters``)."""

    id = fields.BigIntField(primary_key=True)
    account: fields.OneToOneRelation[Model] = fields.OneToOneField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    content = fields.TextField()
    version = fields.IntField()
    updated_at = InstantField()
    updated_by = fields.CharField(200)

    class Meta:
        table = "delivery_settings"


class DocumentLink(Model):
    """A way for clients to an issued document. The token is kept as a hash, to find it by, and
    sealed, to be shown to its account again.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    document: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "billing.BillingDocument", on_delete=fields.CASCADE
    )
    token_hash = fields.CharField(64, unique=True)
    sealed_token = fields.TextField()
    created_at = InstantField()
    created_by = fields.CharField(200)
    revoked_at = InstantField(null=True)
    first_viewed_at = InstantField(null=True)
    last_viewed_at = InstantField(null=True)
    view_count = fields.IntField(default=0)

    class Meta:
        table = "document_link"
        indexes = (
            Index(fields=("account_id",)),
            Index(fields=("document_id", "revoked_at")),
        )


class DocumentDelivery(Model):
    """A letter that a document went with. How far it is, the message tells (``message_id``)."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    document: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "billing.BillingDocument", on_delete=fields.CASCADE
    )
    message_id = fields.BigIntField()
    kind = fields.CharField(CODE_LENGTH)
    address = fields.CharField(LINE_LENGTH)
    subject = fields.CharField(SUBJECT_LENGTH)
    copy_to = fields.CharField(LINE_LENGTH, null=True)
    created_at = InstantField()
    created_by = fields.CharField(200)

    class Meta:
        table = "document_delivery"
        indexes = (
            Index(fields=("account_id",)),
            Index(fields=("document_id",)),
            Index(fields=("message_id",)),
        )


class StripeAccount(Model):
    """The keys by which an account is paid online; both are sealed."""

    id = fields.BigIntField(primary_key=True)
    account: fields.OneToOneRelation[Model] = fields.OneToOneField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    secret_key = fields.TextField()
    webhook_secret = fields.TextField()
    updated_at = InstantField()
    updated_by = fields.CharField(200)

    class Meta:
        table = "stripe_account"


class OnlinePayment(Model):
    """A session of Stripe Checkout that was paid, so that it is counted once for ever."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    document: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "billing.BillingDocument", on_delete=fields.CASCADE
    )
    session_id = fields.CharField(LINE_LENGTH)
    amount_minor = fields.BigIntField()
    settled_at = InstantField()

    class Meta:
        table = "online_payment"
        unique_together = (("account_id", "session_id"),)
        indexes = (Index(fields=("account_id",)), Index(fields=("document_id",)))


class QuoteAnswer(Model):
    """What a client said to a quote on its page: who, when, from where. ``signature`` is JSON: the
    strokes that were drawn, null where the name was typed.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    document: fields.OneToOneRelation[Model] = fields.OneToOneField(
        "billing.BillingDocument", on_delete=fields.CASCADE
    )
    accepted = fields.BooleanField()
    name = fields.CharField(NAME_LENGTH, null=True)
    reason = fields.TextField(null=True)
    address = fields.CharField(ADDRESS_LENGTH)
    signature = fields.TextField(null=True)
    answered_at = InstantField()

    class Meta:
        table = "quote_answer"
        indexes = (Index(fields=("account_id",)),)
