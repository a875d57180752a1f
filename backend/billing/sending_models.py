"""The tables of sending many documents. For writing only; reads are in queries."""

from __future__ import annotations

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from backend.billing.limits import CODE_LENGTH
from backend.core.fields import InstantField


class DocumentSending(Model):
    """Many documents that somebody sends at once; ``reminds``: to remind of what is not paid."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    reminds = fields.BooleanField()
    total = fields.IntField()
    created_at = InstantField()
    created_by = fields.CharField(200)
    stopped_at = InstantField(null=True)
    finished_at = InstantField(null=True)

    class Meta:
        table = "document_sending"
        indexes = (Index(fields=("account_id", "id")),)


class DocumentSendingItem(Model):
    """A document of a sending; ``outcome`` is null while it waits, ``sent``, or why it was not."""

    id = fields.BigIntField(primary_key=True)
    sending: fields.ForeignKeyRelation[DocumentSending] = fields.ForeignKeyField(
        "billing.DocumentSending", on_delete=fields.CASCADE
    )
    document: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "billing.BillingDocument", on_delete=fields.CASCADE
    )
    outcome = fields.CharField(CODE_LENGTH, null=True)

    class Meta:
        table = "document_sending_item"
        unique_together = (("sending_id", "document_id"),)
        indexes = (Index(fields=("document_id",)),)
