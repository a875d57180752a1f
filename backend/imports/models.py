"""The imports of people, and who is not to come back. For writing only; reads are in queries."""

from __future__ import annotations

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from backend.core.fields import InstantField


class ContactImport(Model):
    """A file that somebody brings into an account, and what came of it.

    ``token`` is the last part of its address for uploads; the folder of its files is named after
    the token's hash. ``version`` grows with every choice and every change of state. ``task``
    grows with every job that begins or is called off: a job whose number is over writes nothing.

    ``place`` is how many records of the file are dealt with, ``rejects_bytes`` how much of the
    report of rejected rows is whole, ``own_from`` the first contact that the import made: all
    written in the transaction of each batch. JSON: ``options``, ``choices`` (column → target),
    ``understood``, ``problem``, ``trial``, ``report``, ``made`` (labels and custom fields),
    ``undone``, ``fetch`` (of contacts that another program is asked for); see ``rows``.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    user_id = fields.BigIntField()
    token_id = fields.BigIntField(null=True)
    created_by = fields.CharField(200)
    filename = fields.CharField(255)
    size_bytes = fields.BigIntField()
    uploaded_bytes = fields.BigIntField(default=0)
    token = fields.CharField(64, unique=True)
    state = fields.CharField(16)
    version = fields.IntField(default=1)
    task = fields.IntField(default=0)
    options = fields.TextField()
    choices = fields.TextField()
    understood = fields.TextField(null=True)
    problem = fields.TextField(null=True)
    trial = fields.TextField(null=True)
    report = fields.TextField(null=True)
    made = fields.TextField()
    undone = fields.TextField(null=True)
    place = fields.BigIntField(default=0)
    rejects_bytes = fields.BigIntField(default=0)
    own_from = fields.BigIntField(null=True)
    failures = fields.IntField(default=0)
    act_id = fields.BigIntField(null=True)
    created_at = InstantField()
    started_at = InstantField(null=True)
    finished_at = InstantField(null=True)
    expires_at = InstantField()
    fetch = fields.TextField(null=True)

    class Meta:
        table = "contact_import"
        indexes = (Index(fields=("account_id", "id")), Index(fields=("expires_at",)))


class ErasedMark(Model):
    """A keyed hash of an e-mail or a phone of somebody who asked to be erased, so that no file
    brings them back. It tells nobody who that was.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    mark = fields.CharField(64)
    created_at = InstantField()

    class Meta:
        table = "erased_mark"
        unique_together = (("account", "mark"),)
