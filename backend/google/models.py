"""The tables of Google accounts and fetches. For writing only; reads are in queries."""

from __future__ import annotations

from tortoise import fields
from tortoise.indexes import Index
from tortoise.models import Model

from backend.core.fields import InstantField
from backend.google.limits import EMAIL_LENGTH, NAME_LENGTH, SUBJECT_LENGTH, TITLE_LENGTH


class GoogleAccount(Model):
    """A person's Google account, connected to an account of theirs.

    ``subject`` is what Google calls it for ever. The tokens are sealed; without a refresh token
    Google no longer lets Carnet in. ``labels`` is JSON, as Google told it last; see ``rows``.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    user: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.User", on_delete=fields.CASCADE
    )
    subject = fields.CharField(SUBJECT_LENGTH)
    email = fields.CharField(EMAIL_LENGTH)
    sealed_refresh = fields.TextField(null=True)
    sealed_access = fields.TextField(null=True)
    access_until = InstantField(default=0)
    people = fields.IntField(null=True)
    labels = fields.TextField(null=True)
    labels_at = InstantField(null=True)
    connected_at = InstantField()

    class Meta:
        table = "google_account"
        unique_together = (("account_id", "user_id", "subject"),)
        indexes = (Index(fields=("user_id",)), Index(fields=("subject",)))


class GoogleSignIn(Model):
    """A sign-in at Google that a session began, until it is ended or too old."""

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    user: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.User", on_delete=fields.CASCADE
    )
    session_id = fields.BigIntField()
    state_hash = fields.CharField(64, unique=True)
    sealed_verifier = fields.TextField()
    nonce = fields.CharField(64)
    expires_at = InstantField()

    class Meta:
        table = "google_sign_in"
        indexes = (
            Index(fields=("account_id",)),
            Index(fields=("user_id",)),
            Index(fields=("expires_at",)),
        )


class GoogleFetch(Model):
    """What an import fetches from a Google account, and how far it is.

    ``label`` is the name of a contact group as the API has it, empty for everybody. ``since`` is
    the sync token of an earlier import of the same, ``page`` that of the next page, ``next_since``
    the one that a later import may begin from. ``seen`` are the hashes of the page tokens so far.
    ``members`` are the names of the people to ask for one by one, JSON, where that takes fewer
    requests than reading everybody; ``page`` is then how many were asked for. ``changed_after``:
    only who is new or was changed since then. ``task`` grows whenever somebody lets it go
    on: a job of an older number writes nothing.
    """

    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "accounts.Account", on_delete=fields.CASCADE
    )
    contact_import: fields.OneToOneRelation[Model] = fields.OneToOneField(
        "imports.ContactImport", on_delete=fields.CASCADE
    )
    google_account: fields.ForeignKeyNullableRelation[GoogleAccount] = fields.ForeignKeyField(
        "google.GoogleAccount", on_delete=fields.SET_NULL, null=True
    )
    label = fields.CharField(TITLE_LENGTH)
    since = fields.TextField(null=True)
    page = fields.TextField(null=True)
    next_since = fields.TextField(null=True)
    seen = fields.TextField()
    pages = fields.IntField(default=0)
    gathered_bytes = fields.BigIntField(default=0)
    restarts = fields.IntField(default=0)
    failures = fields.IntField(default=0)
    members = fields.TextField(null=True)
    changed_after = InstantField(null=True)
    task = fields.IntField(default=1)
    began_at = InstantField()
    read_at = InstantField(null=True)

    class Meta:
        table = "google_fetch"
        indexes = (
            Index(fields=("account_id",)),
            Index(fields=("google_account_id", "label", "id")),
        )


class GooglePerson(Model):
    """Which contact somebody at Google became: by their name in the API, for each label that they
    were imported by.

    ``contact_import`` brought them last. ``gone_import`` told that they are deleted at Google.
    """

    id = fields.BigIntField(primary_key=True)
    google_account: fields.ForeignKeyRelation[GoogleAccount] = fields.ForeignKeyField(
        "google.GoogleAccount", on_delete=fields.CASCADE
    )
    label = fields.CharField(TITLE_LENGTH)
    name = fields.CharField(NAME_LENGTH)
    contact: fields.ForeignKeyNullableRelation[Model] = fields.ForeignKeyField(
        "contacts.Contact", on_delete=fields.SET_NULL, null=True
    )
    contact_import: fields.ForeignKeyNullableRelation[Model] = fields.ForeignKeyField(
        "imports.ContactImport",
        on_delete=fields.SET_NULL,
        null=True,
        related_name="google_people",
    )
    gone_import: fields.ForeignKeyNullableRelation[Model] = fields.ForeignKeyField(
        "imports.ContactImport",
        on_delete=fields.SET_NULL,
        null=True,
        related_name="google_people_gone",
    )

    class Meta:
        table = "google_person"
        unique_together = (("google_account_id", "label", "name"),)
        indexes = (
            Index(fields=("contact_id",)),
            Index(fields=("contact_import_id",)),
            Index(fields=("gone_import_id",)),
        )
