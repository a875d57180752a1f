"""The tables of sites. For writing only; reads are in queries."""

from __future__ import annotations

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from backend.contacts.columns import RowKeyField, SortKeyField
from backend.core.fields import InstantField
from backend.sites.limits import ADDRESS_LENGTH, NAME_LENGTH


class Site(Model):
    """A web site that the account looks after.

    ``folded_name`` is what it sorts by, ``search_text`` what it is found by: its name and host,
    folded. The last columns are what the last check found; ``checked_at`` is 0 before the first.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    name = fields.CharField(NAME_LENGTH)
    folded_name = SortKeyField()
    search_text = fields.TextField()
    address = fields.CharField(ADDRESS_LENGTH)
    dashboard_url = fields.CharField(ADDRESS_LENGTH, null=True)
    editor_url = fields.CharField(ADDRESS_LENGTH, null=True)
    version = fields.IntField(default=1)
    created_at = InstantField()
    created_by = fields.CharField(200)
    updated_at = InstantField()
    updated_by = fields.CharField(200)
    deleted_at = InstantField(null=True)
    checked_at = InstantField(default=0)
    problem = fields.CharField(30, null=True)
    http_status = fields.SmallIntField(null=True)
    certificate_until = InstantField(null=True)

    class Meta:
        table = "site"
        indexes = (
            Index(fields=("account_id", "folded_name", "id")),
            Index(fields=("account_id", "checked_at")),
            Index(fields=("deleted_at",)),
        )


class ContactSite(Model):
    """That a site is a contact's."""

    id = fields.BigIntField(primary_key=True)
    contact: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "contacts.Contact", on_delete=fields.CASCADE
    )
    site: fields.ForeignKeyRelation[Site] = fields.ForeignKeyField(
        "sites.Site", on_delete=fields.CASCADE
    )

    class Meta:
        table = "contact_site"
        unique_together = (("contact", "site"),)
        indexes = (Index(fields=("site_id", "contact_id")),)


class SiteChecking(Model):
    """An account that has its sites checked every day."""

    account_id = RowKeyField(primary_key=True, generated=False)
    enabled_at = InstantField()

    class Meta:
        table = "site_checking"
