"""The table of saved filters. For writing only; reads are in queries."""

from __future__ import annotations

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from backend.core.fields import InstantField
from backend.segments.rules import NAME_LENGTH


class Segment(Model):
    """A filter under a name.

    ``definition`` is JSON of the shape of the schema's ``ContactFilter``, as of
    ``definition_version``; ``sort`` and ``columns`` are JSON too. ``user`` is whose it is: nobody's
    once they are gone.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    user: fields.ForeignKeyNullableRelation[Model] = fields.ForeignKeyField(
        "accounts.User", on_delete=fields.SET_NULL, null=True
    )
    name = fields.CharField(NAME_LENGTH)
    folded_name = fields.CharField(4 * NAME_LENGTH)
    definition = fields.TextField()
    definition_version = fields.SmallIntField(default=1)
    sort = fields.TextField(null=True)
    columns = fields.TextField(null=True)
    visibility = fields.CharField(7)
    version = fields.IntField(default=1)
    created_at = InstantField()
    updated_at = InstantField()
    deleted_at = InstantField(null=True)

    class Meta:
        table = "segment"
        indexes = (
            Index(fields=("account_id", "user_id")),
            Index(fields=("user_id",)),
            Index(fields=("deleted_at",)),
        )
