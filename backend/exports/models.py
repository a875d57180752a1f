"""The exports that were asked for. For writing only; reads are in queries."""

from __future__ import annotations

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from backend.core.fields import InstantField


class ContactExport(Model):
    """Leave to download contacts as a file, for one person in one account, for a while.

    ``request`` is JSON (see ``requests``). ``user_id`` is who asked; an API token asks for its
    maker.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    user_id = fields.BigIntField()
    request = fields.TextField()
    filename = fields.CharField(100)
    contact_count = fields.BigIntField()
    created_at = InstantField()
    expires_at = InstantField()

    class Meta:
        table = "contact_export"
        indexes = (Index(fields=("account_id",)), Index(fields=("expires_at",)))
