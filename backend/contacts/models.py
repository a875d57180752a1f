"""The tables of contacts. For writing only; reads are in queries."""

from __future__ import annotations

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from backend.contacts.columns import RowKeyField, SortKeyField
from backend.contacts.consent import CLIENT_LENGTH, CONSENT_LENGTH, PROGRAM_LENGTH
from backend.contacts.limits import (
    ADDRESS_LINE_LENGTH,
    EMAIL_LENGTH,
    NAME_LENGTH,
    PHONE_LENGTH,
    POSTAL_CODE_LENGTH,
)
from backend.core.fields import InstantField

KIND_LENGTH = 10


class Contact(Model):
    """A client. The three keys are what its names sort by (see ``sorting``).

    ``position_key`` is what its position is compared by, ``holdings`` what it has at all (see
    ``text_keys`` and ``holdings``).
    ``display_name`` is what the contact is called, also one without a name: by its company, e-mail
    or phone.
    ``created_by`` and ``updated_by`` are names, kept as they were at the time. ``origin_id`` is the
    number that the contact had in the book whose export brought it here.
    ``deletion`` is the act that put it into the trash; one that is deleted without was merged into
    another.
    ``inactive_since`` is since when it opens no campaign any more.
    ``shelf`` is its shelf in the search (see ``search_keys``), on SQLite alone.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    version = fields.IntField(default=1)
    display_name = fields.CharField(2 * NAME_LENGTH + 1)
    given_name = fields.CharField(NAME_LENGTH, null=True)
    family_name = fields.CharField(NAME_LENGTH, null=True)
    company = fields.CharField(NAME_LENGTH, null=True)
    position = fields.CharField(NAME_LENGTH, null=True)
    photo_key = fields.CharField(64, null=True)
    given_key = SortKeyField()
    family_key = SortKeyField()
    company_key = SortKeyField()
    position_key = SortKeyField(null=True)
    holdings = fields.SmallIntField(default=0, db_default=0)
    last_activity_at = InstantField()
    created_at = InstantField()
    created_by = fields.CharField(200)
    updated_at = InstantField()
    updated_by = fields.CharField(200)
    deleted_at = InstantField(null=True)
    deletion: fields.ForeignKeyNullableRelation[ContactDeletion] = fields.ForeignKeyField(
        "contacts.ContactDeletion", on_delete=fields.SET_NULL, null=True
    )
    origin_id = fields.BigIntField(null=True)
    inactive_since = InstantField(null=True)
    shelf = fields.SmallIntField(default=0, db_default=0)

    class Meta:
        table = "contact"
        indexes = (Index(fields=("account_id", "id")),)


class ContactDeletion(Model):
    """One act of deleting, so that its undo restores exactly what it deleted."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    created_at = InstantField()

    class Meta:
        table = "contact_deletion"
        indexes = (Index(fields=("account_id",)),)


class ContactEmail(Model):
    """An address as typed, and normalized for comparison.

    ``bounced_at`` is when a letter to it last came back for good.
    """

    id = fields.BigIntField(primary_key=True)
    account_id = fields.BigIntField()
    contact: fields.ForeignKeyRelation[Contact] = fields.ForeignKeyField(
        "contacts.Contact", on_delete=fields.CASCADE
    )
    position = fields.SmallIntField()
    address = fields.CharField(EMAIL_LENGTH)
    normalized = fields.CharField(EMAIL_LENGTH)
    kind = fields.CharField(KIND_LENGTH)
    status = fields.CharField(16)
    status_changed_at = InstantField(null=True)
    bounced_at = InstantField(null=True)

    class Meta:
        table = "contact_email"
        indexes = (
            Index(fields=("contact_id", "position", "id", "kind", "status", "address")),
            Index(fields=("account_id", "normalized", "contact_id")),
            Index(fields=("account_id", "status", "contact_id")),
        )


