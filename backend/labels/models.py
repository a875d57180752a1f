"""The table of labels. For writing only; reads are in queries."""

from __future__ import annotations

from tortoise import fields
from tortoise.models import Model

from backend.core.fields import InstantField
from backend.labels.rules import NAME_LENGTH


class Label(Model):
    """A word to sort contacts by, unique in its account whatever its accents and case.

    ``contact_count`` is how many contacts that are not deleted carry it: kept by every write, since
    counting a million rows for each open page would not do.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    name = fields.CharField(NAME_LENGTH)
    folded_name = fields.CharField(4 * NAME_LENGTH)
    color = fields.CharField(10)
    version = fields.IntField(default=1)
    contact_count = fields.BigIntField(default=0)
    created_at = InstantField()

    class Meta:
        table = "label"
        unique_together = (("account", "folded_name"),)
