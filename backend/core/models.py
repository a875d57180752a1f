"""The tables of the core: the change log, its heads, jobs, and idempotency keys."""

from __future__ import annotations

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from backend.core.fields import InstantField


class ChangeHead(Model):
    """The last sequence number given in an account, whose row lock orders the commits."""

    account_id = fields.BigIntField(primary_key=True, generated=False)
    sequence = fields.BigIntField()

    class Meta:
        table = "change_head"


class ChangeRow(Model):
    """One fact that happened, see ``change_log``.

    ``about_type`` and ``about_id`` are whose story it belongs to beside its subject's: few facts
    have them, and an index of those alone, by (account, about, sequence).
    """

    id = fields.BigIntField(primary_key=True)
    account_id = fields.BigIntField()
    sequence = fields.BigIntField()
    at = InstantField()
    actor_kind = fields.CharField(10)
    actor_id = fields.BigIntField(null=True)
    actor_name = fields.CharField(200, default="")
    kind = fields.CharField(60)
    subject_type = fields.CharField(40)
    subject_id = fields.BigIntField()
    payload = fields.TextField()
    request_id = fields.CharField(64)
    about_type = fields.CharField(40, null=True)
    about_id = fields.BigIntField(null=True)

    class Meta:
        table = "change"
        unique_together = (("account_id", "sequence"),)
        indexes = (Index(fields=("subject_type", "subject_id", "sequence")),)


class JobRow(Model):
    """Work to do after a commit, see ``jobs``."""

    id = fields.BigIntField(primary_key=True)
    name = fields.CharField(60)
    payload = fields.TextField()
    unique_key = fields.CharField(120, null=True, unique=True)
    run_at = InstantField()
    leased_until = InstantField(null=True)
    attempts = fields.IntField(default=0)
    last_error = fields.TextField(null=True)
    failed_at = InstantField(null=True)
    created_at = InstantField()

    class Meta:
        table = "job"
        indexes = (Index(fields=("failed_at", "run_at")),)


class IdempotencyKey(Model):
    """A write that a client may send again, see ``idempotency``."""

    id = fields.BigIntField(primary_key=True)
    account_id = fields.BigIntField()
    key = fields.CharField(200)
    operation = fields.CharField(60)
    fingerprint = fields.CharField(64)
    subject_id = fields.BigIntField()
    created_at = InstantField()

    class Meta:
        table = "idempotency_key"
        unique_together = (("account_id", "key"),)
        indexes = (Index(fields=("created_at",)),)
