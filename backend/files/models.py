"""The files of accounts, kept or on their way. For writing only; reads are in queries."""

from __future__ import annotations

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from backend.core.fields import InstantField


class StoredFile(Model):
    """A file whose bytes are in the storage under ``key`` once ``ready_at`` is set.

    ``token`` is the last part of its address for uploads, of who announced it; null for what the
    server received itself. ``media_type``, ``kind`` and ``charset`` are sniffed. ``touched_at`` is
    when somebody last did something with it: what nobody refers to goes a day later.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    user_id = fields.BigIntField(null=True)
    token = fields.CharField(64, null=True, unique=True)
    key = fields.CharField(32, unique=True)
    name = fields.CharField(255)
    media_type = fields.CharField(100)
    kind = fields.CharField(10)
    charset = fields.CharField(20, null=True)
    size_bytes = fields.BigIntField()
    uploaded_bytes = fields.BigIntField(default=0)
    created_by = fields.CharField(200)
    created_at = InstantField()
    ready_at = InstantField(null=True)
    touched_at = InstantField()

    class Meta:
        table = "stored_file"
        indexes = (
            Index(fields=("account_id", "id")),
            Index(fields=("account_id", "size_bytes")),
            Index(fields=("touched_at",)),
        )


class Attachment(Model):
    """A file of a contact. ``name`` is what it is called there; ``created_by`` who added it, by the
    name of that time.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    contact: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "contacts.Contact", on_delete=fields.CASCADE
    )
    file: fields.ForeignKeyRelation[StoredFile] = fields.ForeignKeyField(
        "files.StoredFile", on_delete=fields.NO_ACTION
    )
    name = fields.CharField(255)
    created_at = InstantField()
    created_by = fields.CharField(200)
    deleted_at = InstantField(null=True)

    class Meta:
        table = "attachment"
        indexes = (
            Index(fields=("contact_id", "id")),
            Index(fields=("account_id", "contact_id", "id")),
            Index(fields=("file_id",)),
            Index(fields=("deleted_at",)),
        )
