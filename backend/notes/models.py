"""The table of notes. For writing only; reads are in queries."""

from __future__ import annotations

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from backend.core.fields import InstantField


class Note(Model):
    """A note about a contact, in Markdown.

    ``version`` counts edits of what it says; pinning is none. ``created_by`` and ``updated_by`` are
    names, kept as they were at the time.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    contact: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "contacts.Contact", on_delete=fields.CASCADE
    )
    kind = fields.CharField(10, null=True)
    text = fields.TextField()
    pinned = fields.SmallIntField(default=0)
    version = fields.IntField(default=1)
    created_at = InstantField()
    created_by = fields.CharField(200)
    updated_at = InstantField()
    updated_by = fields.CharField(200)
    deleted_at = InstantField(null=True)

    class Meta:
        table = "note"
        indexes = (
            Index(fields=("contact_id", "pinned", "id")),
            Index(fields=("account_id",)),
            Index(fields=("deleted_at",)),
        )
