"""The table of notifications. For writing only; reads are in queries."""

from __future__ import annotations

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from backend.core.fields import InstantField
from backend.notifications.rules import TITLE_LENGTH


class Notification(Model):
    """Something that one person is told. ``subject`` is the global id of what it is about."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    user: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.User", on_delete=fields.CASCADE
    )
    contact: fields.ForeignKeyNullableRelation[Model] = fields.ForeignKeyField(
        "contacts.Contact", on_delete=fields.CASCADE, null=True
    )
    kind = fields.CharField(40)
    subject = fields.CharField(100)
    title = fields.CharField(TITLE_LENGTH)
    actor_name = fields.CharField(200)
    created_at = InstantField()
    read_at = InstantField(null=True)

    class Meta:
        table = "notification"
        indexes = (
            Index(fields=("account_id", "user_id", "id")),
            Index(fields=("user_id",)),
            Index(fields=("contact_id",)),
            Index(fields=("subject",)),
            Index(fields=("created_at",)),
        )
