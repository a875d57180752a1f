"""How copies reach who asked for them: links, downloads, letters. For writing only."""

from __future__ import annotations

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from backend.core.fields import InstantField


class PrivacyLink(Model):
    """A link by which whoever has it fetches a copy; as long as the archive is kept.

    The database knows the hash of its token, and the token sealed, to be shown again.
    """

    id = fields.BigIntField(primary_key=True)
    account_id = fields.BigIntField()
    request: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "privacy.PrivacyRequest", on_delete=fields.CASCADE
    )
    token_hash = fields.CharField(64, unique=True)
    sealed_token = fields.TextField()
    created_at = InstantField()
    created_by = fields.CharField(200)
    revoked_at = InstantField(null=True)

    class Meta:
        table = "privacy_link"
        indexes = (Index(fields=("request_id", "revoked_at")),)


class PrivacyDownload(Model):
    """A copy was fetched: by somebody of the team, by the name of that time, or by a link."""

    id = fields.BigIntField(primary_key=True)
    account_id = fields.BigIntField()
    request: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "privacy.PrivacyRequest", on_delete=fields.CASCADE
    )
    by_link = fields.BooleanField()
    downloaded_by = fields.CharField(200, default="")
    at = InstantField()

    class Meta:
        table = "privacy_download"
        indexes = (Index(fields=("request_id", "id")),)


class PrivacyLetter(Model):
    """A message that the link of a copy was sent with: it is put in as the message leaves."""

    id = fields.BigIntField(primary_key=True)
    account_id = fields.BigIntField()
    request: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "privacy.PrivacyRequest", on_delete=fields.CASCADE
    )
    message_id = fields.BigIntField(unique=True)
    at = InstantField()
    sent_by = fields.CharField(200)

    class Meta:
        table = "privacy_letter"
        indexes = (Index(fields=("request_id", "id")),)
