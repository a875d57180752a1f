"""The tables of billing. For writing only; reads are in queries."""

from __future__ import annotations

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from backend.billing.limits import CODE_LENGTH, LINE_LENGTH, NAME_LENGTH, UNIT_LENGTH
from backend.contacts.columns import SortKeyField
from backend.core.fields import InstantField


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