class ContactConsent(Model):
    """One step of the history of an address's subscription: what its status became, and by what.

    By contact and address, not by the row of the address: it outlives its removal. An address that
    was never subscribed, nor anything else, has none. ``at`` is since when the status holds, None
    if nobody knows; ``recorded_at`` when Carnet learnt it. ``actor_name`` is a name of that time.
    """

    id = fields.BigIntField(primary_key=True)
    account_id = fields.BigIntField()
    contact: fields.ForeignKeyRelation[Contact] = fields.ForeignKeyField(
        "contacts.Contact", on_delete=fields.CASCADE
    )
    normalized = fields.CharField(EMAIL_LENGTH)
    status = fields.CharField(16)
    at = InstantField(null=True)
    recorded_at = InstantField()
    source = fields.CharField(10)
    actor_name = fields.CharField(200)
    proof = fields.CharField(CONSENT_LENGTH, default="")
    campaign_id = fields.BigIntField(null=True)
    client = fields.CharField(CLIENT_LENGTH, default="")
    program = fields.CharField(PROGRAM_LENGTH, default="")

    class Meta:
        table = "contact_consent"
        indexes = (Index(fields=("contact_id",)),)


class ContactPhone(Model):
    """A number as typed. ``digits`` is what it is compared by: E.164 when valid, else as typed."""

    id = fields.BigIntField(primary_key=True)
    account_id = fields.BigIntField()
    contact: fields.ForeignKeyRelation[Contact] = fields.ForeignKeyField(
        "contacts.Contact", on_delete=fields.CASCADE
    )
    position = fields.SmallIntField()
    number = fields.CharField(PHONE_LENGTH)
    e164 = fields.CharField(16, null=True)
    digits = fields.CharField(PHONE_LENGTH)
    kind = fields.CharField(KIND_LENGTH)

    class Meta:
        table = "contact_phone"
        indexes = (
            Index(fields=("contact_id", "position", "id", "kind", "number", "e164")),
            Index(fields=("account_id", "digits", "contact_id")),
        )


class ContactAddress(Model):
    """A postal address, as entered. Its country's layout is applied when it is read.

    The keys are what filters compare (see ``text_keys``).
    """

    id = fields.BigIntField(primary_key=True)
    account_id = fields.BigIntField()
    contact: fields.ForeignKeyRelation[Contact] = fields.ForeignKeyField(
        "contacts.Contact", on_delete=fields.CASCADE
    )
    position = fields.SmallIntField()
    kind = fields.CharField(KIND_LENGTH)
    street = fields.CharField(ADDRESS_LINE_LENGTH, null=True)
    extended = fields.CharField(ADDRESS_LINE_LENGTH, null=True)
    city = fields.CharField(ADDRESS_LINE_LENGTH, null=True)
    region = fields.CharField(ADDRESS_LINE_LENGTH, null=True)
    postal_code = fields.CharField(POSTAL_CODE_LENGTH, null=True)
    country_code = fields.CharField(2, null=True)
    city_key = SortKeyField(null=True)
    postal_key = SortKeyField(null=True)

    class Meta:
        table = "contact_address"
        indexes = (Index(fields=("contact_id", "position")),)


class ContactLabel(Model):
    """A label that a contact carries."""

    id = fields.BigIntField(primary_key=True)
    account_id = fields.BigIntField()
    contact: fields.ForeignKeyRelation[Contact] = fields.ForeignKeyField(
        "contacts.Contact", on_delete=fields.CASCADE
    )
    label: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "labels.Label", on_delete=fields.CASCADE
    )

    class Meta:
        table = "contact_label"
        unique_together = (("contact", "label"),)
        indexes = (Index(fields=("label_id", "contact_id")),)


class ContactValue(Model):
    """What a contact has in a custom field: as it is kept, and what it is compared and sorted by.

    One table for every type of field; the second index answers a filter and a sort on any of them.
    """

    id = fields.BigIntField(primary_key=True)
    account_id = fields.BigIntField()
    contact: fields.ForeignKeyRelation[Contact] = fields.ForeignKeyField(
        "contacts.Contact", on_delete=fields.CASCADE
    )
    field: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "custom_fields.CustomField", on_delete=fields.CASCADE
    )
    key = SortKeyField()
    value = fields.TextField()

    class Meta:
        table = "contact_value"
        unique_together = (("contact", "field"),)
        indexes = (Index(fields=("field_id", "key", "contact_id")),)


