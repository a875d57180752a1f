"""The table of custom fields. For writing only; reads are in queries."""

from __future__ import annotations

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from backend.core.fields import InstantField
from backend.custom_fields.limits import NAME_LENGTH


class CustomField(Model):
    """A field of an account's own, unique in its account whatever its accents and case.

    ``contact_count`` is how many contacts that are not deleted have a value in it: kept by every
    write. A field in the trash keeps its values, and is counted on.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    name = fields.CharField(NAME_LENGTH)
    folded_name = fields.CharField(4 * NAME_LENGTH)
    kind = fields.CharField(10)
    position = fields.IntField()
    version = fields.IntField(default=1)
    contact_count = fields.BigIntField(default=0)
    created_at = InstantField()
    deleted_at = InstantField(null=True)

    class Meta:
        table = "custom_field"
        indexes = (Index(fields=("account_id", "position")),)
