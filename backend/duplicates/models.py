"""The tables of duplicates. For writing only; reads are in queries."""

from __future__ import annotations

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from backend.contacts.columns import RowKeyField
from backend.core.fields import InstantField


class DuplicateKey(Model):
    """Something that a contact shares with those it is compared with.

    ``key`` is a hash that holds the account (see ``keys``): nothing of the contact can be read from
    it.
    """

    id = fields.BigIntField(primary_key=True)
    key = fields.BigIntField()
    contact: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "contacts.Contact", on_delete=fields.CASCADE
    )

    class Meta:
        table = "duplicate_key"
        indexes = (Index(fields=("key", "contact_id")), Index(fields=("contact_id",)))


class DuplicatePair(Model):
    """Two contacts that may be one; ``first`` has the smaller id.

    ``reasons`` and ``dismissed`` are sets of ``rules.Reason``: why, and which of those somebody
    has dismissed. ``place`` is the score of a pair that is shown, 0 of one that is not.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    first_contact: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "contacts.Contact", on_delete=fields.CASCADE, related_name="pairs_as_first"
    )
    second_contact: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "contacts.Contact", on_delete=fields.CASCADE, related_name="pairs_as_second"
    )
    score = fields.SmallIntField()
    reasons = fields.SmallIntField()
    dismissed = fields.SmallIntField(default=0)
    place = fields.SmallIntField()

    class Meta:
        table = "duplicate_pair"
        unique_together = (("first_contact", "second_contact"),)
        indexes = (
            Index(fields=("account_id", "place", "id")),
            Index(fields=("second_contact_id",)),
        )


class DuplicateSearch(Model):
    """How far the search came in an account.

    ``filled_to`` is the last contact that the first search has looked at, None once it has seen
    all; from then on ``sequence`` is the last change of the history that it knows.
    """

    account_id = RowKeyField(primary_key=True, generated=False)
    filled_to = fields.BigIntField(null=True)
    sequence = fields.BigIntField()

    class Meta:
        table = "duplicate_search"


class ContactMerge(Model):
    """A contact that another one took in. ``other_contact_id`` outlives its row, as an old id.

    ``kept_before`` and ``kept_after`` are the contact that stayed, around the merge, as JSON; they
    go when the merge can no longer be undone. ``photo_key`` is the photo that it took, if any: the
    other contact has the kept one's meanwhile.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    kept_contact_id = fields.BigIntField()
    other_contact_id = fields.BigIntField(unique=True)
    kept_before = fields.TextField(null=True)
    kept_after = fields.TextField(null=True)
    photo_key = fields.CharField(64, null=True)
    created_at = InstantField()
    created_by = fields.CharField(200)

    class Meta:
        table = "contact_merge"
        indexes = (Index(fields=("account_id", "created_at")), Index(fields=("kept_contact_id",)))
