"""Privacy requests, and whose they are. For writing only; reads are in queries."""

from __future__ import annotations

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from backend.core.fields import InstantField
from backend.privacy.copy_models import PrivacyDownload, PrivacyLetter, PrivacyLink

__all__ = [
    "PrivacyDownload",
    "PrivacyLetter",
    "PrivacyLink",
    "PrivacyRequest",
    "PrivacyRequestPerson",
]


class PrivacyRequest(Model):
    """What a person asked for: a copy of their data, or that it is erased.

    ``details`` are the name, e-mail and phone that were given, sealed, so that nobody finds them in
    the database's file; null once the person is erased. ``match_key`` tells two requests of the
    same kind and details from each other, by a keyed hash. ``people`` is how many contacts were
    confirmed as the person, also when these are gone. ``task`` grows with every job that begins or
    is called off: a job whose number is over writes nothing. ``told`` is which reminders of the
    deadline were sent: 0 none, 1 that a day is left, 2 that it is over.

    ``file_key`` and ``file_bytes`` are of a copy's archive in the storage, until ``expires_at``.
    ``certificate`` is what an erasure leaves: JSON, free of the person. ``problem`` is the code of
    what failed.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    kind = fields.CharField(10)
    state = fields.CharField(12)
    version = fields.IntField(default=1)
    task = fields.IntField(default=0)
    failures = fields.IntField(default=0)
    details = fields.TextField(null=True)
    match_key = fields.CharField(64, null=True)
    people = fields.IntField(default=0)
    user_id = fields.BigIntField(null=True)
    created_by = fields.CharField(200)
    created_at = InstantField()
    due_at = InstantField()
    told = fields.SmallIntField(default=0)
    erase_after = InstantField(null=True)
    started_at = InstantField(null=True)
    finished_at = InstantField(null=True)
    expires_at = InstantField(null=True)
    problem = fields.CharField(60, null=True)
    file_key = fields.CharField(64, null=True)
    file_bytes = fields.BigIntField(null=True)
    certificate = fields.TextField(null=True)

    class Meta:
        table = "privacy_request"
        indexes = (
            Index(fields=("account_id", "id")),
            Index(fields=("account_id", "match_key")),
            Index(fields=("state", "due_at")),
            Index(fields=("state", "erase_after")),
        )


class PrivacyRequestPerson(Model):
    """A contact that was confirmed as the person of a request; it goes with the contact."""

    id = fields.BigIntField(primary_key=True)
    account_id = fields.BigIntField()
    request: fields.ForeignKeyRelation[PrivacyRequest] = fields.ForeignKeyField(
        "privacy.PrivacyRequest", on_delete=fields.CASCADE
    )
    contact: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "contacts.Contact", on_delete=fields.CASCADE
    )

    class Meta:
        table = "privacy_request_person"
        indexes = (
            Index(fields=("request_id", "contact_id")),
            Index(fields=("contact_id", "request_id")),
        )