class ContactSearch(Model):
    """The folded text that a contact is found by, under an index of three-letter pieces.

    The key holds the account and the contact, negative when the contact is deleted, and ``scope``
    the account, negative likewise: a search reads one account's rows and no others (see
    ``search_keys``).
    """

    id = RowKeyField(primary_key=True, generated=False)
    scope = fields.BigIntField()
    text = fields.TextField()

    class Meta:
        table = "contact_search"


class ContactTotal(Model):
    """How many contacts of an account are not deleted, kept by every write.

    ``arranged`` is how many there were when they were last put on shelves.
    """

    account_id = RowKeyField(primary_key=True, generated=False)
    live = fields.BigIntField()
    arranged = fields.BigIntField(default=0, db_default=0)

    class Meta:
        table = "contact_total"


class ContactMove(Model):
    """What came with a contact when another one took it in: keys of one follower, a JSON list.

    ``contact`` is the one that was taken in; its rows go when the merge is undone, or with it.
    """

    id = fields.BigIntField(primary_key=True)
    contact: fields.ForeignKeyRelation[Contact] = fields.ForeignKeyField(
        "contacts.Contact", on_delete=fields.CASCADE
    )
    follower = fields.CharField(40)
    keys = fields.TextField()

    class Meta:
        table = "contact_move"
        indexes = (Index(fields=("contact_id",)),)


class ContactAct(Model):
    """One piece of work on many contacts, undone as one: what the API calls a job.

    ``request`` is what to do to each contact and ``detail`` how it is told, both JSON. ``done`` of
    ``total`` contacts were gone through, by the act or by its undo; ``place`` is the last contact
    that the undo has looked at. ``deletion_id`` is the deletion by which the act, or its undo, put
    contacts into the trash.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    kind = fields.CharField(20)
    state = fields.CharField(12)
    user_id = fields.BigIntField(null=True)
    request = fields.TextField()
    detail = fields.TextField()
    total = fields.BigIntField()
    done = fields.BigIntField(default=0)
    changed = fields.BigIntField(default=0)
    skipped = fields.BigIntField(default=0)
    restored = fields.BigIntField(default=0)
    kept = fields.BigIntField(default=0)
    place = fields.BigIntField(default=0)
    deletion_id = fields.BigIntField(null=True)
    problem = fields.CharField(60, null=True)
    created_at = InstantField()
    created_by = fields.CharField(200)
    started_at = InstantField(null=True)
    finished_at = InstantField(null=True)

    class Meta:
        table = "contact_act"
        indexes = (Index(fields=("account_id", "id")), Index(fields=("created_at",)))


class ContactActBatch(Model):
    """Contacts that an act is still to go through, as a JSON list of ids: fixed when it starts."""

    id = fields.BigIntField(primary_key=True)
    act: fields.ForeignKeyRelation[ContactAct] = fields.ForeignKeyField(
        "contacts.ContactAct", on_delete=fields.CASCADE
    )
    ids = fields.TextField()

    class Meta:
        table = "contact_act_batch"
        indexes = (Index(fields=("act_id", "id")),)


class ContactActEntry(Model):
    """What an act did to one contact: how it was before, and its version after.

    ``before`` is JSON (see ``states``), null when the act made the contact. ``version`` is 0 when
    somebody changed the contact between two touches of the same act. ``is_kept`` once the undo has
    left it alone.
    """

    id = fields.BigIntField(primary_key=True)
    act: fields.ForeignKeyRelation[ContactAct] = fields.ForeignKeyField(
        "contacts.ContactAct", on_delete=fields.CASCADE
    )
    contact: fields.ForeignKeyRelation[Contact] = fields.ForeignKeyField(
        "contacts.Contact", on_delete=fields.CASCADE
    )
    version = fields.IntField()
    before = fields.TextField(null=True)
    is_kept = fields.BooleanField(default=False)

    class Meta:
        table = "contact_act_entry"
        unique_together = (("act", "contact"),)
        indexes = (Index(fields=("contact_id",)),)
